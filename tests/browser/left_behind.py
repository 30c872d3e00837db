"""Visits in a browser with a profile, kiosk and browser both traced; what is left of them."""

import os
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from random import Random
from typing import Any

from playwright.sync_api import BrowserContext, Playwright

from tests.browser import remains
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.moving_time import can_be_moved
from tests.browser.wandering import Wanderer

WINDOWS, SEED = 5, 50

# All that a browser can keep for a page, beside cookies.
STORED = """async () => JSON.stringify({
  local: { ...localStorage }, session: { ...sessionStorage },
  databases: await indexedDB.databases(), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@dataclass(frozen=True)
class Remains:
    """What some visits left behind."""

    folder: Path  # the kiosk, its log, the homes of both and the browser's profile
    written: frozenset[Path]
    tapped: frozenset[str]
    ended: Counter[str]  # visits, by how each ended
    stored: dict[str, str]  # before and after
    cookies: dict[str, Any]  # before and after
    address: str

    @property
    def visits(self) -> int:
        """How many there were."""
        return self.ended.total()

    @property
    def counts(self) -> Path:
        """The one folder in which a condition may be named, as something that was counted."""
        return self.folder / "server" / "KIOSK_STATE" / "counts"


def own_folders(folder: Path) -> dict[str, str]:
    """Where a program that keeps something would keep it, each a folder of its own."""
    names = ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    names += ["XDG_STATE_HOME", "XDG_RUNTIME_DIR", "KIOSK_STATE"]
    for name in names:
        (folder / name).mkdir(parents=True)
    return {name: str(folder / name) for name in names}


def persistent(playwright: Playwright, folder: Path, traces: Path) -> BrowserContext:
    """A browser with a profile that stays, traced."""
    traced = folder / "browser.sh"
    trace = " ".join([*remains.TRACE, "-o", str(traces / "browser")])
    traced.write_text(f'#!/bin/sh\nexec {trace} {ensure()} "$@"\n')
    traced.chmod(0o755)
    context = playwright.chromium.launch_persistent_context(
        folder / "profile",
        executable_path=traced,
        args=list(SWITCHES),
        env={**os.environ, **own_folders(folder / "browser")},
        viewport={"width": 1080, "height": 1920},
    )
    can_be_moved(context)
    return context


def visits(context: BrowserContext, address: str, rounds: tuple[str, ...]) -> dict[str, Any]:
    """Visits in several windows that take turns, until each round of them ends in its own way."""
    windows = [
        Wanderer(context.new_page(), address, Random(SEED + n), picks=1) for n in range(WINDOWS)
    ]
    stored, cookies = [windows[0].page.evaluate(STORED)], [context.cookies()]
    for how in rounds:
        walk(windows)
        if how == "walked away":
            all_walk_away(windows)
            continue
        for one in windows:
            one.ends(how)
    stored.append(windows[0].page.evaluate(STORED))
    cookies.append(context.cookies())
    return {
        "ended": Counter(how for how in rounds for _ in windows),
        "tapped": frozenset[str]().union(*(one.tapped for one in windows)),
        "stored": dict(zip(("before", "after"), stored, strict=True)),
        "cookies": dict(zip(("before", "after"), cookies, strict=True)),
    }


def all_walk_away(windows: list[Wanderer]) -> None:
    """Touch nothing more in any window: they have one clock."""
    last = [one.visit() for one in windows]
    windows[0].ends_by_walking_away()
    for one, visit in zip(windows, last, strict=True):
        one.finds_it_clear(visit)


def walk(windows: list[Wanderer]) -> None:
    """One visit in each window, tap by tap in turns."""
    going = [one.wanders(one.random.randint(1, 3)) for one in windows]
    while going:
        going = [one for one in going if next(one, "over") != "over"]
