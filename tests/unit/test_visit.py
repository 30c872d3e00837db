"""The steps of a visit: what follows, what came before, and what needs a condition first."""

from dataclasses import replace
from itertools import pairwise

import pytest

from logic.visit import (
    NEED_A_CONDITION,
    STEPS,
    Visit,
    after,
    going_back,
    going_to,
    may_go_to,
)

PICKED = Visit(condition="short-nights")


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


@pytest.mark.parametrize("step", NEED_A_CONDITION)
def test_a_step_that_needs_a_condition_opens_only_with_one(step: str) -> None:
    assert not may_go_to(Visit(), step)
    assert may_go_to(PICKED, step)


@pytest.mark.parametrize("step", sorted({*STEPS, "calm", "about"} - {*NEED_A_CONDITION}))
def test_every_other_step_opens_at_any_time(step: str) -> None:
    assert may_go_to(Visit(), step)


@pytest.mark.parametrize(("before", "step"), list(pairwise(STEPS[:-1])))
def test_back_leads_to_the_step_before(before: str, step: str) -> None:
    back = going_back(replace(PICKED, step=step))

    assert back is not None
    assert back.step == before


def test_there_is_no_way_back_from_the_first_step() -> None:
    assert going_back(Visit()) is None


def test_back_from_the_calm_page_leads_to_the_conditions() -> None:
    back = going_back(replace(PICKED, step="calm"))

    assert back is not None
    assert back.step == "conditions"


def test_back_from_a_part_of_the_guide_leads_to_its_list() -> None:
    back = going_back(replace(PICKED, step="guide", section="short-nights-found"))

    assert back is not None
    assert (back.step, back.section) == ("guide", None)


@pytest.mark.parametrize("step", ["about", "referral"])
def test_back_from_a_page_beside_leads_to_where_the_visitor_was(step: str) -> None:
    reading = replace(PICKED, step="guide", section="short-nights-found")

    back = going_back(going_to(reading, step))

    assert back is not None
    assert (back.step, back.section) == ("guide", "short-nights-found")


def test_two_pages_beside_never_lead_back_to_each_other() -> None:
    visit = going_to(going_to(replace(PICKED, step="studies"), "referral"), "about")

    back = going_back(visit)

    assert back is not None
    assert back.step == "studies"


def test_every_page_that_is_shown_has_its_own_turn() -> None:
    first = Visit()
    second = going_to(first, "conditions")
    third = going_back(second)

    assert third is not None
    assert (first.turn, second.turn, third.turn) == (0, 1, 2)


def test_two_visits_never_share_a_number() -> None:
    assert len({Visit().number for _ in range(20)}) == 20
