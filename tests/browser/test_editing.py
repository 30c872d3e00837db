"""The kiosk of an editor in a browser: an open page follows the content, a visitor's does not."""

import re
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from pages.parts import session
from tests.browser.conftest import PROJECT, serving
from tests.conftest import TODAY, Edit

# A change shows in less than 2 seconds on a quiet machine; a busy one takes longer.
SOON = 10_000  # milliseconds
LONG = 30  # seconds
LEAD = "Questions about ketamine or esketamine? Read first. Then ask a person."


@pytest.fixture(autouse=True)
def copied(
    shipped: None,  # noqa: ARG001
    sample: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[None]:
    """The kiosks here show the sample, copied, on a day on which it is not overdue."""
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    monkeypatch.setenv("KIOSK_TODAY", TODAY.isoformat())
    session.read_once.cache_clear()
    yield
    session.read_once.cache_clear()


@pytest.fixture
def log(tmp_path: Path) -> Path:
    """What the editor's kiosk says on the terminal."""
    return tmp_path / "editing.log"


@pytest.fixture
def editors(log: Path) -> Iterator[str]:
    """The address of an editor's kiosk."""
    with serving(PROJECT, log, app="editors_app.py") as address:
        yield address


@pytest.fixture
def editor(editors: str, page: Page) -> Page:
    """An open page of an editor's kiosk."""
    page.set_viewport_size({"width": 1080, "height": 1920})
    page.goto(editors)
    expect(reads(page, LEAD)).to_be_visible()
    return page


def reads(page: Page, words: str) -> Locator:
    """These words on the page itself; the guard, which surrounds it, may hold them too."""
    return page.get_by_test_id("stMain").get_by_text(words)


def waits_for(editor: Page, told: str, log: Path) -> None:
    """Wait until the terminal says this, looking once with every frame that the page draws."""
    given_up = time.monotonic() + LONG
    while told not in log.read_text():
        assert time.monotonic() < given_up, log.read_text()
        editor.evaluate("() => new Promise(requestAnimationFrame)")


def test_a_change_shows_soon_in_an_open_page(editor: Page, edited_content: Edit) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "New words.")

    expect(reads(editor, "New words.")).to_be_visible(timeout=SOON)


def test_a_broken_change_leaves_the_last_good_page_and_is_told(
    editor: Page, edited_content: Edit, log: Path
) -> None:
    edited_content("ui_strings/en.yaml", "welcome_lead:", "welcome_led:")
    waits_for(editor, "What was good stays on screen.", log)

    expect(reads(editor, LEAD)).to_be_visible()
    editor.reload()
    expect(reads(editor, LEAD)).to_be_visible()
    told = r"/ui_strings/en\.yaml:\d+: `labels.welcome_led` is not a field"
    assert re.search(told, log.read_text())

    edited_content("ui_strings/en.yaml", f"welcome_led: {LEAD}", "welcome_lead: Mended words.")
    expect(reads(editor, "Mended words.")).to_be_visible(timeout=SOON)


def test_the_page_stays_where_it_is_while_it_follows(editor: Page, edited_content: Edit) -> None:
    editor.get_by_role("button", name=session.ui().labels.start).click()
    heading = editor.get_by_role("heading", level=1, name=session.ui().headings.conditions)
    heading.wait_for()

    edited_content("conditions/short-nights.en.md", "title: Short nights", "title: New words")

    expect(editor.get_by_role("button", name="New words")).to_be_visible(timeout=SOON)
    expect(heading).to_be_visible()


def test_what_an_editor_sees_says_so_and_hides_nothing(editor: Page) -> None:
    notice, foot = editor.locator(".editing"), editor.locator(".foot")

    box, below = notice.bounding_box(), foot.bounding_box()
    assert box
    assert below
    assert box["y"] + box["height"] <= below["y"]
    expect(notice).to_be_in_viewport()


def test_a_visitors_page_never_changes_within_a_visit(
    editor: Page, edited_content: Edit, browser: Browser, tmp_path: Path
) -> None:
    log = tmp_path / "visitors.log"
    with serving(PROJECT, log) as address:
        visitor = browser.new_page()
        visitor.goto(address)
        expect(reads(visitor, LEAD)).to_be_visible()

        edited_content("ui_strings/en.yaml", LEAD, "New words.")
        expect(reads(editor, "New words.")).to_be_visible(timeout=SOON)
        waits_for(editor, "Nothing to fix. Shown.\n" * 2, log)  # of the start, and of the change

        expect(reads(visitor, LEAD)).to_be_visible()
        visitor.reload()
        expect(reads(visitor, "New words.")).to_be_visible()
        assert visitor.locator(".editing").count() == 0
        visitor.close()
