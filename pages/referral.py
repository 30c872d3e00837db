"""Whom to talk to: every visit ends here."""

import streamlit as st

from pages.parts import session, ways_to_help

st.html(session.drawn(ways_to_help.in_order, session.visit().condition or ""))
