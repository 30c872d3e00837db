"""A visitor's questions: which ones, and in what order."""

from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from logic.asking import (
    common_parts,
    forward,
    further,
    own_parts,
    question_of,
    sooner,
    to_ask,
    toggled,
)
from logic.content.pack import Pack
from logic.matching import common_sections, own_sections
from logic.visit import Visit
from tests.conftest import TODAY

NONE: frozenset[str] = frozenset()
WARMTH = frozenset({"warmth"})
LISTS = st.lists(st.sampled_from("abcdef"), min_size=1, unique=True).map(tuple)


def asked(
    pack: Pack, *picked: str, condition: str = "grey-days", is_by_hand: bool = False
) -> list[str]:
    """What a visitor who picked these asks, to whom warmth matters."""
    visit = Visit(condition=condition, questions=picked, matters=WARMTH, is_by_hand=is_by_hand)
    return to_ask(pack, visit, TODAY)


def test_whoever_touched_no_list_begins_with_the_five_of_the_condition(pack: Pack) -> None:
    five = pack.condition["grey-days"].questions

    assert to_ask(pack, Visit(condition="grey-days"), TODAY) == list(five)
    assert len(five) == 5


def test_whoever_took_every_question_off_has_none(pack: Pack) -> None:
    assert asked(pack) == []


def test_whoever_picked_some_has_those_with_what_matters_first(pack: Pack) -> None:
    assert asked(pack, "who-pours", "which-cup") == ["which-cup", "who-pours"]


def test_an_order_that_was_made_by_hand_stays(pack: Pack) -> None:
    assert asked(pack, "who-pours", "which-cup", is_by_hand=True) == ["who-pours", "which-cup"]


def test_a_question_that_the_content_no_longer_has_is_not_asked(pack: Pack) -> None:
    assert asked(pack, "who-swims", "which-cup") == ["which-cup"]


def test_a_question_that_is_held_back_is_not_asked(pack: Pack) -> None:
    long_after = TODAY.replace(year=TODAY.year + 9)

    assert to_ask(pack, Visit(condition="grey-days"), long_after) == []


def test_with_another_condition_only_what_fits_it_is_asked(pack: Pack) -> None:
    picked = ("gloomy-mornings", "which-cup")

    assert asked(pack, *picked) == list(picked)
    assert asked(pack, *picked, condition="short-nights") == ["which-cup"]


def test_of_the_five_those_that_are_not_on_the_list_can_be_put_there(pack: Pack) -> None:
    first, *rest = pack.condition["grey-days"].questions

    def offered(*picked: str) -> list[str]:
        return further(pack, Visit(condition="grey-days", questions=picked), TODAY)

    assert offered(first) == rest
    assert offered("who-swims") == offered() == [first, *rest]
    assert offered(first, *rest) == []


def test_nothing_more_is_offered_while_the_five_are_the_list(pack: Pack) -> None:
    assert further(pack, Visit(condition="grey-days"), TODAY) == []


def test_without_a_condition_nothing_is_asked(pack: Pack) -> None:
    assert to_ask(pack, Visit(), TODAY) == []


def test_what_matters_brings_its_questions_forward_and_takes_none_away(pack: Pack) -> None:
    picked = ["who-pours", "which-cup", "what-else", "how-long-warm"]

    assert forward(pack, picked, WARMTH) == ["which-cup", "how-long-warm", "who-pours", "what-else"]
    assert forward(pack, picked, NONE) == picked


@given(LISTS)
def test_a_question_is_put_at_the_end_and_a_second_tap_takes_it_off(names: tuple[str, ...]) -> None:
    added = toggled(names, "z")

    assert added == (*names, "z")
    assert toggled(added, "z") == names


@given(LISTS, st.data())
def test_sooner_moves_one_question_by_one_place(
    names: tuple[str, ...], data: st.DataObject
) -> None:
    place = data.draw(st.integers(0, len(names) - 1))
    moved = list(names)
    if place:
        moved[place - 1], moved[place] = moved[place], moved[place - 1]

    assert sooner(names, names[place]) == tuple(moved)


def test_a_part_a_study_and_a_claim_each_raise_their_question(pack: Pack) -> None:
    raised = [
        question_of(pack, item)
        for item in (
            pack.section["grey-days-not-known"],
            pack.study["hill-trial"],
            pack.claim["water-is-wet"],
        )
    ]

    assert [one.id for one in raised if one] == [
        "gloomy-mornings",
        "how-long-warm",
        "with-my-biscuits",
    ]


def changed(pack: Pack, raises: dict[str, str]) -> Pack:
    """The pack, with parts that raise other questions."""
    sections = tuple(
        one.model_copy(update={"question": raises.get(one.part, "what-else")})
        for one in pack.guide_sections
    )
    return Pack.model_construct(**{**dict(pack), "guide_sections": sections})


def test_parts_about_what_matters_come_first_and_none_is_left_out(pack: Pack) -> None:
    told = changed(pack, {"session": "which-cup", "driving": "how-long-warm"})

    own, common = own_parts(told, "grey-days", WARMTH), common_parts(told, WARMTH)

    assert own[0].part == "session"
    assert [part.part for part in common][:2] == ["urgent-help", "driving"]
    assert sorted(part.id for part in own) == sorted(
        part.id for part in own_sections(told, "grey-days")
    )
    assert len(common) == len(common_sections(told))


def test_nothing_moves_where_nothing_matters(pack: Pack) -> None:
    assert own_parts(pack, "grey-days", NONE) == own_sections(pack, "grey-days")
    assert common_parts(pack, NONE) == common_sections(pack)


@pytest.mark.parametrize("marked", list(permutations(["found", "harms", "session"], 2)))
def test_harms_never_come_after_what_was_found_and_another_part(
    pack: Pack, marked: tuple[str, str]
) -> None:
    told = changed(pack, dict.fromkeys(marked, "which-cup"))

    parts = [part.part for part in own_parts(told, "grey-days", WARMTH)]

    assert parts.index("harms") <= parts.index("found") + 1
