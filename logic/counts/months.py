"""What may be told of a month: it is worked out once, when it is over, and never again.

Two reports of the same month could be held against each other, and so could one of a day that is
not over, and one of a month to which days still come. There are none of those.
"""

import json
from calendar import monthrange
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import TypeAlias

from logic.counts.suppression import FEWEST, Key, Number, held_back
from logic.counts.things import ENDS, PAGES, Thing

LATEST = timedelta(days=31)  # after a month, that its last day is waited for
ALIKE = 5  # two numbers that are less than this apart may be taken for one
BY_CHANCE, TOTALS_BY_CHANCE = 0.01, 0.001  # how many numbers are held back without need

Days: TypeAlias = Mapping[date, Counter[Thing]]
Month: TypeAlias = Mapping[str, Counter[Thing]]  # each of its days, as it is written
Told: TypeAlias = dict[Key, int]
VISITS, OPENED, GUIDE = ("visit", "", ""), ("condition", "", ""), ("page", "guide", "")
IN_ALL: tuple[Key, ...] = (VISITS, OPENED, ("end", "", ""), ("language", "", ""))


@dataclass(frozen=True)
class Names:
    """What can have been counted, whether it was or not: a row that is missing would tell, too."""

    conditions: tuple[str, ...]
    languages: tuple[str, ...]


def finished(sheets: Mapping[date, int], today: date) -> Iterator[date]:
    """The first day of each month that is over and complete, from the first that has a number.

    `sheets` says of how many servers there are numbers of each day. A server delivers its days in
    their order. So a month is complete once a later day has the numbers of as many as any of its.
    """
    first = min(sheets, default=today).replace(day=1)
    while (after := next_month(first)) <= today:
        servers = max((n for day, n in sheets.items() if first <= day < after), default=1)
        have_gone_on = any(n >= servers for day, n in sheets.items() if day >= after)
        if have_gone_on or after + LATEST <= today:
            yield first
        first = after


def next_month(first: date) -> date:
    """The first day of the month that follows."""
    return (first + timedelta(days=31)).replace(day=1)


def days_of(first: date) -> tuple[date, ...]:
    """Every day of a month."""
    return tuple(first.replace(day=n + 1) for n in range(monthrange(first.year, first.month)[1]))


def told(first: date, days: Days, names: Names, chance: Random) -> Told:
    """The numbers of a month that may be told."""
    month = {day.isoformat(): days.get(day, Counter[Thing]()) for day in days_of(first)}
    return worked_out(month, names, chance)


def worked_out(month: Month, names: Names, chance: Random) -> Told:
    """The numbers that may be told of some days and of all of them."""
    tables = [*tables_of(month, names)]
    pages = {("page", page, ""): total(month.values(), Thing("page", page)) for page in PAGES}
    values = pages | {one.key: one.value for table in tables for one in table}
    hidden = {key for key, value in values.items() if value < FEWEST}
    hidden |= {key for key in values if chance.random() < rarely(key)}
    while hidden != (more := alike(further(tables, hidden, chance), values)):
        hidden = more
    return {key: value for key, value in values.items() if key not in hidden}


def rarely(key: Key) -> float:
    """How often a number is held back without need, so that who knows this rule learns no more."""
    return TOTALS_BY_CHANCE if key in IN_ALL else BY_CHANCE


def further(tables: Iterable[Sequence[Number]], hidden: set[Key], chance: Random) -> set[Key]:
    """What is held back, with what has to be for that in every table."""
    found = set(hidden)
    for table in tables:
        found |= held_back(table, chance, hidden & {one.key for one in table})
    return found


def alike(hidden: set[Key], values: Mapping[Key, int]) -> set[Key]:
    """What is held back, with every number from which one of these could be guessed.

    Most visits open one topic, and end as they began. So numbers of different tables are nearly the
    same; where they are, and one may not be told, the other may not be either.
    """
    found = set(hidden)
    for key in hidden:
        found |= {one for one in likes(key) if abs(values[one] - values[key]) < ALIKE}
    return found


def likes(key: Key) -> tuple[Key, ...]:
    """The numbers that may be nearly the same as one."""
    _, name, day = key
    if key in IN_ALL:
        return (*IN_ALL, *(("page", page, "") for page in PAGES))
    if day and not name:
        return ("visit", "", day), ("condition", "", day)
    return (OPENED,) if key == GUIDE else ()


def tables_of(month: Month, names: Names) -> Iterator[list[Number]]:
    """The tables of a month, each with its totals."""
    visits = {("visit", "", day): counts[Thing("visit")] for day, counts in month.items()}
    yield in_a_row(visits, VISITS)
    for kind, every in (("end", ENDS), ("language", names.languages)):
        row = {(kind, one, ""): total(month.values(), Thing(kind, one)) for one in every}  # type: ignore[arg-type]
        yield in_a_row(row, (kind, "", ""))
    yield by_day(
        {
            (day, one): counts[Thing("condition", one)]
            for day, counts in month.items()
            for one in names.conditions
        }
    )


def total(days: Iterable[Counter[Thing]], thing: Thing) -> int:
    """How often a thing was counted in all."""
    return sum(counts[thing] for counts in days)


def in_a_row(values: Mapping[Key, int], of_all: Key) -> list[Number]:
    """Numbers and their total, which flows back."""
    parts = [Number(key, value, "begin", "end") for key, value in values.items()]
    whole = Number(of_all, sum(values.values()), "end", "begin", is_total=True)
    return [*parts, whole]


def by_day(values: Mapping[tuple[str, str], int]) -> list[Number]:
    """How often each condition was opened on each day, with the totals of both and of all.

    A number flows from its day to its condition, a condition's total from there to the end, that of
    all from there to the beginning, and a day's total from there to the day.
    """
    days, conditions = (tuple(dict.fromkeys(one[n] for one in values)) for n in (0, 1))
    cells = [
        Number(("condition", name, day), value, f"day {day}", f"condition {name}")
        for (day, name), value in values.items()
    ]
    of_days = [
        Number(
            ("condition", "", day),
            sum(values[day, name] for name in conditions),
            "begin",
            f"day {day}",
            is_total=True,
        )
        for day in days
    ]
    of_conditions = [
        Number(
            ("condition", name, ""),
            sum(values[day, name] for day in days),
            f"condition {name}",
            "end",
            is_total=True,
        )
        for name in conditions
    ]
    of_all = Number(OPENED, sum(values.values()), "end", "begin", is_total=True)
    return [*cells, *of_days, *of_conditions, of_all]


def written(numbers: Told) -> str:
    """What is told of a month, as the database keeps it."""
    return json.dumps(sorted([*key, value] for key, value in numbers.items()))


def read(text: str) -> Told:
    """What was told of a month."""
    return {(kind, name, day): value for kind, name, day, value in json.loads(text)}
