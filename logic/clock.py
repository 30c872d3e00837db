"""The evidence clock: which day it is, and what somebody must look at again by when."""

import os
from collections.abc import Iterator
from datetime import date, timedelta

from logic.content.items import Item
from logic.content.pack import Draft
from logic.content.reading import Entry

SPANS = ((0, 30), (31, 60), (61, 90))  # days ahead, the first and the last of each span


def today() -> date:
    """The day by which review dates are judged; KIOSK_TODAY gives another, for tests.

    Raises SystemExit where that is no day.
    """
    given = os.environ.get("KIOSK_TODAY")
    try:
        return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 (the clinic's day)
    except ValueError:
        told = f"KIOSK_TODAY is no day: `{given}`. Write it like `2031-01-31`, or leave it out."
        raise SystemExit(told) from None


def falling_due(draft: Draft, day: date) -> Iterator[tuple[str, list[Entry[Item]]]]:
    """What is overdue on a day, then what falls due within each span of days: the oldest first."""
    ordered = sorted(draft.entries, key=lambda entry: (entry.item.next_review, entry.file.path))
    yield "overdue", [entry for entry in ordered if entry.item.is_due(day)]
    for first, last in SPANS:
        begin, end = day + timedelta(first), day + timedelta(last)
        within = [one for one in ordered if begin <= one.item.next_review <= end]
        yield f"due in {first} to {last} days", within
