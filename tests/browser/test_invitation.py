"""The invitation on a clear screen that nobody touches: slow, silent, and easily left."""

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts import session
from tests.browser import places
from tests.browser.faults import Witness
from tests.browser.moving_time import TOUCHES, goes_on, seconds_until

INVITATION = "#invitation[open]"
QUIET = 60  # seconds
SLOW = 5000  # milliseconds: what takes longer does not flash
PLACE = "(one) => [one.offsetLeft, one.offsetTop]"  # whatever moves it
MOVEMENTS = """() => document.getAnimations().filter((one) => one.effect.target.closest("dialog"))
  .map((one) => [one.playState, one.effect.getComputedTiming().duration])"""


@pytest.fixture
def witness(fresh: Page, kiosk: str) -> Witness:
    """A visitor whose watch can be moved, in front of a clear screen."""
    fresh.add_init_script(TOUCHES)
    return Witness(fresh, kiosk, moves_time=True)


def test_a_clear_screen_invites_after_a_quiet_minute_and_a_tap_leads_to_the_welcome_page(
    witness: Witness,
) -> None:
    witness.page.locator("h1").click()
    witness.seen.is_about_to_fail()

    invited = seconds_until(witness.page, INVITATION, QUIET)

    assert QUIET <= invited <= QUIET + 1.5
    goes_on(witness.page)
    witness.page.mouse.click(300, 300)
    witness.seen.is_whole()
    expect(witness.page.locator("html")).not_to_have_attribute("data-settling", "")
    witness.tap(session.ui().labels.start).reads(session.ui().headings.conditions)


@pytest.mark.parametrize("place", ["welcome", "guide", "section"])
def test_no_page_of_a_visit_turns_into_an_invitation(witness: Witness, place: str) -> None:
    places.PLACES[place](witness)

    for _ in range(8):
        witness.page.clock.run_for(QUIET // 8 * 1000 + 1000)

    expect(witness.page.locator(INVITATION)).to_have_count(0)


def test_nothing_on_the_invitation_flashes_and_all_of_it_can_be_stopped(witness: Witness) -> None:
    witness.page.clock.fast_forward(QUIET * 1000 + 1000)
    witness.page.locator(INVITATION).wait_for()

    moving = witness.page.evaluate(MOVEMENTS)
    stop = witness.page.get_by_role("button", name=session.ui().labels.stop_moving)
    start = witness.page.locator("#invitation [data-guard=start]")
    place, before = stop.bounding_box(), start.evaluate(PLACE)
    assert place is not None
    # It moves slowly: no click waits. The hand trembles, and the second tap starts nothing.
    witness.page.mouse.dblclick(place["x"] + 20, place["y"] + 20)

    expect(stop).to_be_hidden()  # there is nothing more to stop
    assert start.evaluate(PLACE) == before
    assert moving
    assert [one for one in moving if one[1] < SLOW] == []
    assert {state for state, _ in witness.page.evaluate(MOVEMENTS)} == {"paused"}
    expect(witness.page.locator(INVITATION)).to_be_visible()
    expect(witness.page.locator("html")).not_to_have_attribute("data-settling", "")
    witness.page.mouse.click(place["x"] + 20, place["y"] + 20)
    expect(witness.page.locator(INVITATION)).to_have_count(0)


def test_where_less_movement_is_wanted_nothing_moves(browser: Browser, kiosk: str) -> None:
    page = browser.new_context(reduced_motion="reduce").new_page()
    witness = Witness(page, kiosk, moves_time=True)

    page.clock.fast_forward(QUIET * 1000 + 1000)
    page.locator(INVITATION).wait_for()

    assert page.evaluate(MOVEMENTS) == []
    witness.seen.is_calm()
    page.context.close()
