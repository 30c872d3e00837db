"""Which act each control of a page calls, and how what was tapped is done."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TypeAlias

import streamlit as st

from logic.taps import Tap
from pages.parts import acts, session, taps

Acts: TypeAlias = dict[str, Callable[[], None]]  # by the names of the controls
ACTS: ContextVar[Acts] = ContextVar("ACTS")  # of the page that is being drawn


def on_tap(name: str, act: Callable[[], None]) -> None:
    """Have a tap on this control of the page that is being drawn do this."""
    ACTS.get()[name] = act


@contextmanager
def taking_taps() -> Iterator[None]:
    """Take the taps on what is drawn within, once all of it is, or a fault has ended it.

    Until then those on what is in sight count: what another tap stops was drawn by half.
    """
    drawn: Acts = {}
    before, page = ACTS.set(drawn), session.visit().page
    try:
        with session.seen_once():
            yield
    except Exception:
        st.session_state["acts"] = (page, drawn)
        raise
    finally:
        ACTS.reset(before)
    st.session_state["acts"] = (page, drawn)


def do_what_was_tapped() -> None:
    """Do what was tapped on the page that this screen shows, one tap after the other.

    Whatever is done may be done again from its beginning, where another tap has stopped it
    (taps.py). So an act writes once, at its end, or can be repeated.
    """
    taps.each(do)


def do(tap: Tap) -> None:
    """Do what was tapped, where the page that it was meant for is still the one in sight."""
    page, known = st.session_state.get("acts", ("", {}))
    act = acts.clear if tap.control == "clear" else known.get(tap.control)
    if act and tap.is_meant_for(page) and tap.is_meant_for(session.visit().page):
        act()
