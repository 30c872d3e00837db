"""The frame at every size: help always in sight, little of the height, nothing cut or tiny."""

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.laid_out import LOW, OTHERS, SIZES, LaidOut, Size, box, laid_out, pages
from tests.browser.places import with_the_most_studies
from tests.browser.walking import LANGUAGES, Walker

SMALLEST_MAIN, SMALLEST_TILE = 80, 120  # CSS pixels of height
PAGES = 7
NAMED = "{0[0]} by {0[1]}".format

# What could be wrong with a page, and what must then be told of it.
WRONG = (
    ("out_of_sight", ".foot", "transform: translateY(60px)"),
    ("frame", ".top", "padding-bottom: 500px"),
    ("over", "h1", "min-width: 3000px"),
    ("low", ".foot button", "min-height: 0; height: 30px"),
    ("tiny", "h1", "font-size: 19px"),
    ("cut", "article.claim", "width: 50px; min-width: 0; max-width: 50px; overflow: hidden"),
)

PHONES = [(390, 844), (375, 667), (360, 740), (344, 882), (320, 568)]
TORN = """() => [...document.querySelectorAll('.foot .words')].flatMap(({ firstChild: text }) =>
  [...text.data.matchAll(/\\S+/g)].filter(({ 0: word, index }) => {
    const place = document.createRange();
    place.setStart(text, index);
    place.setEnd(text, index + word.length);
    return place.getClientRects().length > 1;
  }).map(String))"""

Seen = dict[Size, dict[str, LaidOut]]


@pytest.fixture(scope="module")
def seen(browser: Browser, kiosk: str) -> Seen:
    """Every page of a visit at every size."""
    page = browser.new_page(viewport={"width": 1080, "height": 1920})
    found: Seen = {size: {} for size in (*SIZES, *OTHERS, *LOW)}
    for name in pages(Visitor(page, kiosk)):
        for size, by_page in found.items():
            by_page[name] = laid_out(page, size)
        page.set_viewport_size({"width": 1080, "height": 1920})
    page.close()
    return found


def important(style: str) -> str:
    """A style that no other overrules."""
    return "; ".join(f"{one} !important" for one in style.split("; "))


@pytest.mark.parametrize("size", [*SIZES, *LOW], ids=NAMED)
def test_help_and_clear_screen_are_in_sight_on_every_page_scrolled_or_not(
    seen: Seen, size: Size
) -> None:
    hidden = {name: one.out_of_sight for name, one in seen[size].items() if one.out_of_sight}

    assert hidden == {}
    assert len(seen[size]) == PAGES


@pytest.mark.parametrize("size", [*SIZES, *OTHERS, *LOW], ids=NAMED)
def test_at_most_a_quarter_of_the_height_is_frame(seen: Seen, size: Size) -> None:
    assert max(one.frame for one in seen[size].values()) <= size[1] / 4 + 1


@pytest.mark.parametrize("size", [*SIZES, (320, 256)], ids=NAMED)
def test_no_page_scrolls_sideways(seen: Seen, size: Size) -> None:
    assert {name: one.over for name, one in seen[size].items() if one.over > 0} == {}


@pytest.mark.parametrize("size", SIZES, ids=NAMED)
def test_every_control_can_be_hit_with_a_finger(seen: Seen, size: Size) -> None:
    assert {name: one.low for name, one in seen[size].items() if one.low} == {}


@pytest.mark.parametrize("size", [*SIZES, (320, 256)], ids=NAMED)
def test_the_claims_fit_every_size_with_every_one_of_them_open(seen: Seen, size: Size) -> None:
    claims = seen[size]["claims"]

    assert (claims.over, claims.cut) == (0, [])
    assert [one for one in claims.low if one] == []


@pytest.mark.parametrize("size", SIZES, ids=NAMED)
def test_no_text_is_smaller_than_20_pixels(seen: Seen, size: Size) -> None:
    assert {name: one.tiny for name, one in seen[size].items() if one.tiny} == {}


def test_every_claim_stands_on_its_page_and_whatever_is_wrong_there_is_told(
    visitor: Visitor,
) -> None:
    page, ui = visitor.page, session.ui()
    visitor.picks(with_the_most_studies())

    visitor.tap(ui.labels.claims_check).reads(ui.headings.claims)

    assert page.locator("article.claim").count() == len(session.pack().claims)
    right = laid_out(page, SIZES[0])
    for what, where, style in WRONG:
        wrong = page.locator(where).first
        wrong.evaluate("(one, style) => { one.style = style; }", important(style))
        assert getattr(laid_out(page, SIZES[0]), what) != getattr(right, what), what
        wrong.evaluate("one => one.removeAttribute('style')")


def test_tiles_and_the_main_buttons_are_larger(visitor: Visitor) -> None:
    page, ui = visitor.page, session.ui()
    ways = page.locator(".foot button").all()
    main = [page.get_by_role("button", name=ui.labels.start), *ways]
    heights, tiles = [], []
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        heights += [box(one).height for one in main]

    visitor.tap(ui.labels.start).reads(ui.headings.conditions)
    found = page.locator(".tiles button").all()
    for width, height in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        tiles += [box(one).height for one in found]

    assert min(heights) >= SMALLEST_MAIN
    assert min(tiles) >= SMALLEST_TILE
    assert len(found) == len(session.conditions_shown())


def test_on_a_phone_the_steps_fold_into_more(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.picks(with_the_most_studies())

    visitor.tap(ui.labels.more).tap(ui.steps.assessment).reads(ui.headings.assessment)

    assert visitor.page.locator(".steps").is_hidden()


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_no_phone_a_word_of_the_bar_at_the_foot_is_torn(
    screen: Page, kiosk: str, language: str
) -> None:
    walker, torn = Walker(screen, kiosk, language), dict[int, list[str]]()
    walker.picks(with_the_most_studies())
    walker.tap("step-assessment")  # before the step with the longest name

    for width, height in PHONES:
        screen.set_viewport_size({"width": width, "height": height})
        torn[width] = screen.evaluate(TORN)

    assert [one for one in torn.items() if one[1]] == []


def test_a_new_page_begins_at_its_top_and_a_screen_reader_at_its_heading(visitor: Visitor) -> None:
    visitor.picks(with_the_most_studies())
    main = visitor.page.get_by_test_id("stMain")
    main.evaluate("main => main.scrollTo(0, 1000)")

    visitor.goes_on(session.ui().headings.studies)

    visitor.page.wait_for_function("() => document.activeElement.tagName === 'H1'")
    assert main.evaluate("main => main.scrollTop") == 0


def test_nothing_of_streamlits_own_is_in_sight(visitor: Visitor) -> None:
    theirs = ("stToolbar", "stMainMenu", "stDecoration", "stStatusWidget", "stAppDeployButton")
    visitor.picks(with_the_most_studies())

    for name in theirs:
        assert visitor.page.get_by_test_id(name).locator("visible=true").count() == 0
    assert visitor.page.locator("#root a:visible").count() == 0


def test_a_double_tap_counts_once(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.picks(with_the_most_studies())

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
    visitor.picks(with_the_most_studies())
    place = box(visitor.page.locator("[data-tap=next]"))
    middle = ((place.left + place.right) / 2, (place.top + place.bottom) / 2)

    visitor.page.evaluate(TAPS_TWICE, [*middle, pause])

    visitor.reads(session.ui().headings.studies)
    expect(visitor.page.locator("html")).not_to_have_attribute("data-settling", "")
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.guide)
