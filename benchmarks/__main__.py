"""`make bench`: everything in turn in one run, its tables, and whether every bar is met."""

import signal
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import Browser

from benchmarks import bars, history, machine, parts, profiling, report, rooms, servers, tracing
from benchmarks.figures import Figures
from benchmarks.history import Run
from benchmarks.parts import Plan
from tests.browser.chromium import opened
from tests.browser.conftest import PROJECT

ALL_OF_A_RUN = PROJECT / ".bench"


@dataclass(frozen=True)
class Look:
    """What is looked into by itself, and is no part of a run: it is held to nothing.

    `table` is told the rounds where it has any. It stands in a `place` of docs/performance.md.
    """

    place: str
    table: Callable[[Browser, int, Path], str]
    has_rounds: bool = True


def asked_for() -> Namespace:
    """What whoever starts it wants."""
    asked = ArgumentParser(prog="python -m benchmarks", description=__doc__)
    asked.add_argument(
        "parts", nargs="*", help=f"of {', '.join(parts.EVERY)}; all, if none is named"
    )
    asked.add_argument("--rounds", type=int, default=10, help="10 unless told")
    asked.add_argument("--visits", type=int, default=1000, help="over which memory must stay flat")
    asked.add_argument("--keep", action="store_true", help="add a line to history.jsonl")
    asked.add_argument(
        "--write", action="store_true", help=f"put the tables into {report.PAGE.name}"
    )
    given = asked.parse_args()
    if len(given.parts) == 1 and given.parts[0] in LOOKS:
        return given
    if unknown := set(given.parts) - set(parts.EVERY):
        asked.error(f"no part is called {', '.join(sorted(unknown))}")
    return given


def measured(given: Namespace) -> Run:
    """Measure all that is asked for."""
    names, into = tuple(given.parts or parts.EVERY), Figures()
    with TemporaryDirectory() as folder, opened() as browser, ExitStack() as until:
        on = machine.this(f"Chromium {browser.version}")
        plan = Plan(names, given.rounds, given.visits, Path(folder), browser, on, until)
        parts.measure(plan, into)
    judged = bars.judged(bars.read(), into, is_whole=not given.parts)
    at = datetime.now(UTC)
    return Run(machine.commit(), names, given.rounds, on, into, tuple(judged), at)


def main() -> int:
    """Measure, and tell; 1 where a bar is missed."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(2))  # no server is left behind
    given = asked_for()
    look = LOOKS.get(given.parts[0]) if given.parts else None
    return look_into(given, look) if look else measure(given)


def look_into(given: Namespace, look: Look) -> int:
    """Tell what is found."""
    with TemporaryDirectory() as folder, opened() as browser:
        on = machine.this(f"Chromium {browser.version}")
        on.look()
        table = look.table(browser, given.rounds, Path(folder))
        on.look()
    rounds = given.rounds if look.has_rounds else None
    told = f"{report.heading(machine.commit(), rounds, on)}\n{table}"
    print(told)
    if given.write:
        report.write(told, look.place)
    return 0


def traced(browser: Browser, rounds: int, scratch: Path) -> str:
    """Where the time of each tap goes, as a table."""
    return tracing.table(tracing.trace(browser, rounds, scratch, ALL_OF_A_RUN))


def profiled(browser: Browser, rounds: int, scratch: Path) -> str:
    """Whose script a browser runs after each tap, as a table."""
    return report.figures(profiling.shares(profiling.profile(browser, rounds, scratch)))


def limit(browser: Browser, _: int, scratch: Path) -> str:
    """How many screens one server bears, as a table."""
    with servers.kiosk(scratch) as kiosk:
        return rooms.table(rooms.limit(kiosk, browser))


LOOKS = {
    "trace": Look(report.TRACE, traced),
    "profile": Look(report.PROFILE, profiled),
    "limit": Look(report.LIMIT, limit, has_rounds=False),
}


def measure(given: Namespace) -> int:
    """Measure, and hold every figure to its bar."""
    run = measured(given)
    print(report.told(run))
    print(f"All of it: {history.write(run, ALL_OF_A_RUN)}")
    if given.keep:
        history.keep(run)
    if given.write:
        report.write(report.told(run), report.FIGURES)
        report.write(report.in_short(run), report.BARS, report.README)
    missed = [one.name for one in run.judged if not one.is_met]
    if missed:
        print(f"Bars missed: {len(missed)} of {len(run.judged)}.", file=sys.stderr)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
