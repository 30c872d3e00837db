"""Where a visit adds to the counts of its day: in memory, and nothing waits for it.

What is counted at all is said in logic/counts/things.py. Here it is known in which sessions a visit
is under way, so that its end counts once, however it comes.

Pages are drawn in threads, and that a screen is gone is known to the server's loop. Under the lock
either comes first, and what is drawn for a screen that is gone is seen by nobody and not counted.
"""

import asyncio
from collections.abc import Iterable, Sequence
from threading import Lock
from typing import Protocol

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from logic import metrics
from logic.counts.tally import Tally
from logic.counts.things import End, Thing
from logic.settings import Settings
from pages.parts.screens import SCREENS

TALLY = Tally()
UNDER_WAY = set[str]()  # by Streamlit's names of the sessions
LOCK = Lock()  # held for microseconds


class Keeps(Protocol):
    """Who keeps what is counted, and knows what staff should: logic/counts/keeper.py."""

    troubles: dict[str, str]

    @property
    def waiting(self) -> Sequence[object]:
        """The days that the database has not, or not as they are."""

    def stop(self) -> None:
        """Keep what there is, and end."""


KEEPERS: list[Keeps] = []  # one, where the clinic has visits counted


def begin(settings: Settings) -> None:
    """Have what is counted written down from now on, where the clinic has visits counted."""
    if settings.counts.on:
        from logic.counts import keeper  # noqa: PLC0415 (it is large, and most kiosks need none)

        KEEPERS.append(keeper.begin(settings.counts, TALLY))
        metrics.QUEUES["counts"] = waiting


def troubles() -> dict[str, str]:
    """What staff should know of the counts, by what it is of."""
    return {of: told for one in KEEPERS for of, told in one.troubles.items()}


def waiting() -> int:
    """How many days wait for the database; today is one of them for a moment."""
    return sum(len(one.waiting) for one in KEEPERS)


def stop() -> None:
    """Keep what was counted, and end."""
    while KEEPERS:
        KEEPERS.pop().stop()


class UntilTheEnd:
    """Have the last counts kept when the server ends.

    uvicorn 0.54 ends a server by the signal that it was sent, so Python's own `atexit` never comes.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Stand around the kiosk."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand everything on; the word that all is shut down, once the counts are kept."""

        async def kept_and_sent(message: Message) -> None:
            if message["type"] == "lifespan.shutdown.complete":
                await asyncio.to_thread(stop)
            await send(message)

        await self.app(scope, receive, kept_and_sent if scope["type"] == "lifespan" else send)


def add(session: str, things: Iterable[Thing]) -> None:
    """Count each of these, of the visit under way in a session, while its screen is there."""
    with LOCK:
        if session in SCREENS.served:
            UNDER_WAY.add(session)
            TALLY.add(things)


def ended(session: str | None, how: End) -> None:
    """Count how a visit ended, if one was under way. Of a screen that is gone, `SCREENS` first."""
    with LOCK:
        if session in UNDER_WAY:
            UNDER_WAY.discard(session)
            TALLY.add([Thing("end", how)])
