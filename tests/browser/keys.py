"""Somebody who has a keyboard and no hand for the glass: goes by Tab, and sees where they are."""

from dataclasses import dataclass
from typing import Self

import pytest
from playwright.sync_api import Locator

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.places import PLACES, Place, guide, referral

AT_MOST = 400  # presses of Tab to come round on the longest page
# What has the focus: in which part of the frame, where on the screen, and what is left free for it.
WHERE = """() => {
  const one = document.activeElement;
  const bar = one.closest('.top, .st-key-body, .foot, .skip');
  const edge = (name, side, none) => {
    const bar = document.querySelector(name);
    const isThere = bar && getComputedStyle(bar).position === 'fixed';
    return isThere ? bar.getBoundingClientRect()[side] : none;
  };
  const { left, top, right, bottom } = one.getClientRects()[0] ?? one.getBoundingClientRect();
  return {
    part: bar ? bar.className.match(/top|body|foot|skip/)[0] : '',
    told: one.textContent.slice(0, 40), left, top, right, bottom,
    above: edge('.top', 'bottom', 0), below: edge('.foot', 'top', innerHeight),
    scrolled: document.getElementById('stMain').scrollTop,
  };
}"""


def comfort(visitor: Visitor) -> None:
    """Choose how the pages look, with a condition chosen."""
    guide(visitor)
    visitor.tap(session.ui().labels.comfort).reads(session.ui().headings.comfort)


def for_staff(visitor: Visitor) -> None:
    """Show the staff a sentence, with a condition chosen."""
    referral(visitor)
    visitor.tap(session.ui().contacts.show_staff).reads(session.ui().headings.for_staff)


EVERY_PLACE: dict[str, Place] = {**PLACES, "comfort": comfort, "for_staff": for_staff}
# Of what is drawn in the same way on every page, `make test` sees these.
SEEN_ALWAYS = ("welcome", "guide", "section", "studies", "comfort")
FEWER_PLACES = [
    place if place in SEEN_ALWAYS else pytest.param(place, marks=pytest.mark.long)
    for place in EVERY_PLACE
]


@dataclass(frozen=True)
class Stop:
    """What has the focus: its part of the frame, its words, and its place in CSS pixels.

    `above` and `below` are where the fixed bars end, `scrolled` by how much the page has moved.
    """

    part: str
    told: str
    left: float
    top: float
    right: float
    bottom: float
    above: float
    below: float
    scrolled: float


class Keys(Visitor):
    """A visitor who presses keys alone."""

    def press(self, *keys: str) -> Self:
        """Press keys, one after the other."""
        for key in keys:
            self.page.keyboard.press(key)
        return self

    def stop(self) -> Stop:
        """What has the focus now."""
        return Stop(**self.page.evaluate(WHERE))

    def goes_to(self, control: str | Locator) -> Self:
        """Press Tab until a control, or the one that says just this, has the focus."""
        if isinstance(control, str):
            control = self.page.get_by_role("button", name=control, exact=True)
        control.first.wait_for()
        control.evaluate_all("all => { window.wanted = all; }")
        for _ in range(AT_MOST):
            self.press("Tab")
            if self.page.evaluate("window.wanted.includes(document.activeElement)"):
                return self
        raise AssertionError(f"Tab does not lead to {control}.")

    def enters(self, control: str | Locator) -> Self:
        """Go to a control, and press Enter."""
        return self.goes_to(control).press("Enter")

    def goes_round(self, key: str = "Tab") -> list[Stop]:
        """Every stop of Tab from the first control of the page until that comes again."""
        self.page.locator(".skip").focus()
        stops = [self.stop()]
        for _ in range(AT_MOST):
            self.press(key)
            stop = self.stop()
            if stop.part == "skip":
                return stops
            if not self.page.evaluate("document.activeElement === document.body"):  # between two
                stops.append(stop)
        raise AssertionError(f"{key} does not come round: {stops[-3:]}")
