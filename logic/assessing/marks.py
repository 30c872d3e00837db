"""The score of every criterion, and what the scores of a group come to."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from logic.assessing.findings import Finding
from logic.assessing.measures import MEASURES
from logic.content.pack import Draft
from logic.content.self_assessment import Criterion, Group, Instrument, Scale, Score

# The words of each scale from its lowest mark up, and what that lowest mark is.
SCALES: dict[Scale, tuple[Score, ...]] = {
    "zero-or-one": ("not-met", "met"),
    "one-to-four": ("not-met", "little", "mostly", "met"),
    "one-to-five": ("not-met", "little", "partly", "mostly", "met"),
}
LOWEST: dict[Scale, int] = {"zero-or-one": 0, "one-to-four": 1, "one-to-five": 1}


@dataclass(frozen=True)
class Marked:
    """A criterion with its score, its mark (none where it is not applicable), and why."""

    criterion: Criterion
    score: Score
    mark: int | None
    why: str


@dataclass(frozen=True)
class Totals:
    """How a group of criteria came out. What is not applicable has no mark."""

    met: int
    in_between: int
    not_met: int
    not_applicable: int
    marks: int
    highest: int

    @property
    def percent(self) -> float:
        """The marks in percent of the highest that could be had; none could be, that is nothing."""
        return 100 * self.marks / self.highest if self.highest else 0.0


class Scorer:
    """Scores criteria of one draft, each measure taken once."""

    def __init__(self, draft: Draft) -> None:
        self.draft = draft
        self.findings: dict[str, Finding] = {}

    def marked(self, group: Group) -> list[Marked]:
        """Every criterion of a group with its score."""
        return [self.one(criterion, group.scale) for criterion in group.criteria]

    def one(self, criterion: Criterion, scale: Scale) -> Marked:
        """A criterion with its score: of its measure, or as it was answered."""
        score, why = criterion.score, criterion.why or ""
        if criterion.computed:
            finding = self.finding(criterion.computed)
            score, why = score_of(finding, scale), finding.told
        if score is None:
            raise LookupError(f"{criterion.id} has no answer: a rule names that first.")
        return Marked(criterion, score, mark_of(score, scale), why)

    def finding(self, measure: str) -> Finding:
        """What a measure sees."""
        if measure not in self.findings:
            self.findings[measure] = MEASURES[measure](self.draft)
        return self.findings[measure]


def score_of(finding: Finding, scale: Scale) -> Score:
    """The score that was earned in full: the highest only where nothing at all is amiss."""
    words = SCALES[scale]
    steps = len(words) - 1
    return words[finding.fitting * steps // finding.of if finding.of else 0]


def mark_of(score: Score, scale: Scale) -> int | None:
    """A score as the number that the instrument gives it."""
    return None if score == "not-applicable" else LOWEST[scale] + SCALES[scale].index(score)


def totals(marked: Iterable[Marked], scale: Scale) -> Totals:
    """What the scores of some criteria come to."""
    every = list(marked)
    marks = [one.mark for one in every if one.mark is not None]
    scores = Counter(one.score for one in every)
    highest = LOWEST[scale] + len(SCALES[scale]) - 1
    met, not_met, not_applicable = scores["met"], scores["not-met"], scores["not-applicable"]
    return Totals(
        met,
        len(every) - met - not_met - not_applicable,
        not_met,
        not_applicable,
        sum(marks),
        highest * len(marks),
    )


def headline(group: Group, found: Totals) -> str:
    """What a group comes to, as its instrument counts it."""
    of = found.met + found.in_between + found.not_met
    told = {
        "count": f"{found.met} of {of} met",
        "sum": f"{found.marks} of {found.highest}",
        "percent": f"{found.percent:.0f} of 100",
    }[group.told_as]
    if group.pass_mark is None:
        return told
    reached = "reached" if found.percent >= group.pass_mark else "not reached"
    return f"{told}; the pass mark of {group.pass_mark:g} is {reached}"


def criteria_of(instrument: Instrument) -> list[tuple[tuple[int, int], Group, Criterion]]:
    """Every criterion of an instrument with its group, and the places of both."""
    return [
        ((place, index), group, criterion)
        for place, group in enumerate(instrument.groups)
        for index, criterion in enumerate(group.criteria)
    ]
