"""The network between browser and server gone, or only its WebSocket."""

import time

from playwright.sync_api import Page

from pages.parts import session
from tests.browser.faults import Witness
from tests.browser.places import CONDITION, guide, studies_in_a_table
from tests.browser.proxy import Network


def test_a_websocket_that_is_cut_while_the_server_lives_comes_back_clean(
    fresh: Page, kiosk: str
) -> None:
    with Network(int(kiosk.rpartition(":")[2])) as network:
        witness = Witness(fresh, network.address)
        studies_in_a_table(witness)
        witness.seen.is_about_to_fail(CONDITION)

        network.cuts_every_stream()

        witness.seen.is_clean()


def goes(page: Page, seconds: float) -> None:
    """Take the network away for so long, on the page's own watch."""
    since = page.evaluate("performance.now()")
    page.context.set_offline(True)
    page.wait_for_function(
        "until => performance.now() > until",
        arg=since + seconds * 1000,
        timeout=seconds * 1000 + 10_000,
    )
    page.context.set_offline(False)


def test_a_network_that_is_gone_for_five_seconds_leaves_the_visit_whole(
    fresh: Page, kiosk: str
) -> None:
    witness = Witness(fresh, kiosk)
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    gone = time.time()

    goes(fresh, 5)

    witness.seen.was_covered(gone)
    witness.seen.is_whole()
    witness.goes_on(session.ui().headings.studies)


def test_a_network_that_is_gone_for_long_comes_back_clean(fresh: Page, kiosk: str) -> None:
    witness = Witness(fresh, kiosk)
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    gone = time.time()

    goes(fresh, 15)

    witness.seen.was_covered(gone)
    witness.seen.is_clean()
