"""How much the kiosks are used: what the report of visits tells, and no number beyond that.

No number is worked out here. A month is told of once it is over, and whatever its report holds back
is held back in every table and picture (docs/adr/0027-counts-that-harm-nobody.md).
"""

from collections.abc import Sequence
from datetime import date
from itertools import groupby
from pathlib import Path
from random import SystemRandom

from logic.content.items import Condition
from logic.content.pack import Draft, languages
from logic.counts import keeper, report
from logic.counts.database import AwayError
from logic.counts.months import Names
from logic.counts.report import COMPLETE, RULE, Month
from logic.counts.things import PAGES
from logic.html_tables import Table
from logic.settings import Counts
from logic.staff.part import Part

TITLE = "Visits"
HOW = "How to have visits counted, a day at a time: docs/tasks/count-visits.md."
NONE = "No month is over yet of which all days have come."
NEWEST = (
    "Days are those of each kiosk's newest month. Every month by its days stands in visits.html, "
    "which `python -m logic report` writes."
)


class NoCountsError(Exception):
    """There are no counts to tell of; says why, in a sentence for staff."""


def months(counts: Counts, clinic: Path, names: Names, today: date) -> list[Month]:
    """What may be told of every month that is over. Raises NoCountsError where there is nothing."""
    if not counts.on:
        raise NoCountsError(f"Nothing is counted: `counts.on` is false in {clinic}.")
    if not (counts.database or keeper.own_file().exists()):
        told = f"Nothing was counted yet, or not here: there is no {keeper.own_file()}."
        raise NoCountsError(told)
    try:
        return report.months(keeper.database_of(counts), names, today, SystemRandom())
    except AwayError as error:
        raise NoCountsError(f"The database tells nothing: {error}.") from error


def names_in(draft: Draft) -> Names:
    """What can have been counted."""
    return Names(tuple(sorted(draft.ids(Condition))), languages(draft.folder))


def titles_in(draft: Draft) -> dict[str, str]:
    """The titles of what is counted, by kind and name."""
    conditions = {f"condition/{one.item.id}": one.item.title for one in draft.of(Condition)}
    pages = {f"page/{page}": str(getattr(draft.ui_strings.headings, page)) for page in PAGES}
    return conditions | pages


def visits(found: Sequence[Month], names: Names, titles: dict[str, str]) -> Part:
    """How many visits there were, by day, month and condition, of each kiosk by itself."""
    if not found:
        return Part("visits", TITLE, (NONE, COMPLETE))
    drawn, listed = list[Table](), list[Table]()
    for _, group in groupby(found, key=lambda month: month.kiosk):
        own = tuple(group)
        drawn += [by_month(own, names, titles), report.by_day(own[0], names, titles)]
        listed.append(report.of_all_days(own[0], names, titles))
    return Part("visits", TITLE, (RULE, COMPLETE, NEWEST), drawn=tuple(drawn), tables=tuple(listed))


def no_visits(why: str, *, is_wanted: bool) -> Part:
    """Why there is nothing to tell; where the clinic wants counts, somebody must see to it."""
    return Part("visits", TITLE, (why, HOW), (why,) if is_wanted else ())


def by_month(own: Sequence[Month], names: Names, titles: dict[str, str]) -> Table:
    """What was told of each month of one kiosk, the oldest first."""
    caption = f"Visits, and those that opened each topic: {own[0].kiosk}, by month"
    rows = tuple((month.name, *report.across(month, names, "")) for month in reversed(own))
    return Table(caption, ("Month", *report.heads(names, titles)), rows)
