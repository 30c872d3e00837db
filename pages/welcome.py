"""The first page: in which language, and what this is; then the way in."""

from functools import partial

import streamlit as st

from pages.parts import claim_cards, greeting, languages, session
from pages.parts.show import show

labels = session.ui().labels

languages.every_language()
show(greeting.lead)
st.button(
    labels.start,
    key=session.key("start"),
    type="primary",
    icon=":material/arrow_forward:",
    icon_position="right",
    on_click=partial(session.go_to, "conditions"),
    width="stretch",
)
claim_cards.opener()
show(greeting.told)
