"""Rules about dates: what was looked at is looked at again in time, and no look lies ahead."""

from collections.abc import Iterator
from datetime import date, timedelta

from logic.clock import today
from logic.content.items import Item, Source
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.reading import Entry

YEAR = timedelta(days=366)


def everything_is_reviewed_again_within_a_year(draft: Draft) -> Iterator[Problem]:
    """No `next_review` lies more than a year (366 days) after `last_reviewed`."""
    for entry in draft.entries:
        item = entry.item
        if item.next_review - item.last_reviewed > YEAR:
            latest = item.last_reviewed + YEAR
            message = f"This is more than a year after `last_reviewed`. Write {latest} or earlier."
            yield entry.problem(("next_review",), message)


def nothing_was_reviewed_on_a_day_to_come(draft: Draft) -> Iterator[Problem]:
    """No `last_reviewed` or `read_on` is later than today.

    This stops no kiosk: its clock may be slow.
    """
    latest = today()
    for entry in draft.entries:
        for location, day in looks(entry):
            if day > latest:
                message = f"{day} has not come yet. Write the day on which somebody looked."
                yield entry.problem(location, message)


def looks(entry: Entry[Item]) -> Iterator[tuple[Location, date]]:
    """Each day on which somebody looked at an item, or read the work that it is, with its field."""
    item = entry.item
    yield ("last_reviewed",), item.last_reviewed
    if isinstance(item, Source):
        for index, reading in enumerate(item.readings):
            yield ("readings", index, "read_on"), reading.read_on


RULES: tuple[Rule, ...] = (everything_is_reviewed_again_within_a_year,)
EDITORS_RULES: tuple[Rule, ...] = (nothing_was_reviewed_on_a_day_to_come,)
