"""The evidence clock: which day it is, and what somebody must look at again by when."""

import os
from collections.abc import Iterator
from datetime import date, datetime, timedelta, tzinfo

from logic.content.items import Item
from logic.content.pack import Draft
from logic.content.reading import Entry

NOON = 12
SPANS = ((0, 30), (31, 60), (61, 90))  # days ahead, the first and the last of each span


def today() -> date:
    """The day by which review dates are judged; KIOSK_TODAY gives another, for tests.

    Raises SystemExit where that is no day.
    """
    given = told_day()
    return given.date() if given else date.today()  # noqa: DTZ011 (the clinic's day)


def now(zone: tzinfo) -> datetime:
    """What a clinic's clocks show now, or on the day that KIOSK_TODAY gives."""
    given = told_day()
    return given.replace(tzinfo=zone) if given else datetime.now(zone)


def told_day() -> datetime | None:
    """The day that KIOSK_TODAY gives, such as `2031-01-31`, at noon or at the time it tells."""
    given = os.environ.get("KIOSK_TODAY", "")
    try:
        found = datetime.fromisoformat(given) if given else None
    except ValueError:
        told = f"KIOSK_TODAY is no day: `{given}`. Write it like `2031-01-31`, or leave it out."
        raise SystemExit(told) from None
    return found.replace(hour=NOON) if found and len(given) <= len("2031-01-31") else found


def falling_due(draft: Draft, day: date) -> Iterator[tuple[str, list[Entry[Item]]]]:
    """What is overdue on a day, then what falls due within each span of days: the oldest first."""
    ordered = sorted(draft.entries, key=lambda entry: (entry.item.next_review, entry.file.path))
    yield "overdue", [entry for entry in ordered if entry.item.is_due(day)]
    for first, last in SPANS:
        begin, end = day + timedelta(first), day + timedelta(last)
        within = [one for one in ordered if begin <= one.item.next_review <= end]
        yield f"due in {first} to {last} days", within
