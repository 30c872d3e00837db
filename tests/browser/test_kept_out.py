"""What a visitor's hands and keys cannot do: leave the kiosk, or use the browser as a browser."""

import pytest
from playwright.sync_api import Page, expect

from tests.browser import places
from tests.browser.faults import Witness

LINK = """(target) => {
  const link = Object.assign(document.createElement("a"), { target, href: "/elsewhere" });
  link.append(Object.assign(document.createElement("b"), { textContent: "away" }));
  document.querySelector("h1").append(link);
}"""
ZOOMED = "[devicePixelRatio, visualViewport.scale]"


@pytest.fixture
def witness(fresh: Page, kiosk: str) -> Witness:
    """A visitor who reads, and whose screen is watched."""
    witness = Witness(fresh, kiosk)
    places.section(witness)
    witness.seen.is_about_to_fail(places.CONDITION)
    return witness


# They print, save, search, load again, go back, show the source or the browser's tools, or are
# Streamlit's own.
REFUSED = (
    "Control+p", "Control+s", "Control+f", "Control+r", "F5", "Control+F5", "Alt+ArrowLeft",
    "Alt+Home", "Control+o", "Control+u", "Control+l", "Control+n", "Control+Shift+i", "Control+a",
    "Control+c", "Meta+p", "F3", "F11", "F12", "Backspace", "c", "r",
)  # fmt: skip
NEEDED = ("Tab", "ArrowDown", "PageDown", "Home", "End")


def test_keys_that_a_reader_does_not_need_do_nothing_and_leave_the_visit_whole(
    witness: Witness,
) -> None:
    watch_keys(witness.page)

    for keys in REFUSED:
        witness.page.keyboard.press(keys)
        assert witness.page.evaluate("window.reached") == [], keys

    witness.seen.is_whole()


def watch_keys(page: Page) -> None:
    """Note which keys reach the page, and which are left to the browser."""
    page.evaluate(
        """() => {
          window.reached = [];
          const modifiers = ["Control", "Alt", "Meta", "Shift"];
          document.addEventListener("keydown", (event) => {
            if (!modifiers.includes(event.key)) window.reached.push(event.key);
          });
        }"""
    )


@pytest.mark.parametrize("layer", ["curtain", "question", "invitation", "cover"])
def test_escape_takes_no_layer_of_the_guard_away(witness: Witness, layer: str) -> None:
    page = witness.page
    watch_keys(page)
    if layer == "cover":
        page.route("**/kiosk/well", lambda route: route.abort())
    else:
        page.evaluate("(name) => document.getElementById(name).showModal()", layer)
    expect(page.locator(f"#{layer}[open]")).to_be_visible()

    for keys in ("Escape", "Shift+Escape") * 2:  # a browser heeds the second one all the more
        page.keyboard.press(keys)

    expect(page.locator(f"#{layer}[open]")).to_be_visible()
    assert page.evaluate("window.reached") == []


def test_keys_that_a_reader_needs_reach_the_page(witness: Witness) -> None:
    watch_keys(witness.page)

    for key in NEEDED:
        witness.page.keyboard.press(key)

    assert witness.page.evaluate("window.reached") == list(NEEDED)


def test_what_a_hand_does_to_a_browser_is_refused(witness: Witness) -> None:
    tried = """(name) => document.querySelector("h1").dispatchEvent(
      new MouseEvent(name, { bubbles: true, cancelable: true }))"""

    for name in ("contextmenu", "dragstart", "selectstart", "auxclick"):
        assert witness.page.evaluate(tried, name) is False, name  # the browser is to do nothing


def test_nothing_can_be_selected_or_dragged_away(witness: Witness) -> None:
    page = witness.page
    page.mouse.move(200, 600)
    page.mouse.down()
    page.mouse.move(900, 1200, steps=5)
    page.mouse.up()
    page.locator("h1").dblclick()
    page.keyboard.press("Control+a")

    assert page.evaluate("getSelection().toString()") == ""


def test_two_fingers_or_a_wheel_do_not_zoom(witness: Witness) -> None:
    before = witness.page.evaluate(ZOOMED)
    witness.page.keyboard.down("Control")
    witness.page.mouse.wheel(0, -400)
    witness.page.keyboard.up("Control")
    pinch(witness.page)

    assert witness.page.evaluate(ZOOMED) == before
    wheel = """() => document.body.dispatchEvent(
      new WheelEvent("wheel", { ctrlKey: true, bubbles: true, cancelable: true }))"""
    assert witness.page.evaluate(wheel) is False


def pinch(page: Page) -> None:
    """Put two fingers on the glass and spread them."""
    fingers = page.context.new_cdp_session(page)
    for kind, apart in (
        ("touchStart", 20),
        ("touchMove", 100),
        ("touchMove", 300),
        ("touchEnd", 0),
    ):
        points = [{"x": 500 - apart, "y": 900}, {"x": 500 + apart, "y": 900}] if apart else []
        fingers.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": points})


def test_a_pull_loads_nothing_again(witness: Witness) -> None:
    styles = "getComputedStyle(document.documentElement)"

    assert witness.page.evaluate(f"{styles}.overscrollBehaviorY") == "none"
    assert witness.page.evaluate(f"{styles}.touchAction") == "pan-x pan-y"


def test_a_link_opens_nothing_and_leaves_the_visit_whole(witness: Witness) -> None:
    page = witness.page
    for target in ("_self", "_blank", "_top"):
        page.evaluate(LINK, target)
        page.get_by_text("away").click()
        page.get_by_text("away").click(button="middle")
        page.locator("h1 a").focus()
        page.keyboard.press("Enter")
        page.locator("h1 a").evaluate("link => link.remove()")

    assert len(page.context.pages) == 1
    witness.seen.is_whole()


def test_the_link_past_the_bar_leads_nowhere_else(witness: Witness) -> None:
    witness.page.locator(".skip").focus()
    witness.page.keyboard.press("Enter")

    assert witness.page.url == f"{witness.address}/"
    witness.seen.is_whole()
