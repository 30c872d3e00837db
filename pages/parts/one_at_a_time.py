"""Calm mode: one card at a time, and the two ways from it."""

from functools import partial
from html import escape

import streamlit as st

from pages.parts import session
from pages.parts.controls import control
from pages.parts.drawn import Drawn
from pages.parts.show import in_its_languages


def place(count: int) -> int:
    """Which of so many cards is in sight, from 0."""
    return min(session.visit().card, count - 1)


def ways(count: int) -> None:
    """Which card this is, the one before and the next."""
    here = place(count)
    before, following = partial(session.show_card, here - 1), partial(session.show_card, here + 1)
    with st.container(key="choices-card"):
        control("card-before", lambda: session.ui().labels.card_before, before, disabled=here == 0)
        number = in_its_languages(partial(which, here + 1, count), "span")
        page = f"{session.visit().number}-{session.visit().turn} {session.pack().language}"
        st.html(f'<p class="which-card" data-of="{page}">{number}</p>')  # keys.js says it
        is_last = here + 1 == count
        control("card-next", lambda: session.ui().labels.card_next, following, disabled=is_last)


def which(number: int, count: int) -> Drawn:
    """Which card this is, of how many."""
    told = session.ui().labels.card_of.format(number=number, count=count)
    return (escape(told),)
