"""What the studies of the chosen condition found: as cards, as a map, as a table; or in short."""

from functools import partial

from logic.matching import FILTERS, studies_of, with_partners
from pages.parts import acts, ahead, asking, claim_cards, one_at_a_time, session, study_cards
from pages.parts.choices import Ways, choices
from pages.parts.show import show, show_once


def which() -> Ways:
    """Which of the studies may be looked at."""
    return [(name, getattr(session.ui().filters, name)) for name in FILTERS]


def views() -> Ways:
    """How they may be looked at."""
    labels = session.ui().labels
    return [("cards", labels.view_cards), ("map", labels.view_map), ("table", labels.view_table)]


visit = session.visit()
condition = visit.condition or ""
found = studies_of(session.pack(), condition)

place = one_at_a_time.place(len(found))

if not (visit.comfort.is_calm and visit.card):  # a later card stands alone, at the top
    show(study_cards.lead, condition)
    if found and (visit.comfort.is_calm or visit.depth != "long"):
        show_once(study_cards.order)
if visit.comfort.is_calm and found:
    show(study_cards.one_in_short, condition, found[place].id)
    one_at_a_time.ways(len(found))
    if place == len(found) - 1:
        show(study_cards.what_is_missing, condition)
elif visit.depth != "long":
    show(study_cards.in_short, condition)
else:
    if found:
        choices("study_filter", visit.study_filter, which, acts.change_visit)
        choices("study_view", visit.study_view, views, acts.change_visit)
        show_once(partial(study_cards.count, condition, visit.study_filter))
    show(ahead.STUDY_VIEWS[visit.study_view], condition, visit.study_filter)
claim_cards.opener()
asking.takers(with_partners(found, session.pack().study))
