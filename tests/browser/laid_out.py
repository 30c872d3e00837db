"""How the pages of a visit are laid out at every size: one walk, and on each page each size."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Locator, Page

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.inspector import OPEN_ALL
from tests.browser.places import with_the_most_studies

SIZES = [(1080, 1920), (1920, 1080), (800, 1280), (390, 844)]
# Other screens, pages zoomed to 150 and 200%, low ones, and 400% zoom (WCAG 1.4.10: 320 by 256).
OTHERS = [(1280, 800), (1024, 768), (768, 1024), (1280, 720), (960, 540), (640, 540), (360, 640)]
LOW = [(844, 390), (320, 256)]
SMALLEST = 60  # CSS pixels of height

Size = tuple[int, int]

TWO_FRAMES = """async () => {
  for (let frames = 0; frames < 2; frames += 1) await new Promise(requestAnimationFrame);
}"""
FIXED = """() => [...document.querySelectorAll('.top, .foot, .foot > *')]
  .filter(one => getComputedStyle(one).position === 'fixed')
  .map(one => one.getBoundingClientRect())
  .map(one => [one.top, one.bottom])"""
LOWER = """smallest => [...document.querySelectorAll('button, summary')]
  .filter(one => one.checkVisibility() && !one.matches('.who, .term'))
  .map(one => [one.innerText, one.getBoundingClientRect().height])
  .filter(([, height]) => height < smallest - 0.5)"""
TINY = """() => [...document.querySelectorAll('.stApp *')]
  .filter(one => one.checkVisibility() && [...one.childNodes].some(
    node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
  .map(one => [one.textContent.slice(0, 30), getComputedStyle(one).fontSize])
  .filter(([, size]) => parseFloat(size) < 20)"""
CUT = """() => [...document.querySelectorAll('.claim, .claim *')]
  .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
  .filter(one => getComputedStyle(one).display !== 'inline')
  .map(one => one.textContent.slice(0, 40))"""


@dataclass(frozen=True)
class Box:
    """Where something stands on the screen, in CSS pixels."""

    top: float
    bottom: float
    left: float
    right: float

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top


def box(found: Locator) -> Box:
    """Where something stands, which must be somewhere."""
    given = found.bounding_box()
    assert given is not None, f"{found} is not drawn"
    return Box(given["y"], given["y"] + given["height"], given["x"], given["x"] + given["width"])


@dataclass(frozen=True)
class LaidOut:
    """How one page is laid out at one size, with all that opens in it opened."""

    out_of_sight: list[str]  # of what is always to be seen, where the page is scrolled or not
    frame: float  # CSS pixels of height that stay where they are when the page moves
    over: int  # CSS pixels by which the page is wider than the screen
    low: list[str]  # what is to be hit with a finger, and too low for it
    tiny: list[str]  # text that is too small
    cut: list[str]  # parts of claims that are wider than their place


def pages(visitor: Visitor) -> Iterator[str]:
    """Go through a visit; the name of each page as it comes in sight."""
    ui = session.ui()
    visitor.picks(with_the_most_studies())
    yield "guide"
    visitor.goes_on(ui.headings.studies)
    yield "studies"
    visitor.tap(ui.labels.view_table).page.get_by_role("table").wait_for()
    visitor.reads(ui.headings.studies)
    yield "studies in a table"
    for step in ("assessment", "questions", "referral"):
        visitor.goes_on(getattr(ui.headings, step))
        yield step
    visitor.tap(ui.labels.claims).reads(ui.headings.claims)
    yield "claims"


def laid_out(page: Page, size: Size) -> LaidOut:
    """Look at the page in sight at a size."""
    width, height = size
    page.set_viewport_size({"width": width, "height": height})
    page.evaluate(OPEN_ALL)
    page.evaluate(TWO_FRAMES)
    main = page.get_by_test_id("stMain")
    return LaidOut(
        out_of_sight=[one for place in (0, 100_000) for one in out_of_sight(page, size, place)],
        frame=frame(page, height),
        over=main.evaluate("main => main.scrollWidth - main.clientWidth"),
        low=page.evaluate(LOWER, SMALLEST),
        tiny=page.evaluate(TINY),
        cut=page.evaluate(CUT),
    )


def out_of_sight(page: Page, size: Size, scrolled: int) -> list[str]:
    """Which of the three things that no size may hide are hidden, once the page is scrolled."""
    page.get_by_test_id("stMain").evaluate("(main, y) => main.scrollTo(0, y)", scrolled)
    labels = session.ui().labels
    always = {
        "crisis line": page.locator(".foot p.crisis"),
        "talk": page.get_by_role("button", name=labels.talk),
        "clear": page.get_by_role("button", name=labels.clear_screen),
    }
    places = {name: box(found) for name, found in always.items()}
    return [f"{name}: {one}" for name, one in places.items() if not is_seen(page, one, size)]


def is_seen(page: Page, place: Box, size: Size) -> bool:
    """Whether a place is on the screen, and a tap in its middle reaches the foot of the frame."""
    (width, height), (left, right) = size, (place.left, place.right)
    is_on = place.top >= 0 and place.bottom <= height and left >= 0 and right <= width
    middle = [(left + right) / 2, (place.top + place.bottom) / 2]
    reached = "([x, y]) => Boolean(document.elementFromPoint(x, y)?.closest('.foot'))"
    return is_on and bool(page.evaluate(reached, middle))


def frame(page: Page, height: int) -> float:
    """How much of the height stays where it is when the page moves."""
    fixed = page.evaluate(FIXED)
    above = max((bottom for top, bottom in fixed if top <= 0), default=0)
    below = min(top for top, bottom in fixed if bottom >= height - 1)
    return float(above + height - below)
