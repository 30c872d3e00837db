"""What a visitor can take along: on a phone, and on paper where the clinic prints."""

from functools import partial

from logic.asking import to_ask
from pages.parts import cards, on_paper, session
from pages.parts.drawn import Drawn
from pages.parts.show import show_once
from pages.parts.take_on_phone import in_a_square


def lead(*, has_questions: bool) -> Drawn:
    """What can be taken along."""
    labels = session.ui().taking
    told = labels.lead if has_questions else labels.lead_no_questions
    return (cards.lead(told, session.ui().headings.take_home),)


def what_is_on_paper() -> Drawn:
    """What the paper holds, told before it is printed."""
    labels = session.ui().taking
    return cards.heading(labels.paper), cards.text(labels.paper_holds)


condition = session.visit().condition or ""
names = to_ask(session.pack(), session.visit(), session.today())

show_once(partial(lead, has_questions=bool(names)))
show_once(partial(in_a_square, condition, names))
if session.kiosk().settings.printing.by != "off":
    show_once(what_is_on_paper)
    on_paper.to_print(condition, names)
show_once(lambda: (cards.reviewed(session.pack().question[name] for name in names),))
