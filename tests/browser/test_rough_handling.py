"""What hands do to a screen: taps at random, loading again, Back and Forward, two tabs at once."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, Playwright, expect

from pages.parts import session
from tests.browser import places
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.faults import BACK_WITHIN, Server, Witness
from tests.browser.places import CONDITION, PLACES
from tests.browser.test_the_machine import copy_of_the_project

TAPS, SECONDS = 200, 10


@pytest.fixture(scope="module")
def server(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # noqa: ARG001
    """A kiosk of this module's own, whose log is looked at."""
    with Server(tmp_path_factory.mktemp("hands") / "log") as server:
        yield server


@pytest.mark.parametrize("seed", [1, *(pytest.param(n, marks=pytest.mark.long) for n in (2, 3, 4))])
def test_two_hundred_taps_anywhere_leave_a_whole_page(
    fresh: Page, server: Server, seed: int
) -> None:
    witness, anywhere = Witness(fresh, server.address), Random(seed)
    places.guide(witness)

    for _ in range(TAPS):
        fresh.mouse.click(anywhere.uniform(0, 1080), anywhere.uniform(0, 1920))

    expect(fresh.locator("#cover[open]")).to_have_count(0, timeout=BACK_WITHIN)
    for closes in ("#curtain[open]", "[popover]:popover-open .close"):
        if fresh.locator(closes).count():
            fresh.locator(closes).click()
    expect(fresh.get_by_test_id("stApp")).to_have_attribute("data-test-script-state", "notRunning")
    expect(fresh.locator("h1[data-page]")).to_have_count(1)
    witness.seen.is_about_to_fail()
    witness.clears()
    witness.seen.is_clean()
    assert server.complaints == []


def test_loading_again_on_any_page_ends_clean(browser: Browser, server: Server) -> None:
    page = browser.new_context().new_page()
    witness = Witness(page, server.address)
    for go in PLACES.values():
        go(witness)
        witness.seen.is_about_to_fail(CONDITION)

        page.reload()

        witness.seen.is_clean()
    page.context.close()


@pytest.fixture
def remembering(playwright: Playwright) -> Iterator[BrowserContext]:
    """A browser that keeps left pages alive for its Back button, which Playwright switches off."""
    chromium = playwright.chromium.launch(
        executable_path=ensure(),
        args=list(SWITCHES),
        ignore_default_args=["--disable-back-forward-cache"],
    )
    yield chromium.new_context()
    chromium.close()


def test_back_to_a_page_that_the_browser_kept_alive_ends_clean(
    remembering: BrowserContext, server: Server
) -> None:
    witness = Witness(remembering.new_page(), server.address)
    places.section(witness)
    witness.seen.is_about_to_fail(CONDITION)
    witness.page.goto("about:blank")

    witness.page.go_back()

    witness.seen.is_clean()


def test_of_two_tabs_each_is_a_visit_of_its_own(fresh: Page, server: Server) -> None:
    one, other = Witness(fresh, server.address), Witness(fresh.context.new_page(), server.address)
    places.section(one)
    places.studies(other)
    one.seen.is_about_to_fail(CONDITION)
    other.seen.is_about_to_fail(CONDITION)

    one.clears()

    one.seen.is_clean()
    other.seen.is_whole()
    other.goes_on(session.ui().headings.assessment)


@pytest.fixture(scope="module")
def broken(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:  # noqa: ARG001
    """A kiosk of which one page fails."""
    folder = copy_of_the_project(tmp_path_factory.mktemp("broken"))
    with (folder / "pages" / "assessment.py").open("a") as page:
        page.write('\nraise RuntimeError("a made-up fault")\n')
    with Server(Path(folder, "log"), folder=folder) as server:
        yield server


def fails(page: Page, server: Server, *, moves_time: bool) -> Witness:
    """Come to the page that fails."""
    witness = Witness(page, server.address, moves_time=moves_time)
    places.assessment(witness)
    page.get_by_text(session.ui().labels.unknown_error).wait_for()
    witness.seen.is_about_to_fail(CONDITION)
    return witness


def test_clear_screen_on_a_page_that_fails_ends_clean(fresh: Page, broken: Server) -> None:
    witness = fails(fresh, broken, moves_time=False)

    witness.clears()

    witness.seen.is_clean()


def test_a_page_that_fails_is_left_by_idleness_clean(fresh: Page, broken: Server) -> None:
    witness = fails(fresh, broken, moves_time=True)

    fresh.clock.fast_forward(600_000)
    fresh.clock.fast_forward(1_000)

    witness.seen.is_clean()
