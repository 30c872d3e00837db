"""How a run is told: as tables for people, printed, and put into docs/performance.md."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.bars import Judged
from benchmarks.figures import Figure, Figures
from benchmarks.history import Run
from tests.browser.conftest import PROJECT

PAGE = PROJECT / "docs" / "performance.md"
BEGINS = "<!-- make bench WRITE=yes writes from here -->\n"
ENDS = "<!-- to here -->"
TWO_DIGITS = 10


def told(run: Run) -> str:
    """A run in words and tables."""
    machine, load = run.machine, run.machine.load or [0.0]
    told = (
        f"Commit {run.commit}, {run.at:%Y-%m-%d}, {run.rounds} rounds, {machine.cores} cores, "
        f"Streamlit {machine.streamlit}, Python {machine.python}, "
        f"{machine.browser or 'no browser'}. "
        f"Load of the machine, our own work in it: {min(load):g} to {max(load):g}."
    )
    return "\n\n".join([told, figures(run.figures).strip(), bars(run.judged).strip()]) + "\n"


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


def put_into(page: str, tables: str) -> str:
    """A page with these tables in the place that is kept for them."""
    before, begins, rest = page.partition(BEGINS)
    _, ends, after = rest.partition(ENDS)
    if not (begins and ends):
        raise ValueError(f"{PAGE.name} keeps no place for the tables: {BEGINS.strip()} ... {ENDS}")
    return f"{before}{begins}\n{tables}\n{ends}{after}"


def write(run: Run, page: Path = PAGE) -> None:
    """Put a run's tables into the page that tells of it."""
    page.write_text(put_into(page.read_text(encoding="utf-8"), told(run)), encoding="utf-8")
