"""From a tap to what it paints, as the page itself sees it.

The clock runs from the event's own time to the end of the first frame that shows what was waited
for. A clock outside the browser would add its own way there and back: some 50 ms.
"""

from playwright.sync_api import Locator, Page

GIVEN_UP = 20_000  # milliseconds
# Tells when `isThere` is first true of the page, and painted. A message that is sent in a frame is
# received when that frame is done with.
LOOK = f"""
(isThere) => new Promise((tell, giveUp) => {{
  setTimeout(giveUp, {GIVEN_UP}, `Nothing came: ${{isThere}}`);
  const look = () => requestAnimationFrame(() => {{
    try {{ if (!isThere()) return look(); }} catch (wrong) {{ return giveUp(wrong); }}
    const frame = new MessageChannel();
    frame.port1.onmessage = () => tell(performance.now());
    frame.port2.postMessage(null);
  }});
  look();
}})
"""
WAIT_FOR = f"""
window.painted = new Promise((tell, giveUp) => {{
  const isThere = (%s);
  const never = setTimeout(giveUp, {GIVEN_UP}, "Nothing was tapped.");
  addEventListener("%s", ({{ timeStamp }}) => {{
    clearTimeout(never);
    ({LOOK})(isThere).then((end) => tell(end - timeStamp), giveUp);
  }}, {{ capture: true, once: true }});
}});
window.painted.catch(() => null);  // whoever waits for it is told
undefined;
"""
FROM_THE_START = f"window.painted = ({LOOK})(%s); window.painted.catch(() => null);"
COLOUR = "(one) => getComputedStyle(one).backgroundColor"
NOW = "performance.timeOrigin + performance.now()"  # the same in every document
LOOKS_PRESSED = f"() => ({COLOUR})(document.querySelector(`%s`)) !== `%s`"


def tap(page: Page, control: Locator, is_there: str) -> float:
    """Milliseconds from a tap on a control until `is_there`, a function of JavaScript, is true."""
    page.evaluate(WAIT_FOR % (is_there, "click"))
    control.click()
    return float(page.evaluate("window.painted"))


def press(page: Page, selector: str) -> float:
    """Milliseconds from a finger on a control until it looks pressed. It is let go elsewhere.

    As a finger does, the pointer comes from nowhere: nothing looks hovered over before.
    """
    control = page.locator(selector).first
    box = control.bounding_box()
    if box is None:
        raise ValueError(f"Nothing is in sight at {selector}")
    at = {"x": box["x"] + box["width"] / 2, "y": box["y"] + box["height"] / 2}
    page.evaluate(WAIT_FOR % (LOOKS_PRESSED % (selector, control.evaluate(COLOUR)), "pointerdown"))
    pointer = page.context.new_cdp_session(page)
    down = {"button": "left", "buttons": 1, "clickCount": 1}
    pointer.send("Input.dispatchMouseEvent", {"type": "mousePressed", **at, **down})
    took = float(page.evaluate("window.painted"))
    for act in ("mouseMoved", "mouseReleased"):
        pointer.send("Input.dispatchMouseEvent", {"type": act, "x": 1, "y": 1, **down})
    return took


def load(page: Page, address: str, is_there: str) -> float:
    """Milliseconds from asking for an address until `is_there` is true of what it opens.

    Whatever the page loads later is waited for in the same way: `loaded_again`.
    """
    page.add_init_script(FROM_THE_START % is_there)
    page.goto(address)
    return float(page.evaluate("window.painted"))


def again(page: Page, act: str) -> tuple[float, float]:
    """Milliseconds until a page that `load` opened is there again: since the act, and the loading.

    Both documents count from one origin. `act` opens it anew, by script.
    """
    with page.expect_navigation():
        began = page.evaluate(f"() => {{ const now = {NOW}; {act}; return now; }}")
    ended, loading = page.evaluate(
        "window.painted.then((end) => [performance.timeOrigin + end, end])"
    )
    return float(ended) - float(began), float(loading)
