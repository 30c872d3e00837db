"""Write a report of the visits that were counted, by month: a page, and a table for machines.

No number under 5 stands in it, and none can be worked out of it: docs/tasks/count-visits.md.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path
from random import SystemRandom

from logic import clock
from logic.content.items import Condition
from logic.content.pack import Draft, languages, read_draft
from logic.counts.things import PAGES
from logic.settings import read_settings, settings_file


def arguments(parser: ArgumentParser) -> None:
    """Where the report goes."""
    parser.add_argument("--out", type=Path, default=Path("visits"), metavar="FOLDER")


def run(given: Namespace) -> int:
    """Write the report and name its files; 1 where the database tells nothing."""
    from logic.counts import keeper, report  # noqa: PLC0415 (large, and no other command needs it)
    from logic.counts.database import AwayError  # noqa: PLC0415
    from logic.counts.months import Names  # noqa: PLC0415

    clinic = settings_file(or_installed=True)
    counts = read_settings(clinic).counts
    if not counts.on:
        print(f"Nothing is counted: `counts.on` is false in {clinic}.")
        return 0
    if not (counts.database or keeper.own_file().exists()):
        print(f"Nothing was counted yet, or not here: there is no {keeper.own_file()}.")
        return 1
    draft = read_draft(given.content)
    conditions = tuple(sorted(draft.ids(Condition)))
    names = Names(conditions, tuple(languages(given.content)))
    try:
        database = keeper.database_of(counts)
        found = report.months(database, names, clock.today(), SystemRandom())
    except AwayError as error:
        print(f"The database tells nothing: {error}.")
        return 1
    given.out.mkdir(parents=True, exist_ok=True)
    for name, text in (
        ("visits.html", report.as_page(found, names, titles_in(draft))),
        ("visits.csv", report.as_csv(found, names)),
    ):
        (given.out / name).write_text(text, encoding="utf-8")
        print(given.out / name)
    return 0


def titles_in(draft: Draft) -> dict[str, str]:
    """The titles of what is counted, by kind and name."""
    conditions = {f"condition/{one.item.id}": one.item.title for one in draft.of(Condition)}
    pages = {f"page/{page}": str(getattr(draft.ui_strings.headings, page)) for page in PAGES}
    return conditions | pages
