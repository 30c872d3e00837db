"""A few ways to choose from, each a button, the chosen one marked."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from logic.content.items import Item
from pages.parts import sheet
from pages.parts.controls import MAIN, USUAL, Looks, Titled, Words, control

Ways: TypeAlias = Sequence[tuple[object, str]]


def choices(name: str, chosen: object, ways: Callable[[], Ways], take: Callable[..., None]) -> None:
    """One button for each way, given as a value and its label; `take(name=value)` takes it.

    `ways` is asked in each language of the page.
    """
    with sheet.box("choices", name):
        for place, (value, _) in enumerate(ways()):
            act = partial(take, **{name: value})
            looks = MAIN if value == chosen else USUAL
            choice(f"{name}-{value}", partial(words_of, ways, place), act, looks)


def words_of(ways: Callable[[], Ways], place: int) -> str:
    """What the way in this place is called."""
    return ways()[place][1]


def choice(
    name: str,
    tell: Callable[[], Words],
    act: Callable[[], None],
    looks: Looks,
    item: Item | None = None,
) -> None:
    """One of the buttons. The main one is chosen: that stands in words, for a screen reader too."""
    told = (lambda: marked(tell())) if looks.is_main else tell
    control(name, told, act, looks, item)


def marked(words: Words) -> Words:
    """The words of the way that is chosen."""
    if isinstance(words, Titled):
        return Titled(f"✓ {words.title}", words.text)
    return f"✓ {words}"
