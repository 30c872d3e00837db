"""How what is drawn of a page comes onto it: in as few pieces as may be, and what is held in it."""

from html import unescape

import pytest
from streamlit.runtime.state.session_state_proxy import SessionStateProxy

from pages.parts import sheet
from pages.parts.opened import SWAPPED, held
from tests.app.screen import Screen

SIGNS = '<p class="a">A &amp; B, \uf8f0\uf8f1\uf8f2\uf8f3 and \'</p>'


@pytest.fixture
def shown(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is shown, one piece after the other."""
    pieces = list[str]()
    monkeypatch.setattr(sheet, "show", pieces.append)
    return pieces


def test_what_changes_while_the_rest_stays_is_shown_with_it_where_nothing_opens(
    shown: list[str],
) -> None:
    with sheet.shown():
        sheet.put("heading")
        sheet.above()
        sheet.put("text")

    assert shown == ['<div class="stack">headingtext</div>']


def test_what_changes_while_the_rest_stays_is_shown_by_itself_where_something_opens_below(
    shown: list[str],
) -> None:
    opens = f"<details {held('text')}></details>"

    with sheet.shown():
        sheet.put("heading")
        sheet.above()
        sheet.put(opens)

    assert shown == ['<div class="stack">heading</div>', f'<div class="stack">{opens}</div>']


def test_what_is_held_comes_out_as_it_went_in_however_often_it_is_held() -> None:
    told = SIGNS
    for _ in range(3):
        told = held(told)
        assert not set("<>") & set(told)

    for _ in range(3):
        told = unescape(told.removeprefix('data-holds="').removesuffix('"')).translate(SWAPPED)

    assert told == SIGNS


def test_a_page_looks_into_the_session_of_streamlit_a_few_times_and_no_more(
    screen: Screen, monkeypatch: pytest.MonkeyPatch
) -> None:
    looks, look = list[str](), SessionStateProxy.__getitem__

    def counted(state: SessionStateProxy, key: str) -> object:
        looks.append(key)
        return look(state, key)

    monkeypatch.setattr(SessionStateProxy, "__getitem__", counted)

    screen.tap("start")

    assert 0 < len(looks) < 50
