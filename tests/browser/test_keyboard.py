"""The kiosk without a touch: every path by Tab, Enter and Escape, and the focus in sight."""

import io
import re
import string
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from logic.content.strings import UiStrings
from logic.matching import in_every_page, own_sections
from pages.parts import session
from tests.browser import places
from tests.browser.dressing import LOOKS
from tests.browser.keys import EVERY_PLACE, Keys, Stop
from tests.browser.test_kept_out import watch_keys
from tests.browser.walking import LANGUAGES

CARD = ".note:popover-open"
IN_CARD = f"document.querySelector('{CARD}')?.contains(document.activeElement)"
HEADING = "() => document.activeElement.matches('h1')"
# The ring: a line 4 pixels wide, 2 pixels off, on a ground that reaches further.
COLOURS = """() => {
  const { outlineColor, boxShadow } = getComputedStyle(document.activeElement);
  return [outlineColor, boxShadow];
}"""
LINE, WIDE = 4, 12  # pixels from a control: the middle of the line, and what a picture shows of it
CONTROLS = """() => [...document.querySelectorAll('.skip, #root :is(button:enabled, summary, a)')]
  .filter(one => one.checkVisibility({ visibilityProperty: true })).length"""


@pytest.fixture
def keys(screen: Page, kiosk: str) -> Keys:
    """Somebody at the keyboard, in front of a clear screen in the usual upright size."""
    return Keys(screen, kiosk)


def other_language() -> str:
    """How a language that is not the source's names itself."""
    return next(name for tag, name in session.names_of_languages().items() if tag != "en")


def speaks(keys: Keys, language: str) -> UiStrings:
    """The kiosk's own words in a language, which is chosen where it is another."""
    ui = session.kiosk().languages[language].pack.ui_strings
    if language != session.pack().language:
        keys.enters(ui.language_name)
        expect(keys.page.locator("html")).to_have_attribute("lang", language)
        keys.reads(ui.headings.welcome)
    return ui


def walks_to_the_referral(keys: Keys, language: str, ui: UiStrings) -> None:
    """Go from the welcome page to whom to talk to, by way of the calm page."""
    pack = session.kiosk().languages[language].pack
    named = pack.condition[places.calm_condition()].title
    keys.enters(ui.labels.start).reads(ui.headings.conditions)
    keys.enters(keys.page.locator("button", has_text=named)).reads(ui.headings.calm)
    keys.enters(ui.labels.read_on).reads(ui.headings.guide)
    for step in ("studies", "assessment", "questions", "referral"):
        heading = getattr(ui.headings, step)
        keys.enters(keys.page.locator("[data-tap=next]")).reads(heading)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_visit_from_start_to_end_needs_no_touch(keys: Keys, language: str) -> None:
    ui = speaks(keys, language)

    walks_to_the_referral(keys, language, ui)
    keys.enters(ui.labels.claims).reads(ui.headings.claims)
    keys.enters(ui.labels.about).reads(ui.headings.about)
    keys.enters(ui.labels.back).reads(ui.headings.claims)
    with keys.page.expect_navigation():
        keys.enters(ui.labels.clear_screen)

    keys.reads(session.ui().headings.welcome)


def test_a_visit_in_spanish_in_the_largest_text_and_high_contrast_needs_no_touch(
    keys: Keys,
) -> None:
    page, ui = keys.page, speaks(keys, "es")
    keys.enters(ui.labels.comfort).reads(ui.headings.comfort)
    for chosen in (ui.labels.size_largest, ui.labels.look_contrast):
        keys.enters(chosen)
        page.get_by_role("button", name=f"✓ {chosen}", exact=True).wait_for()
    keys.enters(ui.labels.comfort_done).reads(ui.headings.welcome)

    walks_to_the_referral(keys, "es", ui)

    html = page.locator("html")
    for name, value in (("lang", "es"), ("data-size", "largest"), ("data-look", "contrast")):
        expect(html).to_have_attribute(name, value)
    talked_of = session.kiosk().languages["es"].pack
    for one in in_every_page(talked_of):
        expect(page.get_by_role("heading", name=one.title)).to_have_count(1)


def test_another_language_is_chosen_and_left_without_a_touch(keys: Keys) -> None:
    html, name = keys.page.locator("html"), session.ui().language_name

    keys.goes_to(other_language()).press("Enter")
    expect(html).not_to_have_attribute("lang", "en")
    expect(keys.page.get_by_role("button", name=name, exact=True).first).to_be_focused()
    keys.press("Enter")  # where the one was is now the other

    expect(html).to_have_attribute("lang", "en")
    expect(keys.page.get_by_role("button", name=other_language()).first).to_be_focused()


def test_parts_of_the_guide_open_and_close_without_a_touch(keys: Keys) -> None:
    ui = session.ui()
    places.guide(keys)
    part, following = own_sections(session.pack(), places.CONDITION)[:2]

    keys.enters(part.title)
    keys.page.get_by_role("heading", level=2, name=part.title, exact=True).wait_for()
    keys.page.wait_for_function(HEADING)
    keys.enters(f"{ui.labels.next_part}: {following.title}")
    keys.page.get_by_role("heading", level=2, name=following.title, exact=True).wait_for()
    keys.page.wait_for_function(HEADING)
    keys.enters(ui.labels.all_parts)

    keys.page.get_by_role("heading", level=2, name=ui.labels.guide_own, exact=True).wait_for()


@pytest.mark.parametrize(
    "small", [".term", *(pytest.param(one, marks=pytest.mark.long) for one in (".who", ".open"))]
)
@pytest.mark.parametrize("closing", ["Escape", "Enter", "Space", "Tab", "Shift+Tab"])
def test_a_card_takes_the_focus_and_gives_it_back(keys: Keys, small: str, closing: str) -> None:
    page = keys.page
    places.guide(keys)
    if small == ".open":
        keys.enters(page.locator("summary", has_text=session.ui().labels.words_here))
    control = page.locator(f".st-key-body {small}:visible").first
    control.focus()
    page.evaluate("window.control = document.activeElement")

    keys.press("Enter")
    assert page.evaluate(IN_CARD)
    # Where the machine has a voice, what reads the card aloud stands before what closes it.
    before = page.locator(f"{CARD} [data-aloud]:visible").count() if closing == "Shift+Tab" else 0
    keys.press(*[closing] * (1 + before))

    expect(page.locator(CARD)).to_have_count(0)
    if closing == "Tab":  # goes on from the control
        assert not page.evaluate("document.activeElement === window.control")
        keys.press("Shift+Tab")
    assert page.evaluate("document.activeElement === window.control")


def test_the_studies_are_looked_at_in_every_way_without_a_touch(keys: Keys) -> None:
    page, ui = keys.page, session.ui()
    places.studies(keys)

    keys.enters(ui.filters.largest)
    chosen = page.get_by_role("button", name=f"✓ {ui.filters.largest}", exact=True)
    expect(chosen).to_be_focused()  # it was drawn anew
    keys.goes_to(page.locator("summary", has_text=ui.labels.more_about_study)).press("Space")
    expect(page.locator("article details[open]")).to_have_count(1)
    keys.press("Enter")
    expect(page.locator("article details[open]")).to_have_count(0)
    keys.goes_to(ui.labels.view_map).press("Space")
    page.locator("table.map").wait_for()
    keys.enters(ui.labels.view_table)
    page.locator("table.studies").wait_for()

    expect(page.get_by_role("button", name=f"✓ {ui.labels.view_table}")).to_be_focused()


def test_what_is_easier_to_read_is_chosen_without_a_touch(keys: Keys) -> None:
    labels, html = session.ui().labels, keys.page.locator("html")
    places.guide(keys)

    keys.enters(labels.comfort).reads(session.ui().headings.comfort)
    for choice, name, value in (
        (labels.size_large, "data-size", "large"),
        (labels.look_dark, "data-look", "dark"),
        (labels.calm_on, "data-calm", "yes"),
    ):
        keys.enters(choice)
        expect(html).to_have_attribute(name, value)
        expect(keys.page.get_by_role("button", name=f"✓ {choice}")).to_be_focused()
    keys.enters(labels.comfort_done)

    keys.reads(session.ui().headings.guide)


@pytest.mark.parametrize(("width", "height"), [(800, 1280), (390, 844)])
def test_more_takes_the_focus_and_gives_it_back(keys: Keys, width: int, height: int) -> None:
    page, ui = keys.page, session.ui()
    page.set_viewport_size({"width": width, "height": height})
    places.guide(keys)
    more, opened = page.locator(".more > button").first, page.locator("#more:popover-open")
    in_it = "() => document.activeElement.closest('#more')"

    for leaves in ("Escape", "Shift+Tab", "Tab"):
        more.focus()
        keys.press("Enter")
        page.wait_for_function(in_it)
        past_the_last = opened.get_by_role("button").count() if leaves == "Tab" else 1
        keys.press(*[leaves] * past_the_last)
        expect(opened).to_have_count(0)
        assert keys.stop().part in {"top", "body"}  # on it, or right behind
    more.focus()
    keys.press("Enter")
    page.wait_for_function(in_it)

    keys.enters(ui.steps.assessment).reads(ui.headings.assessment)


def test_the_curtain_is_drawn_and_opened_without_a_touch(keys: Keys) -> None:
    labels, curtain = session.ui().labels, keys.page.locator("#curtain")
    places.guide(keys)

    keys.enters(labels.hide)
    expect(curtain).to_be_visible()
    keys.enters(labels.show_again)

    expect(curtain).to_be_hidden()
    expect(keys.page.get_by_role("button", name=labels.hide, exact=True)).to_be_focused()


def test_enter_answers_the_question_whether_somebody_is_there(keys: Keys) -> None:
    places.guide(keys)
    question = keys.page.locator("#question")

    question.evaluate("question => question.showModal()")
    keys.press("Enter")

    expect(question).to_be_hidden()
    keys.reads(session.ui().headings.guide)


@pytest.mark.parametrize("place", EVERY_PLACE)
def test_tab_reaches_every_control_from_top_to_bottom_and_comes_round(
    keys: Keys, place: str
) -> None:
    EVERY_PLACE[place](keys)

    stops = keys.goes_round()

    parts = [one.part for one in stops]
    assert parts == sorted(parts, key=["skip", "top", "body", "foot"].index)
    assert len(stops) == keys.page.evaluate(CONTROLS)
    for part in ("top", "body", "foot"):
        in_order([one for one in stops if one.part == part])


def in_order(stops: list[Stop]) -> None:
    """Hold stops to the order in which they are seen: the next one lies below or to the right."""
    for one, following in pairwise(stops):
        above = following.bottom + following.scrolled <= one.top + one.scrolled
        assert not above or following.left >= one.right, (one, following)


@pytest.mark.parametrize("size", [(1080, 1920), (800, 1280), (390, 844), (640, 540)])
@pytest.mark.parametrize("key", ["Tab", "Shift+Tab"])
def test_no_bar_hides_what_has_the_focus(keys: Keys, size: tuple[int, int], key: str) -> None:
    keys.page.set_viewport_size({"width": size[0], "height": size[1]})
    places.guide(keys)

    stops = [one for one in keys.goes_round(key) if one.part == "body"]

    ring = 6
    hidden = [one for one in stops if one.top < one.above + ring or one.bottom > one.below - ring]
    assert len(stops) > 30
    assert hidden == []


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("place", ["welcome", "guide", "comfort"])
def test_a_ring_that_nothing_covers_stands_out_around_what_has_the_focus(
    keys: Keys, place: str, look: str
) -> None:
    EVERY_PLACE[place](keys)
    keys.page.evaluate("look => { document.documentElement.dataset.look = look; }", look)

    keys.page.locator(".skip").focus()
    keys.press("Shift+Tab", "Tab")  # there by a key, as only then it has a ring
    seen = [ring(keys.page, keys.stop())]
    while (stop := keys.press("Tab").stop()).part != "skip":
        seen += [ring(keys.page, stop)] if stop.part else []

    assert len(seen) > 10
    assert [one for one in seen if one.contrast < 3 or not one.is_whole] == []


@dataclass(frozen=True)
class Ring:
    """How a line around a control stands out from its own ground, and whether all of it is seen."""

    around: str
    contrast: float
    is_whole: bool


def ring(page: Page, stop: Stop) -> Ring:
    """The ring around what has the focus, as the styles have it and as the screen shows it."""
    line, ground = (rgb(one) for one in page.evaluate(COLOURS))
    left, top = max(0, stop.left - WIDE), max(0, stop.top - WIDE)
    wide, high = stop.right + WIDE - left, stop.bottom + WIDE - top
    photo = page.screenshot(clip={"x": left, "y": top, "width": wide, "height": high})
    drawn = Image.open(io.BytesIO(photo)).convert("RGB")
    across, down = (stop.left + stop.right) / 2, (stop.top + stop.bottom) / 2
    middles = (
        (stop.left - LINE, down), (stop.right + LINE, down),
        (across, stop.top - LINE), (across, stop.bottom + LINE),
    )  # fmt: skip
    seen = [drawn.getpixel((round(x - left), round(y - top))) for x, y in middles]
    return Ring(stop.told, contrast(line, ground), all(near(one, line) for one in seen))


def rgb(colour: str) -> tuple[int, ...]:
    """A colour as the browser tells it."""
    return tuple(int(one) for one in re.findall(r"\d+", colour)[:3])


def near(one: Any, other: tuple[int, ...]) -> bool:  # noqa: ANN401 (a pixel is a tuple here)
    """Whether two colours are the same but for the rounding of an edge."""
    return all(abs(a - b) < 40 for a, b in zip(one, other, strict=True))


def contrast(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The contrast of two colours, as WCAG 2.2 defines it."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def luminance(colour: tuple[int, ...]) -> float:
    """The relative luminance of a colour, as WCAG 2.2 defines it."""
    parts = [one / 255 for one in colour]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_no_letter_and_no_digit_does_anything(keys: Keys) -> None:
    page = keys.page
    places.section(keys)
    watch_keys(page)
    page.locator(".st-key-body .who").first.focus()
    before, shown = keys.stop(), page.locator("#root").inner_html()

    keys.press(*string.ascii_lowercase, *string.ascii_uppercase, *string.digits, *".,/?-")

    assert page.evaluate("window.reached") == []
    assert page.locator("#root").inner_html() == shown
    assert keys.stop() == before


def test_arrows_move_a_page_on_which_nothing_has_the_focus(keys: Keys) -> None:
    keys.page.set_viewport_size({"width": 390, "height": 844})
    moved = "() => document.getElementById('stMain').scrollTop > 0"

    keys.press("ArrowDown")

    keys.page.wait_for_function(moved)


def test_the_way_past_the_bar_comes_first_and_leads_to_the_heading(keys: Keys) -> None:
    places.guide(keys)
    skip, html = keys.page.locator(".skip"), keys.page.locator("html")
    keys.page.reload()
    keys.reads(session.ui().headings.welcome)

    keys.press("Tab")
    expect(skip).to_be_focused()
    expect(skip).to_have_accessible_name(session.ui().labels.skip)
    expect(skip).to_be_in_viewport(ratio=1)
    keys.press("Enter")

    assert keys.page.evaluate(HEADING)
    expect(skip).not_to_be_in_viewport()
    assert keys.page.url == f"{keys.address}/"
    keys.enters(other_language())
    expect(html).not_to_have_attribute("lang", "en")
    expect(skip).not_to_have_accessible_name(session.ui().labels.skip)
