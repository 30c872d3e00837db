"""Pick a condition: one tile for each that this clinic shows."""

from functools import partial

from logic.content.items import Condition
from logic.content.prose import plain
from pages.parts import cards, session, sheet
from pages.parts.controls import Looks, Titled, control
from pages.parts.drawn import Drawn, whole
from pages.parts.show import show_once

shown = session.conditions_shown()


def words_of(name: str) -> Titled:
    """What a condition is, or why it is held back, as the words of its tile."""
    condition = session.pack().condition[name]
    return Titled(plain(condition.title), why_off(name) or plain(condition.summary))


def language_of(condition: Condition) -> str | None:
    """The language of a tile's words, where it is not that of the page."""
    return None if why_off(condition.id) else session.other_language(condition)


def why_off(name: str) -> str:
    """Why a condition is held back, in words; none where it may be shown."""
    return whole(session.drawn(cards.why_off, name))


def none_shown() -> Drawn:
    """That there is nothing to pick."""
    labels = session.ui().labels
    return (cards.gap(labels.conditions_none_title, cards.text(labels.conditions_none)),)


if shown:
    show_once(
        lambda: (cards.lead(session.ui().labels.conditions_lead, session.ui().headings.conditions),)
    )
    with sheet.box("tiles"):
        for condition in shown:
            control(
                f"condition-{condition.id}",
                partial(words_of, condition.id),
                partial(session.pick, condition),
                Looks(language=language_of(condition)),
                condition,
            )
    show_once(lambda: (cards.reviewed(session.conditions_shown()),))
else:
    show_once(none_shown)
