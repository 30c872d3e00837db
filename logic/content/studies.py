"""The model of a study: what it asked, what it found, what it did harm, and how sure we can be."""

from pydantic import Field, ValidationInfo, field_validator

from logic.content.items import Item
from logic.content.vocabulary import (
    Certainty,
    CertaintyBy,
    ClearDifference,
    ComparedWith,
    Content,
    Count,
    Disclosed,
    Drug,
    EffectMeasure,
    Identifier,
    MainFinding,
    Masking,
    Percent,
    SellerMade,
    StudyDesign,
    Words,
)


class Disclosure(Content):
    """Who paid, or what the authors stand to gain. Three answers, kept apart.

    `named`; `not-stated` (we checked, the paper does not say); `not-checked`.
    """

    status: Disclosed
    who: Words | None = Field(None, validate_default=True)

    @field_validator("who")
    @classmethod
    def a_name_is_given_when_there_is_one(
        cls, value: Words | None, info: ValidationInfo
    ) -> Words | None:
        """`who` stands with `named`, and only there."""
        if "status" in info.data and (info.data["status"] == "named") != (value is not None):
            raise ValueError("`who` belongs to `status: named`. Write both, or neither.")
        return value


class Arm(Content):
    """One of the groups that a study compared."""

    id: Identifier
    name: Words
    participants: Count | None = None


class Figure(Content):
    """What was counted or measured in one arm. `events` only where the paper prints the count."""

    arm: Identifier
    percent: Percent | None = None
    events: Count | None = None
    analysed: Count | None = None
    mean: float | None = None
    median: float | None = None
    sd: float | None = None


class Effect(Content):
    """The difference between arms as the work prints it, with the interval that it prints.

    A risk difference is in percentage points, a mean difference in points of the scale.
    """

    measure: EffectMeasure
    value: float
    low: float | None = None
    high: float | None = None
    interval_percent: int = 95
    p_value: str | None = None
    standard_error: float | None = None


class Outcome(Content):
    """One thing that was measured, at one time, in every arm that reports it."""

    name: Words
    measure: Words
    time_point: Words
    main: bool = False
    higher_is: str = Field(pattern="^(better|worse)$", examples=["better"])
    figures: tuple[Figure, ...] = ()
    effect: Effect | None = None
    clear_difference: ClearDifference
    source: str = Field(pattern=r"^[a-z0-9-]+( [a-z-]+)?$", examples=["popova-2019 abstract"])


class StudySummary(Item):
    """What one study found, in plain words, and how far its finding can be trusted.

    `certainty` is somebody's rating, said whose. The kiosk never works one out.
    """

    conditions: tuple[Identifier, ...] = Field(min_length=1)
    name: str | None = None
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
