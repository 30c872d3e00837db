"""How a visitor has the pages look and read: kept for the visit, and forgotten with it."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from pages.parts import cards, languages, session
from pages.parts.choices import Ways, choices
from pages.parts.controls import control
from pages.parts.drawn import Drawn
from pages.parts.formats import language
from pages.parts.show import show_once

comfort = session.visit().comfort
own = session.pack().language
others = [tag for tag in session.names_of_languages() if tag != own]


def heading(title: str) -> Drawn:
    """The title of a group of choices, by its name among the labels."""
    return (cards.heading(getattr(session.ui().labels, title)),)


def ways(values: Mapping[Any, str]) -> Callable[[], Ways]:
    """Values with the names of their labels, as ways to choose from."""
    return lambda: [(one, getattr(session.ui().labels, name)) for one, name in values.items()]


def side_by_side() -> Ways:
    """One language, or another one beside it."""
    labels = session.ui().labels
    named = [(tag, labels.two_languages.format(language=language(tag))) for tag in others]
    return [(None, labels.one_language), *named]


HELPING = {False: "helping_off", True: "helping_on"}
SIZES = {
    "usual": "size_usual",
    "large": "size_large",
    "larger": "size_larger",
    "largest": "size_largest",
}
LOOKS = {"calm": "look_calm", "contrast": "look_contrast", "dark": "look_dark"}
CALM = {False: "calm_off", True: "calm_on"}

show_once(lambda: (cards.lead(session.ui().labels.comfort_lead, session.ui().headings.comfort),))
if others:
    show_once(partial(heading, "language_title"))
    languages.every_language()
    choices("beside", session.beside(), side_by_side, session.change_comfort)
show_once(partial(heading, "helping_title"))
choices("is_helper", comfort.is_helper, ways(HELPING), session.change_comfort)
show_once(partial(heading, "text_size_title"))
choices("size", comfort.size, ways(SIZES), session.change_comfort)
show_once(partial(heading, "look_title"))
choices("look", comfort.look, ways(LOOKS), session.change_comfort)
show_once(partial(heading, "calm_title"))
choices("is_calm", comfort.is_calm, ways(CALM), session.change_comfort)
control("done", lambda: session.ui().labels.comfort_done, session.go_back, type="primary")
