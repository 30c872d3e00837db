"""A walk through all that the kiosk shows, in whatever language: it taps by names, not by words."""

import re
from collections.abc import Iterator
from itertools import chain
from statistics import fmean

from playwright.sync_api import Page, expect

from logic.content.pack import languages
from logic.content.prose import plain
from logic.matching import common_sections, own_sections, studies_of
from pages.parts import session
from tests.browser.conftest import takes_a_tap
from tests.browser.speech import HERE, stand_in
from tests.conftest import SHIPPED

LANGUAGES = languages(SHIPPED)
# Ways of reading that change what stands on a page: the controls that choose them.
OF_COMFORT = ("is_calm-True", "is_helper-True", *(f"beside-{other}" for other in LANGUAGES))
OF_TIME = ("depth-short", "depth-middle")
WAYS = [
    (language, way)
    for language in LANGUAGES
    for way in (*OF_COMFORT, *OF_TIME)
    if way != f"beside-{language}"
]
# A control that was tapped is gone with its page, or marked as the one that is chosen.
CHOSEN_OR_GONE = """
([page, name]) => document.querySelector("h1[data-page]")?.dataset.page !== page
  || document.querySelector(`[data-tap="${name}"]`)?.innerText.includes("✓")
"""


def by_length_of_words(language: str) -> list[str]:
    """The conditions, from the one whose own texts have the shortest words to the longest."""
    pack = session.kiosk().languages[language].pack

    def mean_length(condition: str) -> float:
        items = chain(own_sections(pack, condition), studies_of(pack, condition))
        texts = (plain(text) for item in items for _, text in item.words())
        return fmean(len(word) for text in texts for word in re.findall(r"[^\W\d_]+", text))

    return sorted((one.id for one in session.conditions_shown()), key=mean_length)


class Walker:
    """Somebody who reads in one language, on a machine that has a voice for it."""

    def __init__(self, page: Page, address: str, language: str) -> None:
        """Come to a clear screen of the usual upright size, and choose the language."""
        self.page, self.language = page, language
        stand_in(page, HERE)
        page.set_viewport_size({"width": 1080, "height": 1920})
        page.goto(address)
        self.tap(f"language-{language}")
        expect(page.locator("html")).to_have_attribute("lang", language)

    def tap(self, name: str) -> None:
        """Tap a control by its name, and wait for what it draws."""
        page = self.page.locator("h1[data-page]").get_attribute("data-page")
        self.page.locator(f"[data-tap='{name}']").locator("visible=true").first.click()
        self.page.wait_for_function(CHOSEN_OR_GONE, arg=[page, name])
        takes_a_tap(self.page)

    def leads_on(self, name: str) -> bool:
        """Whether there is a way on by this control; if so, take it."""
        if self.page.locator(f"[data-tap='{name}']:enabled").count() == 0:
            return False
        self.tap(name)
        return True

    def picks(self, condition: str) -> None:
        """Go from the first page to the guide of a condition."""
        self.tap("start")
        self.tap(f"condition-{condition}")
        if session.pack().condition[condition].about_suicide:
            self.tap("calm-guide")

    def what_is_for_everyone(self) -> Iterator[str]:
        """Go through what needs no condition; the name of each state as it comes in sight."""
        yield "welcome"
        self.page.locator("button.aloud:visible").first.click()
        expect(self.page.locator("#player")).to_be_visible()
        yield "welcome, read aloud"
        self.page.locator("#player [data-aloud=stop]").click()
        takes_a_tap(self.page)
        for step in (
            "comfort",
            "step-about",
            "step-claims",
            "talk",
            "show-staff",
            "step-conditions",
        ):
            self.tap(step)
            yield step

    def common_parts(self, condition: str) -> Iterator[str]:
        """Go through the parts of the guide that are the same for every condition."""
        self.picks(condition)
        for part in common_sections(session.pack()):
            self.tap(f"open-{part.part}")
            yield part.part
            self.tap("all-parts")

    def what_small_controls_open(self, condition: str) -> Iterator[str]:
        """Open a word that is explained, a mark of who says so, and the steps on a phone."""
        self.picks(condition)
        self.tap("next")
        for small in (".term", ".who"):
            self.page.locator(f"article {small}").first.click()
            opened = self.page.locator(".note:popover-open")
            expect(opened).to_be_visible()
            yield small
            opened.locator(".close").click()
            expect(opened).to_have_count(0)
        self.page.set_viewport_size({"width": 390, "height": 844})
        self.page.locator(".more > button").click()
        self.page.locator("#more:popover-open").wait_for()
        yield "more"

    def own_pages(self, condition: str) -> Iterator[str]:
        """Go through the pages of a visitor's own: questions, what matters, what was understood."""
        self.picks(condition)
        self.tap("open-harms")
        self.page.locator("h1").evaluate("one => (one.id = 'before-the-tap')")
        self.page.locator("button.ask").first.click()
        # Its look changes at once; the heading, which names what is asked, once the server answers.
        expect(self.page.locator("#before-the-tap")).to_have_count(0)
        takes_a_tap(self.page)
        yield "a part, its question asked"
        self.tap("step-questions")
        yield "questions, one picked"
        self.tap("to-matters")
        self.tap("concern-driving")
        yield "what matters, one marked"
        self.tap("done")
        self.tap("to-recall")
        for sentence in (1, 2):
            choices = self.page.locator(".sentences").nth(sentence - 1).locator("button")
            choices.nth(sentence).click()
            expect(choices.locator("strong").first).to_be_visible()
            takes_a_tap(self.page)
        yield "recall, two answered"

    def every_page(self, condition: str) -> Iterator[str]:
        """Go through every page of a condition, from any page but the one to pick it on."""
        self.tap("step-conditions")
        self.tap(f"condition-{condition}")
        if session.pack().condition[condition].about_suicide:
            yield "calm"
            self.tap("calm-guide")
        yield "guide"
        for part in own_sections(session.pack(), condition):
            self.tap(f"open-{part.part}")
            yield part.part
            self.tap("all-parts")
        self.tap("next")
        for view in ("map", "table", "cards"):
            self.tap(f"study_view-{view}")
            yield f"studies, {view}"
        for step in ("assessment", "questions"):
            self.tap("next")
            yield step
        for page in ("recall", "take_home"):
            self.tap(f"to-{page}")
            yield page
            self.tap("back")
        self.tap("next")
        yield "referral"
        self.tap("step-claims")
        yield "claims"

    def straight_through(self, condition: str, way: str) -> Iterator[str]:
        """Go by Next alone, to every card where they come one at a time, in one way of reading."""
        self.picks(condition)
        if way in OF_TIME:
            self.tap(way)
        else:
            self.tap("comfort")
            self.tap(way)
            yield "comfort"
            self.tap("done")
        while True:
            yield str(self.page.locator("h1").get_attribute("data-place"))
            while self.leads_on("card-next"):
                yield "another card"
            if not self.leads_on("next"):
                return
