"""Every piece of every page, drawn before anyone asks for it.

So the first visitor of a day waits no longer than the last, and memory does not grow as people look
around: what there is to see stands there from the start.
"""

import time
from collections.abc import Callable, Iterator
from typing import TypeAlias

from logic.matching import FILTERS, common_sections, own_sections, studies_of
from pages.parts import (
    checks,
    claim_cards,
    colophon,
    greeting,
    passages,
    session,
    stream,
    study_cards,
    study_map,
    study_table,
    tiles,
    ways_to_help,
)
from pages.parts.drawn import Drawn

SHORT, LONGEST = 0.005, 0.5  # seconds for which a page that somebody waits for goes first

Draw: TypeAlias = Callable[..., Drawn]

OF_NOTHING: tuple[Draw, ...] = (
    greeting.lead,
    greeting.told,
    colophon.whole,
    passages.own_parts,
    passages.common_parts,
    ways_to_help.at_once,
)
OF_A_CONDITION: tuple[Draw, ...] = (
    tiles.why_off,
    passages.introduction,
    study_cards.lead,
    study_cards.in_short,
    study_cards.what_is_missing,
    claim_cards.lead,
    claim_cards.every_claim,
    checks.lead,
    checks.what_is_checked,
    checks.questionnaires,
    ways_to_help.at_first,
    ways_to_help.later,
)
STUDY_VIEWS: dict[str, Draw] = {
    "cards": study_cards.every_card,
    "map": study_map.evidence_map,
    "table": study_table.table,
}


def draw() -> None:
    """Draw all that is not drawn yet of the newest content, for today, in every language.

    What is said to a helper is drawn when one comes: most of it is the same, and kept once.
    """
    for language in session.began().languages:
        with session.speaking(language, is_to_helper=False):
            for piece, *given in pieces():
                give_way()
                session.drawn(piece, *given)


def give_way() -> None:
    """Let pages be drawn first that somebody waits for, as long as there is an end to them."""
    until = time.monotonic() + LONGEST
    while stream.somebody_waits() and time.monotonic() < until:
        time.sleep(SHORT)


def pieces() -> Iterator[tuple[Draw, *tuple[str, ...]]]:
    """Everything that is drawn once for all: what draws it, and what of."""
    for piece in OF_NOTHING:
        yield (piece,)
    for piece in (
        claim_cards.lead,
        claim_cards.every_claim,
        ways_to_help.at_first,
        ways_to_help.later,
    ):
        yield piece, ""
    for part in common_sections(session.pack()):
        yield passages.first_words, part.id
        yield passages.whole, part.id
    for claim in session.pack().claims:
        yield claim_cards.one_claim, claim.id
    for check in session.pack().assessment_checks:
        yield checks.one_check, check.id
    for condition in session.conditions_shown():
        yield from pieces_of(condition.id)


def pieces_of(condition: str) -> Iterator[tuple[Draw, *tuple[str, ...]]]:
    """The pieces of one condition's pages."""
    for piece in OF_A_CONDITION:
        yield piece, condition
    for view in STUDY_VIEWS.values():
        for choice in FILTERS:
            yield view, condition, choice
    for study in studies_of(session.pack(), condition):
        yield study_cards.one_in_short, condition, study.id
    for part in own_sections(session.pack(), condition):
        yield passages.first_words, part.id
        yield passages.all_in_short, part.id
        yield passages.whole, part.id
