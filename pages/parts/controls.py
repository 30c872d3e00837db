"""A control of a page: a button whose words stand in the visitor's language, or in two of them."""

from collections.abc import Callable
from typing import Any

import streamlit as st

from logic.content.items import Item
from logic.withheld import is_hidden_draft
from pages.parts import session
from pages.parts.show import in_each

# How a control looks that leads on.
ONWARD: dict[str, Any] = {"icon": ":material/arrow_forward:", "icon_position": "right"}


def control(
    name: str,
    tell: Callable[[], str],
    act: Callable[[], None],
    *,
    item: Item | None = None,
    language: str | None = None,
    **looks: Any,  # noqa: ANN401 (`st.button` knows them)
) -> None:
    """A button as wide as its place. `tell` gives its words, and is asked in each language.

    `item` is what they are words of, where they are of one; `language` is the one in which they
    stand for want of a translation.
    """
    st.button(
        label(tell, item),
        key=session.key(name, language),
        on_click=act,
        width="stretch",
        wrap=True,
        **looks,
    )


def label(tell: Callable[[], str], item: Item | None = None) -> str:
    """A label in the language of the visit; below it in a second one, where that is wanted.

    The lines of the second are emphasized, and nothing else in a label is: by that
    pages/static/guard.js knows them, and says to a screen reader in which language they are.
    """
    first, second = in_each(lambda: (tell(), may_stand(item)))
    if second is None or second[0] == first[0] or not second[1]:
        return first[0]
    lines = [f"*{line.strip()}*" for line in second[0].splitlines() if line.strip()]
    return "  \n".join((first[0], *lines))


def may_stand(item: Item | None) -> bool:
    """Whether the words of an item are in the language that is spoken, and may be shown in it."""
    return item is None or not (
        session.other_language(item) or is_hidden_draft(item, session.pack())
    )
