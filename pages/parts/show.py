"""How a piece of a page comes onto it: in the visitor's language, or in two of them."""

from collections.abc import Callable
from functools import partial
from typing import TypeVar

from logic.formats import direction
from pages.parts import session, sheet
from pages.parts.drawn import Drawn, side_by_side, whole

T = TypeVar("T")


def show(draw: Callable[..., Drawn], *given: str) -> None:
    """Show a piece that is the same for everyone: it was drawn ahead.

    Where something can be opened in it, it stands alone, so that this stays open.
    """
    if told := in_its_languages(partial(session.drawn, draw, *given)):
        (sheet.piece_alone if sheet.HOLDS in told else sheet.piece)(told)


def show_once(draw: Callable[[], Drawn]) -> None:
    """Show a small piece that is drawn as it is needed; nothing where it is empty."""
    if told := in_its_languages(draw):
        sheet.piece(told)


def in_its_languages(draw: Callable[[], Drawn], tag: str = "div") -> str:
    """What is drawn, in the language of the visit; in a second one beside it where it is wanted.

    `tag` is the element that holds each of the two.
    """
    first, second = in_each(draw)
    other = session.beside()
    if other is None or second is None:
        return whole(first)
    return side_by_side(first, second, (spoken(session.pack().language), spoken(other)), tag)


def in_each(tell: Callable[[], T]) -> tuple[T, T | None]:
    """What is told in the language of the visit, and in the second one where there is one."""
    first, other = tell(), session.beside()
    if other is None:
        return first, None
    with session.speaking(other):
        return first, tell()


def spoken(language: str) -> str:
    """A language and the direction in which it is read, as attributes."""
    return f'lang="{language}" dir="{direction(language)}"'
