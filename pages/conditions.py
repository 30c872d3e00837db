"""Pick a condition: one tile for each that this clinic shows."""

from functools import partial

import streamlit as st

from pages.parts import cards, session
from pages.parts.labels import as_label
from pages.parts.show import show_once

labels, shown = session.ui().labels, session.conditions_shown()

if shown:
    show_once(
        lambda: (cards.lead(session.ui().labels.conditions_lead, session.ui().headings.conditions),)
    )
    with st.container(key="tiles"):
        for condition in shown:
            held = cards.why_held_back(condition)
            st.button(
                f"**{as_label(condition.title)}**  \n{held or as_label(condition.summary)}",
                key=session.key(
                    f"condition-{condition.id}",
                    None if held else session.other_language(condition),
                ),
                on_click=partial(session.pick, condition),
                width="stretch",
                wrap=True,
            )
    st.html(cards.reviewed(shown))
else:
    st.html(cards.gap(labels.conditions_none_title, cards.text(labels.conditions_none)))
