"""By how many people of 100 a drug's arm differs from what it was held against."""

from dataclasses import dataclass, replace
from typing import TypeAlias

from logic.content.outcomes import Arm, Effect
from logic.content.pack import Pack
from logic.content.shares import Share, whole
from logic.content.studies import StudySummary

Ends: TypeAlias = tuple[float, float | None, float | None]  # a value, and its interval


@dataclass(frozen=True)
class Difference:
    """People of 100 in an arm, less those in its comparator.

    `low` and `high` are the interval of so many `percent`, where the work prints one or
    (`is_ours`) one was made.
    """

    arm: Arm
    comparator: Arm
    value: float
    low: float | None
    high: float | None
    percent: int = 95
    is_ours: bool = False

    @property
    def people(self) -> int:
        """The difference in whole people: it can be one off from what rounded shares show."""
        return whole(self.value)

    @property
    def turned(self) -> "Difference":
        """The same, counted the other way round."""
        value, low, high = negative((self.value, self.low, self.high))
        return replace(self, value=value, low=low, high=high)


def difference(
    pack: Pack, study: StudySummary, place: int, share: Share, against: Share
) -> Difference:
    """The difference that the work prints, or ours of its counts, or that of its percentages.

    One with an interval comes first.
    """
    printed = study.outcomes[place].effect
    made = pack.interval.get((study.id, place, share.arm.id))
    plain = share.percent - against.percent
    if made:
        ours = made.risk_difference
        return Difference(share.arm, against.arm, ours.value, ours.low, ours.high, is_ours=True)
    if printed and printed.measure == "risk-difference":
        found = as_drug_less_comparator(printed, plain)
        return Difference(share.arm, against.arm, *found, percent=printed.interval_percent)
    return Difference(share.arm, against.arm, plain, None, None)


def as_drug_less_comparator(printed: Effect, plain: float) -> Ends:
    """A difference as the drug less its comparator: some works print it from the other side.

    `plain` is that of the shares, which tells the side; and the value, where none is printed.
    """
    value = plain if printed.value is None else printed.value
    found: Ends = (value, printed.low, printed.high)
    if printed.value is None and printed.low is not None and printed.high is not None:
        lies_within = printed.low <= plain <= printed.high
        return found if lies_within else (plain, *negative(found)[1:])
    return negative(found) if value * plain < 0 else found


def negative(found: Ends) -> Ends:
    """A value and its interval, seen from the other side."""
    value, low, high = found
    return -value, None if high is None else -high, None if low is None else -low
