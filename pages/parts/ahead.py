"""Every piece of every page, drawn before anyone asks for it.

So the first visitor of a day waits no longer than the last, and memory does not grow as people look
around: what there is to see stands there from the start.
"""

from collections.abc import Callable, Iterator
from typing import TypeAlias

from logic.matching import FILTERS, common_sections, own_sections
from pages.parts import (
    checks,
    claim_cards,
    colophon,
    passages,
    session,
    study_cards,
    study_map,
    study_table,
    ways_to_help,
)

Draw: TypeAlias = Callable[..., str]

OF_A_CONDITION: tuple[Draw, ...] = (
    passages.introduction,
    study_cards.lead,
    claim_cards.every_claim,
    checks.what_is_checked,
    checks.questionnaires,
    ways_to_help.in_order,
)
STUDY_VIEWS: dict[str, Draw] = {
    "cards": study_cards.every_card,
    "map": study_map.evidence_map,
    "table": study_table.table,
}


def draw() -> None:
    """Draw all that is not drawn yet of the newest content, for today."""
    for piece, *given in pieces():
        session.drawn(piece, *given)


def pieces() -> Iterator[tuple[Draw, *tuple[str, ...]]]:
    """Everything that is drawn once for all: what draws it, and what of."""
    yield (colophon.whole,)
    yield claim_cards.every_claim, ""
    yield ways_to_help.in_order, ""
    for part in common_sections(session.pack()):
        yield passages.whole, part.id
    for condition in session.conditions_shown():
        yield from pieces_of(condition.id)


def pieces_of(condition: str) -> Iterator[tuple[Draw, *tuple[str, ...]]]:
    """The pieces of one condition's pages."""
    for piece in OF_A_CONDITION:
        yield piece, condition
    for view in STUDY_VIEWS.values():
        for choice in FILTERS:
            yield view, condition, choice
    for part in own_sections(session.pack(), condition):
        yield passages.first_words, part.id
        yield passages.whole, part.id
