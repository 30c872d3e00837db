"""What is known about the chosen condition: the parts of the guide, or the one being read."""

from functools import partial

import streamlit as st

from logic.matching import common_sections, following_section, own_sections
from pages.parts import cards, claim_cards, passages, session

labels = session.ui().labels
condition, section = session.visit().condition or "", session.visit().section

if section is None:
    st.html(session.drawn(passages.introduction, condition))
    parts = own_sections(session.pack(), condition)
    for part in parts:
        with st.container(key=f"part-{part.part}"):
            passages.opener(part)
            st.html(session.drawn(passages.first_words, part.id))
    claim_cards.opener()
    st.html(cards.heading(labels.guide_common))
    with st.container(key="tiles"):
        for part in common_sections(session.pack()):
            passages.opener(part)
else:
    st.html(session.drawn(passages.whole, section))
    following = following_section(session.pack(), condition, section)
    with st.container(key="section-ways"):
        if following:
            passages.opener(following, f"{labels.next_part}: {following.title}")
        st.button(
            labels.all_parts,
            key=session.key("all-parts"),
            on_click=partial(session.go_to, "guide"),
            width="stretch",
        )
