"""The page's own watch, moved by a test: how long it takes until the guard asks, and ends a visit.

No idle time is shorter for tests. The watch jumps to shortly before, and then goes in small steps.
"""

from playwright.sync_api import BrowserContext, Page

STEP = 250  # milliseconds
BEFORE = 5  # seconds before the expected moment at which the watch stands still
TOUCHES = "addEventListener('pointerdown', () => { window.touchedAt = performance.now(); }, true);"
LOOK = """(selector) => ({
  seconds: (performance.now() - (window.touchedAt ?? 0)) / 1000,
  isThere: Boolean(document.querySelector(selector)),
})"""
QUESTION, COVER = "#question[open]", "#cover[open]"


def can_be_moved(context: BrowserContext) -> None:
    """Give a browser's pages a watch that a test moves; their questions to a server keep real time.

    Otherwise a watch that jumps would take every answer on its way for one that never came.
    """
    context.add_init_script("window.untilThen = AbortSignal.timeout.bind(AbortSignal)")
    context.clock.install()
    context.add_init_script("AbortSignal.timeout = window.untilThen; delete window.untilThen")


def seconds_until(page: Page, selector: str, about: float) -> float:
    """How many seconds after the last touch something comes, which is not there long before.

    The page's watch stands still afterwards, at that moment.
    """
    here = page.evaluate(LOOK, selector)["seconds"]
    stands_still(page, about - BEFORE - here)
    seen = page.evaluate(LOOK, selector)
    assert not seen["isThere"], f"{selector} is there after {seen['seconds']} seconds."
    for _ in range(2 * BEFORE * 1000 // STEP):
        page.clock.run_for(STEP)
        seen = page.evaluate(LOOK, selector)
        if seen["isThere"]:
            return float(seen["seconds"])
    raise AssertionError(f"{selector} is not there after {seen['seconds']} seconds.")


def stands_still(page: Page, seconds: float) -> None:
    """Move the page's watch so far, and stop it there."""
    page.clock.pause_at((page.evaluate("Date.now()") + max(1, seconds) * 1000) / 1000)


def goes_on(page: Page) -> None:
    """Let the page's watch run again."""
    page.clock.resume()
