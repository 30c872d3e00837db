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


def answered(name: str) -> Drawn:
    """What the guide says, with its source, whichever sentence was tapped."""
    recall, labels, piece = of_id(name), session.ui().asking, Piece(f"recall-{name}")
    notes = Notes(piece, [recall])
    told = f'{cards.text(labels.recall_says)}<p class="message">{notes.line(recall.said)}</p>'
    return (f'<div role="status" class="card">{told}{notes.lists()}</div>', piece.cards())


def sentence(name: str, place: int, tapped: int | None) -> str:
    """What may be tapped in this place, from 1; once one is, which the guide says and which it was.

    No look of a chosen one is lent to either: it would say right or wrong.
    """
    recall, labels = of_id(name), session.ui().asking
    said = as_label(recall.sentences()[place - 1])
    if tapped and place == recall.place:
        return f"**✓ {labels.recall_in_guide}**  \n{said}"
    return f"**{labels.recall_tapped}**  \n{said}" if place == tapped else said


def way_back(recall: Recall) -> None:
    """The control that leads to the part of the guide that says it."""
    control(
        f"read-{recall.id}",
        lambda: session.ui().asking.recall_read,
        partial(session.read_part, recall.section),
        **ONWARD,
    )
