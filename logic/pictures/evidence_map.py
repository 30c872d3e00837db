"""The evidence map: where every study stands on one scale, or that it stands on none.

The scale is people of 100: how many more were better off with the drug than with what it was held
against. To the right is better off, to the left worse off, whichever way a study counted.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from math import ceil, sqrt

from logic.content.outcomes import Outcome
from logic.content.pack import Pack
from logic.content.shares import HUNDRED, shares
from logic.content.studies import StudySummary
from logic.pictures.differences import Difference, difference
from logic.pictures.svg import INK, PAPER, address, drawing, line

WIDTH, HEIGHT = 300, 36
EDGE = 8  # kept free at both ends
STEP = 20  # people of 100 from one mark of the scale to the next
SMALLEST, LARGEST = 4.0, 14.0  # the radius of a dot
GRID, ZERO = "#C9D1CF", "#3D4F53"


@dataclass(frozen=True)
class Placed:
    """An outcome's effect on the scale, which goes to `furthest`, and the address of its drawing.

    The effect is in more people of 100 better off with the drug; fewer where negative.
    """

    outcome: Outcome
    effect: Difference
    furthest: int
    image: str


def evidence_map(pack: Pack) -> dict[str, tuple[Placed, ...]]:
    """Every study by its id, with its effects on the scale; none where it has none there."""
    found = {study.id: tuple(effects(study, pack)) for study in pack.study_summaries}
    furthest = reach(effect for each in found.values() for _, effect in each)
    most = max((study.participants or 0 for study in pack.study_summaries), default=0)

    def size(study: StudySummary) -> float:
        return radius(study.participants, most)

    return {
        study.id: tuple(
            Placed(outcome, one, furthest, address(strip(one, size(study), furthest)))
            for outcome, one in found[study.id]
        )
        for study in pack.study_summaries
    }


def effects(study: StudySummary, pack: Pack) -> Iterator[tuple[Outcome, Difference]]:
    """What stands for a study on the scale: the outcomes marked `on_map`, or else one.

    The one is of the main question where that can be drawn of 100 people, or else the first.
    """
    known = [
        (place, found)
        for place, outcome in enumerate(study.outcomes)
        if outcome.about == "benefit"
        and (found := shares(study, outcome, pack.source))
        and all(share.of == HUNDRED for share in found)
    ]
    marked = [one for one in known if study.outcomes[one[0]].on_map]
    main = [one for one in known if study.outcomes[one[0]].main]
    for place, found in marked or main[:1] or known[:1]:
        outcome = study.outcomes[place]
        for share in found:
            if not share.arm.comparator:
                one = difference(pack, study, place, share, found[-1])
                # Of what is worse, fewer people are better off.
                yield outcome, one.turned if outcome.higher_is == "worse" else one


def reach(effects: Iterable[Difference]) -> int:
    """How far the scale goes to both sides: to the furthest end of an interval, in whole steps."""
    ends = [abs(end) for one in effects for end in (one.value, one.low, one.high) if end]
    return STEP * ceil(max(ends, default=STEP) / STEP)


def radius(people: int | None, most: int) -> float:
    """The size of a dot: its area grows with the number of people."""
    return SMALLEST + (LARGEST - SMALLEST) * sqrt((people or 0) / max(most, 1))


def strip(one: Difference, size: float, furthest: int) -> str:
    """One effect on the scale, as an SVG; a hollow dot has no interval."""
    middle = HEIGHT / 2

    def at(value: float) -> str:
        return f"{WIDTH / 2 + value / furthest * (WIDTH / 2 - EDGE):.1f}"

    grid = "".join(f"M{at(mark)} 0v{HEIGHT}" for mark in range(-furthest, furthest + 1, STEP))
    shapes = line(grid, GRID, 1) + line(f"M{at(0)} 0v{HEIGHT}", ZERO, 2)
    fill = PAPER
    if one.low is not None and one.high is not None:
        ends = f"M{at(one.low)} {middle - 6}v12M{at(one.high)} {middle - 6}v12"
        shapes += line(f"M{at(one.low)} {middle}H{at(one.high)}{ends}", INK["better"], 2.5)
        fill = INK["better"]
    shapes += (
        f'<circle cx="{at(one.value)}" cy="{middle}" r="{size:.1f}" fill="{fill}" '
        f'stroke="{INK["better"]}" stroke-width="2.5"/>'
    )
    return drawing(WIDTH, HEIGHT, shapes)
