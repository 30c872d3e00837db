"""What matters to a visitor: marked by taps, it moves questions and parts of the guide forward."""

from functools import partial

from logic.asking import to_ask
from logic.content.prose import plain
from logic.withheld import is_withheld
from pages.parts import acts, cards, own_questions, session, sheet
from pages.parts.choices import choice
from pages.parts.controls import MAIN, Looks, Titled, control
from pages.parts.show import show_once

marked = session.visit().matters


def words_of(name: str) -> Titled:
    """What a concern is, as the words of its control."""
    concern = session.pack().concern[name]
    return Titled(plain(concern.title), plain(concern.summary))


concerns = sorted(session.pack().concerns, key=lambda one: one.order)
shown = [one for one in concerns if not is_withheld(one, session.pack(), session.today())]

show_once(lambda: (cards.lead(session.ui().asking.matters_lead, session.ui().headings.matters),))
with sheet.box("choices", "matters"):
    for one in shown:
        act = partial(acts.mark_concern, one.id)
        choice(
            f"concern-{one.id}",
            partial(words_of, one.id),
            act,
            Looks(is_main=one.id in marked, language=session.other_language(one)),
            one,
        )
names = to_ask(session.pack(), session.visit(), session.today())
show_once(partial(own_questions.in_order, names, shown))
show_once(lambda: (cards.reviewed(shown),))
control("done", lambda: session.ui().asking.matters_done, acts.go_back, MAIN)
