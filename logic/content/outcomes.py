"""What a study measured: the arms, the figure of each, and the difference as the work prints it."""

from typing import ClassVar, Self

from pydantic import Field, model_validator

from logic.content.vocabulary import (
    ClearDifference,
    Content,
    Count,
    EffectMeasure,
    HigherIs,
    Identifier,
    OutcomeAbout,
    Percent,
    ToldIn,
    Words,
)


class Arm(Content):
    """One of the groups compared; the `comparator` is what the drug was held against."""

    id: Identifier
    name: Words
    participants: Count | None = None
    comparator: bool = False


class Figure(Content):
    """What was counted or measured in one arm. `events` only where the paper prints the count."""

    written_elsewhere: ClassVar[dict[str, str]] = {
        "time_point": "Arms of one outcome share one time. "
        "Write a second outcome for the other time."
    }

    arm: Identifier
    percent: Percent | None = None
    events: Count | None = None
    analysed: Count | None = None
    mean: float | None = None
    median: float | None = None
    sd: float | None = None


class Effect(Content):
    """The difference between arms as the work prints it, with the interval that it prints.

    A risk difference is in percentage points, a mean difference in points of the scale. Where the
    work prints the interval alone, there is no value.
    """

    measure: EffectMeasure
    value: float | None = None
    low: float | None = None
    high: float | None = None
    interval_percent: int = 95
    p_value: str | None = Field(None, pattern=r"^(< ?)?0?\.\d+$", examples=['"<.001"'])
    p_is_nominal: bool = False
    standard_error: float | None = None

    @model_validator(mode="after")
    def something_is_printed(self) -> Self:
        """An effect that tells nothing is a slip."""
        if self.value is None and self.low is None:
            raise ValueError("An effect needs its `value`, or the interval that the work prints.")
        return self


class Outcome(Content):
    """One thing that was measured, at one time, in every arm that reports it.

    `about` says which side of the balance it stands on: what a study hoped for (relapse and
    thoughts of suicide among it, where it asked about them) is benefit; side effects, deaths and
    leaving the study are harm. `higher_is` cannot tell: a higher relapse is worse.
    `people` are those of all arms together, where the work does not say how many were in each.
    `told_in: words` leaves the picture to another outcome, such as the one of everyone treated.
    `on_map` are the ones that stand for the study on the evidence map; without any, the first.
    """

    name: Words
    measure: Words
    time_point: Words
    main: bool = False
    higher_is: HigherIs
    about: OutcomeAbout
    figures: tuple[Figure, ...] = ()
    effect: Effect | None = None
    clear_difference: ClearDifference
    people: Count | None = None
    told_in: ToldIn = "picture"
    on_map: bool = False
    source: str = Field(pattern=r"^[a-z0-9-]+( [a-z-]+)?$", examples=["popova-2019 abstract"])
