"""A kiosk under test: what is on its screen, and a finger to tap it with."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from typing import NamedTuple

from streamlit.testing.v1 import AppTest

from logic.carried import laid_out
from logic.matching import FILTERS
from logic.taps import Tap
from logic.visit import Visit
from pages.parts import session, taps
from pages.parts.opened import SWAPPED

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"
SESSION = "test session id"  # as Streamlit's AppTest calls its one session
CONTROL = re.compile(r'<button([^>]*?) data-tap="([^"]+)"([^>]*)>(.*?)</button>', re.DOTALL)
# What is opened, what it holds, and the rest of it up to where that belongs.
HELD = re.compile(r'(<(?:div|details)[^>]*?) data-holds="([^"]*)"(>(?:<summary>.*?</summary>)?)')
LINE = re.compile(r'(?<=</strong>)(?=<span>)|(?=<span class="second")')  # begins within a control
TAG = re.compile(r"<[^>]+>")
# Where one of these begins or ends, a text ends too.
BLOCK = re.compile(
    r"</?(?:p|h\d|li|ul|div|section|article|details|summary|t[dhr]|d[tdl]|br)\b[^>]*>"
)
# What is only reported, and the titles of works, are other people's words.
FOR_STAFF = "for staff"
QUOTED = re.compile(r'<span class="mention">.*?</span>|<cite.*?</cite>', re.DOTALL)


class Control(NamedTuple):
    """A control on the screen: its name, its words, and those in a second language.

    `language` is that of its words, where they are not in the one of the page.
    """

    name: str
    label: str
    second: str
    language: str | None
    is_off: bool


class Screen:
    """The kiosk's screen, begun anew."""

    def __init__(self, frame: Path = FRAME) -> None:
        """Start a visit at the frame, as every visit starts."""
        self.app = AppTest.from_file(frame, default_timeout=30).run()
        self.is_whole()

    def tap(self, name: str) -> "Screen":
        """Tap a control by its name."""
        assert not self.control(name).is_off, f"{name} cannot be tapped"
        assert name in self.acts, f"nothing is done where {name} is tapped"
        taps.comes(SESSION, Tap(self.visit.page, name))
        self.app.run()
        self.is_whole()
        return self

    def control(self, name: str) -> "Control":
        """One control that can be seen, by its name."""
        return next(one for one in self.every_control if one.name == name)

    def is_whole(self) -> None:
        """Hold the page to having been drawn without a fault."""
        assert not self.app.exception, self.app.exception

    @property
    def visit(self) -> Visit:
        """What the kiosk knows of its visitor."""
        found: Visit = self.app.session_state["visit"]
        return found

    @property
    def every_control(self) -> list["Control"]:
        """The controls on the screen, in their order."""
        return [
            control(name, f"{before}{after}", inside)
            for before, name, after, inside in CONTROL.findall(self.html)
        ]

    @property
    def controls(self) -> dict[str, bool]:
        """The controls on the screen: the name of each, and whether it can be tapped."""
        return {one.name: not one.is_off for one in self.every_control}

    @property
    def acts(self) -> set[str]:
        """The names of what can be tapped, whether in sight or behind something that opens."""
        _, acts = self.app.session_state["acts"]
        return set(acts)

    @property
    def html(self) -> str:
        """All that the screen holds, as HTML, with everything open."""
        return all_open(self.shown)

    @property
    def shown(self) -> str:
        """What the screen is shown, as HTML, with nothing open."""
        return laid_out("\n".join(part.proto.body for part in self.app.get("html")))

    @property
    def heading(self) -> str:
        """The one heading of the page."""
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html)
        assert len(found) == 1, found
        return unescape(str(found[0]))

    @property
    def words(self) -> str:
        """All that can be read on the screen, the words of its controls too."""
        return as_read(self.html)

    @property
    def own_words(self) -> str:
        """All that the kiosk says in its own voice."""
        return as_read(QUOTED.sub("…", self.html))


def all_open(html: str) -> str:
    """HTML with what is held until something is opened in its place."""
    while HELD.search(html):
        html = HELD.sub(lambda one: f"{one[1]}{one[3]}{unescape(one[2]).translate(SWAPPED)}", html)
    return html


def control(name: str, more: str, inside: str) -> Control:
    """A control, from the HTML of its attributes and of what stands in it."""
    first, marked, second = inside.partition('<span class="second"')
    told = [as_read(LINE.sub("\n", one)).strip() for one in (first, f"{marked}{second}")]
    language = re.search(r' lang="([\w-]+)"', more)
    return Control(name, told[0], told[1], language and language[1], " disabled" in more)


def as_read(html: str) -> str:
    """HTML as it is read, without its tags, each text on a line of its own."""
    html = CONTROL.sub(lambda one: "\n" + LINE.sub("\n", one[4]) + "\n", html)
    return unescape(TAG.sub("", BLOCK.sub("\n", html)))


def every_state(screen: Screen) -> Iterator[tuple[str, Screen]]:
    """Every page of every condition in every way it can be shown; each with a name for it."""
    yield "welcome", screen
    yield "about", screen.tap("step-about")
    screen.tap("back")
    yield "claims", screen.tap("step-claims")
    screen.tap("back").tap("comfort").tap("is_calm-True").tap("done")
    yield from every_card("claims", screen.tap("step-claims"))
    screen.tap("back").tap("comfort").tap("is_calm-False").tap("done")
    yield "referral", screen.tap("talk")
    yield FOR_STAFF, screen.tap("show-staff")
    screen.tap("back").tap("back")
    yield "conditions", screen.tap("start")
    for condition in session.conditions_shown():
        if screen.visit.step != "conditions":
            screen.tap("step-conditions")
        screen.tap(f"condition-{condition.id}")
        if condition.about_suicide:
            yield f"calm, {condition.id}", screen
            screen.tap("calm-guide")
        for state, shown in states_of_a_condition(screen):
            yield f"{state}, {condition.id}", shown


def states_of_a_condition(screen: Screen) -> Iterator[tuple[str, Screen]]:
    """Every page of the condition that was picked, in every way it can be shown."""
    yield "guide", screen
    parts = [name for name in screen.controls if name.startswith("open-")]
    for part in parts:
        yield f"guide: {part}", screen.tap(part)
        screen.tap("all-parts")
    yield "claims", screen.tap("claims")
    screen.tap("back")
    yield "studies", screen.tap("next")
    for view in ("cards", "map", "table"):
        screen.tap(f"study_view-{view}")
        for choice in FILTERS:
            yield f"studies: {view}, {choice}", screen.tap(f"study_filter-{choice}")
    yield "assessment", screen.tap("next")
    yield "questions", screen.tap("next")
    yield "what matters", screen.tap("to-matters")
    yield from states_of_recall(screen.tap("back").tap("to-recall"))
    yield "take home", screen.tap("back").tap("to-take_home")
    yield "referral", screen.tap("back").tap("next")
    yield from states_of_a_short_visit(screen.tap("step-guide"))
    yield from states_of_calm_mode(screen)


def states_of_recall(screen: Screen) -> Iterator[tuple[str, Screen]]:
    """What is to be checked against the guide, before a tap and after one on each sentence."""
    yield "recall", screen
    for name in [name for name in screen.controls if name.startswith("recall-")]:
        yield f"recall: {name}", screen.tap(name)


def states_of_a_short_visit(screen: Screen) -> Iterator[tuple[str, Screen]]:
    """The pages of a visitor who has little time."""
    yield "guide, 2 minutes", screen.tap("depth-short")
    yield "guide, 5 minutes", screen.tap("depth-middle")
    yield "studies, 5 minutes", screen.tap("next")
    screen.tap("back").tap("depth-long")


def states_of_calm_mode(screen: Screen) -> Iterator[tuple[str, Screen]]:
    """The pages that come one card at a time."""
    yield "comfort", screen.tap("comfort")
    screen.tap("is_calm-True").tap("done")
    yield from every_card("guide", screen)
    yield from every_card("studies", screen.tap("next"))
    yield from every_card("assessment", screen.tap("next"))
    yield "claims, calm", screen.tap("step-claims")
    screen.tap("comfort").tap("is_calm-False").tap("done")


def every_card(page: str, screen: Screen) -> Iterator[tuple[str, Screen]]:
    """Each card of a page that shows one at a time; a page without a card has no way to another."""
    yield f"{page}, calm", screen
    while screen.controls.get("card-next"):
        yield f"{page}, calm, {screen.visit.card + 1}", screen.tap("card-next")
