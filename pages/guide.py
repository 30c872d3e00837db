"""What is known about the chosen condition: the parts of the guide, or the one being read."""

import streamlit as st

from logic.matching import following_section
from pages.parts import parts_of_guide, passages, session
from pages.parts.show import show

labels = session.ui().labels
condition, section = session.visit().condition or "", session.visit().section

if section is None:
    parts_of_guide.to_choose_from(condition)
else:
    show(passages.whole, section)
    following = following_section(session.pack(), condition, section)
    with st.container(key="section-ways"):
        if following:
            passages.opener(following, f"{labels.next_part}: {following.title}")
        st.button(
            labels.all_parts,
            key=session.key("all-parts"),
            on_click=session.go_back,
            width="stretch",
        )
