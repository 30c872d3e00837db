"""A report of every month that is over, as a table for machines and as a page for people.

Nothing stands in it but what logic/counts/months.py tells of a month: no sum of it is made here.
"""

import csv
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape
from io import StringIO
from pathlib import Path
from random import Random

from logic.counts.database import Database
from logic.counts.months import OPENED, VISITS, Names, Told, days_of, finished, read, told, written
from logic.counts.suppression import FEWEST, Key
from logic.counts.things import ENDS, PAGES
from logic.html_tables import Table, as_html

STYLE = Path(__file__).with_suffix(".css")
HELD_BACK = "–"
ALL = "all"
RULE = (
    f"{HELD_BACK} stands for a number under {FEWEST}, and for one that is held back because a "
    f"number under {FEWEST} could be worked out from it. A day on which nothing was counted has "
    "one, too. Each number is of visits: however often something was opened in one, it counts once."
)
COMPLETE = (
    "A month stands here once it is over and all its days have come. What it says is worked out "
    "once and never changes, so that no two reports can be held against each other."
)
END_NAMES = {"cleared": "The screen was cleared", "left": "The page was left, or its screen lost"}


@dataclass(frozen=True)
class Month:
    """What may be told of one month of one kiosk."""

    kiosk: str
    first: date
    told: Told

    @property
    def name(self) -> str:
        """The month, such as 2026-03."""
        return f"{self.first:%Y-%m}"

    @property
    def title(self) -> str:
        """What it is called on a page."""
        return f"{self.kiosk}, {self.name}"

    def number(self, key: Key) -> str:
        """A number as it is read."""
        return str(self.told.get(key, HELD_BACK))


def months(database: Database, names: Names, today: date, chance: Random) -> list[Month]:
    """Every month of every kiosk that may be told of, the newest first. Raises AwayError."""
    known, sheets = database.told(), database.sheets()  # first: days that come meanwhile do no harm
    found: list[Month] = []
    for kiosk, days in sorted(database.days().items()):
        once_told = {date.fromisoformat(f"{month}-01") for of, month in known if of == kiosk}
        firsts = once_told | {*finished(sheets.get(kiosk, {}), today)}
        for first in sorted(firsts, reverse=True):
            month = f"{first:%Y-%m}"
            text = known.get((kiosk, month)) or database.told_once(
                kiosk, month, written(told(first, days, names, chance))
            )
            found.append(Month(kiosk, first, read(text)))
    return found


def keys(month: Month, names: Names) -> Iterator[Key]:
    """Every number that a month has, told or not, in the order in which it is read."""
    days = [day.isoformat() for day in days_of(month.first)]
    yield VISITS
    yield from (("visit", "", day) for day in days)
    yield from (("page", page, "") for page in PAGES)
    yield from (("language", language, "") for language in names.languages)
    yield from (("end", end, "") for end in ENDS)
    for name in (*names.conditions, ""):
        yield "condition", name, ""
        yield from (("condition", name, day) for day in days)


def as_csv(found: Iterable[Month], names: Names) -> str:
    """One line for each number; nothing stands where one is held back."""
    text = StringIO()
    lines = csv.writer(text, lineterminator="\n")
    lines.writerow(["kiosk", "month", "day", "kind", "name", "visits"])
    for month in found:
        for key in keys(month, names):
            kind, name, day = key
            value = month.told.get(key, "")
            lines.writerow([month.kiosk, month.name, day or ALL, kind, name or ALL, value])
    return text.getvalue()


def as_page(found: Sequence[Month], names: Names, titles: dict[str, str]) -> str:
    """The page, in which what was counted is named by its title where it has one."""
    body = "".join(section(month, names, titles) for month in found)
    none = "<p>No month is over yet of which all days have come.</p>\n"
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>Visits, counted</title>\n<style>\n{STYLE.read_text(encoding='utf-8')}</style>\n"
        "</head>\n<body>\n<main>\n<h1>Visits, counted</h1>\n"
        f"<p>{RULE}</p>\n<p>{COMPLETE}</p>\n{body or none}</main>\n</body>\n</html>\n"
    )


def section(month: Month, names: Names, titles: dict[str, str]) -> str:
    """One month of one kiosk."""
    tables = (by_day(month, names, titles), of_all_days(month, names, titles))
    return f"<h2>{escape(month.title)}</h2>\n{''.join(map(as_html, tables))}"


def by_day(month: Month, names: Names, titles: dict[str, str]) -> Table:
    """The visits of each day, and those that opened each topic."""
    return Table(
        f"Visits, and those that opened each topic: {month.title}",
        ("Day", *heads(names, titles)),
        tuple((f"{day}", *across(month, names, f"{day}")) for day in days_of(month.first)),
        ("All days", *across(month, names, "")),
    )


def of_all_days(month: Month, names: Names, titles: dict[str, str]) -> Table:
    """Pages, languages and ends, which no day is told of."""
    parts = [
        *(("page", page, "") for page in PAGES),
        *(("language", language, "") for language in names.languages),
        *(("end", end, "") for end in ENDS),
    ]
    rows = tuple((titled(key, titles), month.number(key)) for key in parts)
    return Table(f"Pages, languages and ends: {month.title}", ("What", "Visits"), rows)


def heads(names: Names, titles: dict[str, str]) -> tuple[str, ...]:
    """What the numbers are of that stand across a table, in the order of `across`."""
    conditions = (titled(("condition", name, ""), titles) for name in names.conditions)
    return ("Visits", *conditions, "All topics")


def across(month: Month, names: Names, day: str) -> list[str]:
    """The numbers of a day, or of all days."""
    every = [("visit", "", day), *(("condition", name, day) for name in names.conditions)]
    return [month.number(key) for key in [*every, (OPENED[0], "", day)]]


def titled(key: Key, titles: dict[str, str]) -> str:
    """What a number is called."""
    kind, name, _ = key
    told_as = END_NAMES.get(name, name) if kind == "end" else titles.get(f"{kind}/{name}", name)
    return f"In {told_as}" if kind == "language" else told_as
