"""What a visitor can choose about how the kiosk looks, put on as the guard puts it on."""

from collections.abc import Iterator
from itertools import product

from playwright.sync_api import Page

from pages.parts import session
from tests.browser.conftest import Visitor

SIZES = {"usual": 1.0, "large": 1.25, "larger": 1.5, "largest": 2.0}  # of text; how much it grows
LOOKS = ("calm", "contrast", "dark")
DRESSES = [{"look": look, "size": size} for look, size in product(LOOKS, SIZES)]
PLAIN = DRESSES[0]


def dress(page: Page, direction: str = "ltr", **chosen: str) -> None:
    """Put `size`, `look` and `calm` on a page, and wait until it is laid out anew."""
    page.evaluate(
        """async ([direction, chosen]) => {
          document.documentElement.dir = direction;
          for (const one of [document.documentElement, document.querySelector('h1[data-page]')]) {
            Object.assign(one.dataset, chosen); // the guard copies from the second to the first
          }
          for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
        }""",
        [direction, chosen],
    )


def condition() -> str:
    """A condition that has a page of its own for a crisis, studies, and pictures of them."""
    return next(one.id for one in session.pack().conditions if one.about_suicide)


def pages(visitor: Visitor) -> Iterator[str]:
    """Go through a visit; the name of each page as it comes in sight."""
    ui, about = session.ui(), condition()
    yield "welcome"
    visitor.picks(about)
    yield "guide"
    visitor.opens(session.pack().section[f"{about}-found"].title)
    yield "section"
    visitor.goes_on(ui.headings.studies)
    yield "studies"
    visitor.tap(ui.labels.talk).reads(ui.headings.referral)
    yield "referral"
