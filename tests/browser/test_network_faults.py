"""The network between browser and server gone, or only its WebSocket."""

import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from playwright.sync_api import Error, Page, Route, expect

from pages.parts import session
from tests.browser.faults import BACK_WITHIN, Witness
from tests.browser.places import CONDITION, guide, studies_in_a_table
from tests.browser.proxy import Network

FORGIVEN = 10  # seconds
# Notes how Streamlit's connection stands, whenever that changes.
CONNECTIONS = """() => {
  window.connections = [];
  const app = document.querySelector("[data-testid=stApp]");
  const note = () => window.connections.push(app.dataset.testConnectionState);
  new MutationObserver(note).observe(app, { attributes: true });
}"""
IS_BACK = """() => {
  const { connections } = window;
  if (!connections) return true; // the guard has opened a new page by now
  return connections.includes("CONNECTING") && connections.at(-1) === "CONNECTED";
}"""


@pytest.fixture
def network(kiosk: str) -> Iterator[Network]:
    """What carries every byte between browser and server."""
    with Network(int(kiosk.rpartition(":")[2])) as network:
        yield network


@pytest.fixture
def witness(fresh: Page, network: Network) -> Witness:
    """A visitor whose screen is watched, and whose network may fail."""
    return Witness(fresh, network.address)


def passes(page: Page, seconds: float) -> None:
    """Let so many seconds pass, on the page's own watch."""
    page.wait_for_function(
        "until => performance.now() > until",
        arg=page.evaluate("performance.now()") + seconds * 1000,
        timeout=seconds * 1000 + 10_000,
    )


def test_a_websocket_that_is_cut_while_the_server_lives_comes_back_clean(
    witness: Witness, network: Network
) -> None:
    studies_in_a_table(witness)
    witness.seen.is_about_to_fail(CONDITION)

    network.cuts_every_stream()

    witness.seen.is_clean()


def test_a_websocket_that_is_back_before_the_guard_looks_again_comes_back_clean(
    witness: Witness, network: Network
) -> None:
    page, held = witness.page, list[Route]()
    studies_in_a_table(witness)
    witness.seen.is_about_to_fail(CONDITION)
    page.evaluate(CONNECTIONS)
    with page.expect_request("**/kiosk/well"):
        page.route("**/kiosk/well", lambda route: route.continue_() if held else held.append(route))

    network.cuts_every_stream()
    page.wait_for_function(IS_BACK)
    with suppress(Error):  # it was given up: this machine is slow today
        held[0].continue_()

    witness.seen.is_clean()


def test_a_network_that_is_gone_between_two_pings_leaves_the_visit_whole(
    witness: Witness, network: Network
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    network.holds_after_a_pong()  # the next ping is two seconds away, and waited for two more
    gone = time.time()
    passes(witness.page, 2.5)
    network.goes_on()

    witness.seen.was_covered(gone)
    witness.seen.is_whole()
    witness.goes_on(session.ui().headings.studies)


def test_a_network_that_is_gone_until_the_server_misses_a_ping_comes_back_clean(
    witness: Witness, network: Network
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    network.holds_after_a_pong()
    gone = time.time()
    passes(witness.page, 6)
    network.goes_on()

    witness.seen.was_covered(gone)
    witness.seen.is_clean()


def test_while_a_network_is_gone_for_long_the_page_is_emptied_and_then_comes_back_clean(
    witness: Witness, network: Network
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    network.holds_after_a_pong()
    gone = time.time()
    passes(witness.page, FORGIVEN - 2)
    expect(witness.page.locator("h1[data-page]")).to_have_count(1)
    expect(witness.page.locator("h1[data-page]")).to_have_count(0, timeout=BACK_WITHIN)

    assert time.time() - gone > FORGIVEN
    witness.seen.was_covered(gone)
    witness.seen.holds_nothing()
    network.goes_on()
    witness.seen.is_clean()
