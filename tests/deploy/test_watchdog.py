"""What systemd is told by a kiosk that runs, and when it is told nothing more.

The test stands for systemd: it listens at a socket of its own, and asks to be told every second.
"""

import os
import signal
import socket
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Thread

import pytest
from websockets.http11 import Request, Response
from websockets.sync.server import ServerConnection, serve
from websockets.typing import Subprotocol

from logic.door import STREAM
from pages.parts import self_check, watchdog
from tests.browser.conftest import PROJECT, serving
from tests.deploy.conftest import PATIENCE, has_sessions

EVERY = 1.0  # seconds between two looks
FAULT = """
from pathlib import Path
if Path("{}").exists():
    raise RuntimeError("a made-up fault")
"""


class Systemd:
    """Listens to what a service says of itself."""

    def __init__(self, path: Path, asked: pytest.MonkeyPatch) -> None:
        """Ask every service that is started from now on to say that it is well."""
        self.heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.heard.bind(str(path))
        asked.setenv("NOTIFY_SOCKET", str(path))
        asked.setenv("WATCHDOG_USEC", str(int(EVERY * 3 * 1_000_000)))

    def hears(self, within: float) -> str | None:
        """The next thing that the service says, or nothing within so many seconds."""
        self.heard.settimeout(within)
        try:
            return self.heard.recv(100).decode()
        except TimeoutError:
            return None

    def hears_nothing_more(self) -> bool:
        """Whether, after what was said already, three looks pass without a word."""
        while self.hears(0.01):
            pass
        return self.hears(EVERY * 3) is None


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Systemd]:
    """A systemd that waits for a kiosk with the sample content."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    listening = Systemd(tmp_path / "notify", monkeypatch)
    yield listening
    listening.heard.close()


@contextmanager
def stopped(name: str) -> Iterator[None]:
    """The server that was started with this port stands still, as one that hangs does."""
    found = [int(pid.name) for pid in Path("/proc").glob("[0-9]*") if name in command_of(pid)]
    assert len(found) == 1
    os.kill(found[0], signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(found[0], signal.SIGCONT)


def command_of(pid: Path) -> str:
    """How a process was started; nothing where it is gone."""
    try:
        return (pid / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def test_a_kiosk_says_that_it_is_ready_and_then_that_it_is_well_until_it_hangs(
    systemd: Systemd, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with serving(PROJECT, log) as address:
        assert systemd.hears(PATIENCE) == "READY=1"
        assert [systemd.hears(PATIENCE) for _ in range(3)] == ["WATCHDOG=1"] * 3
        with stopped(f"--server.port {address.rsplit(':', 1)[1]}"):
            assert systemd.hears_nothing_more()
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"

    assert "Traceback" not in log.read_text()


def test_a_kiosk_whose_first_page_fails_says_nothing_more(
    systemd: Systemd, checkout: Path, tmp_path: Path
) -> None:
    with (checkout / "pages" / "welcome.py").open("a") as page:
        page.write(FAULT.format(tmp_path / "now"))

    with serving(checkout, tmp_path / "log"):
        assert systemd.hears(PATIENCE) == "READY=1"
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"
        (tmp_path / "now").touch()
        assert systemd.hears_nothing_more()


def test_a_kiosk_whose_page_itself_fails_says_nothing_more(
    systemd: Systemd, checkout: Path, tmp_path: Path
) -> None:
    shell, begins = checkout / "pages" / "parts" / "shell.py", "        is_page = "
    fault = f"        if Path({str(tmp_path / 'now')!r}).exists():\n            raise ValueError\n"
    shell.write_text(shell.read_text().replace(begins, f"{fault}{begins}"))

    with serving(checkout, tmp_path / "log"):
        assert systemd.hears(PATIENCE) == "READY=1"
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"
        (tmp_path / "now").touch()
        assert systemd.hears_nothing_more()


def test_a_kiosk_without_content_is_well_for_it_shows_where_help_is(
    systemd: Systemd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("KIOSK_CONTENT", str(empty))

    with serving(PROJECT, tmp_path / "log"):
        assert systemd.hears(PATIENCE) == "READY=1"
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"


def test_a_look_leaves_no_session_and_no_line_in_the_log(systemd: Systemd, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(PROJECT, log) as address:
        assert systemd.hears(PATIENCE) == "READY=1"
        begun = log.read_text()
        assert [systemd.hears(PATIENCE) for _ in range(4)] == ["WATCHDOG=1"] * 4
        assert has_sessions(address, 0)
        assert log.read_text() == begun


def half_a_page(visit: ServerConnection, _: Request) -> None:
    """Answer a part of what was promised, and hang up."""
    visit.socket.sendall(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nhalf")
    visit.socket.shutdown(socket.SHUT_RDWR)


def no_page_at_all(visit: ServerConnection, _: Request) -> None:
    """Answer what is no answer, and hang up."""
    visit.socket.sendall(b"nonsense\r\n\r\n")
    visit.socket.shutdown(socket.SHUT_RDWR)


def a_page(visit: ServerConnection, asked: Request) -> Response | None:
    """Answer the page, and let a visit in."""
    return visit.respond(200, "a page") if asked.path == "/" else None


def a_page_alone(visit: ServerConnection, asked: Request) -> Response | None:
    """Answer the page, and hang up on a visit."""
    if asked.path != "/":
        visit.socket.shutdown(socket.SHUT_RDWR)
    return a_page(visit, asked)


def hang_up(visit: ServerConnection) -> None:
    """Let a visit in, and hang up."""
    visit.close()


def draw_nonsense(visit: ServerConnection) -> None:
    """Draw what is no message of Streamlit's, once it is asked to draw."""
    visit.recv()
    visit.send(b"nonsense")


@pytest.mark.parametrize(
    ("answer", "draw", "found"),
    [
        (half_a_page, hang_up, "IncompleteRead"),
        (no_page_at_all, hang_up, "BadStatusLine"),
        (a_page_alone, hang_up, "InvalidMessage"),
        (a_page, hang_up, "ConnectionClosedOK"),
        (a_page, draw_nonsense, "DecodeError"),
    ],
)
def test_whatever_a_look_meets_ends_no_watchdog(
    answer: Callable[[ServerConnection, Request], Response | None],
    draw: Callable[[ServerConnection], None],
    found: str,
    systemd: Systemd,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    with serve(
        draw, "127.0.0.1", 0, process_request=answer, subprotocols=[Subprotocol("streamlit")]
    ) as kiosk:
        Thread(target=kiosk.serve_forever, daemon=True).start()
        where = kiosk.socket.getsockname()
        monkeypatch.setattr(watchdog, "where_it_answers", lambda: where)

        trouble = watchdog.look_and_tell("WATCHDOG=1")
        kiosk.shutdown()

    assert type(trouble).__name__ == found
    assert systemd.hears(0.01) is None


def test_a_kiosk_at_an_address_of_ipv6_is_looked_for_there(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = list[str]()

    def connect(place: str, **_: object) -> None:
        asked.append(place)
        raise ConnectionRefusedError

    monkeypatch.setattr(self_check, "status_of_the_page", lambda *_: self_check.PAGE)
    monkeypatch.setattr(self_check, "connect", connect)

    with pytest.raises(ConnectionRefusedError):
        self_check.check("::1", 8501)

    assert asked == [f"ws://[::1]:8501{STREAM}"]


def test_a_systemd_that_hears_nothing_ends_no_watchdog(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "nobody"))
    monkeypatch.setattr(watchdog, "check", lambda *_: None)
    monkeypatch.setattr(watchdog, "where_it_answers", lambda: ("127.0.0.1", 1))

    assert isinstance(watchdog.look_and_tell("WATCHDOG=1"), FileNotFoundError)
