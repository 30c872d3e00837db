"""The pages of a visit, each with the taps that lead there from a clear screen."""

from collections.abc import Callable

from logic.matching import studies_of
from pages.parts import session
from tests.browser.conftest import Visitor
from tests.conftest import SHIPPED

CONDITIONS = sorted(path.name.split(".")[0] for path in (SHIPPED / "conditions").glob("*.en.md"))
CONDITION = CONDITIONS[0]


def calm_condition() -> str:
    """A condition whose guide is reached by way of the calm page."""
    return next(one.id for one in session.pack().conditions if one.about_suicide)


def with_the_most_studies() -> str:
    """The condition with the most studies: its pages are the fullest."""
    pack = session.pack()
    return max(pack.condition, key=lambda name: len(studies_of(pack, name)))


def conditions(visitor: Visitor) -> None:
    """Choose what to read about."""
    visitor.tap(session.ui().labels.start).reads(session.ui().headings.conditions)


def calm(visitor: Visitor) -> None:
    """Pick what is about suicide."""
    conditions(visitor)
    visitor.page.locator(f"[data-tap='condition-{calm_condition()}']").click()
    visitor.reads(session.ui().headings.calm)


def guide(visitor: Visitor) -> None:
    """Pick a condition."""
    visitor.picks(CONDITION)


def section(visitor: Visitor) -> None:
    """Read one part of the guide."""
    guide(visitor)
    visitor.opens(session.pack().section[f"{CONDITION}-harms"].title)


def studies(visitor: Visitor) -> None:
    """Look at the studies."""
    guide(visitor)
    visitor.goes_on(session.ui().headings.studies)


def studies_on_a_map(visitor: Visitor) -> None:
    """Look at the studies on one scale."""
    studies(visitor)
    visitor.tap(session.ui().labels.view_map).page.locator(".st-key-body .map").first.wait_for()
    visitor.reads(session.ui().headings.studies)


def studies_in_a_table(visitor: Visitor) -> None:
    """Look at the studies in a table."""
    studies(visitor)
    visitor.tap(session.ui().labels.view_table).page.get_by_role("table").wait_for()
    visitor.reads(session.ui().headings.studies)


def assessment(visitor: Visitor) -> None:
    """Read what a clinician checks."""
    studies(visitor)
    visitor.goes_on(session.ui().headings.assessment)


def questions(visitor: Visitor) -> None:
    """See the questions to begin with."""
    assessment(visitor)
    visitor.goes_on(session.ui().headings.questions)


def matters(visitor: Visitor) -> None:
    """See what may matter."""
    questions(visitor)
    visitor.tap(session.ui().asking.matters).reads(session.ui().headings.matters)


def recall(visitor: Visitor) -> None:
    """See what can be checked against the guide."""
    questions(visitor)
    visitor.tap(session.ui().asking.recall).reads(session.ui().headings.recall)


def take_home(visitor: Visitor) -> None:
    """See what can be taken home."""
    questions(visitor)
    visitor.tap(session.ui().taking.open).reads(session.ui().headings.take_home)


def referral(visitor: Visitor) -> None:
    """See whom to talk to."""
    guide(visitor)
    visitor.tap(session.ui().labels.talk).reads(session.ui().headings.referral)


def claims(visitor: Visitor) -> None:
    """Check a claim."""
    guide(visitor)
    visitor.tap(session.ui().labels.claims).reads(session.ui().headings.claims)


def about(visitor: Visitor) -> None:
    """Read about the kiosk."""
    guide(visitor)
    visitor.tap(session.ui().labels.about).reads(session.ui().headings.about)


def welcome(visitor: Visitor) -> None:
    """Come back to the first page, with a condition chosen."""
    guide(visitor)
    labels = session.ui().labels
    visitor.tap(labels.back).reads(session.ui().headings.conditions)
    visitor.tap(labels.back).reads(session.ui().headings.welcome)


Place = Callable[[Visitor], None]
PLACES: dict[str, Place] = {
    place.__name__: place
    for place in (
        welcome, conditions, calm, guide, section, studies, studies_on_a_map, studies_in_a_table,
        assessment, questions, matters, recall, take_home, referral, claims, about,
    )
}  # fmt: skip
