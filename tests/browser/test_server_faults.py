"""The server killed, stopped, or out of disk: the visit is whole or the screen clean, as each says.

Servers and browsers are real. Where a test moves the page's clock, the server's runs on.
"""

import re
import resource
import signal
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts import session
from tests.browser.faults import COVERED_WITHIN, Server, Witness
from tests.browser.places import CONDITION, PLACES, guide, studies

# It can write no file, but still say something: into a journal, as a service of a machine does.
# Where its words go into a file on the full disk, Streamlit 1.67 ends at its own first line.
ON_A_FULL_DISK = ("sh", "-c", 'prlimit --fsize=0 "$@" 2>&1 | cat', "sh")

ABOVE = "document.elementFromPoint(innerWidth / 2, innerHeight / 2).closest('dialog')?.id"


@pytest.fixture(scope="module")
def server(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # noqa: ARG001
    """A kiosk of this module's own."""
    with Server(tmp_path_factory.mktemp("faults") / "log") as server:
        yield server


@pytest.fixture
def witness(fresh: Page, server: Server) -> Witness:
    """A visitor in front of a clear screen that is watched."""
    return Witness(fresh, server.address)


def test_killed_on_any_page_every_screen_is_covered_at_once_and_comes_back_clean(
    browser: Browser, server: Server
) -> None:
    screens = []
    for go in PLACES.values():
        visitor = Witness(browser.new_context().new_page(), server.address)
        go(visitor)
        visitor.seen.is_about_to_fail(CONDITION)
        screens.append(visitor)

    killed = time.time()
    server.is_killed()

    for screen in screens:
        screen.seen.is_covered(killed, within=3 * COVERED_WITHIN)  # on one machine; alone: below
    server.starts()
    for screen in screens:
        screen.seen.is_clean()
        screen.page.context.close()


@pytest.mark.long
@pytest.mark.parametrize("place", PLACES)
def test_killed_on_one_page_the_screen_comes_back_clean(
    witness: Witness, server: Server, place: str
) -> None:
    PLACES[place](witness)
    witness.seen.is_about_to_fail(CONDITION)

    killed = time.time()
    server.is_killed()

    witness.seen.is_covered(killed)
    server.starts()
    witness.seen.is_clean()


def test_killed_during_the_countdown_the_screen_comes_back_clean(
    fresh: Page, server: Server
) -> None:
    witness = Witness(fresh, server.address, moves_time=True)
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    fresh.clock.fast_forward(65_000)
    expect(fresh.locator("#question[open]")).to_be_visible()

    killed = time.time()
    server.is_killed()

    witness.seen.is_covered(killed)
    fresh.clock.fast_forward(30_000)
    server.starts()
    witness.seen.is_clean()


@pytest.mark.parametrize("times", [5, pytest.param(20, marks=pytest.mark.long)])
def test_killed_and_started_many_times_in_a_row_the_screen_comes_back_clean_each_time(
    witness: Witness, server: Server, times: int
) -> None:
    for _ in range(times):
        guide(witness)
        witness.seen.is_about_to_fail(CONDITION)
        killed = time.time()
        server.is_killed()
        witness.seen.is_covered(killed)
        server.starts()
        witness.seen.is_clean()


def stands_still(server: Server, witness: Witness, seconds: float) -> None:
    """Stop the server for so long, on the page's own watch; the screen is covered meanwhile."""
    since = witness.page.evaluate("performance.now()")
    stopped = time.time()
    server.gets(signal.SIGSTOP)
    witness.seen.is_covered(stopped)
    witness.page.wait_for_function(
        "until => performance.now() > until",
        arg=since + seconds * 1000,
        timeout=seconds * 1000 + 10_000,
    )
    server.gets(signal.SIGCONT)


def test_stopped_for_four_seconds_it_leaves_the_visit_whole(
    witness: Witness, server: Server
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    stands_still(server, witness, 4)

    witness.seen.is_whole()
    witness.goes_on(session.ui().headings.studies)


@pytest.mark.parametrize("seconds", [15, pytest.param(60, marks=pytest.mark.long)])
def test_stopped_for_long_it_comes_back_clean(
    witness: Witness, server: Server, seconds: float
) -> None:
    studies(witness)
    witness.seen.is_about_to_fail(CONDITION)

    stands_still(server, witness, seconds)

    witness.seen.is_clean()


def test_clear_screen_covers_at_once_though_the_server_is_stopped_and_comes_back_clean(
    witness: Witness, server: Server
) -> None:
    studies(witness)
    witness.seen.is_about_to_fail(CONDITION)
    server.gets(signal.SIGSTOP)

    tapped = watched_tap(witness, "[data-tap=clear]")

    witness.seen.is_covered(tapped)
    witness.seen.was_covered(tapped, within=0.2)
    server.gets(signal.SIGCONT)
    witness.seen.is_clean()


def watched_tap(witness: Witness, control: str) -> float:
    """Tap, and tell when the finger came down."""
    witness.page.evaluate(
        "addEventListener('pointerdown', () => { window.tapped = Date.now() }, true)"
    )
    witness.page.locator(control).click()
    return float(witness.page.evaluate("window.tapped")) / 1000


def test_the_curtain_hides_at_once_though_the_server_is_stopped_and_leaves_the_visit_whole(
    witness: Witness, server: Server
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    curtain = witness.page.locator("#curtain[open]")
    server.gets(signal.SIGSTOP)

    tapped = watched_tap(witness, "[data-guard=curtain]")

    expect(curtain).to_be_visible()
    witness.seen.was_covered(tapped, by="curtain", within=0.2)
    server.gets(signal.SIGCONT)
    expect(witness.page.locator("#cover")).to_be_hidden()
    expect(witness.page.locator("html")).not_to_have_attribute("data-settling", "")
    curtain.locator("[data-guard=again]").click()
    witness.seen.is_whole()


def test_nothing_ever_lies_above_the_cover(fresh: Page, server: Server) -> None:
    witness = Witness(fresh, server.address, moves_time=True)
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    fresh.clock.fast_forward(55_000)
    stopped = time.time()
    server.gets(signal.SIGSTOP)
    witness.seen.is_covered(stopped)

    for _ in range(9):  # through the time of the question, that of the wipe, and longer
        fresh.clock.run_for(5_000)
        assert fresh.evaluate(ABOVE) == "cover"

    assert witness.seen.layers(stopped) == ["cover"]
    server.gets(signal.SIGCONT)
    witness.seen.is_clean()


def test_though_no_other_file_of_ours_came_through_the_guard_asks_and_covers(
    fresh: Page, server: Server
) -> None:
    asked = list[str]()
    fresh.on("request", lambda request: asked.append(request.url))
    fresh.route(re.compile("/kiosk/(?!well$)"), lambda route: route.abort())
    witness = Witness(fresh, server.address, moves_time=True)
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    fresh.clock.fast_forward(65_000)
    expect(fresh.locator("#question[open]")).to_be_visible()
    killed = time.time()
    server.is_killed()

    witness.seen.is_covered(killed)
    assert {url for url in asked if "/kiosk/" in url} == {f"{server.address}/kiosk/well"}
    server.starts()
    witness.seen.is_clean()


def reads_on(witness: Witness) -> None:
    """Go on and back, and end the visit, as if nothing were."""
    witness.seen.is_whole()
    witness.goes_on(session.ui().headings.studies)
    witness.tap(session.ui().labels.back).reads(session.ui().headings.guide)
    witness.seen.is_back()
    witness.clears()
    witness.seen.is_clean()


def test_a_disk_that_fills_up_during_a_visit_leaves_it_whole(
    witness: Witness, server: Server
) -> None:
    guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    assert server.process is not None
    full, roomy = (0, resource.RLIM_INFINITY), (resource.RLIM_INFINITY, resource.RLIM_INFINITY)
    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, full)

    reads_on(witness)

    resource.prlimit(server.process.pid, resource.RLIMIT_FSIZE, roomy)


def test_a_disk_that_is_full_at_the_start_leaves_visits_whole(fresh: Page, tmp_path: Path) -> None:
    with Server(tmp_path / "log", *ON_A_FULL_DISK) as server:
        witness = Witness(fresh, server.address)
        guide(witness)
        witness.seen.is_about_to_fail(CONDITION)

        reads_on(witness)
