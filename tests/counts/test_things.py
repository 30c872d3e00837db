"""What is counted of a visit: each thing once, and nothing of what a visitor asks or wants."""

from dataclasses import replace
from typing import get_args

import pytest

from logic.content.strings import Headings
from logic.counts.things import PAGES, Kind, Thing, things_in
from logic.visit import Comfort, Visit

OWN = ("questions", "matters", "recall", "take_home", "for_staff", "comfort", "calm", "welcome")
READING = Visit(step="guide", condition="short-nights", turn=3)


def test_nothing_is_counted_before_the_first_tap() -> None:
    assert things_in(Visit(), "en") == frozenset()


def test_a_page_of_a_topic_counts_the_visit_the_page_the_topic_and_the_language() -> None:
    found = things_in(READING, "es")

    assert found == {
        Thing("visit"),
        Thing("page", "guide"),
        Thing("condition", "short-nights"),
        Thing("language", "es"),
    }


@pytest.mark.parametrize("step", OWN)
def test_a_page_of_what_a_visitor_wants_is_no_page_that_is_counted(step: str) -> None:
    found = things_in(replace(READING, step=step), "en")

    assert found == {Thing("visit"), Thing("condition", "short-nights")}


def test_every_page_is_either_counted_or_named_here_as_one_that_is_not() -> None:
    assert {*Headings.model_fields} == {*PAGES, *OWN}


def test_what_was_asked_marked_recalled_and_chosen_for_comfort_changes_nothing() -> None:
    own = replace(
        READING,
        section="found",
        study_filter="largest",
        depth="short",
        questions=("dose",),
        matters=frozenset({"time"}),
        recalled=(("sleep", 2),),
        large_print=True,
        discreet=False,
        sentence="now",
        comfort=Comfort(size="largest", is_helper=True, is_calm=True, beside="es"),
    )

    assert things_in(own, "en") == things_in(READING, "en")


def test_there_are_five_kinds_of_things_and_no_more() -> None:
    assert get_args(Kind) == ("visit", "page", "condition", "language", "end")
