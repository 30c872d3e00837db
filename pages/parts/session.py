"""What a page is drawn of: the visit in Streamlit's session, and the content and settings of all.

What changes a visit is in acts.py.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import date
from functools import cache
from typing import NamedTuple

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic import clock
from logic.content.items import Condition, Item
from logic.content.pack import Pack, name_of
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import UiStrings
from logic.printing.printouts import Printout
from logic.visit import Visit
from pages.parts.drawn import Drawn
from pages.parts.kiosk import Kiosk, read_kiosk


class Voice(NamedTuple):
    """In which language the kiosk speaks, and whether to somebody who helps another person."""

    language: str = SOURCE_LANGUAGE
    is_to_helper: bool = False


class Sight(NamedTuple):
    """What a page is drawn of. Each look into Streamlit's session costs, and a page needs 400."""

    visit: Visit
    began_with: Kiosk


SIGHT: ContextVar[Sight | None] = ContextVar("SIGHT", default=None)  # while a page is drawn
# How it speaks while something is drawn, where that is not as the visitor chose.
VOICE: ContextVar[Voice | None] = ContextVar("VOICE", default=None)


@cache
def read_once() -> Kiosk:
    """The content and settings as they were when they were first asked for."""
    return read_kiosk()


# Where the newest content comes from. A kiosk that runs follows it: following.py, editing.py.
newest: Callable[[], Kiosk] = read_once


def kiosk() -> Kiosk:
    """What this visit began with, in its language: no page changes under a visitor.

    Outside a visit it is the newest.
    """
    spoken, began_with = voice(), began()
    found = began_with.translated.get(spoken.language, began_with)
    return found.to_helper if spoken.is_to_helper and found.to_helper else found


def began() -> Kiosk:
    """What this visit began with, in the language of the source. Outside a visit, the newest."""
    if sight := SIGHT.get():
        return sight.began_with
    if get_script_run_ctx(suppress_warning=True) is None:
        return newest()
    if "kiosk" not in st.session_state:
        st.session_state["kiosk"] = newest()
    began_with: Kiosk = st.session_state["kiosk"]
    return began_with


def voice() -> Voice:
    """How the kiosk speaks now."""
    given = VOICE.get()
    if given is not None or get_script_run_ctx(suppress_warning=True) is None:
        return given or Voice()
    comfort = visit().comfort
    return Voice(comfort.language or SOURCE_LANGUAGE, comfort.is_helper)


@contextmanager
def seen_once() -> Iterator[None]:
    """Draw of what the visit is now: what is drawn within changes nothing of it."""
    before = SIGHT.set(Sight(visit(), began()))
    try:
        yield
    finally:
        SIGHT.reset(before)


@contextmanager
def speaking(language: str, *, is_to_helper: bool | None = None) -> Iterator[None]:
    """Draw in this language, whatever the visit's own is; to a helper where it speaks to one."""
    to_helper = voice().is_to_helper if is_to_helper is None else is_to_helper
    before = VOICE.set(Voice(language, to_helper))
    try:
        yield
    finally:
        VOICE.reset(before)


def beside() -> str | None:
    """The second language in which this visitor reads, or none."""
    second = visit().comfort.beside
    has_it = second in began().languages and second != pack().language
    return second if has_it else None


def pack() -> Pack:
    """All content."""
    return kiosk().pack


def ui() -> UiStrings:
    """The kiosk's own words."""
    return kiosk().pack.ui_strings


def drawn(draw: Callable[..., Drawn], *given: str) -> Drawn:
    """What `draw(*given)` draws, drawn once on each day and then kept: a tap costs no work."""
    kept, key = drawn_today(kiosk()), (draw.__module__, draw.__qualname__, *given)
    if key not in kept:
        made, plain = draw(*given), began().languages.get(voice().language, began())
        same = drawn_today(plain).get(key)  # most of it says nothing else to a helper: kept once
        kept[key] = same if same == made else made
    return kept[key]


def drawn_today(of: Kiosk) -> dict[tuple[str, ...], Drawn]:
    """The pieces that are drawn of a kiosk for today."""
    if today() not in of.drawn:
        of.drawn.clear()  # yesterday's; two visitors who both come first only draw twice
    return of.drawn.setdefault(today(), {})


def today() -> date:
    """The day by which review dates are judged."""
    return clock.today()


def visit() -> Visit:
    """What this visitor chose so far."""
    if sight := SIGHT.get():
        return sight.visit
    if "visit" not in st.session_state:
        st.session_state["visit"] = Visit()
    current: Visit = st.session_state["visit"]
    return current


def names_of_languages() -> dict[str, str]:
    """Every language by its tag, named in itself."""
    every = began().languages
    return {tag: one.pack.ui_strings.language_name for tag, one in every.items()}


def printouts() -> list[tuple[Printout, int]]:
    """All that this visitor had printed, the last one last, each with its number of pages."""
    found: list[tuple[Printout, int]] = st.session_state.setdefault("printouts", [])
    return found


def is_counted() -> bool:
    """Whether the clinic has visits counted. A visit goes by what held when it began."""
    return kiosk().settings.counts.on


def other_language(item: Item) -> str | None:
    """The language in which an item stands for want of a translation; none where it has one."""
    return SOURCE_LANGUAGE if name_of(item) in pack().untranslated else None


def conditions_shown() -> tuple[Condition, ...]:
    """The conditions that this clinic shows, in their order."""
    return kiosk().conditions


def heading(step: str) -> str:
    """The heading of a step as it is told to anybody: a title names no helper."""
    return str(getattr(began().languages[pack().language].pack.ui_strings.headings, step))
