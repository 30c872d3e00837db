"""What staff can do at the screen with a PIN: clean the glass. Nobody else gets there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from logic.pin import TRIES
from pages.parts import session
from tests.browser import places
from tests.browser.faults import Server, Witness
from tests.browser.moving_time import goes_on, stands_still
from tests.browser.places import CONDITION

PIN, WRONG = "83749215", "1111"
CLEANS_FOR = 30  # seconds
PAD, CLEANING = "#staff[open]", "#cleaning[open]"


@pytest.fixture
def server(shipped: None, tmp_path: Path) -> Iterator[Server]:  # noqa: ARG001
    """A kiosk of a clinic with a PIN, which no earlier test has locked."""
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text(f'staff_pin = "{PIN}"\n')
    with Server(tmp_path / "log", around={"KIOSK_SETTINGS": str(clinic)}) as server:
        yield server


@pytest.fixture
def witness(fresh: Page, server: Server) -> Witness:
    """Somebody in front of a page of a visit, whose watch can be moved."""
    witness = Witness(fresh, server.address, moves_time=True)
    places.section(witness)
    witness.seen.is_about_to_fail(CONDITION)
    return witness


def presses_the_name(page: Page, seconds: float) -> None:
    """Hold a finger on the name for so long."""
    page.locator(".kiosk-name").hover()
    page.mouse.down()
    page.clock.fast_forward(int(seconds * 1000))
    page.mouse.up()


def enters(page: Page, pin: str) -> None:
    """Type a PIN on the pad."""
    for digit in pin:
        page.locator(f"{PAD} [data-guard='{digit}']").click()
    with page.expect_response("**/kiosk/staff"):
        page.locator(f"{PAD} [data-guard=enter]").click()


def test_a_long_press_on_the_name_opens_the_pad_where_there_is_a_pin_and_a_short_one_does_not(
    witness: Witness,
) -> None:
    presses_the_name(witness.page, 1)
    expect(witness.page.locator(PAD)).to_have_count(0)
    witness.page.clock.fast_forward(5000)
    expect(witness.page.locator(PAD)).to_have_count(0)

    presses_the_name(witness.page, 3.1)

    expect(witness.page.locator(PAD)).to_be_visible()
    witness.page.locator(f"{PAD} [data-guard=close]").click()
    witness.seen.is_whole()


def test_without_a_pin_a_long_press_on_the_name_does_nothing(fresh: Page, kiosk: str) -> None:
    witness = Witness(fresh, kiosk, moves_time=True)
    witness.seen.is_about_to_fail()

    presses_the_name(fresh, 10)

    expect(fresh.locator(PAD)).to_have_count(0)  # it would close by itself before long
    witness.seen.is_whole()


def test_the_right_pin_gives_half_a_minute_in_which_nothing_can_be_touched_and_ends_clean(
    witness: Witness, server: Server
) -> None:
    page = witness.page
    stands_still(page, 1)
    presses_the_name(page, 3.1)

    enters(page, PIN)

    expect(page.locator(CLEANING)).to_be_visible()
    for place in ((100, 100), (540, 960), (980, 1880)):
        page.mouse.click(*place)
    for key in ("Escape", "Enter", " ", "Tab"):
        page.keyboard.press(key)
    for _ in range(CLEANS_FOR - 1):
        page.clock.run_for(1000)
    expect(page.locator(CLEANING)).to_be_visible()
    assert page.locator("h1").get_attribute("data-page") == witness.seen.shown
    page.clock.run_for(2_000)
    goes_on(page)
    witness.seen.is_clean()
    held = (
        page.content() + page.url + page.evaluate("JSON.stringify([localStorage, document.cookie])")
    )
    assert PIN not in held + server.log.read_text()


def test_who_asks_without_a_pin_does_not_lock_staff_out(witness: Witness, server: Server) -> None:
    page = witness.page
    for given in ({}, {"X-Pin": ""}):
        for _ in range(TRIES):
            answer = page.request.get(f"{server.address}/kiosk/staff", headers=given)
            assert answer.status == 404
    presses_the_name(page, 3.1)

    enters(page, PIN)

    expect(page.locator(CLEANING)).to_be_visible()


def test_a_wrong_pin_is_told_and_after_five_the_right_one_no_longer_opens(
    witness: Witness, server: Server
) -> None:
    page, labels = witness.page, session.ui().labels
    presses_the_name(page, 3.1)
    for _ in range(TRIES):
        enters(page, WRONG)
        expect(page.get_by_text(labels.staff_wrong)).to_be_visible()

    enters(page, PIN)

    expect(page.get_by_text(labels.staff_locked)).to_be_visible()
    expect(page.locator(CLEANING)).to_have_count(0)
    page.locator(f"{PAD} [data-guard=close]").click()
    witness.seen.is_whole()
    assert server.complaints == []
