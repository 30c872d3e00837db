"""Whether the guide made sense: what it said, shown again beside what a visitor tapped."""

from functools import partial

from logic.content.prose import plain
from logic.content.questions import Recall
from pages.parts import acts, cards, session
from pages.parts.controls import LEADS_ON, Titled, Words, control
from pages.parts.drawn import Drawn
from pages.parts.opened import Piece
from pages.parts.prose import Notes


def of_condition(condition: str) -> list[Recall]:
    """The recalls of a condition, in their order."""
    mine = (one for one in session.pack().recalls if condition in one.conditions)
    return sorted(mine, key=lambda one: one.order)


def asked(name: str) -> Drawn:
    """What is asked, and what about."""
    recall = session.pack().recall[name]
    told = cards.held_back(recall) or cards.text(session.ui().asking.recall_ask)
    return (f"<div{cards.own_language(recall)}>{cards.heading(recall.title)}</div>{told}",)


def answered(name: str) -> Drawn:
    """What the guide says, with its source, whichever sentence was tapped."""
    piece = Piece(f"recall-{name}")
    recall = session.pack().recall[name]
    return (cards.in_its_language(recall, partial(said_again, piece=piece)), piece.cards())


def said_again(recall: Recall, piece: Piece) -> str:
    """The sentence that the guide says."""
    if held := cards.held_back(recall):
        return held
    notes = Notes(piece, [recall])
    told = cards.text(session.ui().asking.recall_says)
    told += f'<p class="message">{notes.line(recall.said)}</p>'
    return f'<div role="status" class="card">{told}{notes.lists()}</div>'


def sentence(name: str, place: int, tapped: int | None) -> Words:
    """What may be tapped in this place, from 1; once one is, which the guide says and which it was.

    Neither gets the look of what is chosen: it would say right or wrong.
    """
    recall = session.pack().recall[name]
    with session.speaking(session.other_language(recall) or session.pack().language):
        labels = session.ui().asking
    marks = [
        *([labels.recall_in_guide] if tapped and place == recall.place else []),
        *([labels.recall_tapped] if place == tapped else []),
    ]
    said = plain(recall.sentences()[place - 1])
    return Titled(" · ".join(marks), said) if marks else said


def way_back(recall: Recall) -> None:
    """The control that leads to the part of the guide that says it."""
    control(
        f"read-{recall.id}",
        lambda: session.ui().asking.recall_read,
        partial(acts.go_to, "guide", recall.section),
        LEADS_ON,
    )
