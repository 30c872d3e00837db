"""axe on every page of every condition: WCAG 2.2, levels A and AA, everything opened."""

from collections.abc import Callable
from itertools import count

import pytest
from axe_playwright_python.sync_playwright import Axe

from logic.content.items import Condition
from logic.content.pack import load_pack
from logic.matching import common_sections, own_sections
from pages.parts import session
from tests.browser.conftest import Visitor
from tests.conftest import SHIPPED

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
CONDITIONS = load_pack(SHIPPED, ()).conditions

Look = Callable[[str], None]


@pytest.fixture
def look(visitor: Visitor) -> Look:
    """Hold the page in sight to axe's rules; the failure prints what to mend."""

    def looked(state: str) -> None:
        visitor.page.evaluate(OPEN_ALL)
        report = Axe().run(visitor.page, options={"runOnly": {"type": "tag", "values": LEVELS}})
        assert report.violations_count == 0, f"{state}: {report.generate_report()}"

    return looked


def test_the_pages_that_are_for_everyone_are_accessible(visitor: Visitor, look: Look) -> None:
    ui = session.ui()

    look("welcome")
    visitor.tap(ui.labels.about).reads(ui.headings.about)
    look("about")
    visitor.tap(ui.labels.talk).reads(ui.headings.referral)
    look("referral")
    visitor.tap(ui.steps.conditions).reads(ui.headings.conditions)
    look("conditions")


def test_every_common_part_of_the_guide_is_accessible(visitor: Visitor, look: Look) -> None:
    ui, parts = session.ui(), common_sections(session.pack())
    visitor.picks(CONDITIONS[0].id)

    for part in parts:
        visitor.tap(part.title).page.get_by_role("heading", level=2, name=part.title).wait_for()
        look(part.title)
        visitor.tap(ui.labels.all_parts).reads(ui.headings.guide)
    print(f"{len(parts)} common parts seen")
    assert len(parts) >= 12


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda one: one.id)
def test_every_page_of_a_condition_is_accessible(
    condition: Condition, visitor: Visitor, look: Look
) -> None:
    ui, seen = session.ui(), count(1)
    visitor.tap(ui.labels.start).reads(ui.headings.conditions)
    visitor.page.locator(f"[class*='st-key-condition-{condition.id}-'] button").click()
    if condition.about_suicide:
        visitor.reads(ui.headings.calm)
        look("calm")
        visitor.tap(ui.labels.read_on)

    visitor.reads(ui.headings.guide)
    look("guide")
    for part in own_sections(session.pack(), condition.id):
        visitor.tap(part.title).page.get_by_role("heading", level=2, name=part.title).wait_for()
        look(f"guide, {part.part}")
        next(seen)
        visitor.tap(ui.labels.all_parts).reads(ui.headings.guide)
    visitor.goes_on(ui.headings.studies)
    look("studies as cards")
    visitor.tap(ui.labels.view_table).page.get_by_role("table").wait_for()
    look("studies as a table")
    for heading in (ui.headings.assessment, ui.headings.referral):
        visitor.goes_on(heading)
        look(heading)
    print(f"{next(seen) + 4} pages of {condition.id} seen")
    assert next(seen) + 3 >= 11
