"""A short calm page before reading of suicidal thoughts: help first, then the way on."""

from functools import partial

import streamlit as st

from logic.matching import in_every_page
from pages.parts import cards, session, ways_to_help
from pages.parts.show import show

labels = session.ui().labels

show(ways_to_help.at_once)
with st.container(key="calm-ways"):
    for label, step in ((labels.talk, "referral"), (labels.read_on, "guide")):
        st.button(
            label,
            key=session.key(f"calm-{step}"),
            type="primary" if step == "referral" else "secondary",
            on_click=partial(session.go_to, step),
            width="stretch",
        )
st.html(cards.reviewed(in_every_page(session.pack())))
