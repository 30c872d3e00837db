"""Pick a condition: one tile for each that this clinic shows."""

from functools import partial

import streamlit as st

from pages.parts import cards, session
from pages.parts.controls import control
from pages.parts.drawn import Drawn
from pages.parts.labels import as_label
from pages.parts.show import show_once

shown = session.conditions_shown()


def words_of(name: str) -> str:
    """What a condition is, or why it is held back, as the words of its tile."""
    condition = session.pack().condition[name]
    held = cards.why_held_back(condition)
    return f"**{as_label(condition.title)}**  \n{held or as_label(condition.summary)}"


def none_shown() -> Drawn:
    """That there is nothing to pick."""
    labels = session.ui().labels
    return (cards.gap(labels.conditions_none_title, cards.text(labels.conditions_none)),)


if shown:
    show_once(
        lambda: (cards.lead(session.ui().labels.conditions_lead, session.ui().headings.conditions),)
    )
    with st.container(key="tiles"):
        for condition in shown:
            control(
                f"condition-{condition.id}",
                partial(words_of, condition.id),
                partial(session.pick, condition),
                item=condition,
                language=None
                if cards.why_held_back(condition)
                else session.other_language(condition),
            )
    show_once(lambda: (cards.reviewed(session.conditions_shown()),))
else:
    show_once(none_shown)
