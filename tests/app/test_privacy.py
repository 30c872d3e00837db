"""What is left of a visit when it is cleared: nothing."""

import pytest
import streamlit as st

from logic.visit import Visit
from pages.parts import session
from tests.app.screen import Screen

FORGOTTEN = {"number": "", "turn": 0}


def same_but_number(visit: Visit) -> dict[str, object]:
    """What a visit holds, but for its random number."""
    return {**vars(visit), **FORGOTTEN}


def test_clear_screen_forgets_every_choice(screen: Screen) -> None:
    screen.tap("start").tap("condition-short-nights").tap("next").tap("largest").tap("table")

    screen.tap("clear")

    assert same_but_number(screen.visit) == same_but_number(Visit())
    assert screen.visit.step == "welcome"


def test_clear_screen_leaves_nothing_in_the_session_but_a_new_visit(screen: Screen) -> None:
    old = screen.tap("start").tap("condition-short-nights").visit.number

    screen.tap("clear")

    state = dict(screen.app.session_state.items())
    assert screen.visit.number != old
    assert [name for name in state if old in str(name)] == []
    assert [name for name, value in state.items() if name != "visit" and value] == []


def test_clear_screen_leaves_no_word_of_the_condition_on_the_screen(screen: Screen) -> None:
    screen.tap("start").tap("condition-short-nights").tap("open-found").tap("clear")

    condition = session.pack().condition["short-nights"]
    assert condition.title not in screen.words
    assert condition.id not in screen.html


def test_a_visit_changes_nothing_that_visitors_share(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a visit wrote to a file or the address")

    monkeypatch.setattr("pathlib.Path.write_text", refuse)
    monkeypatch.setattr(type(st.query_params), "__setitem__", refuse)
    before = session.pack().model_dump_json()

    screen.tap("start").tap("condition-short-nights").tap("next").tap("clear")

    assert session.pack().model_dump_json() == before


def test_two_visitors_at_once_know_nothing_of_each_other(screen: Screen) -> None:
    other = Screen()

    screen.tap("start").tap("condition-short-nights")

    assert other.visit.condition is None
    assert other.visit.number != screen.visit.number
