"""Many screens at one server, one of them a real browser's: `python -m benchmarks rooms`.

What the real one sees counts. The others are of `benchmarks.crowd`, a process of its own.
"""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from typing import IO, Any

import psutil
from playwright.sync_api import Browser

from benchmarks import apps, visitor
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures, figure
from benchmarks.report import cell, in_markdown, number
from benchmarks.servers import Server
from benchmarks.walking import fresh
from tests.browser.conftest import PROJECT

SCREENS = 60
EVERY = 5.0  # seconds from tap to tap at each screen
TAPS = 60  # of the real one
AT_MOST = 250  # milliseconds, of its 95th percentile
MORE = (60, 120, 180, 240, 300, 360, 420, 480)  # 500 is the most that a kiosk has places for
WARM = 8  # before: it has been there by then, and the others are out of step
HEAD = [
    "Screens", "Taps a second", "Tap to painted, ms", "The others: to the last message, ms",
    "Cores: server", "Cores: the others", "Cores: all there is", "Server's memory, MB", "Errors",
]  # fmt: skip


@dataclass(frozen=True)
class Stage:
    """So many screens, for as long as the real one took to be tapped so often."""

    screens: int
    seconds: float
    real: list[float]  # milliseconds from tap to painted
    others: list[float]  # milliseconds from tap to the last message
    cores: dict[str, float]  # that were busy, by whose work it was
    memory: float  # MB of the server
    errors: Counter[str]

    @property
    def holds(self) -> bool:
        """Whether nobody has to wait."""
        return bool(self.real) and figure(self.real).high <= AT_MOST and not self.errors


@dataclass(frozen=True)
class Crowd:
    """The screens that are no browsers."""

    process: psutil.Process
    asked: IO[str]
    answers: IO[str]

    def told(self) -> dict[str, Any]:
        """What happened to them since this was last asked."""
        print(file=self.asked, flush=True)
        told: dict[str, Any] = json.loads(self.answers.readline())
        return told


@contextmanager
def crowd(address: str, screens: int, every: float) -> Iterator[Crowd]:
    """So many screens with visitors, until the block ends."""
    command = [sys.executable, "-m", "benchmarks.crowd", address, str(screens), str(every)]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=PROJECT, stdin=pipe, stdout=pipe, text=True) as run:
        try:
            if not (run.stdin and run.stdout and run.stdout.readline()):
                raise RuntimeError(f"{screens} screens could not be opened.")
            yield Crowd(psutil.Process(run.pid), run.stdin, run.stdout)
        finally:
            run.terminate()


def stage(
    server: Server, browser: Browser, screens: int, taps: int = TAPS, every: float = EVERY
) -> Stage:
    """Have visitors at all screens, and tell what the one with a browser saw."""
    app = apps.kiosk(server.address)
    with fresh(browser) as page, crowd(server.address, screens - 1, every) as others:
        trouble = Counter[str]()
        visitors = visitor.tapped(page, app, trouble)
        list(islice(visitors, WARM))
        others.told()
        began, before = time.monotonic(), worked(server, others)
        took = list(islice(visitors, taps))
        seconds = time.monotonic() - began
        told, memory, after = others.told(), server.memory(), worked(server, others)
    return Stage(
        screens,
        seconds,
        took,
        told["taps"],
        {whose: (after[whose] - before[whose]) / seconds for whose in after},
        memory,
        Counter(told["errors"]) + trouble,
    )


def worked(server: Server, others: Crowd) -> dict[str, float]:
    """Seconds for which a core was busy so far, by whose work it was."""
    machine, crowds = psutil.cpu_times(), others.process.cpu_times()
    whole = sum(machine) - machine.idle - getattr(machine, "iowait", 0.0)
    own = {"server": server.worked() / 1000, "crowd": crowds.user + crowds.system}
    return {**own, "all": whole}


def one_round(server: Server, browser: Browser, into: Figures) -> None:
    """As many screens as are held to a bar."""
    server.rests()
    found = stage(server, browser, SCREENS)
    into.add(f"{SCREENS} screens: tap", KIOSK, *found.real)
    into.add(f"{SCREENS} screens: errors", KIOSK, found.errors.total(), unit="")
    into.add(f"{SCREENS} screens: server", KIOSK, found.cores["server"], unit="of a core")


def limit(server: Server, browser: Browser) -> Iterator[Stage]:
    """Ever more screens, until somebody has to wait."""
    server.rests()
    for screens in MORE:
        found = stage(server, browser, screens)
        yield found
        if not found.holds:
            return


def table(stages: Iterable[Stage]) -> str:
    """A row for each stage."""
    rows = [
        [
            f"{one.screens}",
            number((len(one.real) + len(one.others)) / one.seconds),
            *(cell(figure(took)) if took else "none" for took in (one.real, one.others)),
            *(f"{one.cores[whose]:.2f}" for whose in ("server", "crowd", "all")),
            f"{one.memory:.0f}",
            "; ".join(f"{times} of {what}" for what, times in one.errors.items()) or "none",
        ]
        for one in stages
    ]
    return in_markdown([HEAD, *rows])
