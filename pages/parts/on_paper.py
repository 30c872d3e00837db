"""The paper to take home: how it looks, the control that prints it, and how the printing goes."""

import logging
from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from logic.handout.making import handout_of
from logic.handout.paper import CannotPrintError, pages_in, pdf
from logic.matching import own_sections
from logic.printing.printer import may_print
from logic.printing.printouts import Printout
from pages.parts import cards, checks, contacts, passages, session, ways_to_help
from pages.parts.choices import choices
from pages.parts.drawn import Drawn
from pages.parts.formats import counted
from pages.parts.show import show, show_once

log = logging.getLogger(__name__)
LOOKS_EVERY = 2.0  # seconds between two looks at how the printing goes


def to_print(condition: str, names: Sequence[str]) -> None:
    """Whatever stands between a visitor and the paper."""
    if session.kiosk().settings.printing.by == "browser":
        by_the_browser(condition, names)
        return
    labels, visit = session.ui().taking, session.visit()
    sizes = [(False, labels.usual_print), (True, labels.large_print)]
    choices("large_print", visit.large_print, sizes, session.change_visit)
    outsides = [(True, labels.discreet), (False, labels.not_discreet)]
    choices("discreet", visit.discreet, outsides, session.change_visit)
    through_cups(condition, names)


def through_cups(condition: str, names: Sequence[str]) -> None:
    """The control that gives the paper to the clinic's printer, and what became of it."""
    made = paper(condition, names)
    if made is None:
        told(session.ui().printing.away, session.ui().printing.ask_the_desk)
        return
    pages = pages_in(made)
    printing = session.kiosk().settings.printing
    if not may_print(session.visit().pages_printed, pages, printing):
        told(session.ui().printing.too_many, session.ui().printing.ask_the_desk)
        how_it_goes()
        return
    st.html(cards.note(counted(session.ui().counted.pages_of_paper, pages)))
    st.button(
        session.ui().printing.print,
        key=session.key("print"),
        icon=":material/print:",
        type="primary",
        disabled=is_printing(),
        on_click=partial(session.print_out, made, pages),
        width="stretch",
    )
    how_it_goes()


def paper(condition: str, names: Sequence[str]) -> bytes | None:
    """The paper as it would be printed; none where a letter on it is in none of our fonts."""
    kiosk, visit = session.kiosk(), session.visit()
    words = handout_of(kiosk.pack, kiosk.settings, condition, tuple(names), session.today())
    sheet = kiosk.settings.printing.paper
    try:
        return pdf(words, paper=sheet, large=visit.large_print, discreet=visit.discreet)
    except CannotPrintError as error:
        log.warning("%s", error)  # a clinic's own words; none of the visit's
        return None


def is_printing() -> bool:
    """Whether pages are on their way."""
    found = session.printout()
    return found is not None and not found.state.is_settled


def how_it_goes() -> None:
    """What became of the pages that were asked for, looked at again until it is known."""
    found = session.printout()
    if found is None:
        return
    every = None if found.state.is_settled else LOOKS_EVERY
    st.fragment(partial(state_of, found), run_every=every)()


def state_of(found: Printout) -> None:
    """How pages on their way are, in words; once it is settled the page is drawn anew."""
    labels = session.ui().printing
    words = [getattr(labels, found.state.kind)]
    words += [labels.ask_the_desk] if found.state.is_a_fault else []
    told(*words)
    if found.state.is_settled and st.session_state.get("printing_seen") is not found:
        st.session_state["printing_seen"] = found
        st.rerun()


def told(*words: str) -> None:
    """Sentences that a screen reader says when they change."""
    st.html(f'<div role="status" class="card">{"".join(map(cards.text, words))}</div>')


def by_the_browser(condition: str, names: Sequence[str]) -> None:
    """The control at which the browser prints, and what stands on paper alone."""
    label = escape(session.ui().printing.print)
    st.html(f'<button type="button" class="open" data-print="yes">{label}</button>')
    with st.container(key="paper-only"):
        show_once(partial(with_room, names))
        for part in own_sections(session.pack(), condition):
            show(passages.all_in_short, part.id)
        show(checks.what_is_checked, condition)
        show(ways_to_help.at_first, condition)
        show_once(contacts.clinic)
        show(ways_to_help.later, condition)


def with_room(names: Sequence[str]) -> Drawn:
    """The visitor's questions, each with room to write."""
    pack, title = session.pack(), session.ui().headings.questions
    asked = "".join(
        f'<div class="room"{cards.own_language(pack.question[name])}>{place}. '
        f"{escape(pack.question[name].title)}</div>"
        for place, name in enumerate(names, 1)
    )
    return (cards.heading(title) + asked,)
