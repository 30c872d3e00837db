"""A kiosk under test: what is on its screen, and a finger to tap it with."""

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

from streamlit.testing.v1 import AppTest

from logic.matching import FILTERS
from logic.visit import Visit
from pages.parts import session

FRAME = Path(__file__).parents[2] / "pages" / "frame.py"
TAG = re.compile(r"<[^>]+>")
# Where one of these begins or ends, a text ends too.
BLOCK = re.compile(
    r"</?(?:p|h\d|li|ul|div|section|article|details|summary|t[dhr]|d[tdl]|br)\b[^>]*>"
)
# What is only reported, and the titles of works, are other people's words.
FOR_STAFF = "for staff"
QUOTED = re.compile(r'<span class="mention">.*?</span>|<cite.*?</cite>', re.DOTALL)


class Screen:
    """The kiosk's screen, begun anew."""

    def __init__(self, frame: Path = FRAME) -> None:
        """Start a visit at the frame, as every visit starts."""
        self.app = AppTest.from_file(frame, default_timeout=30).run()
        self.is_whole()

    def tap(self, name: str) -> "Screen":
        """Tap a control by the name that its key begins with."""
        self.control(name).click().run()
        self.is_whole()
        return self

    def control(self, name: str):  # type: ignore[no-untyped-def]  # noqa: ANN201 (Streamlit's own)
        """One control that can be seen, by the name that its key begins with."""
        return next(one for one in self.app.button if one.key == f"{name}{self.ending}")

    def is_whole(self) -> None:
        """Hold the page to having been drawn without a fault."""
        assert not self.app.exception, self.app.exception

    @property
    def visit(self) -> Visit:
        """What the kiosk knows of its visitor."""
        found: Visit = self.app.session_state["visit"]
        return found

    @property
    def controls(self) -> dict[str, bool]:
        """The controls on the screen: the name of each, and whether it can be tapped."""
        names = {str(one.key).removesuffix(self.ending): one for one in self.app.button}
        return {name: not one.disabled for name, one in names.items()}

    @property
    def ending(self) -> str:
        """What the keys of this page end in."""
        return f"-{self.visit.number}-{self.visit.turn}"

    @property
    def html(self) -> str:
        """All that the screen holds, as HTML."""
        return "\n".join(part.proto.body for part in self.app.get("html"))

    @property
    def heading(self) -> str:
        """The one heading of the page."""
        found = re.findall(r"<h1[^>]*>(.*?)</h1>", self.html)
        assert len(found) == 1, found
        return unescape(str(found[0]))

    @property
    def words(self) -> str:
        """All that can be read on the screen, the labels of its controls too."""
        return as_read(self.html) + "\n" + self.labels

    @property
    def own_words(self) -> str:
        """All that the kiosk says in its own voice."""
        return as_read(QUOTED.sub("…", self.html)) + "\n" + self.labels

    @property
    def labels(self) -> str:
        """The labels of all controls, one on each line."""
        return "\n".join(str(button.label) for button in self.app.button)


def as_read(html: str) -> str:
    """HTML as it is read, without its tags, each text on a line of its own."""
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
