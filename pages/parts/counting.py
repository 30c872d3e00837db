"""Where a visit adds to the counts of its day: in memory, and nothing waits for it.

What is counted at all is said in logic/counts/things.py. Here it is known in which sessions a visit
is under way, so that its end counts once, however it comes.
"""

import atexit
from collections.abc import Callable, Iterable

from logic.counts.tally import Tally
from logic.counts.things import End, Thing
from logic.settings import Settings

TALLY = Tally()
UNDER_WAY = set[str]()  # by Streamlit's names of the sessions


def nothing_wrong() -> dict[str, str]:
    """What staff should know of counts that nobody keeps."""
    return {}


# What staff should know of the counts, by what it is of: logic/counts/keeper.py.
troubles: Callable[[], dict[str, str]] = nothing_wrong


def begin(settings: Settings) -> None:
    """Have what is counted written down from now on, where the clinic has visits counted."""
    if settings.counts.on:
        from logic.counts import keeper  # noqa: PLC0415 (it is large, and most kiosks need none)

        kept = keeper.begin(settings.counts, TALLY)
        atexit.register(kept.stop)
        global troubles  # noqa: PLW0603 (set once, at the start)
        troubles = lambda: kept.troubles  # noqa: E731


def add(session: str, things: Iterable[Thing]) -> None:
    """Count each of these, of the visit that is under way in a session."""
    UNDER_WAY.add(session)
    TALLY.add(things)


def ended(session: str | None, how: End) -> None:
    """Count how a visit ended, if one was under way."""
    if session in UNDER_WAY:
        UNDER_WAY.discard(session)
        TALLY.add([Thing("end", how)])
