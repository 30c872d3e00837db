"""What the studies of the chosen condition found: as cards, as a map, or as a table."""

from functools import partial

import streamlit as st

from logic.matching import FILTERS
from pages.parts import ahead, claim_cards, session, study_cards

labels, filters, visit = session.ui().labels, session.ui().filters, session.visit()
condition = visit.condition or ""
ways = {
    "study_filter": [(name, getattr(filters, name)) for name in FILTERS],
    "study_view": [
        ("cards", labels.view_cards),
        ("map", labels.view_map),
        ("table", labels.view_table),
    ],
}

st.html(session.drawn(study_cards.lead, condition))
if session.kiosk().tables[condition, "all"]:
    for field, choices in ways.items():
        with st.container(key=f"choices-{field}"):
            for value, label in choices:
                chosen = getattr(visit, field) == value
                st.button(
                    f"✓ {label}" if chosen else label,  # in words, for a screen reader too
                    key=session.key(value),
                    type="primary" if chosen else "secondary",
                    on_click=partial(session.change_visit, **{field: value}),
                    width="stretch",
                    wrap=True,
                )
    st.html(study_cards.count(condition, visit.study_filter))
st.html(session.drawn(ahead.STUDY_VIEWS[visit.study_view], condition, visit.study_filter))
claim_cards.opener()
