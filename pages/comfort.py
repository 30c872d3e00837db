"""How a visitor has the pages look and read: kept for the visit, and forgotten with it."""

from collections.abc import Callable

from pages.parts import acts, cards, comforts, languages, session
from pages.parts.choices import choices
from pages.parts.comforts import labels
from pages.parts.controls import MAIN, control
from pages.parts.show import show_once


def title(tell: Callable[[], str]) -> None:
    """The title of a group of choices."""
    show_once(lambda: (cards.heading(tell()),))


comfort, change = session.visit().comfort, acts.change_comfort

show_once(lambda: (cards.lead(labels().comfort_lead, session.ui().headings.comfort),))
if len(session.names_of_languages()) > 1:
    title(lambda: labels().language_title)
    languages.every_language()
    choices("beside", session.beside(), comforts.side_by_side, change)
title(lambda: labels().helping_title)
choices("is_helper", comfort.is_helper, comforts.helping, change)
title(lambda: labels().text_size_title)
choices("size", comfort.size, comforts.sizes, change)
title(lambda: labels().look_title)
choices("look", comfort.look, comforts.looks, change)
title(lambda: labels().calm_title)
choices("is_calm", comfort.is_calm, comforts.calm, change)
control("done", lambda: labels().comfort_done, acts.go_back, MAIN)
