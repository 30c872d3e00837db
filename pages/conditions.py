"""Pick a condition: one tile for each that this clinic shows."""

from pages.parts import cards, session, sheet
from pages.parts.drawn import Drawn
from pages.parts.show import show_once
from pages.parts.tiles import tile

shown = session.conditions_shown()


def lead() -> Drawn:
    """What is asked here."""
    ui = session.ui()
    return (cards.lead(ui.labels.conditions_lead, ui.headings.conditions),)


def none_shown() -> Drawn:
    """That there is nothing to pick."""
    labels = session.ui().labels
    return (cards.gap(labels.conditions_none_title, cards.text(labels.conditions_none)),)


if shown:
    show_once(lead)
    with sheet.box("tiles"):
        for condition in shown:
            tile(condition)
    show_once(lambda: (cards.reviewed(session.conditions_shown()),))
else:
    show_once(none_shown)
