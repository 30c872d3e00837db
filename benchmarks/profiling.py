"""Whose script a browser runs after a tap: `python -m benchmarks profile`.

Chromium looks every 0.2 ms at what runs. What a browser does for a script counts as that script's.
"""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from playwright.sync_api import Browser, CDPSession, Page

from benchmarks import apps, clock, servers
from benchmarks.apps import App
from benchmarks.figures import Figures
from benchmarks.walking import fresh, walk, when_ready

EVERY = 200  # microseconds
OURS = "our own scripts"
COLLECTION = "(garbage collector)"
NO_WORK = ("(idle)", "(program)", "(root)")


def profile(browser: Browser, rounds: int, scratch: Path) -> Figures:
    """Profile every tap of the way from welcome to referral, some times."""
    into = Figures()
    with servers.kiosk(scratch) as kiosk, fresh(browser) as page:
        app = apps.kiosk(kiosk.address)
        kiosk.rests()
        clock.load(page, app.address, app.is_there)
        for _ in walk(page, app, app.way):
            pass  # what is slow once, at the first time, is no part of this
        profiler = page.context.new_cdp_session(page)
        profiler.send("Profiler.enable")
        profiler.send("Profiler.setSamplingInterval", {"interval": EVERY})
        for _ in range(rounds):
            page.goto(app.address)
            page.evaluate("window.painted")
            for name, spent in visit(page, app, profiler):
                for whose, milliseconds in spent.items():
                    into.add(whose, name, milliseconds)
    return into


def visit(page: Page, app: App, profiler: CDPSession) -> Iterator[tuple[str, dict[str, float]]]:
    """Every tap of a visit, and what was run after it."""
    for step in app.way:
        when_ready(page, app)
        profiler.send("Profiler.start")
        clock.tap(page, page.locator(step.control).first, step.is_there)
        yield step.name, by_script(profiler.send("Profiler.stop")["profile"], app.address)


def by_script(told: dict[str, Any], address: str) -> dict[str, float]:
    """Milliseconds of each script, by its name, in what Chromium told; the most first.

    What has no address is Playwright's own, and left out.
    """
    nodes = {one["id"]: one for one in told["nodes"]}
    callers = {child: one["id"] for one in told["nodes"] for child in one.get("children", [])}
    found = defaultdict[str, float](float)
    for sample, microseconds in zip(told["samples"], told["timeDeltas"], strict=True):
        if nodes[sample]["callFrame"]["functionName"] == COLLECTION:
            found[COLLECTION] += microseconds / 1000
            continue
        at: int | None = sample
        while at is not None and not nodes[at]["callFrame"]["url"]:
            at = callers.get(at)
        if at is not None and nodes[sample]["callFrame"]["functionName"] not in NO_WORK:
            found[script(nodes[at]["callFrame"]["url"], address)] += microseconds / 1000
    return dict(sorted(found.items(), key=lambda one: -one[1]))


def script(url: str, address: str) -> str:
    """The name of a script without what changes with its version; ours stand within the page."""
    if url.rstrip("/") == address:
        return OURS
    return urlsplit(url).path.rsplit("/", 1)[-1].split(".")[0]


def shares(found: Figures) -> Figures:
    """Each script's share of what ran after a tap, in hundredths; what is less than 1 is left."""
    into = Figures()
    for app in found.apps():
        every = {what: found.of(what, app) for what in found.whats()}
        known = {what: figure.median for what, figure in every.items() if figure}
        whole = sum(known.values())
        into.add("script in all, ms", app, whole, unit="")
        for what, milliseconds in known.items():
            if milliseconds >= whole / 100:
                into.add(what, app, 100 * milliseconds / whole, unit="%")
    return into
