"""The paper to take home: how it looks, the control that prints it, and how the printing goes."""

import logging
from collections.abc import Sequence
from functools import partial
from html import escape

import streamlit as st

from logic.asking import questions_in_sight
from logic.handout.making import handout_of
from logic.handout.paper import CannotPrintError, pages_in, pdf
from logic.matching import own_sections
from logic.printing.printer import may_print, state
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
    labels, settings = session.ui().printing, session.kiosk().settings.printing
    if is_printing():
        st.fragment(how_it_goes, run_every=LOOKS_EVERY)()
        return
    made = paper(condition, names)
    pages = pages_in(made) if made else 0
    printed = sum(number for one, number in session.printouts() if one.state.kind == "printed")
    if made is None:
        told(labels.not_made, labels.ask_the_desk)
    elif not may_print(0, pages, settings):
        told(labels.too_long, labels.ask_the_desk)
    elif not may_print(printed, pages, settings):
        told(labels.too_many, labels.ask_the_desk)
    else:
        st.html(cards.note(counted(session.ui().counted.pages_of_paper, pages)))
        control(made, pages)
    how_it_is()


def control(made: bytes, pages: int) -> None:
    """The button that prints."""
    st.button(
        session.ui().printing.print,
        key=session.key("print"),
        icon=":material/print:",
        type="primary",
        on_click=partial(session.print_out, made, pages),
        width="stretch",
    )


def paper(condition: str, names: Sequence[str]) -> bytes | None:
    """The paper as it would be printed; none where a letter on it is in none of our fonts."""
    kiosk, visit = session.kiosk(), session.visit()
    asked = questions_in_sight(kiosk.pack, names, session.today())
    words = handout_of(kiosk.pack, kiosk.settings, condition, asked, session.today())
    sheet = kiosk.settings.printing.paper
    try:
        return pdf(words, paper=sheet, large=visit.large_print, discreet=visit.discreet)
    except CannotPrintError:
        log.warning("A paper cannot be made: no font of ours has one of its letters.")
        return None


def is_printing() -> bool:
    """Whether pages are on their way."""
    return any(not one.state.is_settled for one, _ in session.printouts())


def how_it_goes() -> None:
    """How pages on their way are, in words; once that is settled the page is drawn anew."""
    if not is_printing():
        st.rerun()
    (last, _) = session.printouts()[-1]
    told(getattr(session.ui().printing, last.state.kind))


def how_it_is() -> None:
    """What became of the pages that were asked for last; of none, whether the printer is there."""
    labels, found = session.ui().printing, session.printouts()
    last = found[-1][0].state if found else state(session.kiosk().settings.printing)
    words = [getattr(labels, last.kind)]
    told(*words, *([labels.ask_the_desk] if last.is_a_fault else []))


def told(*words: str) -> None:
    """Sentences that a screen reader says when they change."""
    st.html(f'<div role="status" class="card">{"".join(map(cards.text, words))}</div>')


def by_the_browser(condition: str, names: Sequence[str]) -> None:
    """The control at which the browser prints, and what stands on paper alone."""
    show_once(lambda: (cards.note(session.ui().taking.by_browser),))
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
