"""What a kiosk shows once a review date has passed: that it is being checked, and no number."""

import pytest

from logic.content.items import Item
from logic.content.prose import plain
from pages.parts import session
from pages.parts.dates import day
from tests.app.screen import Screen, every_state

LATER = "2030-01-01"


@pytest.fixture
def overdue(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A kiosk on a day on which every item of the sample is overdue."""
    monkeypatch.setenv("KIOSK_TODAY", LATER)
    return Screen()


def texts(item: Item) -> list[str]:
    """The texts of an item as they are read, but for its name and what it is for."""
    held_back = (words for place, words in item.words() if place[0] not in {"title", "summary"})
    return [line.removeprefix("- ") for words in held_back for line in plain(words).splitlines()]


def test_in_no_state_a_text_is_shown_that_is_overdue(overdue: Screen) -> None:
    pack = session.pack()
    kinds = (pack.guide_sections, pack.study_summaries, pack.conditions, pack.screening_tools)
    held = {text for kind in kinds for item in kind for text in texts(item) if len(text) > 20}

    shown = [
        (name, text)
        for name, screen in every_state(overdue)
        for text in held
        if text in screen.words
    ]

    assert len(held) > 50
    assert shown == []


def test_a_table_tells_of_an_overdue_study_across_its_whole_row(overdue: Screen) -> None:
    overdue.tap("start").tap("condition-short-nights").tap("next").tap("table")

    columns = overdue.html.count('role="columnheader"')
    assert f'colspan="{columns - 1}">{session.ui().labels.being_checked}' in overdue.html


def test_before_its_day_is_past_nothing_is_held_back_and_the_day_is_told() -> None:
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-found")

    section = session.pack().section["short-nights-found"]
    assert session.ui().labels.being_checked not in screen.words
    assert session.ui().labels.next_review.format(date=day(section.next_review)) in screen.words


def test_a_crisis_number_is_never_held_back_nor_put_in_doubt(overdue: Screen) -> None:
    overdue.tap("talk")

    labels = session.ui().labels
    for resource in session.pack().referral_resources:
        assert resource.title in overdue.words
        assert (resource.call or "") in overdue.words
    for card in overdue.html.split("crisis-card")[1:]:
        assert labels.number_being_checked not in card.split("<details")[0]
