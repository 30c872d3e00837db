"""Who made the kiosk, how its facts were checked, who pays, and every source."""

import streamlit as st

from pages.parts import colophon, session

st.html(session.drawn(colophon.whole))
