"""How a visitor has the pages look and read: kept for the visit, and forgotten with it."""

import streamlit as st

from pages.parts import cards, languages, session
from pages.parts.choices import choices
from pages.parts.formats import language
from pages.parts.show import show_once

labels, comfort = session.ui().labels, session.visit().comfort
others = [tag for tag in session.names_of_languages() if tag != session.pack().language]


def heading(title: str) -> None:
    """The title of a group of choices."""
    st.html(cards.heading(title))


show_once(lambda: (cards.lead(session.ui().labels.comfort_lead, session.ui().headings.comfort),))
if others:
    heading(labels.language_title)
    languages.every_language()
    named = {tag: labels.two_languages.format(language=language(tag)) for tag in others}
    both = [(None, labels.one_language), *named.items()]
    choices("beside", session.beside(), both, session.change_comfort)
heading(labels.helping_title)
helping = [(False, labels.helping_off), (True, labels.helping_on)]
choices("is_helper", comfort.is_helper, helping, session.change_comfort)
heading(labels.text_size_title)
sizes = [
    ("usual", labels.size_usual),
    ("large", labels.size_large),
    ("larger", labels.size_larger),
    ("largest", labels.size_largest),
]
choices("size", comfort.size, sizes, session.change_comfort)
heading(labels.look_title)
looks = [
    ("calm", labels.look_calm),
    ("contrast", labels.look_contrast),
    ("dark", labels.look_dark),
]
choices("look", comfort.look, looks, session.change_comfort)
heading(labels.calm_title)
calm = [(False, labels.calm_off), (True, labels.calm_on)]
choices("is_calm", comfort.is_calm, calm, session.change_comfort)
st.button(
    labels.comfort_done,
    key=session.key("done"),
    type="primary",
    on_click=session.go_back,
    width="stretch",
)
