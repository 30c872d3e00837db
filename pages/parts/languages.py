"""The languages of the kiosk, each named in itself."""

from functools import partial

import streamlit as st

from pages.parts import session
from pages.parts.choices import choice


def every_language() -> None:
    """One button for each language; nothing where there is only one."""
    names = session.names_of_languages()
    if len(names) == 1:
        return
    with st.container(key="choices-language"):
        for language, name in names.items():
            act, is_chosen = partial(session.speak, language), language == session.pack().language
            choice("language", partial(str, name), act, is_chosen=is_chosen, language=language)


def the_other_one(place: str) -> None:
    """In a place of the bar: the other of two languages. Where there are more, a page has them."""
    names = session.names_of_languages()
    others = [language for language in names if language != session.pack().language]
    if len(others) == 1:
        key = session.key(place, others[0])
        st.button(names[others[0]], key=key, on_click=partial(session.speak, others[0]))
