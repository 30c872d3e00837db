"""The kiosk as a browser shows it to who has set it up: colours, motion, pictures and size."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserType, Page, expect

from pages.parts import session
from tests.browser import places
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.conftest import Visitor
from tests.browser.inspector import OPEN_ALL
from tests.browser.keys import EVERY_PLACE, FEWER_PLACES
from tests.browser.test_looks import CUT, LINE, MOVING, OUT_OF_SIGHT

# What stands out by its ground alone where colours are not forced: each must have a line instead.
WITHOUT_A_LINE = """() => [
    '.stApp button:enabled', '.finding', '.message', '.step-here', 'p.crisis', '.card',
    '.part',
  ].flatMap((kind) => [...document.querySelectorAll(kind)])
  .filter((one) => one.checkVisibility() && !one.matches('.term, summary, .part *'))
  .filter((one) => {
    const style = getComputedStyle(one), line = style.borderTopColor;
    return style.borderTopStyle === 'none' || parseFloat(style.borderTopWidth) < 1
      || line === style.backgroundColor || line === 'rgba(0, 0, 0, 0)';
  })
  .map((one) => `${one.tagName} ${one.className}: ${one.innerText.slice(0, 30)}`)"""
# What WCAG 1.4.12 lets a reader choose.
SPACED = """* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important } p { margin-bottom: 2em !important }"""
DRAWN = "() => [...document.images].filter((one) => one.naturalWidth > 0).length"
# A picture of people whose number stands neither in its place nor below it.
UNTOLD = """() => [...document.querySelectorAll('.array')]
  .filter((one) => one.checkVisibility())
  .filter((one) => {
    const picture = one.querySelector('img'), number = one.querySelector('p:last-child');
    return !picture.alt || picture.clientHeight < 20 || !/[0-9]/.test(number.innerText);
  })
  .map((one) => one.innerText)"""


@pytest.mark.parametrize("place", ["welcome", "conditions", "guide", "studies", "referral"])
def test_where_colours_are_forced_lines_tell_what_grounds_told(
    browser: Browser, kiosk: str, place: str
) -> None:
    page = browser.new_context(forced_colors="active").new_page()
    page.set_viewport_size({"width": 1080, "height": 1920})

    EVERY_PLACE[place](Visitor(page, kiosk))

    assert page.evaluate(WITHOUT_A_LINE) == []
    page.context.close()


def test_where_colours_are_forced_the_focus_has_its_ring(browser: Browser, kiosk: str) -> None:
    page = browser.new_context(forced_colors="active").new_page()
    visitor = Visitor(page, kiosk)

    visitor.page.keyboard.press("Tab")
    visitor.page.keyboard.press("Tab")

    style = page.evaluate(
        "() => { const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement);"
        " return [outlineStyle, parseFloat(outlineWidth)]; }"
    )
    assert style == ["solid", 4]
    page.context.close()


def test_where_less_motion_is_asked_for_nothing_moves(visitor: Visitor) -> None:
    places.studies(visitor)
    assert visitor.page.evaluate(MOVING) != []

    visitor.page.emulate_media(reduced_motion="reduce")

    assert visitor.page.evaluate(MOVING) == []


@pytest.fixture
def without_pictures(browser_type: BrowserType, kiosk: str) -> Iterator[Visitor]:
    """Somebody whose browser shows no picture."""
    switches = [*SWITCHES, "--blink-settings=imagesEnabled=false"]
    browser = browser_type.launch(executable_path=ensure(), args=switches)
    page = browser.new_page(viewport={"width": 1080, "height": 1920})
    yield Visitor(page, kiosk)
    browser.close()


def test_without_pictures_the_studies_are_whole_and_every_number_is_told(
    without_pictures: Visitor,
) -> None:
    ui, page = session.ui(), without_pictures.page
    without_pictures.picks(places.calm_condition()).goes_on(ui.headings.studies)
    page.evaluate(OPEN_ALL)

    assert page.evaluate(DRAWN) == 0
    assert page.locator(".array img").count() > 20
    assert page.evaluate(UNTOLD) == []
    assert page.evaluate(CUT, LINE) == []
    for heading in (ui.headings.assessment, ui.headings.questions, ui.headings.referral):
        without_pictures.goes_on(heading)
        assert page.evaluate(OUT_OF_SIGHT) == []


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_at_320_pixels_and_400_percent_every_page_is_whole_in_every_language(
    fresh: Page, kiosk: str, place: str
) -> None:
    names, cut = session.names_of_languages(), dict[str, list[str]]()
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    visitor = Visitor(fresh, kiosk)
    EVERY_PLACE[place](visitor)

    for language, name in sorted(names.items()):
        if language != session.pack().language:
            visitor.tap(name)
            expect(fresh.locator("html")).to_have_attribute("lang", language)
        fresh.evaluate(OPEN_ALL)
        for height in (640, 256):  # a small phone, and a screen of 1280 by 1024 at 400%
            fresh.set_viewport_size({"width": 320, "height": height})
            if found := fresh.evaluate(CUT, LINE):
                cut[f"{language}, {height}"] = found
        fresh.set_viewport_size({"width": 1080, "height": 1920})

    assert cut == {}


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_with_the_text_spaced_out_nothing_is_cut(visitor: Visitor, place: str) -> None:
    EVERY_PLACE[place](visitor)
    page, cut = visitor.page, dict[str, list[str]]()

    page.evaluate(
        """(spaced) => {
          const sheet = new CSSStyleSheet();
          sheet.replaceSync(spaced);
          document.adoptedStyleSheets.push(sheet);
        }""",
        SPACED,
    )

    for width, height in ((1080, 1920), (390, 844)):
        page.set_viewport_size({"width": width, "height": height})
        if found := page.evaluate(CUT, LINE) + page.evaluate(OUT_OF_SIGHT):
            cut[f"{width}×{height}"] = found
    assert cut == {}
