"""The tile of a condition, by which a visitor picks it: its words, or why it is held back."""

from functools import partial

from logic.content.items import Condition
from logic.content.prose import plain
from pages.parts import acts, cards, session
from pages.parts.controls import Looks, Titled, control
from pages.parts.drawn import Drawn, whole


def tile(condition: Condition) -> None:
    """Draw the tile of a condition."""
    name = condition.id
    tell, act = partial(words, name), partial(acts.pick, condition)
    control(f"condition-{name}", tell, act, Looks(language=language_of(condition)), condition)


def words(name: str) -> Titled:
    """What a condition is, or why it is held back."""
    condition = session.pack().condition[name]
    return Titled(plain(condition.title), reason(name) or plain(condition.summary))


def language_of(condition: Condition) -> str | None:
    """The language of a tile's words, where it is not that of the page."""
    return None if reason(condition.id) else session.other_language(condition)


def reason(name: str) -> str:
    """Why a condition is held back, in words; none where it may be shown."""
    return whole(session.drawn(why_off, name))


def why_off(condition: str) -> Drawn:
    """The same, drawn ahead: a page may hold many tiles."""
    return (cards.why_held_back(session.pack().condition[condition]),)
