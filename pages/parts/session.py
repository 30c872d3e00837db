"""The only door to Streamlit's session, and to what all visitors share: content and settings."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace
from datetime import date
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic import asking, clock
from logic.content.items import Condition, Item
from logic.content.pack import Pack, name_of
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import UiStrings
from logic.counts.things import Thing, things_in
from logic.printing.printouts import Printout
from logic.taps import Tap
from logic.visit import Visit, at_all_parts, going_aside, going_back, going_to, use
from pages.parts import counting, taps
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


Acts: TypeAlias = dict[str, Callable[[], None]]  # by the names of the controls
ACTS: ContextVar[Acts] = ContextVar("ACTS")  # of the page that is being drawn

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


def change_visit(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows the fields of a visit)
    """Take a visitor's choice."""
    st.session_state["visit"] = replace(visit(), **choices)


def change_comfort(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows its fields)
    """Take how a visitor has the pages look and read. The page stays: no place is lost."""
    begin_with_the_newest()
    change_visit(comfort=replace(visit().comfort, **choices))


def speak(language: str) -> None:
    """Go on in this language; where it stood beside the other one, they change places."""
    swapped = pack().language if visit().comfort.beside == language else visit().comfort.beside
    own = None if language == SOURCE_LANGUAGE else language
    change_comfort(language=own, beside=swapped)


def show_card(card: int) -> None:
    """Show one card of those that come one at a time."""
    change_visit(card=card, turn=visit().turn + 1)


def names_of_languages() -> dict[str, str]:
    """Every language by its tag, named in itself."""
    every = began().languages
    return {tag: one.pack.ui_strings.language_name for tag, one in every.items()}


def begin_with_the_newest() -> None:
    """Take the newest content at the first tap of a visit: the page may have waited for long."""
    if use(visit()) == "clear":
        st.session_state.pop("kiosk", None)


def go_to(step: str) -> None:
    """Move the visit to a step."""
    begin_with_the_newest()
    st.session_state["visit"] = going_to(visit(), step)


def go_back() -> None:
    """Move the visit to where it was one page before."""
    st.session_state["visit"] = going_back(visit()) or visit()


def pick(condition: Condition) -> None:
    """Take a condition, and go on to its guide; by way of the calm page where it is of suicide."""
    change_visit(condition=condition.id, study_filter="all")
    go_to("calm" if condition.about_suicide else "guide")


def open_section(section: str) -> None:
    """Show one part of the guide."""
    change_visit(section=section, turn=visit().turn + 1)


def ask(name: str) -> None:
    """Put a question on the visitor's list, or take it off again."""
    change_visit(questions=asking.toggled(visit().questions or (), name))


def ask_sooner(names: Sequence[str], name: str) -> None:
    """Take the questions in sight for the visitor's own, this one before the one above it."""
    now = in_sight(names)
    change_visit(questions=(*asking.sooner(now, name), *out_of_sight(names)), is_by_hand=True)


def ask_not(names: Sequence[str], name: str) -> None:
    """Take the questions in sight for the visitor's own, without this one."""
    now = [one for one in in_sight(names) if one != name]
    change_visit(questions=(*now, *out_of_sight(names)))


def in_sight(names: Sequence[str]) -> tuple[str, ...]:
    """Those of these questions that are on the list by now: a tap may have changed it meanwhile."""
    picked = visit().questions
    if picked is None:
        return tuple(names)
    in_order = [one for one in picked if one in names] if visit().is_by_hand else names
    return tuple(one for one in in_order if one in picked)


def out_of_sight(names: Sequence[str]) -> tuple[str, ...]:
    """What was picked and does not stand among these: it is of another condition."""
    return tuple(one for one in visit().questions or () if one not in names)


def mark_concern(name: str) -> None:
    """Mark that something matters to the visitor, or no longer; it moves questions forward."""
    change_visit(matters=visit().matters ^ {name}, is_by_hand=False)


def recall(name: str, place: int) -> None:
    """Take the sentence that was tapped of a recall."""
    others = tuple(one for one in visit().recalled if one[0] != name)
    change_visit(recalled=(*others, (name, place)))


def printouts() -> list[tuple[Printout, int]]:
    """All that this visitor had printed, the last one last, each with its number of pages."""
    found: list[tuple[Printout, int]] = st.session_state.setdefault("printouts", [])
    return found


def print_out(made: bytes, pages: int) -> None:
    """Give a paper to the clinic's printer. It is seen through even if the visit ends."""
    given, printing = printouts(), kiosk().settings.printing
    given.append((Printout(made, pages, printing), pages))  # nothing stops a script between the two


def read_part(section: str) -> None:
    """Show a part of the guide from another page, to which Back leads."""
    st.session_state["visit"] = going_aside(visit(), "guide", section)


def close_section() -> None:
    """Show all parts of the guide."""
    st.session_state["visit"] = at_all_parts(visit())


def see_the_list() -> None:
    """Show the visitor's questions from another page, to which Back leads."""
    st.session_state["visit"] = going_aside(visit(), "questions")


def clear() -> None:
    """Forget everything about this visit and begin a new one, with a new number."""
    if context := get_script_run_ctx(suppress_warning=True):
        counting.ended(context.session_id, "cleared")
    st.session_state.clear()


def is_counted() -> bool:
    """Whether the clinic has visits counted. A visit goes by what held when it began."""
    return kiosk().settings.counts.on


def count() -> None:
    """Count what this visit has come to, each thing once, where the clinic has visits counted."""
    context = get_script_run_ctx(suppress_warning=True)
    already: frozenset[Thing] = st.session_state.get("counted", frozenset())
    new = things_in(visit(), pack().language) - already
    if new and context and is_counted():
        counting.add(context.session_id, new)
        st.session_state["counted"] = already | new


def on_tap(name: str, act: Callable[[], None]) -> None:
    """Have a tap on this control of the page that is being drawn do this."""
    ACTS.get()[name] = act


@contextmanager
def taking_taps() -> Iterator[None]:
    """Take the taps on what is drawn within, once all of it is, or a fault has ended it.

    Until then those on what is in sight count: what another tap stops was drawn by half. What is
    drawn within changes nothing of the visit.
    """
    drawn: Acts = {}
    before, seen = ACTS.set(drawn), SIGHT.set(Sight(visit(), began()))
    try:
        yield
    except Exception:
        st.session_state["acts"] = (visit().page, drawn)
        raise
    finally:
        SIGHT.reset(seen)
        ACTS.reset(before)
    st.session_state["acts"] = (visit().page, drawn)


def do_what_was_tapped() -> None:
    """Do what was tapped on the page that this screen shows, one tap after the other.

    Whatever is done may be done again from its beginning, where another tap has stopped it
    (taps.py). So an act writes once, at its end, or can be repeated.
    """
    taps.each(do)


def do(tap: Tap) -> None:
    """Do what was tapped, where the page that it was meant for is still the one in sight."""
    page, acts = st.session_state.get("acts", ("", {}))
    act = clear if tap.control == "clear" else acts.get(tap.control)
    if act and tap.is_meant_for(page) and tap.is_meant_for(visit().page):
        act()


def other_language(item: Item) -> str | None:
    """The language in which an item stands for want of a translation; none where it has one."""
    return SOURCE_LANGUAGE if name_of(item) in pack().untranslated else None


def conditions_shown() -> tuple[Condition, ...]:
    """The conditions that this clinic shows, in their order."""
    return kiosk().conditions


def heading(step: str) -> str:
    """The heading of a step as it is told to anybody: a title names no helper."""
    return str(getattr(began().languages[pack().language].pack.ui_strings.headings, step))
