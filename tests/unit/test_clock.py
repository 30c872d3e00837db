"""Which day it is, and what falls due by when."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from logic.clock import falling_due, now, today
from logic.content.pack import Draft, read_draft
from tests.conftest import TODAY, Edit


def test_the_day_can_be_given(monkeypatch: pytest.MonkeyPatch) -> None:
    given = today()
    monkeypatch.delenv("KIOSK_TODAY")

    assert given == TODAY
    assert today() > TODAY


@pytest.mark.parametrize(
    ("told", "shown"),
    [("2026-03-02", "12:00"), ("2026-03-02T08:59", "08:59"), ("2026-03-02 08:59", "08:59")],
)
def test_the_time_on_the_clinics_clock_can_be_given_with_the_day(
    monkeypatch: pytest.MonkeyPatch, told: str, shown: str
) -> None:
    monkeypatch.setenv("KIOSK_TODAY", told)

    found = now(ZoneInfo("Pacific/Honolulu"))

    assert (found.isoformat(), today()) == (f"2026-03-02T{shown}:00-10:00", date(2026, 3, 2))


def test_the_clinics_clock_is_that_of_its_zone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("KIOSK_TODAY")

    there, here = now(ZoneInfo("Pacific/Honolulu")), now(ZoneInfo("America/New_York"))

    assert there.replace(tzinfo=None) < here.replace(tzinfo=None)


@pytest.mark.parametrize(
    ("day", "counts"),
    [
        ("2026-07-16", [1, 0, 0, 0]),
        ("2026-07-15", [0, 1, 0, 0]),
        ("2026-06-15", [0, 1, 0, 0]),
        ("2026-06-14", [0, 0, 1, 0]),
        ("2026-05-16", [0, 0, 1, 0]),
        ("2026-05-15", [0, 0, 0, 1]),
        ("2026-04-16", [0, 0, 0, 1]),
        ("2026-04-15", [0, 0, 0, 0]),
    ],
)
def test_what_falls_due_is_told_by_how_far_its_day_is_off(
    draft: Draft, day: str, counts: list[int]
) -> None:
    spans = falling_due(draft, date.fromisoformat(day))

    every = len(draft.entries)
    assert [len(entries) for _, entries in spans] == [count * every for count in counts]


def test_the_oldest_stands_first(edited_content: Edit) -> None:
    file = "guide_sections/common-cost.en.md"
    content = edited_content(file, "next_review: 2026-07-15", "next_review: 2026-06-01")

    (_, overdue), *_ = falling_due(read_draft(content), date(2026, 8, 1))

    days = [entry.item.next_review for entry in overdue]
    assert overdue[0].file.path == content / file
    assert days == sorted(days)
