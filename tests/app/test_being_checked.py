"""What a kiosk shows once a review date has passed: that it is being checked, and no number."""

import re

import pytest

from logic.content.items import Item
from pages.parts import session
from tests.app.screen import Screen

LATER = "2030-01-01"


@pytest.fixture
def overdue(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A kiosk on a day on which every item of the sample is overdue, at the guide."""
    monkeypatch.setenv("KIOSK_TODAY", LATER)
    return Screen().tap("start").tap("condition-short-nights")


def words_of(item: Item, *fields: str) -> list[str]:
    """The sentences of an item that must not be shown."""
    return [re.sub(r"\[.*", "", str(getattr(item, field)))[:30] for field in fields]


def test_an_overdue_part_of_the_guide_keeps_its_text_back(overdue: Screen) -> None:
    overdue.tap("open-found")

    section = session.pack().section["short-nights-found"]
    assert session.ui().labels.being_checked in overdue.words
    for text in words_of(section, "message", "body"):
        assert text not in overdue.words


def test_an_overdue_study_keeps_its_finding_back_on_its_card_and_in_the_table(
    overdue: Screen,
) -> None:
    overdue.tap("next")

    for view in ("cards", "table"):
        overdue.tap(view)
        assert session.ui().labels.being_checked in overdue.words
        for study in session.pack().study_summaries:
            for text in words_of(study, "in_short", "harms_in_short", "found"):
                assert text not in overdue.words


def test_what_is_due_next_is_said_before_it_is_overdue() -> None:
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-found")

    assert session.ui().labels.being_checked not in screen.words
    assert session.ui().labels.next_review.split("{")[0] in screen.words


def test_a_crisis_number_is_never_held_back(overdue: Screen) -> None:
    overdue.tap("talk")

    for resource in session.pack().referral_resources:
        assert resource.title in overdue.words
        assert (resource.call or "") in overdue.words
