"""Taps on their way: from a screen's line (stream.py) to the frame, which does what they ask."""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
from threading import RLock

from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic.taps import ON_EVERY_PAGE, Tap

AT_MOST = 20  # taps of one screen that wait to be done: no hand is faster than a page


@dataclass
class Waiting:
    """The taps of one screen, and who does them: for a moment two scripts may draw for it."""

    taps: deque[Tap] = field(default_factory=deque)
    lock: RLock = field(default_factory=RLock)


WAITING: dict[str, Waiting] = {}  # by Streamlit's names of the sessions


def comes(session: str, tap: Tap) -> None:
    """Have a tap done when the screen is next drawn. Help and the end are always taken."""
    waiting = WAITING.setdefault(session, Waiting())
    if len(waiting.taps) < AT_MOST or tap.control in ON_EVERY_PAGE:
        waiting.taps.append(tap)


def goes(session: str | None) -> None:
    """A screen is gone: so is what was tapped on it."""
    WAITING.pop(session or "", None)


def each(act: Callable[[Tap], None]) -> None:
    """Do every tap of this screen, the one that has waited longest first.

    A tap is gone once it is done. Streamlit stops a script when another tap comes: the next script
    then does again what was only begun.
    """
    context = get_script_run_ctx(suppress_warning=True)
    waiting = WAITING.get(context.session_id) if context else None
    if waiting is None:
        return
    with waiting.lock:
        while waiting.taps:
            try:
                act(waiting.taps[0])
            except Exception:
                waiting.taps.popleft()  # a fault in it would come back for ever
                raise
            waiting.taps.popleft()
