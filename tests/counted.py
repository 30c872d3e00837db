"""The kiosk, started so that it can be asked whose visits it still holds, and otherwise as ever.

`python -m tests.counted SOCKET python -m streamlit run streamlit_app.py` starts it. Whoever then
connects to the socket is told.
"""

import gc
import json
import runpy
import socket
import sys
from pathlib import Path
from socketserver import StreamRequestHandler, UnixStreamServer
from threading import Thread

from logic.visit import Visit, use


class Answer(StreamRequestHandler):
    """Tells what is in memory, of all that something still refers to."""

    def handle(self) -> None:
        """Answer one who asks."""
        gc.collect()
        self.wfile.write(json.dumps(held(gc.get_objects())).encode())


def held(objects: list[object]) -> dict[str, int]:
    """How many sessions are not shut down, and how many visits have something chosen.

    Streamlit 1.67 holds on to the last session that it looked at, shut down or not, until there is
    another: `Runtime._loop_coroutine`. One that is shut down can be reached by nobody.
    """
    sessions = [one for one in objects if type(one).__name__ == "AppSession"]
    visits = [one for one in objects if isinstance(one, Visit)]
    return {
        "sessions": sum(one._state.name != "SHUTDOWN_REQUESTED" for one in sessions),  # type: ignore[attr-defined]  # noqa: SLF001
        "visits": sum(use(one) != "clear" for one in visits),
    }


def ask(at: Path) -> dict[str, int]:
    """What a kiosk holds that was started with this socket."""
    with socket.socket(socket.AF_UNIX) as asked:
        asked.settimeout(30)
        asked.connect(str(at))
        with asked.makefile() as answer:
            counted: dict[str, int] = json.load(answer)
    return counted


def main(at: str, *command: str) -> None:
    """Answer at a socket, and be what `python -m NAME ...` would be."""
    Thread(target=UnixStreamServer(at, Answer).serve_forever, daemon=True).start()
    _, _, name, *arguments = command
    sys.argv = [name, *arguments]
    runpy.run_module(name, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
