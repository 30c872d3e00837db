"""The kiosk's pages as it draws them, for the floors: no floor is fed with less."""

import json
from pathlib import Path

from playwright.sync_api import Browser, Page

from benchmarks import clock
from benchmarks.apps import App
from benchmarks.walking import SIZE, reach, when_ready

PLACE = "document.querySelector('[data-testid=stMainBlockContainer]')"
# All rules as they hold now: Streamlit writes most of them by script. A layer that holds a rule of
# its own for a moment can be read by nobody.
STYLE = """
() => [...document.styleSheets]
  .flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).join("\\n")
"""
# What an opening shows: a card, or what a `<details>` holds besides its own name.
OPENED = """
(selector) => {
  const one = document.querySelector(selector);
  const parts = one.matches("details") ? [...one.children].slice(1) : [one];
  return parts.map((part) => part.outerHTML.replace(" popover", "")).join("");
}
"""


def record(browser: Browser, app: App, into: Path) -> None:
    """Write down every page of an app, what it opens in the browser, and how it all looks."""
    page = browser.new_page(viewport=SIZE)
    clock.load(page, app.address, app.is_there)
    when_ready(page, app)
    told = {
        "shell": page.evaluate("document.querySelector('.stApp').outerHTML"),
        "pages": {"welcome": drawn(page)},
        "openings": {},
    }
    for step in app.steps:
        clock.tap(page, page.locator(step.control).first, step.is_there)
        told["pages"][step.name] = drawn(page)
        when_ready(page, app)
    told["style"] = page.evaluate(STYLE)
    for opening in app.openings:
        reach(page, app, opening.page)
        page.locator(opening.control).first.click()
        page.locator(opening.opened).first.wait_for()
        told["openings"][opening.name] = page.evaluate(OPENED, opening.opened)
        page.keyboard.press("Escape")
    page.close()
    into.write_text(json.dumps(told), encoding="utf-8")


def drawn(page: Page) -> str:
    """What stands on a page now, without the frame around it."""
    return str(page.evaluate(f"{PLACE}.innerHTML"))
