"""A control of a page: a button whose words stand in the visitor's language, or in two of them."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from pages.parts import session

# How a control looks that leads on.
ONWARD: dict[str, Any] = {"icon": ":material/arrow_forward:", "icon_position": "right"}


def control(
    name: str,
    tell: Callable[[], str],
    act: Callable[[], None],
    *,
    language: str | None = None,
    **looks: Any,  # noqa: ANN401 (`st.button` knows them)
) -> None:
    """A button as wide as its place. `tell` gives its words, and is asked in each language.

    `language` is the one in which they stand for want of a translation.
    """
    st.button(
        in_its_languages(tell),
        key=session.key(name, language),
        on_click=act,
        width="stretch",
        wrap=True,
        **looks,
    )


def in_its_languages(tell: Callable[[], str]) -> str:
    """A label in the language of the visit; below it in a second one, where that is wanted.

    The lines of the second are emphasized, and nothing else in a label is: by that
    pages/static/guard.js knows them, and says to a screen reader in which language they are.
    """
    first, other = tell(), session.beside()
    if other is None:
        return first
    with session.speaking(other):
        second = tell()
    lines = [] if second == first else [f"*{line.strip()}*" for line in second.splitlines()]
    return "  \n".join((first, *lines))
