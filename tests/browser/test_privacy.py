"""What a browser keeps of a visit: nothing in the address, the title, the history or the page."""

import pytest
from playwright.sync_api import Page

from logic.matching import in_every_page
from pages.parts import session
from tests.browser.conftest import Visitor
from tests.conftest import SHIPPED

CONDITIONS = sorted(path.name.split(".")[0] for path in (SHIPPED / "conditions").glob("*.en.md"))


@pytest.fixture
def visitor(fresh: Page, kiosk: str) -> Visitor:
    """A visitor in front of a browser that holds no visit but theirs."""
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    return Visitor(fresh, kiosk)


@pytest.mark.parametrize("condition", CONDITIONS)
def test_neither_address_title_heading_nor_history_tells_the_condition(
    visitor: Visitor, condition: str
) -> None:
    page, ui, picked = visitor.page, session.ui(), session.pack().condition[condition]
    before, found = page.evaluate("history.length"), session.pack().section[f"{condition}-found"]

    def tells_nothing() -> None:
        told = f"{page.url} {page.title()} {page.locator('h1').inner_text()}".lower()
        assert page.url == f"{visitor.address}/"
        assert [word for word in picked.giveaways if word in told] == []
        assert page.evaluate("history.length") == before

    visitor.picks(condition)
    tells_nothing()
    visitor.opens(found.title)
    tells_nothing()
    visitor.goes_on(ui.headings.studies).tap(ui.labels.view_table)
    page.get_by_role("table").wait_for()
    tells_nothing()
    for heading in (ui.headings.assessment, ui.headings.questions, ui.headings.referral):
        visitor.goes_on(heading)
        tells_nothing()


def test_after_clear_screen_nothing_of_the_visit_is_left_in_the_browser(visitor: Visitor) -> None:
    page, ui, labels = visitor.page, session.ui(), session.ui().labels
    clear, cookies = page.evaluate("document.body.innerText"), page.context.cookies()
    picked = session.pack().condition[CONDITIONS[0]]
    visitor.picks(picked.id).opens(session.pack().section[f"{picked.id}-harms"].title)
    visitor.page.locator("summary").first.click()
    visitor.goes_on(ui.headings.studies).tap(ui.filters.largest).tap(labels.view_table)
    page.get_by_role("table").wait_for()

    visitor.clears()

    held = page.evaluate("document.documentElement.outerHTML").lower()
    assert page.evaluate("document.body.innerText") == clear
    assert page.url == f"{visitor.address}/"
    assert [word for word in (picked.id, picked.title.lower()) if word in held] == []
    assert page.evaluate("[localStorage.length, sessionStorage.length]")[1] == 0
    assert picked.id not in page.evaluate("JSON.stringify(localStorage)").lower()
    assert (cookies, page.context.cookies()) == ([], [])


def test_the_next_visitor_finds_every_filter_as_it_was(visitor: Visitor) -> None:
    ui, labels = session.ui(), session.ui().labels
    visitor.picks(CONDITIONS[0]).goes_on(ui.headings.studies)
    visitor.tap(ui.filters.largest).tap(labels.view_table).page.get_by_role("table").wait_for()

    visitor.clears()
    visitor.picks(CONDITIONS[0]).goes_on(ui.headings.studies)

    assert visitor.page.get_by_role("table").count() == 0
    assert visitor.page.locator("article").count() > 1


def test_back_in_the_browser_leads_to_no_page_of_the_visit(visitor: Visitor) -> None:
    visitor.picks(CONDITIONS[0])

    visitor.page.go_back()

    assert session.pack().condition[CONDITIONS[0]].title not in visitor.page.content()


@pytest.mark.parametrize("path", ["guide", "pages/guide.py", "a/b/c", "%2e%2e/etc", "index.html"])
def test_an_unknown_address_leads_to_the_welcome_page(fresh: Page, kiosk: str, path: str) -> None:
    fresh.goto(f"{kiosk}/{path}")

    visitor_sees = fresh.get_by_role("heading", level=1, name=session.ui().headings.welcome)
    visitor_sees.wait_for()
    assert fresh.url == f"{kiosk}/"


@pytest.mark.parametrize(
    "query",
    [
        "condition=ptsd&step=guide",
        "embed=true&embed_options=show_toolbar",
        "visit=%00%ff&step=../../etc",
        "<script>alert(1)</script>",
        "a=" + "x" * 1500,  # what is longer, the door refuses
    ],
)
def test_a_hostile_question_in_the_address_changes_nothing(
    fresh: Page, kiosk: str, query: str
) -> None:
    fresh.goto(f"{kiosk}/?{query}")

    fresh.get_by_role("button", name=session.ui().labels.start).wait_for()
    assert fresh.url == f"{kiosk}/"
    assert (
        fresh.get_by_test_id("stToolbar").count() == 0
        or not fresh.get_by_test_id("stToolbar").is_visible()
    )


def test_the_crisis_line_stands_on_the_page_before_streamlit_does(fresh: Page, kiosk: str) -> None:
    fresh.route("**/static/js/**", lambda route: route.abort())

    fresh.goto(kiosk)

    told = fresh.locator(".waiting p.crisis").inner_text()
    assert all(str(one.short) in told for one in in_every_page(session.pack()))
