"""Whom to talk to: every visit ends here."""

import streamlit as st

from pages.parts import referrals, session

st.html(session.drawn(referrals.ways_to_help, session.visit().condition or ""))
