"""Who made the kiosk, how its facts were checked, who pays, and every source."""

import streamlit as st

from pages.parts import abouts, session

st.html(session.drawn(abouts.about))
