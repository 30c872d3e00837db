"""What people say about the two drugs, and how each of it holds up: the visitor's topic first."""

import streamlit as st

from pages.parts import claim_cards, session

st.html(session.drawn(claim_cards.every_claim, session.visit().condition or ""))
