"""What a clinician checks first, and the questionnaires a visitor may meet: told, never asked."""

import streamlit as st

from pages.parts import assessments, session

st.html(session.drawn(assessments.checks, session.visit().condition or ""))
st.html(session.drawn(assessments.tools, session.visit().condition or ""))
