"""The words of the first page: what this is and is not, how long it takes, that nothing is kept."""

from pages.parts import cards, session
from pages.parts.drawn import Drawn


def lead() -> Drawn:
    """What the kiosk is for, and for whom."""
    labels, title = session.ui().labels, session.ui().headings.welcome
    return (cards.lead(labels.welcome_lead, title, cards.text(labels.welcome_adults)),)


def told() -> Drawn:
    """What a visitor should know before."""
    labels = session.ui().labels
    kept = labels.welcome_kept_counted if session.is_counted() else labels.welcome_kept
    pairs = (
        (labels.welcome_is_title, labels.welcome_is),
        (labels.welcome_is_not_title, labels.welcome_is_not),
        (labels.welcome_takes_title, labels.welcome_takes),
        (labels.welcome_kept_title, kept),
    )
    return (cards.pairs(pairs),)
