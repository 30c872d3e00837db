"""What may be drawn of an outcome, and of how many people: the rule that every picture follows."""

from collections.abc import Mapping

import pytest

from logic.content.items import Source
from logic.content.outcomes import Arm, Figure, Outcome
from logic.content.pack import Pack
from logic.content.shares import shares
from logic.content.studies import StudySummary

WATER = "water"


def study(
    pack: Pack,
    *figures: Figure,
    people: int | None = 60,
    design: str = "randomised-trial",
    **told: object,
) -> StudySummary:
    """A sample trial of tea against water, `people` in each arm, with one outcome of these."""
    river = pack.study["river-trial"]
    arms = tuple(
        Arm.model_validate(
            {"id": name, "name": name, "participants": people, "comparator": name == WATER}
        )
        for name in ("tea", "strong-tea", WATER)
    )
    outcome = river.outcomes[0].model_copy(update={"figures": figures, **told})
    update = {"arms": arms, "outcomes": (outcome,), "study_design": design}
    return river.model_copy(update=update)


def figure(arm: str, **told: float) -> Figure:
    return Figure.model_validate({"arm": arm, **told})


def drawn(given: StudySummary, sources: Mapping[str, Source]) -> list[tuple[str, int, int, bool]]:
    """Each share as (arm, people, of, whether the count is printed)."""
    return [
        (share.arm.id, share.people, share.of, share.is_printed)
        for share in shares(given, only(given), sources)
    ]


def only(given: StudySummary) -> Outcome:
    (outcome,) = given.outcomes
    return outcome


def test_two_large_arms_are_drawn_of_a_hundred_people(pack: Pack) -> None:
    given = study(pack, figure("tea", percent=63.4), figure(WATER, percent=49.5))

    assert drawn(given, pack.source) == [("tea", 63, 100, False), (WATER, 50, 100, False)]


def test_printed_counts_decide_before_a_percentage_that_was_rounded_once_already(
    pack: Pack,
) -> None:
    tea = figure("tea", percent=11.5, events=26, analysed=227)  # 11.45 of 100
    given = study(pack, tea, figure(WATER, percent=4, events=9, analysed=225))

    assert drawn(given, pack.source) == [("tea", 11, 100, True), (WATER, 4, 100, True)]


def test_what_the_drug_is_held_against_stands_last(pack: Pack) -> None:
    water, tea, strong = (figure(name, percent=20) for name in (WATER, "tea", "strong-tea"))

    order = [name for name, *_ in drawn(study(pack, water, tea, strong), pack.source)]

    assert order == ["tea", "strong-tea", WATER]


def test_fewer_than_thirty_people_are_drawn_as_the_people_they_were(pack: Pack) -> None:
    tea = figure("tea", events=4, analysed=8)
    given = study(pack, tea, figure(WATER, events=0, analysed=7))

    assert drawn(given, pack.source) == [("tea", 4, 8, True), (WATER, 0, 7, True)]


@pytest.mark.parametrize(("people", "of"), [(29, 29), (30, 100)])
def test_thirty_people_are_enough_for_a_hundred(pack: Pack, people: int, of: int) -> None:
    tea = figure("tea", events=10, analysed=people)
    given = study(pack, tea, figure(WATER, events=5, analysed=40))

    assert drawn(given, pack.source)[0][2] == of


def test_one_small_arm_makes_people_of_all_arms(pack: Pack) -> None:
    tea = figure("tea", percent=64, analysed=47)
    given = study(pack, tea, figure(WATER, percent=28, analysed=25))

    assert drawn(given, pack.source) == [("tea", 30, 47, False), (WATER, 7, 25, False)]


def test_few_people_are_told_in_words_where_no_whole_number_gives_the_percentage(
    pack: Pack,
) -> None:
    tea = figure("tea", percent=30, analysed=15)  # 4 of 15 is 27, 5 of 15 is 33
    given = study(pack, tea, figure(WATER, percent=20, analysed=15))

    assert drawn(given, pack.source) == []


def test_an_arm_of_unknown_size_is_told_in_words(pack: Pack) -> None:
    given = study(pack, figure("tea", percent=71), figure(WATER, percent=6), people=None)

    assert drawn(given, pack.source) == []


@pytest.mark.parametrize(("people", "is_drawn"), [(119, False), (120, True)])
def test_the_people_of_all_arms_tell_that_no_arm_was_small(
    pack: Pack, people: int, *, is_drawn: bool
) -> None:
    figures = (figure("tea", percent=27.4), figure(WATER, percent=8.8))
    given = study(pack, *figures, people=None)
    outcome = only(given).model_copy(update={"people": people})

    assert bool(shares(given, outcome, pack.source)) is is_drawn


def test_another_outcome_tells_how_many_were_in_an_arm(pack: Pack) -> None:
    given = study(pack, figure("tea", percent=46), figure(WATER, percent=63), people=None)
    counted = only(given).model_copy(
        update={"figures": tuple(figure(arm, events=9, analysed=90) for arm in ("tea", WATER))}
    )
    given = given.model_copy(update={"outcomes": (*given.outcomes, counted)})

    assert [share.of for share in shares(given, given.outcomes[0], pack.source)] == [100, 100]


def test_the_same_people_twice_are_drawn_only_where_they_were_counted(pack: Pack) -> None:
    both = "crossover-trial"
    percent = study(pack, figure("tea", percent=71), figure(WATER, percent=6), design=both)
    tea = figure("tea", events=4, analysed=8)
    counted = study(pack, tea, figure(WATER, events=0, analysed=7), design=both)

    assert drawn(percent, pack.source) == []
    assert len(drawn(counted, pack.source)) == 2


def test_someone_elses_account_is_told_in_words(pack: Pack) -> None:
    figures = (figure("tea", percent=47), figure(WATER, percent=33))
    given = study(pack, *figures, source="river-paper second-hand")

    assert drawn(given, pack.source) == []


def test_one_arm_alone_is_told_in_words(pack: Pack) -> None:
    alone = study(pack, figure("tea", percent=40))
    two_doses = study(pack, figure("tea", percent=40), figure("strong-tea", percent=50))

    assert drawn(alone, pack.source) == []
    assert drawn(two_doses, pack.source) == []


def test_an_editor_may_leave_the_picture_to_another_outcome(pack: Pack) -> None:
    figures = (figure("tea", percent=69.3), figure(WATER, percent=52))

    assert drawn(study(pack, *figures, told_in="words"), pack.source) == []


def test_averages_are_not_people(pack: Pack) -> None:
    figures = (figure("tea", mean=4.5), figure(WATER, mean=4.4))

    assert drawn(study(pack, *figures), pack.source) == []


def test_what_hardly_happened_to_anyone_is_told_in_words(pack: Pack) -> None:
    hardly = study(pack, figure("tea", percent=0.3), figure(WATER, percent=0))
    rarely = study(pack, figure("tea", percent=8), figure(WATER, percent=0.4))

    assert drawn(hardly, pack.source) == []
    assert drawn(rarely, pack.source) == [("tea", 8, 100, False), (WATER, 0, 100, False)]
