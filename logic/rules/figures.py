"""Rules about figures: what a study prints has to agree with itself."""

from collections.abc import Iterator

from logic.content.outcomes import Figure, Outcome
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.shares import has_share, share_of
from logic.content.studies import StudySummary
from logic.content.vocabulary import StudyDesign

# The designs in which every figure is of the study's own people.
SINGLE: tuple[StudyDesign, ...] = (
    "randomised-trial", "crossover-trial", "withdrawal-trial", "single-group-study",
)  # fmt: skip
NEAR = 2  # people of 100: a difference and its shares are rounded, or adjusted by the work


def figures_add_up(draft: Draft) -> Iterator[Problem]:
    """A printed count and its percentage say the same, and no count exceeds those analysed."""
    for entry in draft.of(StudySummary):
        for place, outcome in enumerate(entry.item.outcomes):
            for index, figure in enumerate(outcome.figures):
                if wrong := sum_problem(figure):
                    yield entry.problem(("outcomes", place, "figures", index), wrong)


def sum_problem(figure: Figure) -> str | None:
    """What does not add up in one figure, if anything."""
    if figure.events is None or figure.analysed is None:
        return None
    if figure.events > figure.analysed or figure.analysed == 0:
        return f"{figure.events} of {figure.analysed} cannot be. Check both counts."
    share = 100 * figure.events / figure.analysed
    if figure.percent is not None and abs(share - figure.percent) > 1:
        return (
            f"{figure.events} of {figure.analysed} is {share:.1f}, not {figure.percent:g} in 100. "
            "Check all three."
        )
    return None


def no_figure_tells_of_more_people_than_there_were(draft: Draft) -> Iterator[Problem]:
    """No figure counts more people than its arm had, or more than were in a single study."""
    for entry in draft.of(StudySummary):
        study = entry.item
        arms = {arm.id: arm.participants for arm in study.arms}
        in_all = study.participants if study.study_design in SINGLE else None
        for place, outcome in enumerate(study.outcomes):
            for index, figure in enumerate(outcome.figures):
                arm = arms.get(figure.arm) if figure.analysed is None else None
                most = max(figure.events or 0, figure.analysed or 0)
                if (known := arm or in_all) and most > known:
                    message = f"{most} people of {known} cannot be. Check both counts."
                    yield entry.problem(("outcomes", place, "figures", index), message)


def figures_belong_to_arms(draft: Draft) -> Iterator[Problem]:
    """Every figure is of an arm that its study names."""
    for entry in draft.of(StudySummary):
        arms = {arm.id for arm in entry.item.arms}
        for place, outcome in enumerate(entry.item.outcomes):
            for index, figure in enumerate(outcome.figures):
                if figure.arm not in arms:
                    message = f"`{figure.arm}` is not one of the `arms`. Add it there."
                    yield entry.problem(("outcomes", place, "figures", index, "arm"), message)


def every_outcome_has_one_comparator(draft: Draft) -> Iterator[Problem]:
    """Of the arms that an outcome sets side by side, exactly one is the comparator."""
    for entry in draft.of(StudySummary):
        comparators = {arm.id for arm in entry.item.arms if arm.comparator}
        for place, outcome in enumerate(entry.item.outcomes):
            found = [figure.arm for figure in outcome.figures if figure.arm in comparators]
            if len(outcome.figures) > 1 and len(found) != 1:
                message = (
                    f"{len(found)} of the arms here are a comparator. "
                    "Give `comparator: yes` to exactly one of them, under `arms`."
                )
                yield entry.problem(("outcomes", place, "figures"), message)


def an_effect_lies_in_its_interval(draft: Draft) -> Iterator[Problem]:
    """An effect's interval has two ends, and its value lies between them."""
    for entry in draft.of(StudySummary):
        for index, outcome in enumerate(entry.item.outcomes):
            effect = outcome.effect
            if effect is None or (effect.low is None and effect.high is None):
                continue
            if effect.low is None or effect.high is None:
                wrong = "An interval needs both `low` and `high`. Write both, or neither."
            elif effect.low > effect.high or not (
                effect.value is None or effect.low <= effect.value <= effect.high
            ):
                value = "The value" if effect.value is None else f"{effect.value:g}"
                wrong = (
                    f"{value} does not lie between {effect.low:g} and {effect.high:g}. "
                    "Check all three."
                )
            else:
                continue
            yield entry.problem(("outcomes", index, "effect"), wrong)


def an_effect_is_of_two_arms_and_fits_their_shares(draft: Draft) -> Iterator[Problem]:
    """An effect is of one drug arm; a risk difference is in people of 100, as its shares are."""
    for entry in draft.of(StudySummary):
        comparators = {arm.id for arm in entry.item.arms if arm.comparator}
        for place, outcome in enumerate(entry.item.outcomes):
            drugs = [one for one in outcome.figures if one.arm not in comparators]
            if outcome.effect and len(drugs) > 1:
                message = "This effect is of which arm? Write one outcome for each drug's arm."
                yield entry.problem(("outcomes", place, "effect"), message)
            elif wrong := shares_problem(outcome, drugs, comparators):
                yield entry.problem(("outcomes", place, "effect"), wrong)


def shares_problem(outcome: Outcome, drugs: list[Figure], comparators: set[str]) -> str | None:
    """What does not fit between a printed risk difference and the two shares, if anything."""
    effect = outcome.effect
    against = [one for one in outcome.figures if one.arm in comparators]
    pair = [share_of(one) for one in (*drugs, *against) if has_share(one)]
    if not effect or effect.measure != "risk-difference" or len(pair) != 2:  # noqa: PLR2004 (a drug's arm and its comparator)
        return None
    apart = abs(pair[0] - pair[1])
    if effect.value is not None and abs(abs(effect.value) - apart) > NEAR:
        return f"The shares are {apart:.1f} of 100 apart, not {effect.value:g}. Check all three."
    return None


RULES: tuple[Rule, ...] = (
    figures_add_up,
    no_figure_tells_of_more_people_than_there_were,
    figures_belong_to_arms,
    every_outcome_has_one_comparator,
    an_effect_lies_in_its_interval,
    an_effect_is_of_two_arms_and_fits_their_shares,
)
