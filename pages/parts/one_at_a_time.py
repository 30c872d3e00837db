"""Calm mode: one card at a time, and the two ways from it."""

from functools import partial
from html import escape

import streamlit as st

from pages.parts import session


def place(count: int) -> int:
    """Which of so many cards is in sight, from 0."""
    return min(session.visit().card, count - 1)


def ways(count: int) -> None:
    """Which card this is, the one before and the next."""
    labels, here = session.ui().labels, place(count)
    with st.container(key="choices-card"):
        way(labels.card_before, "before", here - 1, off=here == 0)
        told = labels.card_of.format(number=here + 1, count=count)
        st.html(f'<p class="which-card">{escape(told)}</p>')
        way(labels.card_next, "next", here + 1, off=here + 1 == count)


def way(label: str, name: str, to: int, *, off: bool) -> None:
    """A way to another card; there but not to be pressed where there is none."""
    st.button(
        label,
        key=session.key(f"card-{name}"),
        disabled=off,
        on_click=partial(session.show_card, to),
        width="stretch",
        wrap=True,
    )
