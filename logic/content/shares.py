"""How an outcome is pictured: of 100 people, of the people they were, or not at all but in words.

Here stands the one rule of what may be drawn; pages and pictures only follow it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from logic.content.items import Source
from logic.content.outcomes import Arm, Figure, Outcome
from logic.content.studies import StudySummary
from logic.content.vocabulary import Verification

HUNDRED = 100
FEWEST_OF_A_HUNDRED = 30  # fewer people than this are drawn as themselves, not as 100


@dataclass(frozen=True)
class Share:
    """To how many people of an arm something happened: `people` of `of`.

    `of` is 100, or the people there were where they were few. `percent` is the share before
    rounding. `is_printed` says whether the work prints the count, or only a percentage.
    """

    arm: Arm
    people: int
    of: int
    percent: float
    is_printed: bool


def shares(
    study: StudySummary, outcome: Outcome, sources: Mapping[str, Source]
) -> tuple[Share, ...]:
    """The shares of an outcome, drug arms first; none where it is told in words.

    In words are told: what we know from someone else's account, what was counted in one arm alone
    or, without counts, in the same people twice, what hardly happened to anyone, and arms of which
    we do not know whether they were small.
    """
    arms = {arm.id: arm for arm in study.arms}
    # An arm or a source that no file names is told by the rules; here it only is not drawn.
    told = [(arms[one.arm], one) for one in outcome.figures if has_share(one) and one.arm in arms]
    counted = all(figure.events is not None for _, figure in told)
    if (
        outcome.told_in == "words"
        or outcome.source.partition(" ")[0] not in sources
        or is_second_hand(outcome, sources)
        or len({arm.comparator for arm, _ in told}) < 2  # noqa: PLR2004 (a drug, and what it was held against)
        or (study.study_design == "crossover-trial" and not counted)
    ):
        return ()
    ordered = sorted(told, key=lambda pair: pair[0].comparator)
    are_many = all(
        least_size(study, outcome, arm, figure) >= FEWEST_OF_A_HUNDRED for arm, figure in ordered
    )
    of_these = of_a_hundred if are_many else as_they_were
    found = tuple(share for arm, figure in ordered if (share := of_these(arm, figure)))
    happened = any(share.people for share in found) or not any(share.percent for share in found)
    return found if happened and len(found) == len(ordered) else ()


def has_share(figure: Figure) -> bool:
    """Whether a figure tells of how many people, and not of points."""
    return figure.percent is not None or (figure.events is not None and bool(figure.analysed))


def is_second_hand(outcome: Outcome, sources: Mapping[str, Source]) -> bool:
    """Whether an outcome is known from someone else's account alone."""
    name, _, level = outcome.source.partition(" ")
    levels = sources[name].levels if name in sources else frozenset[Verification](["not-checked"])
    return (level or next(iter(levels))) == "second-hand"


def least_size(study: StudySummary, outcome: Outcome, arm: Arm, figure: Figure) -> int:
    """How many people a figure is about, at the least: 0 where we know nothing of it.

    Where neither the figure nor the arm says so, there were as many as another outcome counted in
    that arm; or, of the people of all arms together, no fewer than half an even part.
    """
    if of := size(arm, figure):
        return of
    elsewhere = [
        one.analysed or 0 for other in study.outcomes for one in other.figures if one.arm == arm.id
    ]
    return max(*elsewhere, (outcome.people or 0) // (2 * len(outcome.figures)))


def size(arm: Arm, figure: Figure) -> int | None:
    """How many people a figure is about: those analysed, or else those the arm began with."""
    return arm.participants if figure.analysed is None else figure.analysed


def share_of(figure: Figure) -> float:
    """A figure in percent: of its counts where both are printed, or else as the work prints it.

    A printed percentage is rounded once already, and rounding it again could make it one more.
    """
    if figure.events is not None and figure.analysed:
        return HUNDRED * figure.events / figure.analysed
    return figure.percent or 0.0


def of_a_hundred(arm: Arm, figure: Figure) -> Share:
    """A figure as people of 100."""
    percent = share_of(figure)
    is_printed = figure.events is not None and figure.analysed is not None
    return Share(arm, whole(percent), HUNDRED, percent, is_printed)


def as_they_were(arm: Arm, figure: Figure) -> Share | None:
    """A figure as the people there were; none where their number cannot be known.

    Where the work prints a percentage alone, it is the only whole number of people that gives it.
    """
    of = size(arm, figure)
    if not of:
        return None
    if figure.events is not None:
        return Share(arm, figure.events, of, share_of(figure), is_printed=True)
    percent = share_of(figure)
    fitting = [one for one in range(of + 1) if whole(HUNDRED * one / of) == whole(percent)]
    return Share(arm, fitting[0], of, percent, is_printed=False) if len(fitting) == 1 else None


def whole(number: float) -> int:
    """The nearest whole number; a half goes up, away from zero."""
    return int(number + 0.5) if number >= 0 else -int(0.5 - number)
