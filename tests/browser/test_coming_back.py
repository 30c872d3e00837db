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


def test_the_way_on_begins_each_page_at_its_top(visitor: Visitor) -> None:
    places.studies(visitor)
    opened_far_down(visitor)

    visitor.goes_on(session.ui().headings.assessment)

    assert down(visitor) == 0


def test_the_next_visitor_begins_at_the_top_of_every_page(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    visitor.page.get_by_test_id("stMain").evaluate("main => main.scrollTo(0, 200)")
    assert down(visitor) > 0
    places.studies(visitor)
    opened_far_down(visitor)

    visitor.clears()
    assert down(visitor) == 0
    places.studies(visitor)

    assert down(visitor) == 0
    expect(visitor.page.locator(".st-key-body details[open]")).to_have_count(0)
