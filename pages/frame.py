"""What stands around every page: the name and the steps above, the way on and help below."""

import streamlit as st

from logic.formats import direction
from logic.visit import use
from pages.parts import bars, cards, screens, session
from pages.parts.show import in_its_languages, spoken

ui, visit = session.ui(), session.visit()
screens.shown(visit)
session.count()
# The calm page is of suicide alone: a title, which a browser may write down, must not tell.
title = session.heading("guide" if visit.step == "calm" else visit.step)
# One page at a time, always at "/": the address tells nothing and Back has nowhere to lead.
page = st.navigation([st.Page(f"{visit.step}.py", title=title, default=True)], position="hidden")
st.set_page_config(page_title=f"{ui.labels.kiosk_name}: {title}", layout="wide")

top, body, foot = (st.container(key=name) for name in ("top", "body", "foot"))
with foot:  # first, so that help is in sight whatever happens to the page
    bars.foot()
with top:
    bars.top()
with body:
    # What one may show to somebody else tells no topic by itself.
    own = {"questions", "matters", "recall", "take_home", "for_staff"}
    without_topic = {"welcome", "conditions", "about", "comfort", *own}
    if visit.condition and visit.step not in without_topic:
        st.html(f'<div class="where">{in_its_languages(cards.topic)}</div>')
    comfort, other = visit.comfort, session.beside()
    seen = {  # by the guard, which dresses the page in it
        "page": f"{visit.number}-{visit.turn}",
        "place": f"{visit.step} {visit.section or ''}".strip(),
        "use": use(visit),
        "size": comfort.size,
        "look": comfort.look,
        "calm": "yes" if comfort.is_calm else "no",
        "beside": other or "",
        "beside-dir": direction(other) if other else "",
        "asked": " ".join(visit.questions or ()),
    }
    told = " ".join(f'data-{name}="{value}"' for name, value in seen.items())
    heading = in_its_languages(bars.heading, "span")
    st.html(f'<h1 {spoken(session.pack().language)} {told} tabindex="-1">{heading}</h1>')
    page.run()
