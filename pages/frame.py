"""What stands around every page: the name and the steps above, the way on and help below."""

from html import escape

import streamlit as st

from logic.visit import use
from pages.parts import bars, session

ui, visit = session.ui(), session.visit()
heading = getattr(ui.headings, visit.step)
# The calm page is of suicide alone: a title, which a browser may write down, must not tell.
title = ui.headings.guide if visit.step == "calm" else heading
# One page at a time, always at "/": the address tells nothing and Back has nowhere to lead.
page = st.navigation([st.Page(f"{visit.step}.py", title=title, default=True)], position="hidden")
st.set_page_config(page_title=f"{ui.labels.kiosk_name}: {title}", layout="wide")

top, body, foot = (st.container(key=name) for name in ("top", "body", "foot"))
with foot:  # first, so that help is in sight whatever happens to the page
    bars.foot()
with top:
    bars.top()
with body:
    condition = session.chosen_condition()
    if condition and visit.step not in {"welcome", "conditions", "about"}:
        st.html(f'<p class="where">{escape(condition.title)}</p>')
    shown = f'data-page="{visit.number}-{visit.turn}" data-use="{use(visit)}"'
    st.html(f'<h1 {shown} tabindex="-1">{escape(heading)}</h1>')  # the guard reads both
    page.run()
