"""A control of a page: a button whose words stand in the visitor's language, or in two of them."""

from collections.abc import Callable
from html import escape
from typing import NamedTuple, TypeAlias

from logic.content.items import Item
from logic.withheld import is_hidden_draft
from pages.parts import session, sheet, tapped
from pages.parts.show import in_each, spoken


class Titled(NamedTuple):
    """A title, and what stands below it."""

    title: str
    text: str


Words: TypeAlias = str | Titled
ONWARD = "arrow_forward"  # the sign of what leads on
BEHIND = (ONWARD, "chevron_right", "expand_more")  # signs that stand behind the words
# Their places in the font of Streamlit's signs: names fall apart where text is set wider.
PLACES = {
    "arrow_forward": 0xE5C8,
    "chevron_left": 0xE5CB,
    "chevron_right": 0xE5CC,
    "close": 0xE5CD,
    "expand_more": 0xE5CF,
    "format_size": 0xE245,
    "forum": 0xE0BF,
    "print": 0xE8AD,
}


class Looks(NamedTuple):
    """How a control looks. Where it is off it is there, and cannot be tapped.

    `language` is the one in which its words stand for want of a translation.
    """

    sign: str = ""
    is_main: bool = False
    is_off: bool = False
    language: str | None = None


USUAL, MAIN, LEADS_ON = Looks(), Looks(is_main=True), Looks(ONWARD)


def control(
    name: str,
    tell: Callable[[], Words],
    act: Callable[[], None],
    looks: Looks = USUAL,
    item: Item | None = None,
) -> None:
    """A button as wide as its place. `tell` gives its words, and is asked in each language.

    `item` is what they are words of, where they are of one.
    """
    words = both_languages(tell, item)
    sheet.put(button(name, in_words(words) if "<" in words else words, act, looks))


def button(name: str, words: str, act: Callable[[], None], looks: Looks = USUAL) -> str:
    """A button with these words, which are HTML. pages/static/guard.js tells that it is tapped."""
    if not looks.is_off:
        tapped.on_tap(name, act)
    kind = "tap main" if looks.is_main else "tap"
    more = f" {spoken(looks.language)}" if looks.language else ""
    more += " disabled" if looks.is_off else ""
    more += sign(looks.sign) if looks.sign else ""
    return f'<button class="{kind}" data-tap="{name}"{more}>{words}</button>'


def in_words(html: str) -> str:
    """The words of a control that are more than a text, or share a row with other controls."""
    return f'<span class="words">{html}</span>'


def sign(name: str) -> str:
    """A sign that stands beside words and says no more than they do, as an attribute."""
    return f' data-sign{"-behind" if name in BEHIND else ""}="&#{PLACES[name]};"'


def both_languages(tell: Callable[[], Words], item: Item | None = None) -> str:
    """Words in the language of the visit; below them in a second one, where that is wanted."""
    first, second = in_each(lambda: (as_html(tell()), may_stand(item)))
    other = session.beside()
    if other is None or second is None or second[0] == first[0] or not second[1]:
        return first[0]
    return f'{first[0]}<span class="second" {spoken(other)}>{second[0]}</span>'


def as_html(words: Words) -> str:
    """Words of a control; what stands below a title in a line of its own."""
    if isinstance(words, str):
        return escape(words)
    return f"<strong>{escape(words.title)}</strong><span>{escape(words.text)}</span>"


def may_stand(item: Item | None) -> bool:
    """Whether the words of an item are in the language that is spoken, and may be shown in it."""
    return item is None or not (
        session.other_language(item) or is_hidden_draft(item, session.pack())
    )
