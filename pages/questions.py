"""The questions that a visitor takes to a clinician, most wanted first; five to begin with."""

from functools import partial

import streamlit as st

from logic.asking import to_ask
from pages.parts import asking, cards, own_questions, session
from pages.parts.show import show_once

visit, labels = session.visit(), session.ui().asking
named = to_ask(session.pack(), visit.condition or "", visit.questions, visit.matters)
names = [name for name in named if not asking.is_hidden(session.pack().question[name])]

show_once(partial(own_questions.lead, is_picked=bool(visit.questions)))
for place, name in enumerate(names):
    with st.container(key=f"mine-{place}"):
        show_once(partial(own_questions.one, place, name))
        own_questions.moves(place, names)
with st.container(key="ways-matter"):
    for step, told in (
        ("take_home", session.ui().taking.open),
        ("matters", labels.matters),
        ("recall", labels.recall),
    ):
        own_questions.opener(step, told)
show_once(lambda: (cards.reviewed(session.pack().question[name] for name in names),))
