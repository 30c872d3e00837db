"""Pretended kiosks, each at a port of its own, which answer what a test has them answer."""

import socket
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from types import MappingProxyType

from logic.staff.asking import NUMBERS, READY

Told = tuple[int, str]
WELL = """\
# TYPE ask_first info
ask_first_info{content="CONTENT",version="2026.11"} 1
# TYPE ask_first_screens gauge
ask_first_screens 3
# TYPE ask_first_places gauge
ask_first_places 20
# TYPE ask_first_problems gauge
ask_first_problems 0
# TYPE ask_first_content_is_earlier_copy gauge
ask_first_content_is_earlier_copy 0
# TYPE ask_first_content_timestamp_seconds gauge
ask_first_content_timestamp_seconds 1772366400
# TYPE ask_first_self_check_timestamp_seconds gauge
ask_first_self_check_timestamp_seconds 1772370000
# TYPE ask_first_self_check_is_well gauge
ask_first_self_check_is_well 1
# TYPE ask_first_visits_under_way gauge
ask_first_visits_under_way 2
# EOF
"""


def well(
    content: str = "0123456789ab", numbers: Mapping[str, int] = MappingProxyType({})
) -> Mapping[str, Told]:
    """What a kiosk answers with which nothing is wrong, but for the numbers that are given."""
    told = WELL.replace("CONTENT", content)
    for name, number in numbers.items():
        before = next(one for one in told.splitlines() if one.startswith(f"ask_first_{name} "))
        told = told.replace(before, f"ask_first_{name} {number}")
    return {READY: (200, "Ready."), NUMBERS: (200, told)}


@contextmanager
def kiosk(
    answers: Mapping[str, Told], heard: Callable[[str], object] = lambda _: None
) -> Iterator[str]:
    """A kiosk at an address that answers so; `heard` is told each path that is asked for."""

    class Answers(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            heard(self.path)
            status, text = answers.get(self.path, (404, "Not here."))
            self.send_response(status)
            if status == 302:
                self.send_header("Location", text)
            self.end_headers()
            self.wfile.write(text.encode())

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


@contextmanager
def silent() -> Iterator[str]:
    """The address of a kiosk that takes a connection and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"


def nobody() -> str:
    """An address at which nobody answers."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return f"http://127.0.0.1:{listening.getsockname()[1]}"
