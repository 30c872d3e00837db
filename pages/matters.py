"""What matters to a visitor: marked by taps, it moves questions and parts of the guide forward."""

from functools import partial

import streamlit as st

from logic.asking import to_ask
from logic.withheld import is_withheld
from pages.parts import cards, own_questions, session
from pages.parts.choices import choice
from pages.parts.labels import as_label
from pages.parts.show import show_once

labels, marked = session.ui().asking, session.visit().matters
concerns = sorted(session.pack().concerns, key=lambda one: one.order)
shown = [one for one in concerns if not is_withheld(one, session.pack(), session.today())]

show_once(lambda: (cards.lead(session.ui().asking.matters_lead, session.ui().headings.matters),))
with st.container(key="choices-matters"):
    for one in shown:
        act = partial(session.mark_concern, one.id)
        told = f"**{as_label(one.title)}**  \n{as_label(one.summary)}"
        choice(session.key(f"concern-{one.id}"), told, act, is_chosen=one.id in marked)
names = to_ask(session.pack(), session.visit(), session.today())
show_once(partial(own_questions.in_order, names))
show_once(lambda: (cards.reviewed(shown),))
st.button(
    labels.matters_done,
    key=session.key("done"),
    type="primary",
    on_click=session.go_back,
    width="stretch",
)
