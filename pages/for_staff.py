"""The screen as one large sentence, to be shown to the staff. It names no topic."""

import streamlit as st

from pages.parts import session, staff_sentence
from pages.parts.choices import choices

st.html(staff_sentence.large())
choices("sentence", session.visit().sentence, staff_sentence.names(), session.change_visit)
st.button(
    session.ui().labels.close,
    key=session.key("close"),
    type="primary",
    on_click=session.go_back,
    width="stretch",
)
