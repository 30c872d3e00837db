"""Every page of every condition in the invented language, at every size: nothing cut, no overlap.

It is a third longer than English, accented, and read from right to left. So a true language needs
words alone. That no word of it is English: tests/app/test_another_language.py.
"""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from logic.matching import common_sections, own_sections
from logic.pseudo import LANGUAGE, add_to
from pages.parts import session
from tests.browser.conftest import PROJECT, serving
from tests.browser.pictures import SIZES
from tests.browser.places import calm_condition
from tests.conftest import SHIPPED, Tell

# Text that stands out of its box or of the screen, and text that lies on other text.
FAULTS = """
() => {
  const wide = document.documentElement.clientWidth;
  const inFrame = (one) => one.closest(".st-key-top, .st-key-foot, #player") !== null;
  const box = "button, summary, td, th, .card, .passage, .message, .note, .finding, p.crisis";
  const texts = document.createTreeWalker(document.querySelector(".stApp"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const faults = [], placed = [];
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (getComputedStyle(parent).clipPath !== "none") continue; // for screen readers alone
    if (parent.closest("thead")?.getBoundingClientRect().width < 2) continue;
    if (parent.closest("[data-testid=stIconMaterial], :popover-open")) continue;
    range.selectNodeContents(node);
    const around = parent.closest(box)?.getBoundingClientRect();
    for (const one of range.getClientRects()) {
      if (one.width < 1 || one.height < 1) continue;
      const out = one.left < -1 || one.right > wide + 1;
      const cut = around && (one.left < around.left - 2 || one.right > around.right + 2
        || one.top < around.top - 4 || one.bottom > around.bottom + 4);
      const text = node.data.trim().slice(0, 50);
      if (out || cut) faults.push(`${out ? "off the screen" : "out of its box"}: ${text}`);
      const [top, bottom] = [one.top + 4, one.bottom - 4];
      const [left, right] = [one.left + 1, one.right - 1];
      placed.push({ top, bottom, left, right, fixed: inFrame(parent), text, parent });
    }
  }
  placed.sort((a, b) => a.top - b.top);
  for (let i = 0; i < placed.length; i++) {
    for (let j = i + 1; j < placed.length && placed[j].top < placed[i].bottom; j++) {
      const [a, b] = [placed[i], placed[j]];
      if (a.fixed !== b.fixed || a.parent === b.parent) continue;
      const meets = a.left < b.right && b.left < a.right;
      if (meets) faults.push(`on each other: ${a.text} / ${b.text}`);
    }
  }
  return faults;
}
"""
# A control that was tapped is gone with its page, or marked as the one that is chosen.
CHOSEN_OR_GONE = """
(key) => document.querySelector(`.${key} button`)?.innerText.includes("✓") ?? true
"""


@pytest.fixture(scope="module")
def invented(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk with the shipped content in the invented language too."""
    folder = tmp_path_factory.mktemp("invented")
    add_to(SHIPPED, folder / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(folder / "content"))
        with serving(PROJECT, folder / "kiosk.log") as address:
            yield address


class Reader:
    """Somebody who reads the invented language: taps by the names of keys."""

    def __init__(self, page: Page, address: str) -> None:
        """Come to a clear screen, and choose the language."""
        self.page, self.faults, self.looked = page, list[str](), 0
        page.set_viewport_size({"width": 1080, "height": 1920})
        page.goto(address)
        self.tap(f"language-speaks-{LANGUAGE}")
        expect(page.locator("html")).to_have_attribute("dir", "rtl")

    def tap(self, name: str) -> None:
        """Tap a control by its key, and wait for what it draws."""
        control = self.page.locator(f"[class*='st-key-{name}-']").first
        key = re.search(r"st-key-\S+", control.get_attribute("class") or "")
        assert key
        control.locator("button").click()
        self.page.wait_for_function(CHOSEN_OR_GONE, arg=key[0])
        stapp = self.page.get_by_test_id("stApp")
        expect(stapp).to_have_attribute("data-test-script-state", "notRunning")
        expect(self.page.locator("html")).not_to_have_attribute("data-settling", "")

    def chooses(self, way: str) -> None:
        """Choose, on the page of comfort, how the pages are read; and come back."""
        for name in ("comfort", way, "done"):
            self.tap(name)

    def looks(self, name: str) -> None:
        """Look at the page at every size."""
        for width, height in SIZES.values():
            self.page.set_viewport_size({"width": width, "height": height})
            self.looked += 1
            found = dict.fromkeys(self.page.evaluate(FAULTS))
            self.faults += [f"{name}, {width}×{height}: {one}" for one in found]
        self.page.set_viewport_size({"width": 1080, "height": 1920})


def test_at_no_size_text_is_cut_or_lies_on_text(
    browser: Browser, invented: str, record_property: Tell
) -> None:
    reader = Reader(browser.new_page(), invented)
    reader.looks("welcome")
    reader.tap("comfort")
    reader.looks("comfort")
    reader.tap("done")
    reader.tap("step-about")
    reader.looks("about")
    reader.tap("step-claims")
    reader.looks("claims")
    reader.tap("step-conditions")
    reader.looks("conditions")

    for condition in session.conditions_shown():
        of_a_condition(reader, condition.id, about_suicide=condition.about_suicide)

    record_property("pages looked at in an invented language, sizes counted", reader.looked)
    assert reader.faults == []


def test_at_no_size_text_is_cut_on_a_way_of_a_visitors_own(
    browser: Browser, invented: str, record_property: Tell
) -> None:
    reader = Reader(browser.new_page(), invented)
    reader.tap("step-conditions")
    reader.tap(f"condition-{calm_condition()}")
    reader.tap("calm-guide")
    in_little_time(reader)
    one_card_at_a_time(reader)
    beside_english(reader)

    record_property("pages of a way of a visitor's own looked at, sizes counted", reader.looked)
    assert reader.faults == []


def in_little_time(reader: Reader) -> None:
    """Look at the guide as whoever has two or five minutes sees it; then at the common parts."""
    for depth in ("short", "middle", "long"):
        reader.tap(f"depth-{depth}")
        reader.looks(f"guide, {depth}")
    for part in common_sections(session.pack()):
        reader.tap(f"open-{part.part}")
        reader.looks(f"{part.part}, of every guide")
        reader.tap("all-parts")


def one_card_at_a_time(reader: Reader) -> None:
    """Look at every card of the guide in calm mode, and at the first ones of what follows."""
    reader.chooses("is_calm-True")
    for place in range(len(own_sections(session.pack(), calm_condition()))):
        reader.looks(f"guide, card {place + 1}")
        reader.tap("card-next")
    for step in ("studies", "assessment", "claims"):
        reader.tap(f"step-{step}")
        reader.looks(f"{step}, the first card")
        reader.tap("card-next")
        reader.looks(f"{step}, the second card")
    reader.chooses("is_calm-False")


def beside_english(reader: Reader) -> None:
    """Look at the pages where English stands beside."""
    reader.chooses("beside-en")
    for step in ("welcome", "conditions", "guide", "studies", "assessment", "referral", "about"):
        if step == "welcome":
            for _ in range(2):
                reader.tap("back")
        else:
            reader.tap(f"step-{step}")
        reader.looks(f"{step}, English beside it")
    reader.tap("step-guide")
    reader.tap("open-found")
    reader.looks("found, English beside it")


def of_a_condition(reader: Reader, condition: str, *, about_suicide: bool) -> None:
    """Look at every page of a condition."""
    if reader.page.locator(f"[class*='st-key-condition-{condition}-']").count() == 0:
        reader.tap("step-conditions")
    reader.tap(f"condition-{condition}")
    if about_suicide:
        reader.looks(f"{condition}, calm")
        reader.tap("calm-guide")
    reader.looks(f"{condition}, guide")
    for part in own_sections(session.pack(), condition):
        reader.tap(f"open-{part.part}")
        reader.looks(f"{condition}, {part.part}")
        reader.tap("all-parts")
    reader.tap("next")
    for view in ("map", "table", "cards"):
        reader.tap(f"study_view-{view}")
        reader.looks(f"{condition}, {view}")
    reader.tap("next")
    reader.looks(f"{condition}, assessment")
    reader.tap("next")
    reader.looks(f"{condition}, referral")
