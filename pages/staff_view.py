"""The staff view on a screen: drawn anew every minute, so that an open page stays true."""

from dataclasses import replace
from html import escape

import streamlit as st

from logic.content.pack import content_folder
from logic.content.problems import ContentError
from logic.staff import page
from logic.staff.part import heading, paragraphs, tabled
from logic.staff.view import View, view
from pages.parts import charts, staff_door

ANEW = 60  # seconds
ROOM = (  # where Streamlit leaves more, and the letters that it has brought along
    "<style>.stMainBlockContainer { padding: 2rem clamp(1rem, 3vw, 5rem); }"
    " .staff { font-family: 'Source Sans', system-ui, sans-serif; }</style>"
)


def show(seen: View) -> None:
    """Everything, in the order of its parts; each picture above the table of which it is."""
    staff_door.SHOWN.papers = seen.papers
    told(page.head(seen))
    for part in seen.parts:
        told(heading(part))
        for table in part.drawn:
            told(f"<h3>{escape(table.caption)}</h3>")
            for chart in charts.charts(table):
                st.altair_chart(chart, theme=None, width="stretch")
            told(tabled(replace(table, folded=True)))
        told("".join(map(tabled, part.tables)))


def told(html: str) -> None:
    """Words and tables, as the report has them."""
    st.html(f'<div class="staff">{html}</div>')


@st.fragment(run_every=ANEW)
def all_of_it() -> None:
    """The view, from the top; where the clinic's own file is wrong, what to write in it."""
    try:
        show(view(content_folder()))
    except ContentError as error:
        lines = tuple(str(one) for one in error.problems)
        told(f"<h1>{page.TITLE}</h1>{paragraphs((*lines, 'Mend this first.'))}")


st.set_page_config(page_title=page.TITLE, layout="wide")
st.html(page.styles() + ROOM)
waiting = st.empty()
with waiting:
    told(paragraphs((page.WAITING,)))  # the first to come waits until all content is read
all_of_it()
waiting.empty()
