"""What a tap does: each act changes the visit in Streamlit's session."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import streamlit as st
from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic import asking
from logic.content.items import Condition
from logic.content.reading import SOURCE_LANGUAGE
from logic.counts.things import Thing, things_in
from logic.printing.printouts import Printout
from logic.visit import at_all_parts, going_back, going_to, picking, use
from pages.parts import counting, session


def change_visit(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows the fields of a visit)
    """Take a visitor's choice."""
    st.session_state["visit"] = replace(session.visit(), **choices)


def change_comfort(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows its fields)
    """Take how a visitor has the pages look and read. The page stays: no place is lost."""
    begin_with_the_newest()
    change_visit(comfort=replace(session.visit().comfort, **choices))


def speak(language: str) -> None:
    """Go on in this language; where it stood beside the other one, they change places."""
    beside = session.visit().comfort.beside
    swapped = session.pack().language if beside == language else beside
    own = None if language == SOURCE_LANGUAGE else language
    change_comfort(language=own, beside=swapped)


def show_card(card: int) -> None:
    """Show one card of those that come one at a time."""
    change_visit(card=card, turn=session.visit().turn + 1, again=None)


def begin_with_the_newest() -> None:
    """Take the newest content at the first tap of a visit: the page may have waited for long."""
    if use(session.visit()) == "clear":
        st.session_state.pop("kiosk", None)


def go_to(step: str, section: str | None = None) -> None:
    """Move the visit to a step; to a part of the guide, where one is named."""
    begin_with_the_newest()
    st.session_state["visit"] = going_to(session.visit(), step, section)


def go_back() -> None:
    """Move the visit to where it was one page before."""
    st.session_state["visit"] = going_back(session.visit()) or session.visit()


def pick(condition: Condition) -> None:
    """Take a condition, and go on to its guide."""
    begin_with_the_newest()
    st.session_state["visit"] = picking(session.visit(), condition)


def close_section() -> None:
    """Show all parts of the guide."""
    st.session_state["visit"] = at_all_parts(session.visit())


def ask(name: str) -> None:
    """Put a question on the visitor's list, or take it off again."""
    change_visit(questions=asking.toggled(session.visit().questions or (), name))


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
    picked = session.visit().questions
    if picked is None:
        return tuple(names)
    in_order = [one for one in picked if one in names] if session.visit().is_by_hand else names
    return tuple(one for one in in_order if one in picked)


def out_of_sight(names: Sequence[str]) -> tuple[str, ...]:
    """What was picked and does not stand among these: it is of another condition."""
    return tuple(one for one in session.visit().questions or () if one not in names)


def mark_concern(name: str) -> None:
    """Mark that something matters to the visitor, or no longer; it moves questions forward."""
    change_visit(matters=session.visit().matters ^ {name}, is_by_hand=False)


def recall(name: str, place: int) -> None:
    """Take the sentence that was tapped of a recall."""
    others = tuple(one for one in session.visit().recalled if one[0] != name)
    change_visit(recalled=(*others, (name, place)))


def print_out(made: bytes, pages: int) -> None:
    """Give a paper to the clinic's printer. It is seen through even if the visit ends."""
    given, printing = session.printouts(), session.kiosk().settings.printing
    given.append((Printout(made, pages, printing), pages))  # nothing stops a script between the two


def clear() -> None:
    """Forget everything about this visit and begin a new one, with a new number."""
    if context := get_script_run_ctx(suppress_warning=True):
        counting.ended(context.session_id, "cleared")
    st.session_state.clear()


def count() -> None:
    """Count what this visit has come to, each thing once, where the clinic has visits counted."""
    context = get_script_run_ctx(suppress_warning=True)
    already: frozenset[Thing] = st.session_state.get("counted", frozenset())
    new = things_in(session.visit(), session.pack().language) - already
    if new and context and session.is_counted():
        counting.add(context.session_id, new)
        st.session_state["counted"] = already | new
