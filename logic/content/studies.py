"""The model of a study: what it asked, what it found, what it did harm, and how sure we can be."""

from pydantic import Field

from logic.content.items import Disclosure, Item
from logic.content.outcomes import Arm, Outcome
from logic.content.vocabulary import (
    Certainty,
    CertaintyBy,
    ComparedWith,
    Drug,
    Identifier,
    MainFinding,
    Masking,
    SellerMade,
    StudyDesign,
    Words,
)


class StudySummary(Item):
    """What one study found, in plain words, and how far its finding can be trusted.

    `certainty` is somebody's rating, said whose. The kiosk never works one out.
    """

    conditions: tuple[Identifier, ...] = Field(min_length=1)
    name: str | None = None  # the one it gave itself, the same in every language
    drugs: tuple[Drug, ...] = Field(min_length=1)
    study_design: StudyDesign
    masking: Masking = "not-checked"
    published: int = Field(ge=1900, le=2100)
    participants: int | None = Field(None, gt=0)
    compared_with: ComparedWith
    main_finding: MainFinding
    in_short: Words
    harms_in_short: Words
    source: Identifier
    read_with: tuple[Identifier, ...] = ()
    question: Identifier | None = None
    seller_made: SellerMade
    funding: Disclosure
    interests: Disclosure
    certainty: Certainty
    certainty_by: CertaintyBy
    arms: tuple[Arm, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    asked: Words
    found: Words
    harms: Words
    studied: Words
    compared: Words
    followed: Words
    limits: Words
    certainty_reason: Words = Field(alias="certainty-reason")
