"""What a visitor comes back to is as it was left: how far down, and what stood open."""

import pytest
from playwright.sync_api import Locator, expect

from pages.parts import session
from tests.browser import places
from tests.browser.conftest import Visitor


def opened_far_down(visitor: Visitor) -> Locator:
    """A list of a page that is far below its beginning, opened and in sight."""
    listed = visitor.page.locator(".st-key-body details").nth(-2)
    listed.locator("summary").click()
    expect(listed.locator("li").first).to_be_visible()
    assert down(visitor) > 1000
    return listed


def down(visitor: Visitor) -> float:
    """How far down a page is scrolled, in pixels."""
    return float(visitor.page.get_by_test_id("stMain").evaluate("main => main.scrollTop"))


@pytest.mark.parametrize("aside", ["talk", "comfort"])
def test_studies_are_found_as_they_were_left(visitor: Visitor, aside: str) -> None:
    places.studies(visitor)
    listed = opened_far_down(visitor)
    before = listed.bounding_box()

    visitor.tap(getattr(session.ui().labels, aside)).reads(
        session.ui().headings.referral if aside == "talk" else session.ui().headings.comfort
    )
    assert down(visitor) == 0
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.studies)

    expect(listed.locator("li").first).to_be_visible()
    after = listed.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 4


def test_a_list_within_another_is_open_again(visitor: Visitor) -> None:
    places.claims(visitor)
    outer = visitor.page.locator(".st-key-body details").nth(1)
    outer.locator("summary").first.click()
    inner = outer.locator("details").first
    inner.locator("summary").click()
    expect(inner).to_have_attribute("open", "")
    last = visitor.page.locator(".st-key-body details:not(details details)").last
    last.locator("summary").first.click()
    closed = visitor.page.locator(".st-key-body details:not([open])").count()

    visitor.tap(session.ui().labels.talk).reads(session.ui().headings.referral)
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.claims)

    expect(inner).to_have_attribute("open", "")
    expect(last).to_have_attribute("open", "")
    expect(visitor.page.locator(".st-key-body details:not([open])")).to_have_count(closed)


def test_help_begins_at_its_top_whenever_it_is_asked_for(visitor: Visitor) -> None:
    places.studies(visitor)
    for _ in range(2):
        visitor.tap(session.ui().labels.talk).reads(session.ui().headings.referral)
        assert down(visitor) == 0
        visitor.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 900)")
        visitor.page.locator("[data-tap='step-studies']:visible").click()
        visitor.reads(session.ui().headings.studies)
        assert down(visitor) == 0


def test_the_way_on_begins_each_page_at_its_top(visitor: Visitor) -> None:
    places.studies(visitor)
    opened_far_down(visitor)

    visitor.goes_on(session.ui().headings.assessment)

    assert down(visitor) == 0


def test_the_next_visitor_finds_no_page_as_it_was_left(visitor: Visitor) -> None:
    places.studies(visitor)
    opened_far_down(visitor)
    visitor.clears()

    places.studies(visitor)
    visitor.tap(session.ui().labels.talk).reads(session.ui().headings.referral)
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.studies)

    assert down(visitor) == 0
    expect(visitor.page.locator(".st-key-body details[open]")).to_have_count(0)
