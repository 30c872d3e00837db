"""The kiosk's way and texts, written as Streamlit's tutorials write an app. Nobody is to use it."""

from pathlib import Path

import altair as alt
import pandas as pd
import streamlit as st
from streamlit.navigation.page import StreamlitPage

from logic.content.pack import Pack, load_pack
from logic.matching import common_sections, own_sections, studies_of
from logic.rules import RULES

CONTENT = Path(__file__).parents[3] / "content"


@st.cache_resource
def pack() -> Pack:
    """All content, read once."""
    return load_pack(CONTENT, RULES)


def chosen() -> str:
    """The condition that was picked."""
    return str(st.session_state.get("condition", "depression"))


def onward(page: StreamlitPage) -> None:
    """The way to the next page."""
    if st.button("Next", key="next"):
        st.switch_page(page)
    st.markdown("End of the page")


def welcome() -> None:
    """The way in."""
    st.title("welcome")
    onward(CONDITIONS)


def conditions() -> None:
    """A tile for each condition."""
    st.title("conditions")
    columns = st.columns(3)
    for place, one in enumerate(pack().conditions):
        if columns[place % 3].button(one.title, key=f"condition-{one.id}"):
            st.session_state["condition"] = one.id
            st.switch_page(GUIDE)
    st.markdown("End of the page")


def guide() -> None:
    """Every part, each with its text folded."""
    st.title("guide")
    for section in (*own_sections(pack(), chosen()), *common_sections(pack())):
        st.header(section.title)
        st.markdown(section.message)
        with st.expander("More"):
            st.markdown(section.body or "")
    onward(STUDIES)


def studies() -> None:
    """The studies as a table, a chart and what each found."""
    st.title("studies")
    found = studies_of(pack(), chosen())
    rows = [{"study": one.title, "people": one.participants} for one in found]
    table = pd.DataFrame(rows)
    st.dataframe(table)
    st.altair_chart(alt.Chart(table).mark_bar().encode(x="people", y="study"))
    for one in found:
        st.subheader(one.title)
        st.markdown(one.found)
        st.markdown(one.harms)
    onward(ASSESSMENT)


def assessment() -> None:
    """What a clinician checks first."""
    st.title("assessment")
    for one in pack().assessment_checks:
        st.subheader(one.title)
        st.markdown(one.body or "")
    onward(QUESTIONS)


def questions() -> None:
    """What to ask."""
    st.title("questions")
    for name in pack().condition[chosen()].questions:
        st.subheader(pack().question[name].title)
    onward(REFERRAL)


def referral() -> None:
    """Whom to talk to."""
    st.title("referral")
    for one in pack().referral_resources:
        st.subheader(one.title)
        st.markdown(one.summary)
    st.markdown("End of the page")


WELCOME, CONDITIONS, GUIDE, STUDIES, ASSESSMENT, QUESTIONS, REFERRAL = EVERY = [
    st.Page(page, url_path=page.__name__, default=page is welcome)
    for page in (welcome, conditions, guide, studies, assessment, questions, referral)
]
st.navigation(EVERY).run()
