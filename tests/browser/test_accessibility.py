"""axe on every page of every condition: WCAG 2.2, levels A and AA, with every control opened."""

from collections.abc import Callable
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from logic.content.items import Condition
from logic.content.pack import load_pack
from logic.matching import common_sections, own_sections
from pages.parts import session
from tests.browser.conftest import PROJECT, Visitor, serving
from tests.conftest import SHIPPED, Tell

LEVELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
OPEN_ALL = "document.querySelectorAll('details').forEach(one => { one.open = true; })"
CONDITIONS = load_pack(SHIPPED, ()).conditions

Look = Callable[[str], None]


@pytest.fixture
def seen() -> list[str]:
    """The states that a test has looked at."""
    return []


@pytest.fixture
def look(visitor: Visitor, seen: list[str]) -> Look:
    """Hold the page in sight to axe's rules, and to showing help; a failure prints what to mend."""

    def looked(state: str) -> None:
        visitor.page.evaluate(OPEN_ALL)
        options = {"runOnly": {"type": "tag", "values": LEVELS}}
        report = Axe().run(visitor.page, options=options)
        assert report.violations_count == 0, f"{state}: {report.generate_report()}"
        for always in (".st-key-foot p.crisis", "[class*='st-key-talk-'] button"):
            expect(visitor.page.locator(always)).to_be_in_viewport(ratio=1)
        seen.append(state)

    return looked


def test_the_pages_that_are_for_everyone_are_accessible(
    visitor: Visitor, look: Look, seen: list[str]
) -> None:
    ui = session.ui()

    look("welcome")
    visitor.tap(ui.labels.about).reads(ui.headings.about)
    look("about")
    visitor.tap(ui.labels.claims).reads(ui.headings.claims)
    look("claims")
    visitor.tap(ui.labels.talk).reads(ui.headings.referral)
    look("referral")
    visitor.tap(ui.steps.conditions).reads(ui.headings.conditions)
    look("conditions")

    assert len(seen) == 5


def test_every_common_part_of_the_guide_is_accessible(
    visitor: Visitor, look: Look, seen: list[str], record_property: Tell
) -> None:
    parts = common_sections(session.pack())
    visitor.picks(CONDITIONS[0].id)

    for part in parts:
        visitor.opens(part.title)
        look(part.title)
        visitor.closes_the_part()

    record_property("common parts of the guide seen", len(seen))
    assert len(seen) == len(parts) >= 12


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda one: one.id)
def test_every_page_of_a_condition_is_accessible(
    condition: Condition,
    visitor: Visitor,
    look: Look,
    seen: list[str],
    record_property: Tell,
) -> None:
    ui, parts = session.ui(), own_sections(session.pack(), condition.id)
    visitor.tap(ui.labels.start).reads(ui.headings.conditions)
    visitor.page.locator(f"[class*='st-key-condition-{condition.id}-'] button").click()
    if condition.about_suicide:
        visitor.reads(ui.headings.calm)
        look("calm")
        visitor.tap(ui.labels.read_on)

    visitor.reads(ui.headings.guide)
    look("guide")
    for part in parts:
        visitor.opens(part.title)
        look(f"guide, {part.part}")
        visitor.closes_the_part()
    visitor.goes_on(ui.headings.studies)
    look("studies as cards")
    visitor.tap(ui.labels.view_map).page.locator("table.map").wait_for()
    look("studies as a map")
    visitor.tap(ui.labels.view_table).page.locator("table.studies").wait_for()
    look("studies as a table")
    for heading in (ui.headings.assessment, ui.headings.referral):
        visitor.goes_on(heading)
        look(heading)
    visitor.tap(ui.labels.claims).reads(ui.headings.claims)
    look("claims")

    record_property(f"pages of {condition.id} seen", len(seen))
    assert len(seen) == len(parts) + 7 + condition.about_suicide >= 12


def test_the_pages_are_accessible_in_another_language(
    visitor: Visitor, look: Look, seen: list[str]
) -> None:
    spanish = session.kiosk().languages["es"].pack
    ui, condition = spanish.ui_strings, spanish.condition[CONDITIONS[0].id]

    visitor.tap(ui.language_name).reads(ui.headings.welcome)
    expect(visitor.page.locator("html")).to_have_attribute("lang", "es")
    look("bienvenida")
    visitor.tap(ui.labels.start).reads(ui.headings.conditions)
    visitor.page.locator(f"[class*='st-key-condition-{condition.id}-'] button").click()
    visitor.reads(ui.headings.guide)
    look("guide")
    visitor.goes_on(ui.headings.studies)
    look("studies")
    visitor.tap(ui.labels.comfort).reads(ui.headings.comfort)
    look("comfort")

    assert len(seen) == 4


def test_two_languages_side_by_side_and_the_choice_of_them_are_accessible(
    visitor: Visitor, look: Look, seen: list[str]
) -> None:
    ui = session.ui()
    visitor.picks(CONDITIONS[0].id).tap(ui.labels.comfort).reads(ui.headings.comfort)
    look("comfort")

    visitor.page.locator("[class*='st-key-beside-es-'] button").click()
    visitor.page.locator("h1 [lang=es]").wait_for()
    look("comfort, in both")
    visitor.tap(ui.labels.comfort_done).page.locator(".st-key-body .where [lang=es]").wait_for()
    look("guide, in both")
    visitor.page.locator("[class*='st-key-next-'] button").click()
    visitor.page.locator("article.study").first.wait_for()
    look("studies, in both")

    assert len(seen) == 4


def test_what_a_small_control_opens_is_accessible(visitor: Visitor, look: Look) -> None:
    visitor.picks(CONDITIONS[0].id).goes_on(session.ui().headings.studies)

    for small in (".term", ".who"):
        visitor.page.locator(f"article {small}").first.click()
        opened = visitor.page.locator(".note:popover-open")
        expect(opened).to_be_visible()
        look(f"studies, {small} open")
        opened.get_by_role("button", name=session.ui().labels.close).click()
        expect(opened).to_have_count(0)


def test_the_steps_folded_into_more_are_accessible(visitor: Visitor, look: Look) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})

    visitor.tap(session.ui().labels.more)
    visitor.page.get_by_test_id("stPopoverBody").wait_for()

    look("more, open")


def test_a_screen_reader_is_told_which_studies_are_shown(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.picks(CONDITIONS[0].id).goes_on(ui.headings.studies)
    status = visitor.page.get_by_test_id("stApp").get_by_role("status")
    before = status.inner_text()

    visitor.tap(ui.filters.no_clear_difference)

    chosen = f"✓ {ui.filters.no_clear_difference}"
    visitor.page.get_by_role("button", name=chosen, exact=True).wait_for()
    assert status.inner_text() != before


def test_every_cover_of_the_guard_is_accessible(
    visitor: Visitor, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text('staff_pin = "2468"\n')
    monkeypatch.setenv("KIOSK_SETTINGS", str(clinic))
    with serving(PROJECT, tmp_path / "log") as address:
        seen = Visitor(visitor.page, address).tap(session.ui().labels.start)
        page = seen.reads(session.ui().headings.conditions).page
        covers = [str(one.get_attribute("id")) for one in page.locator("#guard > dialog").all()]
        for cover in covers:
            page.evaluate("name => document.getElementById(name).showModal()", cover)
            report = Axe().run(page, f"#{cover}", {"runOnly": {"type": "tag", "values": LEVELS}})
            assert report.violations_count == 0, f"{cover}: {report.generate_report()}"
            small = page.locator(f"#{cover} button").evaluate_all(
                "all => all.map(one => one.getBoundingClientRect().height).filter(h => h < 60)"
            )
            assert small == [], cover
            page.evaluate("name => document.getElementById(name).close()", cover)

    assert len(covers) == 6
