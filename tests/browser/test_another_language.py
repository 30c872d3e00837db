"""Every page in the invented language, at every size: nothing cut, nothing on anything else.

It is a third longer than English, accented, and read from right to left. So a true language needs
words alone. That no word of it is English: tests/app/test_another_language.py. In `make test` the
pages are those of the condition with the longest words and of the one with the most studies, whose
tables and maps are the fullest; `make test-all` sees those of every condition.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from logic.matching import common_sections, own_sections
from logic.pseudo import LANGUAGE, add_to
from pages.parts import session
from tests.browser.conftest import PROJECT, serving
from tests.browser.pictures import SIZES
from tests.browser.places import CONDITIONS, calm_condition, with_the_most_studies
from tests.browser.walking import LANGUAGES, Walker, by_length_of_words
from tests.conftest import SHIPPED, Tell

# Text that stands out of its box or of the screen, and text that lies on other text.
FAULTS = """
() => {
  const wide = document.documentElement.clientWidth;
  const inFrame = (one) => one.closest(".top, .foot, #player") !== null;
  const box = "button, summary, td, th, .card, .passage, .message, .note, .finding, p.crisis";
  const texts = document.createTreeWalker(document.querySelector(".stApp"), NodeFilter.SHOW_TEXT);
  const range = document.createRange();
  const faults = [], placed = [];
  while (texts.nextNode()) {
    const node = texts.currentNode, parent = node.parentElement;
    if (!node.data.trim() || !parent.checkVisibility({ visibilityProperty: true })) continue;
    if (getComputedStyle(parent).clipPath !== "none") continue; // for screen readers alone
    if (parent.closest("thead")?.getBoundingClientRect().width < 2) continue;
    if (parent.closest(":popover-open")) continue;
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


@pytest.fixture(scope="module")
def invented(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk with the shipped content in the invented language too."""
    folder = tmp_path_factory.mktemp("invented")
    add_to(SHIPPED, folder / "content")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(folder / "content"))
        with serving(PROJECT, folder / "kiosk.log") as address:
            yield address


class Reader(Walker):
    """Somebody who reads the invented language, and looks for what is cut."""

    def __init__(self, page: Page, address: str) -> None:
        """Come to a clear screen, and choose the language."""
        super().__init__(page, address, LANGUAGE)
        self.faults, self.looked = list[str](), 0
        expect(page.locator("html")).to_have_attribute("dir", "rtl")

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
    for page in ("comfort", "step-about", "step-conditions", "step-claims", "talk", "show-staff"):
        reader.tap(page)
        reader.looks(page)
    conditions = {by_length_of_words(LANGUAGES[0])[-1], with_the_most_studies()}
    for condition in sorted(conditions):
        looks_through(reader, condition)

    record_property("pages looked at in an invented language, sizes counted", reader.looked)
    assert reader.faults == []


def looks_through(reader: Reader, condition: str) -> None:
    """Look at every page of a condition."""
    for page in reader.every_page(condition):
        reader.looks(f"{condition}, {page}")


@pytest.mark.long
@pytest.mark.parametrize("condition", CONDITIONS)
def test_at_no_size_text_of_a_condition_is_cut_or_lies_on_text(
    browser: Browser, invented: str, condition: str, record_property: Tell
) -> None:
    reader = Reader(browser.new_page(), invented)

    looks_through(reader, condition)

    record_property(f"pages of {condition} in an invented language, sizes counted", reader.looked)
    assert reader.faults == []


def test_at_no_size_text_is_cut_on_a_way_of_a_visitors_own(
    browser: Browser, invented: str, record_property: Tell
) -> None:
    reader = Reader(browser.new_page(), invented)
    for page in reader.own_pages(calm_condition()):
        reader.looks(page)
    reader.tap("step-guide")
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
    steps = ("conditions", "guide", "studies", "assessment", "questions", "referral", "about")
    for step in ("welcome", *steps):
        if step == "welcome":
            for _ in range(2):
                reader.tap("back")
        else:
            reader.tap(f"step-{step}")
        reader.looks(f"{step}, English beside it")
    reader.tap("step-guide")
    reader.tap("open-found")
    reader.looks("found, English beside it")
