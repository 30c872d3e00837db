"""Text in four sizes, three looks, calm, and either direction: nothing cut, nothing out of sight.

That all of it can be read, and tapped, in every look and size: test_every_look.py.
"""

from dataclasses import dataclass
from io import BytesIO
from itertools import product

import pytest
from PIL import Image
from playwright.sync_api import Browser, Page

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.dressing import LOOKS, SIZES, condition, dress, pages
from tests.browser.fingers import too_small
from tests.browser.inspector import OPEN_ALL

SCREENS = [(1080, 1920), (1920, 1080), (800, 1280), (390, 844)]
TEXT, LARGE, EDGE = 7.0, 4.5, 3.0  # contrast, to one
LINE = 4  # CSS pixels by which a line of text may be higher than its place: letters are lower

# What is wider than its place, or stands outside of the screen; the height of lines is not text.
CUT = """line => {
  const main = document.querySelector('[data-testid=stMain]');
  const cut = main.scrollWidth > main.clientWidth ? ['the page'] : [];
  for (const one of document.querySelectorAll('button, summary, p.crisis')) {
    if (one.closest('dialog') || !one.checkVisibility()) continue;
    const isWide = one.scrollWidth > one.clientWidth + 1 && one.clientWidth > 0;
    const isHigh = one.scrollHeight > one.clientHeight + line && one.clientHeight > 0;
    const { left, right } = one.getBoundingClientRect();
    if (isWide || isHigh || left < -1 || right > innerWidth + 1) cut.push(one.innerText);
  }
  const texts = document.createTreeWalker(document.querySelector('.stApp'), NodeFilter.SHOW_TEXT);
  const place = document.createRange();
  while (texts.nextNode()) {
    const around = texts.currentNode.parentElement;
    if (!around.checkVisibility() || around.closest('thead, [role=status]')) continue;
    place.selectNodeContents(texts.currentNode);
    const { left, right, width } = place.getBoundingClientRect();
    if (width > 0 && (left < -1 || right > innerWidth + 1)) cut.push(texts.currentNode.data);
  }
  return cut;
}"""
# How much of the height the frame takes that stays where it is when the page moves.
FRAME = """() => {
  const fixed = [...document.querySelectorAll('.top, .foot, .foot > *')]
    .filter(one => getComputedStyle(one).position === 'fixed')
    .map(one => one.getBoundingClientRect());
  const above = Math.max(0, ...fixed.filter(one => one.top <= 0).map(one => one.bottom));
  const below = Math.min(...fixed.filter(one => one.bottom > innerHeight - 2).map(one => one.top));
  return (above + innerHeight - below) / innerHeight;
}"""
# What is always there and not whole on the screen, or lies under something else.
OUT_OF_SIGHT = """() => ['p.crisis', '[data-tap=talk]', '[data-tap=clear]']
  .filter(name => {
    const box = document.querySelector(`.foot ${name}`).getBoundingClientRect();
    const isWhole = box.left >= 0 && box.top >= 0
      && box.right < innerWidth + 1 && box.bottom < innerHeight + 1;
    const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
    return !isWhole || !hit.closest('.foot');
  })"""
MOVING = """() => [...document.querySelectorAll('*')]
  .filter(one => ['', '::before', '::after'].some(part => {
    const { animationName, transitionDuration } = getComputedStyle(one, part || null);
    return animationName !== 'none' || !/^0s(, 0s)*$/.test(transitionDuration);
  }))
  .map(one => one.tagName + '.' + one.className)"""
# A colour of the look in force, as red, green and blue.
COLOUR = """name => {
  const drawn = document.createElement('canvas').getContext('2d');
  drawn.fillStyle = getComputedStyle(document.documentElement).getPropertyValue(name);
  drawn.fillRect(0, 0, 1, 1);
  return [...drawn.getImageData(0, 0, 1, 1).data].slice(0, 3);
}"""


def light(page: Page, name: str) -> float:
    """How light a colour of the look in force is, as WCAG reckons it."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in (given / 255 for given in page.evaluate(COLOUR, f"--{name}"))
    )
    return float(0.2126 * red + 0.7152 * green + 0.0722 * blue)


def contrast(page: Page, one: str, other: str) -> float:
    """How far two colours of the look in force stand apart, to one."""
    darker, lighter = sorted((light(page, one), light(page, other)))
    return (lighter + 0.05) / (darker + 0.05)


@dataclass(frozen=True)
class Seen:
    """What is wrong with one page of a visit at one size of text."""

    cut: list[str]
    out_of_sight: list[str]
    small: list[str]


def looked_at(page: Page) -> Seen:
    """The page in sight, as it is."""
    return Seen(page.evaluate(CUT, LINE), page.evaluate(OUT_OF_SIGHT), too_small(page))


@pytest.fixture(scope="module", params=[(1080, 1920), (390, 844)], ids=["upright", "phone"])
def seen(request: pytest.FixtureRequest, browser: Browser, kiosk: str) -> dict[str, Seen]:
    """The pages of a visit at every size of text, on the usual screen and on a phone."""
    width, height = request.param
    page = browser.new_page(viewport={"width": width, "height": height})
    found = {}
    for name, size in ((name, size) for name in pages(Visitor(page, kiosk)) for size in SIZES):
        dress(page, size=size)
        found[f"{name}, {size}"] = looked_at(page)
    page.close()
    return found


def test_at_no_size_of_text_is_anything_cut(seen: dict[str, Seen]) -> None:
    assert {name: one.cut for name, one in seen.items() if one.cut} == {}
    assert len(seen) == 5 * len(SIZES)


def test_at_every_size_of_text_help_and_clear_screen_are_in_sight(seen: dict[str, Seen]) -> None:
    assert {name: one.out_of_sight for name, one in seen.items() if one.out_of_sight} == {}


def test_nothing_that_can_be_tapped_is_smaller_than_a_finger(seen: dict[str, Seen]) -> None:
    assert {name: one.small for name, one in seen.items() if one.small} == {}


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_at_every_size_of_text_at_most_a_third_of_the_height_is_frame(
    visitor: Visitor, width: int, height: int
) -> None:
    page = visitor.picks(next(iter(session.pack().condition))).page
    page.set_viewport_size({"width": width, "height": height})

    for size in SIZES:
        dress(page, size=size)
        assert page.evaluate(FRAME) <= 1 / 3, size


@pytest.mark.parametrize("size", [size for size in SIZES if size != "usual"])
def test_text_grows_by_what_its_size_says(visitor: Visitor, size: str) -> None:
    height = "one => parseFloat(getComputedStyle(one).fontSize)"
    lead = visitor.page.locator(".lead").first
    usual = lead.evaluate(height)

    dress(visitor.page, size=size)

    assert lead.evaluate(height) == usual * SIZES[size]


def test_the_largest_text_is_laid_out_as_on_a_screen_of_half_the_size(visitor: Visitor) -> None:
    page = visitor.picks(next(iter(session.pack().condition))).page
    places = """() => [...document.querySelectorAll('.tap, .hide-screen')]
      .filter(one => one.checkVisibility())
      .map(one => one.getBoundingClientRect())
      .flatMap(({ left, width }) => [left / innerWidth, width / innerWidth])"""
    page.set_viewport_size({"width": 540, "height": 960})
    half = page.evaluate(places)

    page.set_viewport_size({"width": 1080, "height": 1920})
    dress(page, size="largest")

    assert page.evaluate(places) == pytest.approx(half, abs=0.02)  # edges do not grow


@pytest.mark.parametrize("look", LOOKS)
def test_edges_of_controls_and_the_ring_of_the_keyboard_stand_out_in_every_look(
    visitor: Visitor, look: str
) -> None:
    dress(visitor.page, look=look)

    for one, other in [*product(["edge", "action"], ["paper", "surface"]), ("halo", "on-halo")]:
        assert contrast(visitor.page, one, other) >= EDGE, (one, other)
    for one, other in [("halo", "on-halo"), ("pressed", "on-action"), ("soft", "ink")]:
        assert contrast(visitor.page, one, other) >= TEXT, (one, other)
    assert contrast(visitor.page, "soft", "action") >= LARGE  # the name, on the light behind it


def test_in_the_dark_look_pictures_are_dark_and_codes_keep_a_light_ground(
    visitor: Visitor,
) -> None:
    ground = "one => getComputedStyle(one).backgroundColor"
    visitor.picks(condition()).goes_on(session.ui().headings.studies)
    visitor.page.evaluate(OPEN_ALL)

    dress(visitor.page, look="dark")

    drawn = visitor.page.locator(".array img").first
    with Image.open(BytesIO(drawn.screenshot(animations="disabled"))) as seen:
        beside_the_dots = seen.convert("RGB").getpixel((0, 0))
        shades = seen.convert("L").histogram()
    surface = visitor.page.locator(".picture").first.evaluate(ground)
    assert surface == f"rgb{beside_the_dots}"
    assert sum(shades[150:]) > 0  # the dots
    assert sum(shades[250:]) == 0  # nothing is white
    assert visitor.page.locator("img.qr").first.evaluate(ground) == "rgb(255, 255, 255)"


def test_in_calm_mode_nothing_moves(visitor: Visitor) -> None:
    page = visitor.page
    page.evaluate("document.getElementById('invitation').showModal()")
    assert page.evaluate(MOVING) != []

    dress(page, calm="yes")

    assert page.evaluate(MOVING) == []
    assert page.evaluate("document.getAnimations().length") == 0


def test_from_right_to_left_the_page_is_a_mirror(visitor: Visitor) -> None:
    page = visitor.picks(next(iter(session.pack().condition))).page
    places = """() => ['.kiosk-name', '.hide-screen', '.foot button', '.crisis']
      .map(one => document.querySelector(one).getBoundingClientRect())
      .map(({ left, right }) => [Math.round(left), Math.round(right)])"""
    before = page.evaluate(places)

    dress(page, direction="rtl")

    assert page.evaluate(places) == [[1080 - right, 1080 - left] for left, right in before]
    assert page.locator(".piece h1").evaluate("one => getComputedStyle(one).textAlign") == "start"
    back = page.locator("[data-tap=back]")
    assert "-1" in back.evaluate("one => getComputedStyle(one, '::before').transform")


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (800, 1280)])
def test_the_way_in_lies_below_the_upper_third_of_a_screen_that_stands(
    visitor: Visitor, width: int, height: int
) -> None:
    page = visitor.page
    page.set_viewport_size({"width": width, "height": height})

    for size in SIZES:
        dress(page, size=size)
        place = page.locator("[data-tap=start]").bounding_box()
        assert place is not None
        assert place["y"] >= height / 3, size


def test_two_languages_stand_side_by_side_only_where_there_is_room(visitor: Visitor) -> None:
    page = visitor.page
    page.locator(".piece").last.evaluate(
        """one => { one.innerHTML = '<div class="both"><p>One.</p><p dir="rtl">Two.</p></div>'; }"""
    )
    tops = "all => all.map(one => Math.round(one.getBoundingClientRect().top))"
    beside = page.locator(".both > *").evaluate_all(tops)

    dress(page, size="largest")

    below = page.locator(".both > *").evaluate_all(tops)
    assert beside[0] == beside[1]
    assert below[0] < below[1]


@pytest.mark.parametrize(("width", "height"), SCREENS)
def test_in_every_language_the_bars_are_whole_at_every_size_of_text(
    visitor: Visitor, width: int, height: int
) -> None:
    page, cut = visitor.page, dict[str, list[str]]()
    page.set_viewport_size({"width": width, "height": height})

    for language, size in product(session.began().languages, SIZES):
        page.locator(f"[data-tap='language-{language}']").click()
        page.locator(f"html[lang={language}]").wait_for()
        dress(page, size=size)
        found = page.evaluate(CUT, LINE) + page.evaluate(OUT_OF_SIGHT)
        if found:
            cut[f"{language}, {size}"] = found

    assert len(session.began().languages) > 1
    assert cut == {}
