"""Which content belongs to a condition, and in what order it is shown."""

from collections.abc import Sequence
from datetime import date
from typing import get_args

import pytest

from logic.content.items import Item
from logic.content.pack import Pack
from logic.content.vocabulary import CommonPart, ConditionPart
from logic.matching import (
    FILTERS,
    Listing,
    about,
    checks_for,
    claims_for,
    common_sections,
    following_section,
    harms_beside,
    in_every_page,
    listing,
    own_sections,
    soonest_first,
    studies_of,
    with_partners,
)

PAIR = ["hill-trial", "river-trial"]
LATER = date(2026, 7, 16)  # the day after the sample's review dates


def ids(items: Sequence[Item]) -> list[str]:
    return [item.id for item in items]


def with_study(pack: Pack, name: str, **changes: object) -> Pack:
    """The sample with one study changed."""
    studies = tuple(
        study.model_copy(update=changes) if study.id == name else study
        for study in pack.study_summaries
    )
    return Pack.model_construct(**{**dict(pack), "study_summaries": studies})


def test_an_item_without_conditions_is_for_every_condition(pack: Pack) -> None:
    assert ids([*about(pack.assessment_checks, "grey-days")]) == ["other-cups"]
    assert ids([*about(pack.assessment_checks, None)]) == ["other-cups"]


def test_what_a_clinician_checks_stands_in_its_order(pack: Pack) -> None:
    assert ids([*checks_for(pack, "short-nights")]) == ["kettle", "other-cups"]


def test_claims_on_the_topic_stand_first_and_each_claim_once(pack: Pack) -> None:
    own, others = claims_for(pack, "short-nights")

    assert (ids(own), ids(others)) == (["tea-brings-sleep"], ["water-is-wet"])


@pytest.mark.parametrize("condition", [None, "grey-days"])
def test_where_no_claim_is_on_the_topic_all_stand_in_their_order(
    pack: Pack, condition: str | None
) -> None:
    own, others = claims_for(pack, condition)

    assert (ids(own), ids(others)) == ([], ["water-is-wet", "tea-brings-sleep"])


def test_a_guide_has_its_own_parts_and_then_the_common_ones_in_order(pack: Pack) -> None:
    own = [section.part for section in own_sections(pack, "grey-days")]
    common = [section.part for section in common_sections(pack)]

    assert own == list(get_args(ConditionPart))
    assert common == list(get_args(CommonPart))


def test_each_part_of_the_guide_leads_to_the_next_until_the_last(pack: Pack) -> None:
    order = [*own_sections(pack, "short-nights"), *common_sections(pack)]
    walked = [order[0].id]
    while (following := following_section(pack, order, walked[-1])) is not None:
        walked.append(following.id)

    every = ids(order)
    shown_beside_what_was_found = "short-nights-harms"
    assert walked == [name for name in every if name != shown_beside_what_was_found]


def test_what_studies_found_stands_beside_the_harms_of_its_own_condition(pack: Pack) -> None:
    beside = harms_beside(pack, pack.section["grey-days-found"])

    assert beside == pack.section["grey-days-harms"]


def test_no_other_part_has_harms_beside_it(pack: Pack) -> None:
    assert harms_beside(pack, pack.section["grey-days-session"]) is None


def test_the_surest_studies_stand_first(pack: Pack) -> None:
    assert ids(studies_of(pack, "short-nights")) == [*PAIR, "meadow-study"]


def test_among_studies_as_sure_the_newest_stands_first(pack: Pack) -> None:
    alike = with_study(pack, "meadow-study", certainty="moderate", published=2099)

    assert ids(studies_of(alike, "short-nights")) == ["meadow-study", *PAIR]


def test_with_partners_shows_no_study_twice_and_none_that_is_unknown(pack: Pack) -> None:
    hill = pack.study["hill-trial"].model_copy(update={"read_with": ("river-trial", "gone")})

    shown = with_partners([hill, pack.study["river-trial"]], pack.study)

    assert ids([*shown]) == PAIR


def test_the_partners_of_a_partner_are_not_followed(pack: Pack) -> None:
    chained = with_study(pack, "river-trial", read_with=("hill-trial", "meadow-study"))

    shown = with_partners([chained.study["hill-trial"]], chained.study)

    assert ids([*shown]) == PAIR


@pytest.mark.parametrize(
    ("choice", "fitting", "beside"),
    [
        ("all", [*PAIR, "meadow-study"], []),
        ("largest", [*PAIR, "meadow-study"], []),
        ("another_treatment", PAIR[:1], PAIR[1:]),
        ("no_clear_difference", PAIR[:1], PAIR[1:]),
    ],
)
def test_a_filter_says_what_fits_it_and_what_only_stands_beside(
    pack: Pack, choice: str, fitting: list[str], beside: list[str]
) -> None:
    found = listing(pack, "short-nights", choice)

    assert (ids([*found.fitting]), ids([*found.beside])) == (fitting, beside)


def test_a_partner_of_another_condition_stands_beside_and_is_not_counted(pack: Pack) -> None:
    parted = with_study(pack, "river-trial", conditions=("grey-days",))

    found = listing(parted, "short-nights", "all")

    assert ids([*found.fitting]) == ["hill-trial", "meadow-study"]
    assert ids([*found.beside]) == ["river-trial"]
    assert ids(found.reasons(found.beside[0])) == ["hill-trial"]


def test_the_largest_stand_first_and_those_of_unknown_size_last(pack: Pack) -> None:
    crowded = with_study(pack, "meadow-study", participants=5000)
    unknown = with_study(crowded, "hill-trial", participants=None)

    found = listing(unknown, "short-nights", "largest")

    assert ids([*found.fitting]) == ["meadow-study", "river-trial", "hill-trial"]


def test_a_filter_that_nothing_fits_shows_nothing(pack: Pack) -> None:
    found = listing(pack, "grey-days", "no_clear_difference")

    assert (found.fitting, found.beside) == ((), ())


def test_every_filter_has_a_name_for_the_visitor(pack: Pack) -> None:
    assert set(FILTERS) == set(dict(pack.ui_strings.filters))


def test_help_stands_soonest_first(pack: Pack) -> None:
    resources = soonest_first(reversed(pack.referral_resources))

    assert ids([*resources]) == ["emergency", "crisis-line", "front-desk"]


def test_the_crisis_line_can_stand_before_all(pack: Pack) -> None:
    resources = soonest_first(pack.referral_resources, crisis_line_first=True)

    assert ids([*resources]) == ["crisis-line", "emergency", "front-desk"]


def test_every_page_tells_the_crisis_line_and_the_emergency(pack: Pack) -> None:
    assert ids([*in_every_page(pack)]) == ["crisis-line", "emergency"]


def test_a_partner_stands_right_behind_the_first_study_that_it_must_be_read_with(
    pack: Pack,
) -> None:
    river, hill, meadow = (
        pack.study[f"{name}"] for name in ("river-trial", "hill-trial", "meadow-study")
    )

    order = Listing(fitting=(river, meadow), beside=(hill,)).in_order()

    assert order == [river, hill, meadow]
