"""A few ways to choose from, each a button, the chosen one marked."""

from collections.abc import Callable, Iterable
from functools import partial

import streamlit as st

from pages.parts import session


def choices(
    name: str, chosen: object, ways: Iterable[tuple[object, str]], take: Callable[..., None]
) -> None:
    """One button for each way, given as a value and its label; `take(name=value)` takes it."""
    with st.container(key=f"choices-{name}"):
        for value, label in ways:
            act = partial(take, **{name: value})
            choice(session.key(f"{name}-{value}"), label, act, is_chosen=value == chosen)


def choice(key: str, label: str, act: Callable[[], None], *, is_chosen: bool) -> None:
    """One of the buttons."""
    st.button(
        f"✓ {label}" if is_chosen else label,  # in words, for a screen reader too
        key=key,
        type="primary" if is_chosen else "secondary",
        on_click=act,
        width="stretch",
        wrap=True,
    )
