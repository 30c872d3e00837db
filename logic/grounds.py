"""What a rating of certainty rests on: how many people, how chosen, could they guess, agreement.

The rating itself is somebody's and is never worked out here. These are the facts beside it.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from logic.content.studies import StudySummary
from logic.content.vocabulary import MainFinding, StudyDesign

BY_CHANCE: tuple[StudyDesign, ...] = ("randomised-trial", "crossover-trial", "withdrawal-trial")
SINGLE: tuple[StudyDesign, ...] = (*BY_CHANCE, "single-group-study")


@dataclass(frozen=True)
class Grounds:
    """What the studies of a condition are, taken together.

    `fewest` and `most` are people in one study, where that is known of any.
    """

    studies: int
    fewest: int | None
    most: int | None
    single: int
    by_chance: int
    masked: int
    findings: Mapping[MainFinding, int]

    @property
    def reviews(self) -> int:
        """How many look at the studies of others."""
        return self.studies - self.single


def grounds(studies: Iterable[StudySummary]) -> Grounds:
    """Count what the certainty of several studies rests on."""
    every = tuple(studies)
    people = [study.participants for study in every if study.participants is not None]
    return Grounds(
        len(every),
        min(people, default=None),
        max(people, default=None),
        sum(study.study_design in SINGLE for study in every),
        sum(study.study_design in BY_CHANCE for study in every),
        sum(study.masking == "masked" for study in every),
        Counter(study.main_finding for study in every),
    )
