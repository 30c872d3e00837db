"""What is left of a visit when it is cleared: nothing."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest
import streamlit as st

from logic.visit import Visit
from pages.parts import session
from tests.app.screen import Screen

FORGOTTEN = {"number": "", "turn": 0}
# What the next visit has too: one of its own, the newest content, and what its first page does.
SHARED = {"visit", "kiosk", "acts"}


def same_but_number(visit: Visit) -> dict[str, object]:
    """What a visit holds, but for its random number."""
    return {**vars(visit), **FORGOTTEN}


def test_clear_screen_forgets_every_choice(screen: Screen) -> None:
    screen.tap("start").tap("condition-short-nights").tap("next").tap("study_filter-largest").tap(
        "study_view-table"
    )

    screen.tap("clear")

    assert same_but_number(screen.visit) == same_but_number(Visit())
    assert screen.visit.step == "welcome"


def test_clear_screen_leaves_nothing_in_the_session_but_a_new_visit(screen: Screen) -> None:
    old = screen.tap("start").tap("condition-short-nights").visit.number

    screen.tap("clear")

    state = dict(screen.app.session_state.items())
    assert screen.visit.number != old
    assert state["acts"][0] == screen.visit.page
    assert old not in str(state)
    assert [name for name, value in state.items() if name not in SHARED and value] == []


def test_clear_screen_leaves_no_word_of_the_condition_on_the_screen(screen: Screen) -> None:
    screen.tap("start").tap("condition-short-nights").tap("open-found").tap("clear")

    condition = session.pack().condition["short-nights"]
    assert condition.title not in screen.words
    assert condition.id not in screen.html


def test_a_visit_opens_no_file_and_puts_nothing_in_the_address(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a visit wrote to the address")

    monkeypatch.setattr(type(st.query_params), "__setitem__", refuse)
    whole_visit(Screen())  # whatever Python itself reads, such as a package, it has read now
    screen = Screen()

    with opened_files() as opened:
        whole_visit(screen)

    assert opened == []


def whole_visit(screen: Screen) -> None:
    """Every step of a visit, and the end of it."""
    screen.tap("start").tap("condition-short-nights").tap("open-found").tap("next").tap(
        "study_view-table"
    )
    screen.tap("next").tap("next").tap("clear")


@contextmanager
def opened_files() -> Iterator[list[str]]:
    """The files that are opened within the block, but for the code of pages."""
    opened: list[str] = []
    watching = True

    def watch(event: str, given: tuple[object, ...]) -> None:
        if watching and event == "open" and not str(given[0]).endswith((".py", ".pyc")):
            opened.append(str(given[0]))

    sys.addaudithook(watch)  # it stays for good, so it is told when to look away
    yield opened
    watching = False


def test_what_visitors_share_holds_nothing_of_a_visit(screen: Screen) -> None:
    number = screen.tap("start").tap("condition-short-nights").tap("next").visit.number

    shared = str(session.kiosk().drawn)

    assert "short-nights" in shared
    assert number not in shared


def test_on_the_next_day_yesterdays_pages_are_forgotten(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    screen.tap("start").tap("condition-short-nights")
    monkeypatch.setenv("KIOSK_TODAY", "2026-03-02")

    screen.tap("next")

    assert list(session.kiosk().drawn) == [date(2026, 3, 2)]


@pytest.mark.parametrize("steps", [0, 1, 2, 3, 4])
def test_clear_screen_works_from_every_step(screen: Screen, steps: int) -> None:
    screen.tap("start")
    for tap in ("condition-short-nights", "next", "next", "next")[:steps]:
        screen.tap(tap)

    screen.tap("clear")

    assert same_but_number(screen.visit) == same_but_number(Visit())


def test_two_visitors_at_once_know_nothing_of_each_other(screen: Screen) -> None:
    other = Screen()

    screen.tap("start").tap("condition-short-nights")

    assert other.visit.condition is None
    assert other.visit.number != screen.visit.number
