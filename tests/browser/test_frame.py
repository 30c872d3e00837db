"""The frame at every size: help always in sight, little of the height, nothing cut or tiny."""

from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from logic.matching import studies_of
from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.inspector import OPEN_ALL

SIZES = [(1080, 1920), (1920, 1080), (800, 1280), (390, 844)]
# Other screens, pages zoomed to 150 and 200%, low ones, and 400% zoom (WCAG 1.4.10: 320 by 256).
OTHERS = [(1280, 800), (1024, 768), (768, 1024), (1280, 720), (960, 540), (640, 540), (360, 640)]
LOW = [(844, 390), (320, 256)]
SMALLEST, SMALLEST_MAIN = 60, 80  # CSS pixels of height


@dataclass(frozen=True)
class Box:
    """Where something stands on the screen, in CSS pixels."""

    top: float
    bottom: float
    left: float
    right: float


def box(found: Locator) -> Box:
    """Where something stands, which must be somewhere."""
    given = found.bounding_box()
    assert given is not None, f"{found} is not drawn"
    return Box(given["y"], given["y"] + given["height"], given["x"], given["x"] + given["width"])


def always_in_sight(page: Page) -> dict[str, Locator]:
    """The three things that no size may hide."""
    labels = session.ui().labels
    return {
        "crisis line": page.locator(".foot p.crisis"),
        "talk": page.get_by_role("button", name=labels.talk),
        "clear": page.get_by_role("button", name=labels.clear_screen),
    }


def is_on_top(page: Page, place: Box) -> bool:
    """Whether a tap in the middle of a place reaches the foot of the frame, not what covers it."""
    middle = [(place.left + place.right) / 2, (place.top + place.bottom) / 2]
    return bool(
        page.evaluate(
            "([x, y]) => Boolean(document.elementFromPoint(x, y).closest('.foot'))", middle
        )
    )


def condition_with_studies() -> str:
    """The condition with the most studies: its pages are the fullest."""
    pack = session.pack()
    return max(pack.condition, key=lambda name: len(studies_of(pack, name)))


def pages_of_a_visit() -> list[str]:
    """The headings of the pages from the guide on, in their order."""
    headings = session.ui().headings
    names = ("guide", "studies", "assessment", "questions", "referral")
    return [getattr(headings, name) for name in names]


@pytest.mark.parametrize(("width", "height"), [*SIZES, *LOW])
def test_help_and_clear_screen_are_in_sight_on_every_page_scrolled_or_not(
    visitor: Visitor, width: int, height: int
) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": height})
    visitor.picks(condition_with_studies())

    for heading in pages_of_a_visit():
        visitor.reads(heading)
        for scrolled in (0, 100_000):
            page.get_by_test_id("stMain").evaluate("(main, y) => main.scrollTo(0, y)", scrolled)
            for name, found in always_in_sight(page).items():
                place = box(found)
                assert place.top >= 0, (heading, name, place)
                assert place.bottom <= height, (heading, name, place)
                assert place.left >= 0, (heading, name, place)
                assert place.right <= width, (heading, name, place)
                assert is_on_top(page, place), (heading, name, place)
        if heading != session.ui().headings.referral:
            page.locator("[data-tap=next]").click()


@pytest.mark.parametrize(("width", "height"), [*SIZES, *OTHERS, *LOW])
def test_at_most_a_quarter_of_the_height_is_frame(
    visitor: Visitor, width: int, height: int
) -> None:
    visitor.picks(condition_with_studies())
    visitor.page.set_viewport_size({"width": width, "height": height})

    fixed = visitor.page.evaluate(
        """() => [...document.querySelectorAll('.top, .foot, .foot > *')]
          .filter(one => getComputedStyle(one).position === 'fixed')
          .map(one => one.getBoundingClientRect())
          .map(one => [one.top, one.bottom])"""
    )

    above = max((bottom for top, bottom in fixed if top <= 0), default=0)
    below = min(top for top, bottom in fixed if bottom >= height - 1)
    assert above + (height - below) <= height / 4 + 1, fixed


@pytest.mark.parametrize(("width", "height"), [*SIZES, (320, 256)])
def test_no_page_scrolls_sideways(visitor: Visitor, width: int, height: int) -> None:
    page, labels = visitor.page, session.ui().labels
    page.set_viewport_size({"width": width, "height": height})
    visitor.picks(condition_with_studies())

    for heading in pages_of_a_visit():
        visitor.reads(heading)
        if heading == session.ui().headings.studies:
            visitor.tap(labels.view_table).page.get_by_role("table").wait_for()
        page.evaluate(OPEN_ALL)
        over = page.get_by_test_id("stMain").evaluate("main => main.scrollWidth - main.clientWidth")
        assert over <= 0, (heading, over)
        if heading != session.ui().headings.referral:
            page.locator("[data-tap=next]").click()


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_every_control_can_be_hit_with_a_finger(visitor: Visitor, width: int, height: int) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": height})
    visitor.picks(condition_with_studies())

    small = []
    for heading in pages_of_a_visit():
        visitor.reads(heading)
        small += page.evaluate(
            """smallest => [...document.querySelectorAll('button, summary')]
              .filter(one => one.checkVisibility() && !one.matches('.who, .term'))
              .map(one => [one.innerText, one.getBoundingClientRect().height])
              .filter(([, height]) => height < smallest - 0.5)""",
            SMALLEST,
        )
        if heading != session.ui().headings.referral:
            page.locator("[data-tap=next]").click()

    assert small == []


@pytest.mark.parametrize(("width", "height"), [*SIZES, (320, 256)])
def test_the_claims_fit_every_size_with_every_one_of_them_open(
    visitor: Visitor, width: int, height: int
) -> None:
    page, ui = visitor.page, session.ui()
    page.set_viewport_size({"width": width, "height": height})
    visitor.picks(condition_with_studies())
    visitor.tap(ui.labels.claims_check).reads(ui.headings.claims)

    page.evaluate(OPEN_ALL)

    main = page.get_by_test_id("stMain")
    over = main.evaluate("main => main.scrollWidth - main.clientWidth")
    cut = main.evaluate(
        """main => [...main.querySelectorAll('.claim, .claim *')]
          .filter(one => one.checkVisibility() && one.scrollWidth > one.clientWidth + 1)
          .filter(one => getComputedStyle(one).display !== 'inline')
          .map(one => one.textContent.slice(0, 40))"""
    )
    low = main.evaluate(
        """(main, smallest) => [...main.querySelectorAll('.claim summary')]
          .map(one => one.getBoundingClientRect().height)
          .filter(height => height < smallest - 0.5)""",
        SMALLEST,
    )
    assert page.locator("article.claim").count() == len(session.pack().claims)
    assert (over, cut, low) == (0, [], [])


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_tiles_and_the_main_buttons_are_larger(visitor: Visitor, width: int, height: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": height})
    start = box(visitor.page.get_by_role("button", name=session.ui().labels.start))
    ways = [box(way) for way in visitor.page.locator(".foot button").all()]
    visitor.tap(session.ui().labels.start).reads(session.ui().headings.conditions)
    tiles = [box(tile) for tile in visitor.page.locator(".tiles button").all()]

    assert start.bottom - start.top >= SMALLEST_MAIN
    assert min(way.bottom - way.top for way in ways) >= SMALLEST_MAIN
    assert len(tiles) == len(session.conditions_shown())
    assert min(tile.bottom - tile.top for tile in tiles) >= 120


@pytest.mark.parametrize(("width", "height"), SIZES)
def test_no_text_is_smaller_than_20_pixels(visitor: Visitor, width: int, height: int) -> None:
    visitor.page.set_viewport_size({"width": width, "height": height})
    visitor.picks(condition_with_studies())

    small = []
    for heading in pages_of_a_visit():
        visitor.reads(heading)
        small += visitor.page.evaluate(
            """() => [...document.querySelectorAll('.stApp *')]
              .filter(one => one.checkVisibility() && [...one.childNodes].some(
                node => node.nodeType === Node.TEXT_NODE && node.textContent.trim()))
              .map(one => [one.textContent.slice(0, 30), getComputedStyle(one).fontSize])
              .filter(([, size]) => parseFloat(size) < 20)"""
        )
        if heading != session.ui().headings.referral:
            visitor.page.locator("[data-tap=next]").click()

    assert small == []


def test_on_a_phone_the_steps_fold_into_more(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.picks(condition_with_studies())

    visitor.tap(ui.labels.more).tap(ui.steps.assessment).reads(ui.headings.assessment)

    assert visitor.page.locator(".steps").is_hidden()


def test_a_new_page_begins_at_its_top_and_a_screen_reader_at_its_heading(visitor: Visitor) -> None:
    visitor.picks(condition_with_studies())
    main = visitor.page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 1000)")

    visitor.goes_on(session.ui().headings.studies)

    visitor.page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert main.evaluate("main => main.scrollTop") == 0


def test_nothing_of_streamlits_own_is_in_sight(visitor: Visitor) -> None:
    theirs = ("stToolbar", "stMainMenu", "stDecoration", "stStatusWidget", "stAppDeployButton")
    visitor.picks(condition_with_studies())

    for name in theirs:
        assert visitor.page.get_by_test_id(name).locator("visible=true").count() == 0
    assert visitor.page.locator("#root a:visible").count() == 0


def test_a_double_tap_counts_once(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.picks(condition_with_studies())

    visitor.page.locator("[data-tap=next]").dblclick(delay=20)

    visitor.reads(ui.headings.studies)


# Within the page, so that a busy machine does not make the second tap a later one.
TAPS_TWICE = """async ([x, y, pause]) => {
  const tap = () => document.elementFromPoint(x, y).dispatchEvent(
    new MouseEvent("click", { bubbles: true, cancelable: true, detail: 1, clientX: x, clientY: y })
  );
  tap();
  await new Promise((done) => setTimeout(done, pause));
  tap();
}"""


@pytest.mark.parametrize("pause", [60, 120, 200, 350])
def test_a_second_tap_soon_after_the_first_does_not_skip_a_page(
    visitor: Visitor, pause: int
) -> None:
    visitor.picks(condition_with_studies())
    place = box(visitor.page.locator("[data-tap=next]"))
    middle = ((place.left + place.right) / 2, (place.top + place.bottom) / 2)

    visitor.page.evaluate(TAPS_TWICE, [*middle, pause])

    visitor.reads(session.ui().headings.studies)
    expect(visitor.page.locator("html")).not_to_have_attribute("data-settling", "")
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.guide)
