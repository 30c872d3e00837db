"""What fingers need: controls large enough and within reach, that act when the finger leaves."""

import pytest
from playwright.sync_api import Locator, expect

from pages.parts import session
from tests.browser import places
from tests.browser.conftest import Visitor
from tests.browser.fingers import too_small
from tests.browser.inspector import OPEN_ALL
from tests.browser.keys import EVERY_PLACE, FEWER_PLACES

SIZES = [(1080, 1920), (800, 1280), (390, 844)]
REACHED = ".foot button, [data-tap=start]"  # on whatever height
# What asks for more than a tap: to drag, to type, to hold, to be exact.
MORE_THAN_A_TAP = (
    "[draggable=true], [contenteditable], input, textarea, select, canvas, iframe, video[controls],"
    "[role=slider], [role=scrollbar], [role=spinbutton], [onpointerdown], [ontouchstart]"
)


@pytest.mark.parametrize("place", EVERY_PLACE)
def test_whatever_can_be_tapped_is_large_enough_and_the_main_ways_larger(
    visitor: Visitor, place: str
) -> None:
    EVERY_PLACE[place](visitor)
    visitor.page.evaluate(OPEN_ALL)

    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        assert too_small(visitor.page) == [], (width, height)


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_the_ways_on_and_help_are_in_the_lower_two_thirds(visitor: Visitor, place: str) -> None:
    EVERY_PLACE[place](visitor)

    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        middles = visitor.page.locator(REACHED).evaluate_all(
            """all => all.map(one => one.getBoundingClientRect())
              .map(({ top, bottom }) => (top + bottom) / 2)"""
        )
        assert len(middles) >= 4
        assert min(middles) > height / 3, (width, height)


def test_what_a_small_mark_opens_is_opened_by_a_large_control_too(visitor: Visitor) -> None:
    places.studies(visitor)
    visitor.page.evaluate(OPEN_ALL)
    opened = "all => [...new Set(all.map(one => one.getAttribute('popovertarget')))].sort()"

    small = visitor.page.locator(".st-key-body :is(.term, .who)").evaluate_all(opened)
    large = visitor.page.locator(".st-key-body .open").evaluate_all(opened)

    assert len(small) > 10
    assert set(small) <= set(large)


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_nothing_asks_for_more_than_a_tap(visitor: Visitor, place: str) -> None:
    EVERY_PLACE[place](visitor)

    assert visitor.page.locator("#root").locator(MORE_THAN_A_TAP).count() == 0


def slides_off(control: Locator) -> None:
    """Put a finger on a control, take it to the middle of the heading, and lift it there."""
    page = control.page
    control.scroll_into_view_if_needed()
    place = control.bounding_box()
    heading = page.locator("h1").bounding_box()
    assert place
    assert heading
    page.mouse.move(place["x"] + place["width"] / 2, place["y"] + place["height"] / 2)
    page.mouse.down()
    page.mouse.move(heading["x"] + 10, heading["y"] + 10, steps=4)
    page.mouse.up()


@pytest.mark.parametrize(
    "control",
    [
        "[data-tap=next]", "[data-tap=clear]", ".hide-screen",
        ".st-key-body .who", ".st-key-body .term", ".st-key-body summary",
        ".choices.depth .tap:not(.main)",
    ],
)  # fmt: skip
def test_a_finger_that_slides_off_presses_nothing_and_one_that_lifts_does(
    visitor: Visitor, control: str
) -> None:
    page = visitor.page
    places.guide(visitor)
    states = """() => [
      document.querySelector('h1')?.dataset.page, document.querySelectorAll('details[open]').length,
      document.querySelectorAll('dialog[open], :popover-open').length,
      document.querySelector(".choices.depth .main")?.textContent,
    ].join()"""
    wanted = page.locator(control).first
    before = page.evaluate(states)

    slides_off(wanted)
    expect(page.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    assert page.evaluate(states) == before
    wanted.click()

    page.wait_for_function(f"before => ({states})() !== before", arg=before)
    if "clear" in control:  # the page that it opens must not come while the next test opens its own
        visitor.reads(session.ui().headings.welcome)


def test_a_finger_that_slides_off_leaves_the_guards_own_buttons_unpressed(visitor: Visitor) -> None:
    page = visitor.page
    places.guide(visitor)
    curtain = page.locator("#curtain")
    page.locator(".hide-screen").click()
    again = curtain.get_by_role("button", name=session.ui().labels.show_again)
    expect(page.locator("html")).not_to_have_attribute("data-settling", "")
    place = again.bounding_box()
    assert place

    page.mouse.move(place["x"] + 20, place["y"] + 20)
    page.mouse.down()
    page.mouse.move(place["x"] + 20, place["y"] - 300, steps=4)
    page.mouse.up()
    expect(curtain).to_be_visible()
    again.click()

    expect(curtain).to_be_hidden()
