"""Pictures of numbers: how many dots, which are marked, and where a study stands on the map."""

import re
from urllib.parse import unquote
from xml.etree import ElementTree as ET

import pytest

from logic.content.intervals import Interval
from logic.content.outcomes import Arm, Effect, Figure
from logic.content.pack import Pack
from logic.content.shares import Share
from logic.content.studies import StudySummary
from logic.pictures.differences import difference
from logic.pictures.evidence_map import evidence_map, radius, reach
from logic.pictures.icon_array import DOT, HOLE, MARKS, STEP, icon_array
from logic.pictures.outcomes import pictures

SVG = "{http://www.w3.org/2000/svg}"
RUN = re.compile(r"M(\d+) (\d+)h(\d+)")


def paths(svg: str) -> dict[str, str]:
    """The paths of a drawing by the width of their lines."""
    return {path.attrib["stroke-width"]: path.attrib["d"] for path in ET.fromstring(svg)}


def places(path: str) -> list[tuple[int, int]]:
    """The middles of the dots of a path, as (column, row)."""
    return [
        ((int(x) + STEP * one) // STEP, int(y) // STEP)
        for x, y, length in RUN.findall(path)
        for one in range(int(length) // STEP + 1)
    ]


def test_there_is_a_dot_for_each_person_and_a_hole_in_each_to_whom_it_did_not_happen() -> None:
    drawn = paths(icon_array(people=63, of=100, more=13, higher_is="better"))

    assert len(places(drawn[f"{DOT:g}"])) == 100
    assert len(places(drawn[f"{HOLE:g}"])) == 37
    assert places(drawn[f"{HOLE:g}"])[0] == (3, 6)  # the 64th of ten in a row


def test_those_by_whom_an_arm_has_more_bear_a_mark_each() -> None:
    drawn = paths(icon_array(people=63, of=100, more=13, higher_is="better"))

    marked = re.findall(r"M(\d+) (\d+)", drawn["1.4"])
    assert len(marked) == 13
    assert marked[0] == ("5", "55")  # the 51st


def test_better_and_worse_differ_in_the_shape_of_the_mark_and_not_in_colour_alone() -> None:
    gain, harm = (
        paths(icon_array(people=9, of=10, more=1, higher_is=which))["1.4"]
        for which in ("better", "worse")
    )

    assert gain.removeprefix("M85 5") != harm.removeprefix("M85 5")


@pytest.mark.parametrize(("people", "of"), [(0, 7), (7, 7), (4, 8), (33, 33), (1, 12)])
def test_few_people_are_as_many_dots_as_they_were(people: int, of: int) -> None:
    drawn = paths(icon_array(people=people, of=of, more=0, higher_is="better"))

    assert len(places(drawn[f"{DOT:g}"])) == of
    assert len(places(drawn.get(f"{HOLE:g}", ""))) == of - people
    assert "1.4" not in drawn


def trial(pack: Pack, *times: tuple[str, float, float], **told: object) -> StudySummary:
    """A sample trial whose one outcome was counted at these times: (time, tea, water)."""
    river = pack.study["river-trial"]
    arms = tuple(arm.model_copy(update={"participants": 60}) for arm in river.arms)
    outcomes = tuple(
        river.outcomes[0].model_copy(
            update={
                "time_point": time,
                "main": False,
                "effect": None,
                "figures": (Figure(arm="tea", percent=tea), Figure(arm="water", percent=water)),
                **told,
            }
        )
        for time, tea, water in times
    )
    return river.model_copy(update={"id": "invented-trial", "arms": arms, "outcomes": outcomes})


def test_what_was_counted_at_three_times_is_drawn_over_time(pack: Pack) -> None:
    given = trial(pack, ("day 1", 33, 7), ("day 7", 19, 12), ("day 14", 17, 17))

    drawn = pictures(given, pack)

    assert drawn.single == ()
    (times,) = drawn.over_time
    assert [picture.outcome.time_point for picture in times] == ["day 1", "day 7", "day 14"]
    assert [picture.differences[0].people for picture in times] == [26, 7, 0]


def test_a_harm_that_was_counted_many_times_is_drawn_as_a_harm(pack: Pack) -> None:
    times = ("week 1", 9, 2), ("week 2", 8, 2), ("week 3", 9, 3)

    drawn = pictures(trial(pack, *times, about="harm", higher_is="worse"), pack)

    assert drawn.times("benefit") == ()
    assert len(drawn.times("harm")[0]) == 3


def test_more_people_who_became_ill_again_bear_a_cross_and_no_tick(pack: Pack) -> None:
    (picture,) = pictures(trial(pack, ("later", 45, 27), higher_is="worse"), pack).single

    tea = unquote(picture.panels[0].image)

    assert MARKS["worse"] in tea
    assert MARKS["better"] not in tea


def test_what_was_counted_twice_is_drawn_as_two_pictures(pack: Pack) -> None:
    drawn = pictures(trial(pack, ("day 1", 33, 7), ("day 7", 19, 12)), pack)

    assert [picture.place for picture in drawn.single] == [0, 1]
    assert drawn.over_time == ()


def test_the_main_question_stands_for_a_study_before_what_comes_first(pack: Pack) -> None:
    given = trial(pack, ("day 1", 33, 7), ("day 7", 19, 12))
    first, second = given.outcomes
    main = second.model_copy(update={"main": True})
    drawn = pictures(given.model_copy(update={"outcomes": (first, main)}), pack)

    found = drawn.first("benefit")

    assert found is not None
    assert found.place == 1
    assert drawn.first("harm") is None


def test_only_an_arm_that_has_more_is_marked(pack: Pack) -> None:
    (picture,) = pictures(trial(pack, ("week 4", 20, 35)), pack).single

    tea, water = (unquote(panel.image) for panel in picture.panels)

    assert "stroke-width='1.4'" not in tea.replace('"', "'")
    assert "stroke-width='1.4'" in water.replace('"', "'")


def share(arm: str, percent: float, *, comparator: bool = False) -> Share:
    told = Arm.model_validate({"id": arm, "name": arm, "comparator": comparator})
    return Share(told, round(percent), 100, percent, is_printed=False)


TEA, WATER = share("tea", 19.45), share("water", 19.82, comparator=True)


def test_a_difference_that_a_work_prints_the_other_way_round_is_turned(pack: Pack) -> None:
    printed = Effect(measure="risk-difference", value=0.36, low=-6.07, high=7.38)
    given = trial(pack, ("day 3", 19.45, 19.82), effect=printed)

    found = difference(pack, given, 0, TEA, WATER)

    assert (found.value, found.low, found.high) == (-0.36, -7.38, 6.07)
    assert not found.is_ours


def test_an_interval_without_its_value_is_told_beside_the_difference_of_the_shares(
    pack: Pack,
) -> None:
    printed = Effect(measure="risk-difference", low=2, high=30)
    given = trial(pack, ("the end", 46, 63), effect=printed)

    found = difference(pack, given, 0, share("tea", 46), share("water", 63, comparator=True))

    assert (found.value, found.low, found.high) == (-17, -30, -2)


def test_an_interval_keeps_the_percent_that_the_work_prints(pack: Pack) -> None:
    printed = Effect(measure="risk-difference", value=9, low=1, high=17, interval_percent=90)
    given = trial(pack, ("week 4", 50, 41), effect=printed)

    found = difference(pack, given, 0, share("tea", 50), share("water", 41, comparator=True))

    assert found.percent == 90


def test_an_interval_of_ours_says_that_it_is_ours(pack: Pack) -> None:
    def estimate(value: float, low: float, high: float) -> dict[str, float]:
        return {"value": value, "low": low, "high": high}

    arm = {"id": "tea", "events": 30, "analysed": 60, **estimate(50, 38, 62)}
    against = {"id": "water", "events": 20, "analysed": 60, **estimate(33, 23, 46)}
    told = {"study": "invented-trial", "outcome": 1, "arm": arm, "comparator": against}
    made = Interval.model_validate({**told, "risk_difference": estimate(16.7, -1, 33)})
    ours = Pack.model_construct(None, **{**dict(pack), "intervals": (made,)})

    found = difference(ours, trial(pack, ("week 1", 50, 33)), 0, share("tea", 50), WATER)

    assert (found.value, found.low, found.high, found.is_ours) == (16.7, -1, 33, True)
    assert found.percent == 95


def test_the_map_places_a_study_by_its_main_question(pack: Pack) -> None:
    (placed,) = evidence_map(pack)["river-trial"]

    assert placed.outcome.main
    assert (placed.effect.value, placed.effect.low, placed.effect.high) == (16.7, 0.2, 33.1)


def test_the_map_turns_what_is_worse_so_that_right_is_better_off(pack: Pack) -> None:
    given = trial(pack, ("later", 27, 45), higher_is="worse")
    changed = Pack.model_construct(None, **{**dict(pack), "study_summaries": (given,)})

    (placed,) = evidence_map(changed)[given.id]

    assert placed.effect.value == 18


def test_a_study_without_people_of_a_hundred_has_no_place_on_the_map(pack: Pack) -> None:
    assert evidence_map(pack)["meadow-study"] == ()


def test_the_scale_reaches_to_the_furthest_interval_in_whole_steps(pack: Pack) -> None:
    effects = [placed.effect for each in evidence_map(pack).values() for placed in each]

    assert reach(effects) == 40
    assert reach([]) == 20


def test_the_area_of_a_dot_grows_with_the_people() -> None:
    smallest, half, largest = radius(None, 400), radius(100, 400), radius(400, 400)

    assert half - smallest == pytest.approx((largest - smallest) / 2)
