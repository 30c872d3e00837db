"""How a test asks a server, and runs what awaits: to its end, whatever ran before it.

Where a browser is open, Playwright's own event loop counts as the one that runs in this thread, and
`asyncio.run` refuses. It rests while a test does something else; so for as long it is set aside.
Another thread would do, but for what takes signals: those come to this one.
"""

import asyncio
from collections.abc import Coroutine
from typing import Any, TypeVar

from starlette.types import Scope

Answer = TypeVar("Answer")


def to_its_end(what: Coroutine[Any, Any, Answer]) -> Answer:
    """Run something that awaits until it is done; what it answers, or raises."""
    resting = asyncio._get_running_loop()  # noqa: SLF001 (there is no public way)
    asyncio._set_running_loop(None)  # noqa: SLF001
    try:
        with asyncio.Runner(loop_factory=asyncio.new_event_loop) as runner:  # and sets no other
            return runner.run(what)
    finally:
        asyncio._set_running_loop(resting)  # noqa: SLF001


def asks(
    path: str,
    host: str = "127.0.0.1:8501",
    *headers: tuple[str, str],
    client: str = "127.0.0.1",
    kind: str = "http",
) -> Scope:
    """What a server is asked of a path, or of a WebSocket (`kind`) there, as ASGI has it."""
    return {
        "type": kind,
        "method": "GET",
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "headers": [(name.encode(), told.encode()) for name, told in (("host", host), *headers)],
        "client": (client, 50_000),
        "extensions": {"websocket.http.response": {}},
    }
