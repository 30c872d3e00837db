"""What stands around every page: the name and the steps above, the way on and help below."""

import streamlit as st

from logic.visit import use
from pages.parts import acts, bars, cards, screens, session, sheet, tapped
from pages.parts.show import in_its_languages, spoken

tapped.do_what_was_tapped()
ui, visit = session.ui(), session.visit()
screens.shown(visit)
acts.count()
# The calm page is of suicide alone: a title, which a browser may write down, must not tell.
title = session.heading("guide" if visit.step == "calm" else visit.step)
# One page at a time, always at "/": the address tells nothing and Back has nowhere to lead.
page = st.navigation([st.Page(f"{visit.step}.py", title=title, default=True)], position="hidden")
st.set_page_config(page_title=f"{ui.labels.kiosk_name}: {title}", layout="wide")

with tapped.taking_taps():
    sheet.show(bars.top())
    body = st.container(key="body")
    sheet.show(bars.foot())  # before the page, so that help is in sight where that fails
    with body, sheet.shown():
        # What one may show to somebody else tells no topic by itself.
        own = {"questions", "matters", "recall", "take_home", "for_staff"}
        without_topic = {"welcome", "conditions", "about", "comfort", *own}
        if visit.condition and visit.step not in without_topic:
            sheet.piece(f'<div class="where">{in_its_languages(cards.topic)}</div>')
        comfort = visit.comfort
        seen = {  # by the guard, which dresses the page in it
            "page": visit.page,
            "place": f"{visit.step} {visit.section or ''}".strip(),
            "again": "" if visit.again is None else f"{visit.number}-{visit.again}",
            "use": use(visit),
            "size": comfort.size,
            "look": comfort.look,
            "calm": "yes" if comfort.is_calm else "no",
            "asked": " ".join(visit.questions or ()),
        }
        told = " ".join(f'data-{name}="{value}"' for name, value in seen.items())
        heading = in_its_languages(bars.heading, "span")
        sheet.piece(f'<h1 {spoken(session.pack().language)} {told} tabindex="-1">{heading}</h1>')
        sheet.above()  # what a visitor asks is told in it, and what was opened below stays open
        page.run()
