"""The questions that a visitor takes to a clinician, most wanted first; five to begin with."""

from functools import partial

from logic.asking import further, to_ask
from pages.parts import cards, own_questions, session, sheet
from pages.parts.show import show_once

visit = session.visit()
names = to_ask(session.pack(), visit, session.today())

show_once(partial(own_questions.lead, is_picked=visit.questions is not None, is_empty=not names))
for place, name in enumerate(names):
    with sheet.box("question", f"at-{place}"):
        show_once(partial(own_questions.one, place, name))
        own_questions.moves(place, names)
if more := further(session.pack(), visit, session.today()):
    show_once(own_questions.more_to_pick)
    for name in more:
        with sheet.box("question", f"of-{name}"):
            show_once(partial(own_questions.one, None, name))
            own_questions.adder(name)
own_questions.opener("take_home", lambda: session.ui().taking.open)
own_questions.opener("matters", lambda: session.ui().asking.matters)
own_questions.opener("recall", lambda: session.ui().asking.recall)
show_once(lambda: (cards.reviewed(session.pack().question[name] for name in (*names, *more)),))
