"""Rules about the intervals that we work out ourselves: made from these counts, and left alone."""

from collections.abc import Iterator

from logic.content.intervals import Counts, Estimate, Interval, Pair, Place, pairs
from logic.content.items import Source
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.studies import StudySummary

ROUNDED = 0.051  # how far people of 100, with one decimal, may lie from what the counts give
RATIO_ROUNDED = 0.0051  # the same of a ratio, with two decimals
MAKE = "Run `make numbers`."


def every_interval_is_made_from_its_counts(draft: Draft) -> Iterator[Problem]:
    """Where counts are printed without an interval, ours is made from exactly those counts."""
    needed = needed_pairs(draft)
    made = set[Place]()
    for index, one in enumerate(draft.intervals):
        place = one.pair.place
        if place not in needed or place in made:
            yield problem(draft, index, f"No counts need these numbers. {MAKE}")
        elif one.pair != needed[place]:
            yield problem(draft, index, f"These numbers were made from other counts. {MAKE}")
        made.add(place)
    studies = {entry.item.id: entry for entry in draft.of(StudySummary)}
    for place, pair in needed.items():
        if place not in made:
            message = f"No interval was made for `{pair.arm.arm}` here. {MAKE}"
            yield studies[pair.study].problem(("outcomes", pair.outcome, "figures"), message)


def needed_pairs(draft: Draft) -> dict[Place, Pair]:
    """Every pair of counts that needs an interval of ours, by its place."""
    studies = (entry.item for entry in draft.of(StudySummary))
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    return {pair.place: pair for pair in pairs(studies, sources)}


def every_interval_agrees_with_its_counts(draft: Draft) -> Iterator[Problem]:
    """The value of each interval of ours is what its counts give, and lies between its ends.

    The ends are not worked out again here: a check needs no statsmodels.
    """
    for index, one in enumerate(draft.intervals):
        for name, estimate, wanted, margin in expected(one):
            if not agrees(estimate, wanted, margin):
                message = f"`{name}` is not what the counts give. {MAKE}"
                yield problem(draft, index, message, name)


def expected(one: Interval) -> Iterator[tuple[str, Estimate | None, float | None, float]]:
    """Each field of an interval, what it holds, what its counts give, and how close it must be."""
    arm, comparator = share(one.arm.counts), share(one.comparator.counts)
    ratio = arm / comparator if 0 < arm < 1 and 0 < comparator < 1 else None
    yield "arm", one.arm, 100 * arm, ROUNDED
    yield "comparator", one.comparator, 100 * comparator, ROUNDED
    yield "risk_difference", one.risk_difference, 100 * (arm - comparator), ROUNDED
    yield "relative_risk", one.relative_risk, ratio, RATIO_ROUNDED


def agrees(estimate: Estimate | None, wanted: float | None, margin: float) -> bool:
    """Whether a value lies between its ends and is the wanted one but for rounding."""
    if estimate is None or wanted is None:
        return estimate is None and wanted is None
    near = abs(estimate.value - wanted) <= margin
    return near and estimate.low <= estimate.value <= estimate.high


def share(counts: Counts) -> float:
    """The part of an arm to whom it happened."""
    return counts.events / counts.analysed


def problem(draft: Draft, index: int, message: str, *field: str) -> Problem:
    """A problem at the line of an interval, or of one of its fields."""
    if draft.intervals_file is None:
        raise LookupError("Only a draft with a file of intervals has any.")
    return draft.intervals_file.problem(("intervals", index, *field), message)


RULES: tuple[Rule, ...] = (
    every_interval_is_made_from_its_counts,
    every_interval_agrees_with_its_counts,
)
