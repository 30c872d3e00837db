"""Visits to an app in a browser, tap by tap."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from playwright.sync_api import Browser, Page, ViewportSize

from benchmarks import clock
from benchmarks.apps import App, Step

SIZE = ViewportSize(width=1080, height=1920)


@contextmanager
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet, until the block ends."""
    context = browser.new_context(viewport=SIZE)
    yield context.new_page()
    context.close()


def when_ready(page: Page, app: App) -> None:
    """Wait until the next tap counts."""
    page.wait_for_function(app.is_ready)


def walk(page: Page, app: App, steps: Iterable[Step]) -> Iterator[tuple[str, float]]:
    """Go through steps from the first page; the name of each, and how long its tap took."""
    for step in steps:
        when_ready(page, app)
        yield step.name, clock.tap(page, page.locator(step.control).first, step.is_there)


def reach(page: Page, app: App, name: str) -> None:
    """Open an app anew, and go on to the page of this name."""
    page.goto(app.address)
    page.evaluate("window.painted")
    for found, _ in walk(page, app, app.way):
        if found == name:
            break
    when_ready(page, app)
