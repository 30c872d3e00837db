"""The question that something raises: a tap puts it on the visitor's list, another takes it off.

Once it is on the list, a second control leads there.

It stands within pieces that are drawn ahead and are the same for everyone. Which questions are on
the list: pages/static/asking.js.
"""

from collections.abc import Iterable
from functools import partial
from html import escape

from logic.asking import Raising, question_of
from logic.content.questions import Question
from pages.parts import acts, cards, session, tapped


def question(item: Raising) -> str:
    """The question that an item raises, to be put on the list; nothing where it has none."""
    found = raised(item)
    if found is None:
        return ""
    labels = session.ui().asking
    return (
        f'<button class="ask" data-tap="asks-{found.id}" aria-pressed="false">'
        f"<span>{escape(labels.to_ask)}</span> "
        f"<strong{cards.own_language(found)}>{escape(found.title)}</strong> "
        f'<span class="add">+ {escape(labels.add)}</span>'
        f'<span class="added">✓ {escape(labels.added)}</span></button>'
        f'<button class="see-list" data-tap="see-list">'
        f"{escape(labels.see_list)}</button>"
    )


def raised(item: Raising) -> Question | None:
    """The question that an item raises, where both may be shown."""
    found = question_of(session.pack(), item)
    return None if found is None or cards.held_back(item) or cards.held_back(found) else found


def takers(items: Iterable[Raising]) -> None:
    """Take the taps on a page's questions, and on the way to the list."""
    for item in items:
        if found := question_of(session.pack(), item):
            tapped.on_tap(f"asks-{found.id}", partial(acts.ask, found.id))
    tapped.on_tap("see-list", partial(acts.go_to, "questions"))
