"""From tap to painted, for every kind of tap: `python -m benchmarks taps`."""

from collections.abc import Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page

from benchmarks import clock
from benchmarks.apps import App, Opening
from benchmarks.figures import Figures
from benchmarks.servers import Server
from benchmarks.walking import fresh, reach, walk, when_ready

VISITS = 2  # whole ones in each round, after the first
TIMES = 3  # that what takes one frame is done in each round: it is one frame more or less


def one_round(browser: Browser, app: App, into: Figures, server: Server | None = None) -> None:
    """A browser that has seen nothing comes, goes through a visit, and then through others.

    Where a `server` is given, it is stopped while what asks nobody is tapped once more.
    """
    with fresh(browser) as page:
        clock.load(page, app.address, app.is_there)
        first = dict(walk(page, app, app.way))
        into.add("a first whole visit", app.name, sum(first.values()))
        into.add("the first tap of all", app.name, next(iter(first.values())))
        for _ in range(VISITS):
            page.goto(app.address)
            page.evaluate("window.painted")
            for name, took in walk(page, app, app.steps):
                into.add(f"tap: {name}", app.name, took)
        if app.pressed:
            page.goto(app.address)
            page.evaluate("window.painted")
            when_ready(page, app)
            for _ in range(TIMES):
                into.add("pressed look", app.name, clock.press(page, app.pressed))
        openings(page, app, into, server)


def openings(page: Page, app: App, into: Figures, server: Server | None) -> None:
    """Open all that needs no server, one after the other; and again while there is none."""
    if not app.openings:
        return
    reach(page, app, app.openings[0].page)
    for one in app.openings * TIMES:
        into.add(f"open: {one.name}", app.name, opens(page, one))
        closes(page, one)
    if server is None:
        return
    for one in app.openings * TIMES:
        with away(server):
            took = opens(page, one)
        closes(page, one)  # the cover comes soon after a server is gone, and would lie above
        into.add(f"open: {one.name}, server stopped", app.name, took)


@contextmanager
def away(server: Server) -> Iterator[None]:
    """A server that answers nothing until the block ends, which is before anybody is told."""
    server.process.suspend()
    try:
        yield
    finally:
        server.process.resume()


def opens(page: Page, one: Opening) -> float:
    """Milliseconds from a tap until what it opens is there."""
    return clock.tap(page, page.locator(one.control).first, f"() => {is_open(one)}")


def closes(page: Page, one: Opening) -> None:
    """Close it again."""
    if one.closes:
        page.locator(f"{one.opened} {one.closes}").first.click()
    page.evaluate("document.getElementById('opened')?.replaceChildren()")
    page.wait_for_function(f"() => !{is_open(one)}")


def is_open(one: Opening) -> str:
    """Whether what is opened is there, in JavaScript."""
    return f"document.querySelector(`{one.opened}`)"
