"""A visitor at a real browser, while others tap at screens of their own."""

import time
from collections import Counter
from collections.abc import Iterator
from random import Random

from playwright.sync_api import Error, Page

from benchmarks import apps, clock
from benchmarks.apps import App, Step
from benchmarks.crowd import UNEVEN
from benchmarks.walking import when_ready
from pages.parts import session

EVERY = 2.0  # seconds from tap to tap: oftener than at the others, for enough taps to count with
GIVEN_UP = 3  # times that a visitor cannot go on
SEED = 60


def tapped(page: Page, app: App, trouble: Counter[str]) -> Iterator[float]:
    """Milliseconds from tap to painted, of one visitor after the other.

    Where one cannot go on, the page is opened anew; after some `trouble` it stays as it is.
    """
    chance = Random(SEED)  # noqa: S311 (no secret: it has to be the same each time)
    page.add_init_script(clock.FROM_THE_START % app.is_there)
    while trouble.total() < GIVEN_UP:
        try:
            page.goto(app.address)
            page.evaluate("window.painted")
            while True:
                yield from visit(page, app, chance)
                clock.again(page, f"document.querySelector(`{apps.tapped('clear')}`).click()")
        except Error as error:
            trouble[f"the browser: {error.message}".splitlines()[0]] += 1


def visit(page: Page, app: App, chance: Random) -> Iterator[float]:
    """The same, of one visitor who reads for a while after each tap."""
    for step in way(app, chance):
        began = time.monotonic()
        when_ready(page, app)
        yield clock.tap(page, page.locator(step.control).first, step.is_there)
        reads = EVERY * chance.uniform(1 - UNEVEN, 1 + UNEVEN)
        page.wait_for_timeout(max(0, began + reads - time.monotonic()) * 1000)
    when_ready(page, app)


def way(app: App, chance: Random) -> Iterator[Step]:
    """What is tapped in a visit: any topic, in any language."""
    start, _, *rest = app.way
    pack, languages = session.pack(), sorted(session.kiosk().languages)
    if (language := chance.choice(languages)) != pack.language:
        yield apps.chosen("language", f"language-{language}")
    yield start
    condition = chance.choice(pack.conditions)
    picked, calm = apps.tapped(f"condition-{condition.id}"), apps.tapped("calm-guide")
    if condition.about_suicide:
        yield Step("calm", picked, apps.page_of_kiosk("calm"))
    yield Step("guide", calm if condition.about_suicide else picked, apps.page_of_kiosk("guide"))
    yield from rest
