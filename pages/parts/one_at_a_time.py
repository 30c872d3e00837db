"""Calm mode: one card at a time, and the two ways from it."""

from functools import partial
from html import escape

from pages.parts import acts, session, sheet
from pages.parts.controls import Looks, control
from pages.parts.drawn import Drawn
from pages.parts.show import in_its_languages


def place(count: int) -> int:
    """Which of so many cards is in sight, from 0."""
    return min(session.visit().card, count - 1)


def ways(count: int) -> None:
    """Which card this is, the one before and the next."""
    here = place(count)
    before, following = partial(acts.show_card, here - 1), partial(acts.show_card, here + 1)
    with sheet.box("choices", "card-ways"):
        first, last = Looks(is_off=here == 0), Looks(is_off=here + 1 == count)
        control("card-before", lambda: session.ui().labels.card_before, before, first)
        number = in_its_languages(partial(which, here + 1, count), "span")
        page = f"{session.visit().page} {session.pack().language}"
        sheet.put(f'<p class="which-card" data-of="{page}">{number}</p>')  # keys.js says it
        control("card-next", lambda: session.ui().labels.card_next, following, last)


def which(number: int, count: int) -> Drawn:
    """Which card this is, of how many."""
    told = session.ui().labels.card_of.format(number=number, count=count)
    return (escape(told),)
