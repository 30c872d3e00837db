"""Three things to check against the guide, for whoever likes to. Nobody counts what is found."""

from functools import partial

from pages.parts import acts, cards, recalls, session, sheet
from pages.parts.controls import Looks, control
from pages.parts.show import show_once

tapped = dict(session.visit().recalled)
found = recalls.of_condition(session.visit().condition or "")

show_once(lambda: (cards.lead(session.ui().asking.recall_lead, session.ui().headings.recall),))
for one in found:
    with sheet.box("recall", f"recall-{one.order}"):
        show_once(partial(recalls.asked, one.id))
        if not cards.why_held_back(one):
            with sheet.box("choices", "sentences", f"sentences-{one.order}"):
                for place, _ in enumerate(one.sentences(), 1):
                    act = partial(acts.recall, one.id, place)
                    tell = partial(recalls.sentence, one.id, place, tapped.get(one.id))
                    looks = Looks(language=session.other_language(one))
                    control(f"recall-{one.id}-{place}", tell, act, looks, one)
            if one.id in tapped:
                show_once(partial(recalls.answered, one.id))
                recalls.way_back(one)
show_once(lambda: (cards.reviewed(found),))
