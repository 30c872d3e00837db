"""Whether the guide made sense: what it said, shown again beside what a visitor tapped."""

from functools import partial

from logic.content.questions import Recall
from pages.parts import cards, session
from pages.parts.controls import ONWARD, control
from pages.parts.drawn import Drawn
from pages.parts.labels import as_label
from pages.parts.opened import Piece
from pages.parts.prose import Notes


def of_condition(condition: str) -> list[Recall]:
    """The recalls of a condition, in their order."""
    mine = (one for one in session.pack().recalls if condition in one.conditions)
    return sorted(mine, key=lambda one: one.order)


def of_id(name: str) -> Recall:
    """The recall of this id."""
    return next(one for one in session.pack().recalls if one.id == name)


def asked(name: str) -> Drawn:
    """What is asked, and what about."""
    recall = of_id(name)
    told = cards.held_back(recall) or cards.text(session.ui().asking.recall_ask)
    return (f"<div{cards.own_language(recall)}>{cards.heading(recall.title)}</div>{told}",)


def answered(name: str, place: int) -> Drawn:
    """What the guide says, with its source, whichever sentence was tapped."""
    recall, labels, piece = of_id(name), session.ui().asking, Piece(f"recall-{name}")
    notes = Notes(piece, [recall])
    told = labels.recall_says if place == recall.place else labels.recall_not
    said = f'<p class="message">{notes.line(recall.said)}</p>'
    words = f'<div role="status" class="card">{cards.text(told)}{said}{notes.lists()}</div>'
    return (words, piece.cards())


def sentence(name: str, place: int) -> str:
    """What may be tapped in this place, from 1."""
    return as_label(of_id(name).sentences()[place - 1])


def way_back(recall: Recall) -> None:
    """The control that leads to the part of the guide that says it."""
    control(
        f"read-{recall.id}",
        lambda: session.ui().asking.recall_read,
        partial(session.read_part, recall.section),
        **ONWARD,
    )
