"""Whether the guide made sense: what it said, shown again beside what a visitor tapped."""

from functools import partial

import streamlit as st

from logic.content.questions import Recall
from pages.parts import cards, session
from pages.parts.drawn import Drawn
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


def way_back(recall: Recall) -> None:
    """The control that leads to the part of the guide that says it."""
    st.button(
        session.ui().asking.recall_read,
        key=session.key(f"read-{recall.id}"),
        icon=":material/arrow_forward:",
        icon_position="right",
        on_click=partial(session.read_part, recall.section),
        width="stretch",
        wrap=True,
    )
