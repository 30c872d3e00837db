"""The end of one of several servers: no visit begins here any more, and those under way end.

Where `drain_seconds` says so, a SIGTERM is not the end at once. Clear screens are sent away, to
another server: the guard in them opens a new page. Screens with a visit stay until it ends, or
until the time is up. A second SIGTERM, or Ctrl+C, ends the server as it always does.
"""

import asyncio
import logging
import signal
import time
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from functools import partial
from threading import Event
from typing import Any, TypeAlias

import streamlit as st

from pages.parts import stream

LOOK = 0.25  # seconds from one look to the next
Life: TypeAlias = Callable[[st.App], AbstractAsyncContextManager[None]]
End: TypeAlias = Callable[[], object]
log = logging.getLogger(__name__)
BEGUN = Event()


def is_begun() -> bool:
    """Whether no visit may begin here any more."""
    return BEGUN.is_set()


def instead_of_the_end(seconds: int) -> Life | None:
    """What stands around the whole server's life, so that a SIGTERM lets visits end first."""

    @asynccontextmanager
    async def life(_: st.App) -> AsyncIterator[None]:
        # uvicorn 0.54 has set its own handler by now, and puts back what was there before it.
        ends = signal.getsignal(signal.SIGTERM)
        loop, under_way = asyncio.get_running_loop(), set[asyncio.Task[None]]()

        def drain(end: End) -> None:
            under_way.add(loop.create_task(let_visits_end(seconds, end)))

        def asked(*told: Any) -> None:  # noqa: ANN401 (the signal's number, and Python's frame)
            if is_begun() and callable(ends):
                ends(*told)
            elif callable(ends):
                BEGUN.set()
                loop.call_soon_threadsafe(drain, partial(ends, *told))

        signal.signal(signal.SIGTERM, asked)
        yield

    return life if seconds else None


async def let_visits_end(seconds: float, end: End) -> None:
    """Send clear screens away, until no visit is left or the time is up; then `end` the server."""
    until = time.monotonic() + seconds
    log.warning("No visit begins here any more. Visits under way: %d.", visits())
    while (left := visits()) and time.monotonic() < until:
        await send_clear_screens_away()
        await asyncio.sleep(LOOK)
    log.warning("The server ends. Visits cut short: %d.", left)
    end()


async def send_clear_screens_away() -> None:
    """Close the stream of each screen on which nothing was chosen."""
    for screen in tuple(stream.OPEN):
        if not screen.has_a_visit:
            await screen.leave()


def visits() -> int:
    """How many screens have a visit under way, or a tap that may begin one."""
    return sum(screen.has_a_visit for screen in tuple(stream.OPEN))
