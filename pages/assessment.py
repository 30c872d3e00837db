"""What a clinician checks first, and the questionnaires a visitor may meet: told, never asked."""

import streamlit as st

from pages.parts import checks, session

st.html(session.drawn(checks.what_is_checked, session.visit().condition or ""))
st.html(session.drawn(checks.questionnaires, session.visit().condition or ""))
