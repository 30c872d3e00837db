"""The first page: what this is and is not, how long it takes, that nothing is kept."""

from functools import partial

import streamlit as st

from pages.parts import cards, claim_cards, session

labels = session.ui().labels

st.html(cards.lead(labels.welcome_lead) + cards.text(labels.welcome_adults))
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
told = (
    (labels.welcome_is_title, labels.welcome_is),
    (labels.welcome_is_not_title, labels.welcome_is_not),
    (labels.welcome_takes_title, labels.welcome_takes),
    (labels.welcome_kept_title, labels.welcome_kept),
)
st.html(cards.pairs(told))
