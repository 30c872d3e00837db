"""The least that Streamlit can do: two pages of one line each, and a tap that changes them."""

import streamlit as st

PAGES = ("first", "second")


def turn_to(name: str) -> None:
    """Show the page of this name."""
    st.session_state["page"] = name


here = st.session_state.setdefault("page", PAGES[0])
st.html(f"<h1>{here}</h1>")
for name in PAGES:
    st.button(name, key=f"to-{name}", on_click=turn_to, args=(name,))
