"""A visitor who taps at random, as a seed says, on whatever can be tapped; and how visits end."""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from random import Random
from typing import Any

from playwright.sync_api import Page, expect

from logic.matching import in_every_page
from pages.parts import session
from tests.browser.conftest import takes_a_tap

# How often a tap is one on a button of the kiosk's, and not on what opens within the page.
KINDS = {"way": 6, "opens": 2, "mark": 1, "layer": 1}
A_LONG_WHILE = 900_000  # milliseconds after which nobody is thought to be there, on any page

# What can be tapped now, on the uppermost layer. Clear screen ends a visit, and a choice that is
# already taken changes nothing: neither is tapped at random.
CONTROLS = """
const layer = document.querySelector("dialog[open]")
  ?? document.querySelector("[popover]:popover-open");
const kind = (one) => one.matches(".tap[data-tap]") ? "way" : layer ? "layer"
  : one.matches("summary") ? "opens" : "mark";
const elements = [...(layer ?? document.body).querySelectorAll("button, summary")].filter((one) =>
  one.checkVisibility() && !one.disabled && !one.innerText.startsWith("✓")
  && !one.closest("[data-tap=clear], [data-guard=clear]"));
const controls = elements.map((one, place) => ({
  place, kind: kind(one), key: one.dataset.tap ?? "", text: one.innerText,
}));
"""
CRISIS = """
const lines = [...document.querySelectorAll("p.crisis")].filter((one) => {
  const { left, right, top, bottom } = one.getBoundingClientRect();
  const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return top >= 0 && bottom <= innerHeight && one.contains(found);
});
const crisis = lines.map((one) => one.innerText).join(" ");
"""
# What a tap on a button of the kiosk's changes: the page and how it is read (its heading bears it),
# or the choice among ways to look at it.
SHOWN = """(document.querySelector("h1[data-page]")?.outerHTML ?? "")
  + [...document.querySelectorAll(".choices")].map((one) => one.innerText)"""
# Nothing yet while the server is slow to answer, and covered therefore. An invitation is taken.
LOOK = f"""(wanted) => {{
  document.querySelector("#invitation[open] [data-guard=start]")?.click();
  if (document.querySelector("#cover[open]")) return null;
  {CONTROLS} {CRISIS}
  if (!controls.some((one) => one.key.startsWith(wanted))) return null;
  const {{ lang }} = document.documentElement;
  return {{ elements, told: {{ controls, crisis, lang, shown: {SHOWN} }} }};
}}"""


@dataclass
class Wanderer:
    """One window of a browser in front of the kiosk, in which one visit follows another."""

    page: Page
    address: str
    random: Random
    picks: float = 0.8  # of all visits, those that begin with a condition
    tapped: set[str] = field(default_factory=set)  # the words on all that was tapped
    shown: str = ""  # when the last tap fell
    going: str = ""  # the number of the visit; only `ends` ends it

    def __post_init__(self) -> None:
        """Come to a clear screen."""
        self.page.goto(self.address)
        self.finds_it_clear()

    def wanders(self, taps: int) -> Iterator[None]:
        """Pick a condition, most times, and tap this many times more. Between taps, others may."""
        picking = ("start", "condition-") if self.random.random() < self.picks else ()
        for wanted in (*picking, *[""] * taps):
            self.taps(wanted)
            yield
        self.settles()

    def taps(self, wanted: str = "") -> None:
        """Tap one thing of those that can be tapped, once the page has settled.

        Where something is `wanted`, it is one whose key begins like this.
        """
        self.page.bring_to_front()  # a browser is slow to draw a window that lies behind others
        self.settles()
        looked = self.page.wait_for_function(LOOK, arg=wanted, timeout=30_000)
        seen = looked.evaluate("({ told }) => told")
        missing = [one for one in crisis_ways(seen["lang"]) if one not in seen["crisis"]]
        assert not missing, f"The crisis line is out of sight on {self.where()}."
        control = self.chooses([one for one in seen["controls"] if one["key"].startswith(wanted)])
        self.tapped.update(filter(None, map(str.strip, control["text"].splitlines())))
        self.shown = seen["shown"] if control["kind"] == "way" else ""
        found = looked.evaluate_handle("({ elements }, at) => elements[at]", control["place"])
        element = found.as_element()
        assert element
        element.click(timeout=10_000)

    def chooses(self, controls: list[dict[str, Any]]) -> dict[str, Any]:
        """One of the controls: first of which kind, then which."""
        kinds = sorted({one["kind"] for one in controls})
        assert kinds, f"Nothing can be tapped on {self.where()}."
        [kind] = self.random.choices(kinds, [KINDS[one] for one in kinds])
        return self.random.choice([one for one in controls if one["kind"] == kind])

    def settles(self) -> None:
        """Wait until the last tap has led somewhere, and the page takes another."""
        changed = f"(before) => !before || ({SHOWN}) !== before"
        self.page.wait_for_function(changed, arg=self.shown, timeout=10_000)
        takes_a_tap(self.page)
        self.shown = ""
        now = self.visit().partition("-")[0]
        assert self.going in {"", now}, f"The visit was ended midway, before {self.where()}."
        self.going = now

    def ends_by_clear_screen(self) -> None:
        """Say that one is done: on the guard's layer, or at the foot of the page."""
        for again in ("dialog[open] [data-guard=again]", "[popover]:popover-open .close"):
            if self.page.locator(again).count():
                self.page.locator(again).click()
        self.page.locator("[data-tap=clear]").click()

    def ends_by_walking_away(self) -> None:
        """Touch nothing more."""
        self.page.clock.fast_forward(A_LONG_WHILE)

    def ends_by_loading_again(self) -> None:
        """Load the page again, which begins a new visit."""
        self.page.reload()

    def ends_by_a_closed_window(self) -> None:
        """Close the window. Another is opened on the same screen."""
        opened = self.page.context.new_page()
        opened.set_viewport_size(self.page.viewport_size or {"width": 1080, "height": 1920})
        self.page.close()
        self.page = opened
        self.page.goto(self.address)

    def ends(self, how: str) -> None:
        """End the visit in one of the ways, and hold the screen to being clear then."""
        last, was_clear = self.visit(), self.page.locator('h1[data-use="clear"]').count()
        ENDS[how](self)
        if how == "walked away" and was_clear:  # what is clear is not cleared again: it invites
            self.page.locator("#invitation[open] [data-guard=start]").click()
            last = ""
        self.finds_it_clear(last)

    def finds_it_clear(self, last: str = "") -> None:
        """Hold the screen to being that of a new visit in which nothing is chosen."""
        told = json.dumps(last)
        clear = f"""h1[data-use="clear"]:not([data-page={told}])"""
        expect(self.page.locator(clear)).to_be_visible(timeout=30_000)
        expect(self.page.locator("dialog[open]")).to_have_count(0)
        self.shown = self.going = ""
        self.settles()

    def visit(self) -> str:
        """The number of the page in sight, with that of its visit."""
        return self.page.locator("h1[data-page]").get_attribute("data-page") or ""

    def where(self) -> str:
        """What a failure tells of the page in sight."""
        return f"{self.page.title()!r}, {self.visit()}"


def crisis_ways(language: str) -> list[str]:
    """The ways to help that the crisis line names in a language."""
    pack = session.began().languages[language].pack
    return [str(one.short) for one in in_every_page(pack)]


ENDS = {
    "Clear screen": Wanderer.ends_by_clear_screen,
    "walked away": Wanderer.ends_by_walking_away,
    "loaded again": Wanderer.ends_by_loading_again,
    "window closed": Wanderer.ends_by_a_closed_window,
}
