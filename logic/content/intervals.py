"""The intervals that we work out ourselves: which are needed, and those that were made.

They are made once, by `python -m logic intervals`. A running kiosk reads them and works out none.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple, TypeAlias

from pydantic import Field

from logic.content.items import Source
from logic.content.outcomes import Figure, Outcome
from logic.content.shares import is_second_hand
from logic.content.studies import StudySummary
from logic.content.vocabulary import Content, Count, Identifier

Place: TypeAlias = tuple[str, int, str]  # a study, one of its outcomes from 0, an arm in it


class Counts(NamedTuple):
    """To how many people of an arm something happened, and how many were looked at."""

    arm: str
    events: int
    analysed: int


@dataclass(frozen=True)
class Pair:
    """A drug's arm and its comparator in one outcome, with the counts that the work prints."""

    study: str
    outcome: int
    arm: Counts
    comparator: Counts

    @property
    def place(self) -> Place:
        """Where it stands; no two stand at one place."""
        return self.study, self.outcome, self.arm.arm


class Estimate(Content):
    """A number that was worked out, and the ends of its 95% interval."""

    value: float
    low: float
    high: float


class ArmEstimate(Estimate):
    """People of 100 in one arm (Wilson's interval), and the counts that they come from."""

    id: Identifier
    events: Count
    analysed: int = Field(gt=0)

    @property
    def counts(self) -> Counts:
        """The counts alone."""
        return Counts(self.id, self.events, self.analysed)


class Interval(Content):
    """What we worked out of one pair of counts. `outcome` is counted from 1, as editors count.

    The risk difference is in people of 100, the drug's arm less its comparator (Newcombe's
    interval). There is no relative risk where it happened to nobody, or to everybody, in an arm.
    """

    study: Identifier
    outcome: int = Field(ge=1)
    arm: ArmEstimate
    comparator: ArmEstimate
    risk_difference: Estimate
    relative_risk: Estimate | None = None

    @property
    def pair(self) -> Pair:
        """The pair of counts that this was made from."""
        return Pair(self.study, self.outcome - 1, self.arm.counts, self.comparator.counts)


class Intervals(Content):
    """The file of all intervals that were made."""

    intervals: tuple[Interval, ...]


def intervals_path(content: Path) -> Path:
    """The file of intervals of a content folder; there is none where none is needed."""
    return content / "computed" / "intervals.yaml"


def pairs(studies: Iterable[StudySummary], sources: Mapping[str, Source]) -> Iterator[Pair]:
    """Every pair of counts that needs an interval of ours.

    It does where the work prints the counts of both arms and no interval, where we read it
    ourselves, and where the arms are different people.
    """
    for study in studies:
        if has_the_same_people_twice(study):
            continue
        comparators = {arm.id for arm in study.arms if arm.comparator}
        for place, outcome in enumerate(study.outcomes):
            if prints_an_interval(outcome) or not is_read(outcome, sources):
                continue
            counted = list(counts(outcome.figures))
            for against in (one for one in counted if one.arm in comparators):
                for arm in (one for one in counted if one.arm not in comparators):
                    yield Pair(study.id, place, arm, against)


def counts(figures: Iterable[Figure]) -> Iterator[Counts]:
    """The counts of each arm whose work prints both. Nobody out of nobody is no count."""
    for one in figures:
        if one.events is not None and one.analysed:
            yield Counts(one.arm, one.events, one.analysed)


def has_the_same_people_twice(study: StudySummary) -> bool:
    """Whether the arms of a study are the same people, first in one and then in the other.

    A crossover's arms are, unless each has its own people and those add up to no more than took
    part: then what is told is its first phase, before anyone crossed over.
    """
    if study.study_design != "crossover-trial":
        return False
    apart = [arm.participants for arm in study.arms if arm.participants is not None]
    return len(apart) < len(study.arms) or sum(apart) > (study.participants or 0)


def prints_an_interval(outcome: Outcome) -> bool:
    """Whether the work prints an interval of its own, which is then the one to show."""
    return outcome.effect is not None and outcome.effect.low is not None


def is_read(outcome: Outcome, sources: Mapping[str, Source]) -> bool:
    """Whether we read the figures in the work itself."""
    name = outcome.source.partition(" ")[0]
    return name in sources and not is_second_hand(outcome, sources)
