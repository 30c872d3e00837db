"""What a kiosk counted in a month, for the tests of what is told of it."""

from collections.abc import Iterator
from datetime import date, timedelta

from logic.counts.sheets import Sheet
from logic.counts.things import Thing

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)


def opened(day: date, grey: int, short: int) -> Sheet:
    """A day on which each visit opened one topic, in English, and was cleared."""
    both, totals = grey + short, dict[Thing, int]()
    for thing in (Thing("visit"), Thing("page", "guide"), Thing("language", "en")):
        totals[thing] = both
    totals[Thing("end", "cleared")] = both
    totals |= {Thing("condition", "grey-days"): grey, Thing("condition", "short-nights"): short}
    return Sheet(day, totals=totals)


def a_month() -> Iterator[Sheet]:
    """Every day of March, and the first of April."""
    for number in range(31):
        yield opened(MARCH + timedelta(number), 9 + number % 4, 3 if number == 9 else 12)
    yield opened(APRIL, 1, 1)
