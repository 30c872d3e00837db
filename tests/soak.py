"""Visits of random length for a set time, and what they leave behind: `make soak MINUTES=30`.

Several windows stand side by side, in sizes of their own, and take turns at a tap. Each bar that is
missed is told, and ends the soak with an error.
"""

import sys
import time
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from random import Random
from statistics import median
from subprocess import check_output
from tempfile import TemporaryDirectory

import psutil
from playwright.sync_api import Browser, ConsoleMessage

from tests import counted
from tests.browser.chromium import opened
from tests.browser.conftest import PROJECT, serving
from tests.browser.moving_time import can_be_moved
from tests.browser.wandering import ENDS, Wanderer

SIZES = [(1080, 1920), (1920, 1080), (800, 1280), (390, 844)]
TAPS = 12  # at most, in one visit
WARM = 200  # visits after which memory must stay as it is
AROUND = 50  # visits over which memory is taken in the middle
FLAT = 10.0  # MB by which memory may grow then
GONE_WITHIN = 5  # seconds after which a visit without a browser is forgotten
ONE_POOL = ("env", "MALLOC_ARENA_MAX=1")  # as `make run` and deploy/kiosk/ask-first.service do
PAGE = PROJECT / "docs" / "operations.md"
# What a kiosk says when it starts and when it is stopped.
USUAL = (
    "You can now view your Streamlit app in your browser.",
    "URL: ",
    "Nothing to fix. Shown.",
    "Stopping...",
)


@dataclass
class Soak:
    """What was counted and measured so far."""

    seed: int
    began: float = field(default_factory=time.monotonic)
    ends: Counter[str] = field(default_factory=Counter)
    taps: int = 0
    memory: list[float] = field(default_factory=list)  # MB of the server's own, after each visit
    browsers_errors: list[str] = field(default_factory=list)
    log: list[str] = field(default_factory=list)  # lines beyond the usual
    left: dict[str, int] = field(default_factory=dict)  # what is held when all browsers are gone

    @property
    def minutes(self) -> float:
        """How long it has been going on."""
        return (time.monotonic() - self.began) / 60

    @property
    def after_warming(self) -> float | None:
        """Memory right after the first 200 visits; none where there were too few to compare."""
        return median(self.memory[WARM : WARM + AROUND]) if self.is_long else None

    @property
    def at_end(self) -> float:
        """Memory after the last visits."""
        return median(self.memory[-AROUND:])

    @property
    def is_long(self) -> bool:
        """Whether there were visits enough to say how memory goes on."""
        return len(self.memory) >= WARM + 2 * AROUND

    def missed(self) -> list[str]:
        """Every bar that was missed, in words."""
        grown = self.at_end - (self.after_warming or self.at_end)
        told = {
            f"Memory grew by {grown:.1f} MB, more than {FLAT:.0f}.": grown > FLAT,
            f"{GONE_WITHIN} s after the last browser, {self.left} are held.": any(
                self.left.values()
            ),
            f"The browser told of errors: {self.browsers_errors[:5]}": bool(self.browsers_errors),
            f"The log holds: {self.log[:10]}": bool(self.log),
        }
        return [words for words, is_missed in told.items() if is_missed]


def soak(browser: Browser, minutes: float, seed: int) -> Soak:
    """Drive visits against a kiosk of our own for a set time."""
    with TemporaryDirectory() as folder:
        log, asked = Path(folder) / "log", Path(folder) / "asked"
        starter = [*ONE_POOL, sys.executable, "-m", "tests.counted", str(asked)]
        with serving(PROJECT, log, *starter) as address:
            result = Soak(seed)
            server = process(str(asked))
            with windows(browser, address, result) as standing:
                drive(standing, minutes, server, result)
            result.left = left_behind(asked)
        result.log = unusual(log)
    return result


@contextmanager
def windows(browser: Browser, address: str, result: Soak) -> Iterator[list[Wanderer]]:
    """Some windows on the kiosk, each as that of a browser of its own, until the block ends."""
    contexts = [
        browser.new_context(viewport={"width": width, "height": height}) for width, height in SIZES
    ]
    for context in contexts:
        can_be_moved(context)
        context.on("weberror", lambda error: result.browsers_errors.append(str(error.error)))
        context.on("console", partial(heard, result))
    yield [
        Wanderer(context.new_page(), address, Random(f"{result.seed} {place}"))
        for place, context in enumerate(contexts)
    ]
    for context in contexts:
        context.close()


def heard(result: Soak, said: ConsoleMessage) -> None:
    """Keep what a browser calls an error."""
    if said.type == "error":
        result.browsers_errors.append(said.text)


def drive(standing: list[Wanderer], minutes: float, server: psutil.Process, result: Soak) -> None:
    """Let the windows take turns until the time is over and every visit has ended."""
    going = [visits(one, minutes, server, result) for one in standing]
    while going:
        going = [one for one in going if next(one, None)]


def visits(one: Wanderer, minutes: float, server: psutil.Process, result: Soak) -> Iterator[bool]:
    """One visit after the other in one window, each held to end on a clear screen."""
    while result.minutes < minutes:
        taps = one.random.randint(1, TAPS)
        for _ in one.wanders(taps):
            yield True
        how = one.random.choice(sorted(ENDS))
        one.ends(how)
        result.taps += taps
        result.ends[how] += 1
        result.memory.append(server.memory_full_info().uss / 2**20)


def process(name: str) -> psutil.Process:
    """The one process of ours that was started with this word."""
    [found] = [one for one in psutil.Process().children(recursive=True) if name in one.cmdline()]
    return found


def left_behind(asked: Path) -> dict[str, int]:
    """What the kiosk still holds once it has had its time to forget."""
    until = time.monotonic() + GONE_WITHIN
    left = counted.ask(asked)
    while any(left.values()) and time.monotonic() < until:
        left = counted.ask(asked)
    return left


def unusual(log: Path) -> list[str]:
    """The lines of a log that tell of anything but the start and the end."""
    lines = [line.strip() for line in log.read_text(encoding="utf-8").splitlines()]
    return [line for line in lines if line and not line.startswith(USUAL)]


def told(result: Soak) -> dict[str, str]:
    """What is told of a soak, as in the table of docs/operations.md."""
    commit = check_output(["git", "describe", "--always", "--dirty"], cwd=PROJECT, text=True)
    warm = f"{result.after_warming:.1f}" if result.after_warming else "too few visits"
    return {
        "Date": datetime.now(UTC).date().isoformat(),
        "Commit": commit.strip(),
        "Minutes": f"{result.minutes:.0f}",
        "Visits": str(len(result.memory)),
        "Taps": str(result.taps),
        "MB after 200 visits": warm,
        "MB at the end": f"{result.at_end:.1f}",
        "Sessions left": str(result.left["sessions"]),
        "Errors": str(len(result.log) + len(result.browsers_errors)),
        "Seed": str(result.seed),
    }


def with_row(page: str, row: dict[str, str]) -> str:
    """A page with one row more at the end of the table that has these columns."""
    before, columns, after = page.partition(f"| {' | '.join(row)} |\n")
    rows, rest = after.split("\n\n", maxsplit=1)
    return f"{before}{columns}{rows}\n| {' | '.join(row.values())} |\n\n{rest}"


def main() -> int:
    """Soak, tell what came of it, and whether every bar was met."""
    parser = ArgumentParser(prog="python -m tests.soak", description=__doc__)
    parser.add_argument("--minutes", type=float, default=30)
    parser.add_argument("--seed", type=int, default=time.time_ns() % 100_000)
    parser.add_argument("--write", action="store_true", help=f"add a row to {PAGE.name}")
    given = parser.parse_args()
    print(f"Seed {given.seed}, {given.minutes:g} minutes.", flush=True)
    with opened() as browser:
        result = soak(browser, given.minutes, given.seed)
    for name, value in told(result).items():
        print(f"{name:20} {value}")
    print("Ended by:", ", ".join(f"{how} {count}" for how, count in result.ends.most_common()))
    missed = result.missed()
    for words in missed:
        print(words, file=sys.stderr)
    if given.write:
        before = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(with_row(before, told(result)), encoding="utf-8")
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
