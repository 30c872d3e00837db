"""The steps of a visit: what follows, what came before, and what needs a condition first."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

import pytest

from logic.content.pack import Pack
from logic.visit import (
    NEED_A_CONDITION,
    STEPS,
    Visit,
    after,
    at_all_parts,
    going_back,
    going_to,
    may_go_to,
    picking,
    still_in,
    use,
)

PICKED = Visit(condition="short-nights")


def ways_back(visit: Visit) -> Iterator[Visit]:
    """Where Back leads, as long as it remembers the way."""
    while visit.came_from and (before := going_back(visit)):
        yield (visit := before)


def test_a_visit_with_a_condition_goes_through_every_step_to_the_last() -> None:
    walked = [PICKED.step]
    while (following := after(replace(PICKED, step=walked[-1]))) is not None:
        walked.append(following)

    assert tuple(walked) == STEPS


def test_nothing_follows_the_list_of_conditions_before_one_is_picked() -> None:
    visit = Visit(step="conditions")

    assert after(visit) is None


def test_the_guide_follows_the_calm_page() -> None:
    visit = replace(PICKED, step="calm")

    assert after(visit) == "guide"


def test_nothing_follows_the_page_about_the_kiosk() -> None:
    visit = replace(PICKED, step="about")

    assert after(visit) is None


def test_from_the_claims_the_way_leads_to_a_person_or_first_to_the_topics() -> None:
    assert after(replace(PICKED, step="claims")) == "referral"
    assert after(Visit(step="claims")) == "conditions"


@pytest.mark.parametrize("step", NEED_A_CONDITION)
def test_a_step_that_needs_a_condition_opens_only_with_one(step: str) -> None:
    assert not may_go_to(Visit(), step)
    assert may_go_to(PICKED, step)


@pytest.mark.parametrize("step", sorted({*STEPS, "calm", "about", "claims"} - {*NEED_A_CONDITION}))
def test_every_other_step_opens_at_any_time(step: str) -> None:
    assert may_go_to(Visit(), step)


@pytest.mark.parametrize(("before", "step"), list(pairwise(STEPS)))
def test_back_leads_to_the_step_before(before: str, step: str) -> None:
    back = going_back(going_to(replace(PICKED, step=before), step))

    assert back is not None
    assert back.step == before


def test_there_is_no_way_back_from_the_first_step() -> None:
    assert going_back(Visit()) is None


def test_back_leads_to_where_the_visitor_was_and_not_to_a_step_nobody_saw() -> None:
    listed = going_to(going_to(PICKED, "guide"), "questions")

    assert [one.step for one in ways_back(listed)] == ["guide", "welcome"]


def test_back_from_the_calm_page_leads_to_the_conditions() -> None:
    back = going_back(going_to(replace(PICKED, step="conditions"), "calm"))

    assert back is not None
    assert back.step == "conditions"


def test_back_from_a_part_of_the_guide_leads_to_its_list_at_the_card_from_which_it_was_opened() -> (
    None
):
    listed = replace(PICKED, step="guide", card=3)

    back = going_back(going_to(listed, "guide", "short-nights-found"))

    assert back == replace(listed, turn=2, again=0)


def test_the_list_of_parts_is_as_it_was_left_whatever_part_was_read_since() -> None:
    visit = listed = replace(PICKED, step="guide", card=3)
    for section in ("short-nights-found", "short-nights-harms"):
        visit = going_to(visit, "guide", section)

    assert at_all_parts(visit) == replace(listed, turn=3, again=0)


@pytest.mark.parametrize("step", ["about", "claims", "comfort", "recall", "referral", "studies"])
def test_back_leads_to_the_very_part_that_was_read(step: str) -> None:
    reading = replace(PICKED, step="guide", section="short-nights-found")

    back = going_back(going_to(reading, step))

    assert back == replace(reading, turn=2, again=0)


def test_no_page_but_the_guide_is_at_a_part_of_it() -> None:
    reading = replace(PICKED, step="guide", section="short-nights-found")

    assert going_to(reading, "referral").section is None


@pytest.mark.parametrize("beside", ["referral", "take_home", "recall", "about"])
def test_how_the_pages_look_is_chosen_without_losing_the_place(beside: str) -> None:
    there = going_to(replace(PICKED, step="studies", card=2), beside)

    done = going_back(going_to(there, "comfort"))

    assert done == replace(there, turn=there.turn + 2, again=there.turn)


def test_two_pages_lead_back_to_each_other_only_once() -> None:
    visit = replace(PICKED, step="studies")
    for step in ("referral", "about") * 3:
        visit = going_to(visit, step)

    assert [one.step for one in ways_back(visit)] == ["referral", "studies"]


def test_back_from_a_page_that_was_seen_before_leads_to_the_one_seen_last() -> None:
    talk = going_to(replace(PICKED, step="guide"), "referral")

    again = going_to(going_to(talk, "studies"), "referral")

    assert [one.step for one in ways_back(again)] == ["studies", "guide"]


def test_a_page_is_come_back_to_by_back_alone() -> None:
    guide = replace(PICKED, step="guide", turn=7)
    talk = going_to(guide, "referral")

    back = going_back(talk)
    assert back is not None
    ways_on = [talk, going_to(back, "referral"), going_to(talk, "guide")]

    assert back.again == 7
    assert [one.again for one in ways_on] == [None, None, None]


@pytest.mark.parametrize(("condition", "step"), [("short-nights", "guide"), ("grey-days", "calm")])
def test_with_another_condition_back_leads_to_nothing_of_the_last_one(
    pack: Pack, condition: str, step: str
) -> None:
    visit = replace(PICKED, came_from=(), study_filter="largest")
    for place in ("guide", "short-nights-found"), ("recall", None), ("conditions", None):
        visit = going_to(visit, *place)

    picked = picking(visit, pack.condition[condition])

    assert (picked.condition, picked.step, picked.study_filter) == (condition, step, "all")
    assert [one.place.step for one in ways_back(picked)] == ["conditions", "welcome"]


def test_back_from_a_part_that_is_read_again_leads_to_the_check() -> None:
    part = replace(PICKED, step="guide", section="short-nights-harms")
    check = going_to(going_to(part, "questions"), "recall")

    reading = going_to(check, "guide", "short-nights-found")

    assert reading.place.is_at("guide", "short-nights-found")
    backs = [one.place[:2] for one in ways_back(reading)]
    assert backs == [("recall", None), ("questions", None), ("guide", "short-nights-harms")]


@pytest.mark.parametrize("step", ["recall", "take_home"])
def test_from_what_is_checked_or_taken_home_the_way_on_leads_to_a_person(step: str) -> None:
    assert after(replace(PICKED, step=step)) == "referral"


def test_a_page_stands_once_on_the_way_back() -> None:
    visit = Visit()
    for step in ("claims", "about", "claims"):
        visit = going_to(visit, step)

    assert [one.step for one in ways_back(visit)] == ["about", "welcome"]


def test_every_page_that_is_shown_has_its_own_turn() -> None:
    first = Visit()
    second = going_to(first, "conditions")
    third = going_back(second)

    assert third is not None
    assert (first.turn, second.turn, third.turn) == (0, 1, 2)


def test_two_visits_never_share_a_number() -> None:
    assert len({Visit().number for _ in range(20)}) == 20


@pytest.mark.parametrize("section", [None, "short-nights-found", "common-cost"])
def test_a_visit_stays_where_its_content_is(pack: Pack, section: str | None) -> None:
    visit = replace(PICKED, step="guide", turn=3, section=section)

    assert still_in(visit, pack) == visit


def test_a_visit_whose_condition_is_gone_begins_again_at_the_topics(pack: Pack) -> None:
    visit = Visit(step="studies", turn=3, condition="gone", section="gone", study_view="table")

    assert still_in(visit, pack) == Visit(number=visit.number, turn=4, step="conditions")


def test_a_visit_whose_section_is_gone_is_at_all_parts(pack: Pack) -> None:
    visit = replace(PICKED, step="guide", turn=3, section="gone")

    assert still_in(visit, pack) == replace(visit, turn=4, section=None)


def test_a_visit_whose_section_is_now_of_another_condition_is_at_all_parts(pack: Pack) -> None:
    visit = replace(PICKED, step="guide", turn=3, section="grey-days-found")

    assert still_in(visit, pack) == replace(visit, turn=4, section=None)


def test_back_leads_to_no_section_that_is_gone(pack: Pack) -> None:
    visit = going_to(replace(PICKED, step="guide", section="gone"), "studies")

    assert still_in(visit, pack).came_from == ()


def test_from_a_section_that_is_gone_the_list_is_not_come_to_twice(pack: Pack) -> None:
    visit = going_to(replace(PICKED, step="guide"), "guide", "gone")

    assert still_in(visit, pack).place.is_at("guide", None)
    assert still_in(visit, pack).came_from == ()


def test_a_welcome_page_is_clear_only_while_nothing_is_chosen() -> None:
    looked_around = going_back(going_to(Visit(), "conditions"))
    back_again = going_back(going_to(Visit(condition="grey-days"), "conditions"))

    assert looked_around
    assert back_again
    assert [use(visit) for visit in (Visit(), looked_around, back_again)] == [
        "clear",
        "clear",
        "choices",
    ]


@pytest.mark.parametrize("visit", [Visit(study_filter="largest"), Visit(study_view="map")])
def test_what_was_looked_at_is_a_choice_too(visit: Visit) -> None:
    assert use(visit) == "choices"


def test_a_page_of_text_may_stand_for_longer_than_a_list() -> None:
    picked = Visit(condition="grey-days")
    lists = [going_to(picked, step) for step in ("conditions", "guide")]
    texts = [going_to(picked, step) for step in ("studies", "assessment", "referral", "claims")]
    part = replace(going_to(picked, "guide"), section="grey-days-found")

    assert {use(visit) for visit in lists} == {"choices"}
    assert {use(visit) for visit in (*texts, part)} == {"reading"}
