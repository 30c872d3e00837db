"""The paper to take home: how it looks, the control that prints it, and how the printing goes."""

import logging
from base64 import b64encode
from collections.abc import Callable, Sequence
from functools import partial
from html import escape
from typing import TypeVar

import streamlit as st

from logic.asking import questions_in_sight
from logic.content.strings import PrintingLabels
from logic.handout.making import handout_of
from logic.handout.paper import CannotPrintError, pages_in, pdf, sheets
from logic.printing.printer import may_print, state
from logic.printing.states import State
from pages.parts import acts, cards, session, sheet
from pages.parts.choices import Ways, choices
from pages.parts.controls import Looks, control
from pages.parts.drawn import Drawn
from pages.parts.formats import counted
from pages.parts.show import in_its_languages, show_once

Made = TypeVar("Made")
log = logging.getLogger(__name__)
LOOKS_EVERY = 2.0  # seconds between two looks at how the printing goes


def to_print(condition: str, names: Sequence[str]) -> None:
    """Whatever stands between a visitor and the paper."""
    visit = session.visit()
    choices("large_print", visit.large_print, sizes, acts.change_visit)
    choices("discreet", visit.discreet, outsides, acts.change_visit)
    if session.kiosk().settings.printing.by == "browser":
        by_the_browser(condition, names)
    else:
        through_cups(condition, names)


def sizes() -> Ways:
    """How large the letters may be."""
    taking = session.ui().taking
    return [(False, taking.usual_print), (True, taking.large_print)]


def outsides() -> Ways:
    """What may stand on the outside."""
    taking = session.ui().taking
    return [(True, taking.discreet), (False, taking.not_discreet)]


def through_cups(condition: str, names: Sequence[str]) -> None:
    """The control that gives the paper to the clinic's printer, and what became of it."""
    settings = session.kiosk().settings.printing
    if is_printing():
        sheet.show_so_far()
        st.fragment(how_it_goes, run_every=LOOKS_EVERY)()
        return
    made = paper(condition, names, pdf)
    pages = pages_in(made) if made else 0
    printed = printed_so_far()
    if made is None:
        told(lambda: [labels().not_made, labels().ask_the_desk])
    elif not may_print(0, pages, settings):
        told(lambda: [labels().too_long, labels().ask_the_desk])
    elif not may_print(printed, pages, settings):
        told(lambda: [labels().too_many, labels().ask_the_desk])
    else:
        show_once(partial(how_many, pages))
        looks = Looks("print", is_main=not how_it_is().is_a_fault)
        control("print", lambda: labels().print, partial(give, made, pages), looks)
        return
    how_it_is()


def give(made: bytes, pages: int) -> None:
    """Give the paper to the printer: one at a time, and no more than a visit may."""
    if not is_printing() and may_print(printed_so_far(), pages, session.kiosk().settings.printing):
        acts.print_out(made, pages)


def printed_so_far() -> int:
    """How many pages came out in this visit."""
    return sum(number for one, number in session.printouts() if one.state.kind == "printed")


def paper(condition: str, names: Sequence[str], form: Callable[..., Made]) -> Made | None:
    """The paper as it would be printed; none where a letter on it is in none of our fonts."""
    kiosk, visit = session.kiosk(), session.visit()
    asked = questions_in_sight(kiosk.pack, names, session.today())
    words = handout_of(kiosk.pack, kiosk.settings, condition, asked, session.today())
    size = kiosk.settings.printing.paper
    try:
        return form(words, paper=size, large=visit.large_print, discreet=visit.discreet)
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
    st.html(sheet.as_piece(in_words(lambda: [getattr(labels(), last.state.kind)])))


def how_it_is() -> State:
    """Tell what became of the pages asked for last; of none, whether the printer is there."""
    found = session.printouts()
    last = found[-1][0].state if found else state(session.kiosk().settings.printing)
    told(lambda: [getattr(labels(), last.kind), *([labels().ask_the_desk] * last.is_a_fault)])
    return last


def told(tell: Callable[[], list[str]]) -> None:
    """Draw sentences that a screen reader says when they change."""
    sheet.piece(in_words(tell))


def in_words(tell: Callable[[], list[str]]) -> str:
    """Sentences that a screen reader says when they change."""
    words = in_its_languages(lambda: tuple(map(cards.text, tell())))
    return f'<div role="status" class="card">{words}</div>'


def labels() -> PrintingLabels:
    """The words for printing."""
    return session.ui().printing


def how_many(pages: int) -> Drawn:
    """How many pages will come out."""
    return (cards.note(counted(session.ui().counted.pages_of_paper, pages)),)


def by_the_browser(condition: str, names: Sequence[str]) -> None:
    """The control at which the browser prints, and the pages that it prints: on paper alone."""
    settings = session.kiosk().settings.printing
    made = paper(condition, names, sheets)
    if made is None:
        told(lambda: [labels().not_made, labels().ask_the_desk])
    elif not may_print(0, len(made), settings):
        told(lambda: [labels().too_long, labels().ask_the_desk])
    else:
        show_once(partial(how_many, len(made)))
        label = in_its_languages(lambda: (escape(labels().print),), "span")
        sheet.put(f'<button class="tap main" data-print="yes">{label}</button>')
        sheet.show_so_far()
        with st.container(key="paper-only"):
            for one in made:  # each by itself: all of a long paper is more than one message holds
                st.html(as_picture(one))


def as_picture(page: bytes) -> str:
    """A page of the paper, as a picture within the page."""
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(page).decode()}">'
