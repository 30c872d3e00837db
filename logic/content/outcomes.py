"""What a study measured: the arms, the figure of each, and the difference as the work prints it."""

from pydantic import Field

from logic.content.vocabulary import (
    ClearDifference,
    Content,
    Count,
    EffectMeasure,
    Identifier,
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
    """One thing that was measured, at one time, in every arm that reports it.

    `told_in: words` leaves the picture to another outcome, such as the one of everyone treated.
    """

    name: Words
    measure: Words
    time_point: Words
    main: bool = False
    higher_is: str = Field(pattern="^(better|worse)$", examples=["better"])
    figures: tuple[Figure, ...] = ()
    effect: Effect | None = None
    clear_difference: ClearDifference
    told_in: ToldIn = "picture"
    source: str = Field(pattern=r"^[a-z0-9-]+( [a-z-]+)?$", examples=["popova-2019 abstract"])
