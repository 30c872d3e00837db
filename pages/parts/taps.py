"""Taps on their way: from a screen's line (stream.py) to the frame, which does what they ask."""

from collections import defaultdict, deque

from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic.taps import Tap

AT_MOST = 20  # taps of one screen that wait to be done: no hand is faster than a page
# By Streamlit's names of the sessions: taps that wait, and Streamlit's name of the page in sight.
WAITING: defaultdict[str, deque[Tap]] = defaultdict(lambda: deque(maxlen=AT_MOST))
IN_SIGHT: dict[str, str] = {}


def comes(session: str, tap: Tap) -> None:
    """Have a tap done when the screen is next drawn."""
    WAITING[session].append(tap)


def goes(session: str | None) -> None:
    """A screen is gone: so is what was tapped on it."""
    WAITING.pop(session or "", None)
    IN_SIGHT.pop(session or "", None)


def next_one() -> Tap | None:
    """The tap of this screen that has waited longest."""
    context = get_script_run_ctx(suppress_warning=True)
    waiting = WAITING.get(context.session_id) if context else None
    return waiting.popleft() if waiting else None


def come_to_what_is_in_sight() -> None:
    """Remember which page a screen now shows, so that what a tap draws is drawn over that."""
    if context := get_script_run_ctx(suppress_warning=True):
        IN_SIGHT[context.session_id] = context.page_script_hash
