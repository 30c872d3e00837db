"""Pick a condition: one tile for each that this clinic shows."""

from functools import partial

import streamlit as st

from logic.content.prose import plain
from pages.parts import cards, session

st.html(cards.lead(session.ui().labels.conditions_lead))
shown = session.conditions_shown()
with st.container(key="tiles"):
    for condition in shown:
        st.button(
            f"**{condition.title}**  \n{plain(condition.summary)}",
            key=session.key(f"condition-{condition.id}"),
            on_click=partial(session.pick, condition),
            width="stretch",
            wrap=True,
        )
st.html(cards.reviewed(shown))
