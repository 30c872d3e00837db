"""The shipped kiosk long after everybody stopped looking: it draws every page, and no number."""

import re
from collections.abc import Iterator

import pytest

from logic.content.pack import Pack
from logic.content.prose import sentences
from logic.matching import in_every_page
from pages.parts import session
from tests.app.screen import Screen, every_state
from tests.conftest import SHIPPED, Tell

LONG_AFTER = "2040-01-01"
KINDS = (
    "conditions",
    "guide_sections",
    "study_summaries",
    "claims",
    "screening_tools",
    "assessment_checks",
    "glossary",
)


@pytest.fixture(autouse=True)
def only_the_sample() -> None:
    """The tests here are about the shipped content."""


@pytest.fixture(autouse=True)
def read_anew() -> None:
    """The tests here share one kiosk."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[tuple[str, str, str]]]:
    """Every state of the kiosk on a day long after: its name, what can be read, and its HTML."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SHIPPED))
        clinic = tmp_path_factory.mktemp("clinic") / "kiosk.toml"
        clinic.write_text("# A clinic that says nothing of itself.\n")
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        patch.setenv("KIOSK_TODAY", LONG_AFTER)
        session.read_once.cache_clear()
        yield [(name, screen.words, screen.html) for name, screen in every_state(Screen())]
    session.read_once.cache_clear()


def told_numbers(pack: Pack) -> set[str]:
    """Every sentence that tells a number, but for the names of things."""
    return {
        " ".join(sentence.text.split())
        for kind in KINDS
        for item in getattr(pack, kind)
        for place, text in item.words()
        if place[0] not in {"title", "name"}
        for sentence in sentences(text)
        if re.search(r"\d", sentence.text)
    }


def test_every_page_is_drawn_and_tells_no_number_that_is_overdue(
    states: list[tuple[str, str, str]], record_property: Tell
) -> None:
    held = {text for text in told_numbers(session.pack()) if len(text) > 12}

    shown = [(name, text) for name, words, _ in states for text in held if text in words]

    record_property("sentences with a number that a late kiosk holds back", len(held))
    assert len(states) > 200
    assert len(held) > 500
    assert shown == []


def test_no_picture_of_an_overdue_number_is_drawn(states: list[tuple[str, str, str]]) -> None:
    assert [name for name, _, html in states if 'class="picture' in html] == []


def test_no_study_that_is_held_back_tells_how_many_people_it_had(
    states: list[tuple[str, str, str]],
) -> None:
    studies = [(name, words) for name, words, _ in states if name.startswith("studies")]

    assert len(studies) > 50
    assert [name for name, words in studies if re.search(r"\d people", words)] == []


def test_the_crisis_line_stands_on_every_page(states: list[tuple[str, str, str]]) -> None:
    numbers = [str(resource.short) for resource in in_every_page(session.pack())]

    missing = [name for name, _, html in states if any(one not in html for one in numbers)]

    assert len(numbers) >= 2
    assert missing == []


def test_every_guide_says_why_it_shows_so_little(states: list[tuple[str, str, str]]) -> None:
    told = session.ui().labels.being_checked

    silent = [name for name, words, _ in states if name.startswith("guide") and told not in words]

    assert silent == []
