"""Write what staff see: use, reviews, kiosks, printing. Beside it the visits by month, if counted.

No number of visits under 5 stands in it, and none can be worked out: docs/tasks/count-visits.md.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from logic import clock
from logic.content.pack import Draft, read_draft
from logic.settings import read_settings, settings_file


def arguments(parser: ArgumentParser) -> None:
    """Where the report goes."""
    parser.add_argument("--out", type=Path, default=Path("visits"), metavar="FOLDER")


def run(given: Namespace) -> int:
    """Write the report and name its files; 1 where visits are counted and nothing tells of them."""
    from logic.staff import page  # noqa: PLC0415 (large, and no other command needs it)
    from logic.staff.view import view  # noqa: PLC0415

    status = write_visits(read_draft(given.content), given.out)
    seen = view(given.content)
    write(given.out / "staff.html", page.page(seen).encode())
    for name, paper in seen.papers.items():
        write(given.out / "papers" / name, paper)
    return status


def write_visits(draft: Draft, out: Path) -> int:
    """Write the visits of every month, if there are any to tell of; else say why there are not."""
    from logic.counts import report  # noqa: PLC0415 (large, see above)
    from logic.staff.visits import NoCountsError, months, names_in, titles_in  # noqa: PLC0415

    clinic = settings_file(or_installed=True)
    counts, names = read_settings(clinic).counts, names_in(draft)
    try:
        found = months(counts, clinic, names, clock.today())
    except NoCountsError as why:
        print(why)
        return 1 if counts.on else 0
    write(out / "visits.html", report.as_page(found, names, titles_in(draft)).encode())
    write(out / "visits.csv", report.as_csv(found, names).encode())
    return 0


def write(path: Path, made: bytes) -> None:
    """Write one file and name it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(made)
    print(path)
