"""What hands do to a screen: taps at random, loading again, Back and Forward, two tabs at once."""

import json
from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from pages.parts import session
from tests.browser import places
from tests.browser.faults import BACK_WITHIN, Server, Witness
from tests.browser.places import CONDITION, PLACES
from tests.browser.test_the_machine import copy_of_the_project

TAPS, SECONDS = 200, 10
# Taps in time, in each page that follows too: however slow the test is, the hand is not.
HAND = """
((places, began, every) => {
  let done = Math.max(0, Math.ceil((Date.now() - began) / every)); // a page that loads takes none
  const tap = ([x, y]) => {
    const where = { clientX: x, clientY: y, detail: 1, bubbles: true, cancelable: true };
    const at = document.elementFromPoint(x, y);
    at?.dispatchEvent(new PointerEvent("pointerdown", where));
    at?.dispatchEvent(new PointerEvent("pointerup", where));
    at?.dispatchEvent(new MouseEvent("click", where));
    tellTheHand(at !== null);
  };
  const on = () => {
    for (; done < places.length && Date.now() >= began + done * every; done += 1) tap(places[done]);
    if (done < places.length) setTimeout(on, began + done * every - Date.now());
  };
  on();
})(%s, %s, %s);
"""
PERSISTED = """(name) => {
  dispatchEvent(new PageTransitionEvent(name, { persisted: true }));
  return document.querySelector("dialog[open]")?.id;
}"""


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

    assert taps(
        fresh, [(anywhere.uniform(0, 1080), anywhere.uniform(0, 1920)) for _ in range(TAPS)]
    )

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


def taps(page: Page, places: list[tuple[float, float]]) -> bool:
    """Tap here and there, all within ten seconds; whether most fell on a page that was there."""
    told = list[bool]()
    page.expose_binding("tellTheHand", lambda _, hit: told.append(hit))
    began = page.evaluate("Date.now()")
    hand = HAND % (json.dumps(places), began, SECONDS * 1000 / len(places))
    page.add_init_script(hand)
    page.evaluate(hand)
    page.wait_for_function("(until) => Date.now() > until", arg=began + SECONDS * 1000)
    return sum(told) > len(places) / 2


def test_loading_again_on_any_page_ends_clean(browser: Browser, server: Server) -> None:
    page = browser.new_context().new_page()
    witness = Witness(page, server.address)
    for go in PLACES.values():
        go(witness)
        witness.seen.is_about_to_fail(CONDITION)

        page.reload()

        witness.seen.is_clean()
    page.context.close()


def test_a_page_that_a_browser_keeps_alive_is_kept_covered_and_is_new_when_it_is_shown(
    fresh: Page, server: Server
) -> None:
    witness = Witness(fresh, server.address)
    places.section(witness)
    witness.seen.is_about_to_fail(CONDITION)

    kept = fresh.evaluate(PERSISTED, "pagehide")  # Chromium keeps no page that says `no-store`
    assert kept == "cover"
    with fresh.expect_navigation():
        fresh.evaluate(PERSISTED, "pageshow")

    witness.seen.is_clean()


def test_a_new_page_that_does_not_come_is_asked_for_again(fresh: Page, server: Server) -> None:
    witness = Witness(fresh, server.address, moves_time=True)
    places.section(witness)
    witness.seen.is_about_to_fail(CONDITION)
    lost = iter([204])  # an answer with which a browser stays where it is

    def answers(route: Route) -> None:
        status = next(lost, None)
        route.fulfill(status=status) if status else route.continue_()

    fresh.route(f"{server.address}/", answers)
    with fresh.expect_request(f"{server.address}/"):
        witness.tap(session.ui().labels.clear_screen)
    expect(fresh.locator("#cover[open]")).to_be_visible()

    with fresh.expect_request(f"{server.address}/"):
        fresh.clock.fast_forward(25_000)

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
