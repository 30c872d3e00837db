"""How a run is told: as tables for people, printed, and put into docs/performance.md."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from benchmarks.bars import Judged
from benchmarks.figures import Figure, Figures
from benchmarks.history import Run
from benchmarks.machine import Machine
from tests.browser.conftest import PROJECT

PAGE, README = PROJECT / "docs" / "performance.md", PROJECT / "README.md"
# The places that are kept for tables, the last one in the README.
FIGURES, TRACE, PROFILE, LIMIT, BARS = "figures", "trace", "profile", "limit", "bars"
TWO_DIGITS = 10


def told(run: Run) -> str:
    """A run in words and tables."""
    tables = figures(run.figures), bars(run.judged)
    return "\n".join([heading(run.commit, run.rounds, run.machine), *tables])


def heading(commit: str, rounds: int | None, machine: Machine) -> str:
    """What was measured, in how many rounds if in any, and on what."""
    load, times = machine.load or [0.0], f"{rounds} rounds, " if rounds else ""
    return (
        f"Commit {commit}, {datetime.now(UTC):%Y-%m-%d}, {times}{machine.cores} cores, "
        f"Streamlit {machine.streamlit}, Python {machine.python}, "
        f"{machine.browser or 'no browser'}. Load of the machine, our own work in it: "
        f"{min(load):g} to {max(load):g}.\n"
    )


def figures(found: Figures) -> str:
    """Every figure, a row for what was measured and a column for each app: median (95th)."""
    apps = found.apps()
    rows = [["", *apps]]
    for what in found.whats():
        of_each = [found.of(what, app) for app in apps]
        unit = next(one.unit for one in of_each if one)
        rows.append([f"{what}, {unit}" if unit else what, *map(cell, of_each)])
    return in_markdown(rows)


def cell(found: Figure | None) -> str:
    """One figure: its median, and its 95th percentile where it was measured more than once."""
    if found is None:
        return ""
    median = number(found.median)
    return f"{median} ({number(found.high)})" if found.count > 1 else median


def number(value: float) -> str:
    """A number, as exactly as it means anything."""
    return f"{value:.1f}" if abs(value) < TWO_DIGITS else f"{value:.0f}"


def bars(judged: Iterable[Judged]) -> str:
    """Every bar, and whether it is met."""
    rows = [["", "Is", "At most", "", ""]]
    for one in judged:
        met = "" if one.is_met else "**missed**"
        rows.append([one.name, f"{one.ratio:.2f}", f"{one.at_most:.2f}", one.unit, met])
    return in_markdown(rows)


def in_markdown(rows: Iterable[list[str]]) -> str:
    """Rows as a table, the first one its head."""
    return "\n".join(lines(rows)) + "\n"


def lines(rows: Iterable[list[str]]) -> Iterator[str]:
    """A line for each row, and one below the head."""
    for place, row in enumerate(rows):
        yield f"| {' | '.join(row)} |"
        if place == 0:
            yield "|---" * len(row) + "|"


def put_into(page: str, tables: str, place: str) -> str:
    """A page with these tables in a place that is kept for them."""
    begin, end = f"<!-- {place}: from here -->\n", f"<!-- {place}: to here -->"
    before, begins, rest = page.partition(begin)
    _, ends, after = rest.partition(end)
    if not (begins and ends):
        raise ValueError(f"A page keeps no place for the tables: {begin.strip()} ... {end}")
    return f"{before}{begins}\n{tables.strip()}\n\n{ends}{after}"


def in_short(run: Run) -> str:
    """A run as the README has it: against its bars."""
    return f"{heading(run.commit, run.rounds, run.machine)}\n{bars(run.judged)}"


def write(tables: str, place: str, page: Path = PAGE) -> None:
    """Put tables into the page that tells of them."""
    told = put_into(page.read_text(encoding="utf-8"), tables, place)
    page.write_text(told, encoding="utf-8")
