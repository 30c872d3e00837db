"""A short calm page before reading of suicidal thoughts: help first, then the way on."""

from functools import partial

import streamlit as st

from logic.matching import in_every_page
from pages.parts import cards, session, ways_to_help
from pages.parts.controls import control
from pages.parts.show import show, show_once

show(ways_to_help.at_once)
with st.container(key="calm-ways"):
    help_at_once, read_on = partial(session.go_to, "referral"), partial(session.go_to, "guide")
    control("calm-referral", lambda: session.ui().labels.talk, help_at_once, type="primary")
    control("calm-guide", lambda: session.ui().labels.read_on, read_on)
show_once(lambda: (cards.reviewed(in_every_page(session.pack())),))
