"""A few ways to choose from, each a button, the chosen one marked."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, TypeAlias

import streamlit as st

from pages.parts.controls import control

Ways: TypeAlias = Sequence[tuple[object, str]]


def choices(name: str, chosen: object, ways: Callable[[], Ways], take: Callable[..., None]) -> None:
    """One button for each way, given as a value and its label; `take(name=value)` takes it.

    `ways` is asked in each language of the page.
    """
    with st.container(key=f"choices-{name}"):
        for place, (value, _) in enumerate(ways()):
            act = partial(take, **{name: value})
            choice(
                f"{name}-{value}", partial(words_of, ways, place), act, is_chosen=value == chosen
            )


def words_of(ways: Callable[[], Ways], place: int) -> str:
    """What the way in this place is called."""
    return ways()[place][1]


def choice(
    name: str,
    tell: Callable[[], str],
    act: Callable[[], None],
    *,
    is_chosen: bool,
    **more: Any,  # noqa: ANN401 (`control` knows them)
) -> None:
    """One of the buttons. That it is chosen stands in words, for a screen reader too."""
    kind = "primary" if is_chosen else "secondary"
    marked = (lambda: f"✓ {tell()}") if is_chosen else tell
    control(name, marked, act, type=kind, **more)
