"""The clock moved while somebody reads: the visit stays whole, and the question keeps its time."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from fcntl import LOCK_EX, flock
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from playwright.sync_api import Browser, Page

from pages.parts import session
from tests.browser import places
from tests.browser.chromium import clock_mover
from tests.browser.faults import Server, Witness
from tests.browser.moving_time import QUESTION, TOUCHES, seconds_until
from tests.browser.places import CONDITION
from tests.browser.test_idle import CHOICES, LATE

ZONE = "America/New_York"
OFFSET = "new Date().getTimezoneOffset()"
AN_HOUR = timedelta(hours=1)
# The minute before clocks go forward by an hour, and the one before they go back.
CHANGES = [datetime(2027, 3, 14, 1, 59, 30), datetime(2027, 11, 7, 1, 59, 30)]  # noqa: DTZ001


class Clock:
    """The clock of one server, which a test moves while it runs."""

    def __init__(self, folder: Path) -> None:
        """Begin with the right time."""
        self.file = folder / "time"
        self.is_moved(timedelta())

    def is_moved(self, by: timedelta) -> None:
        """Move it, all at once."""
        new = self.file.with_suffix(".new")
        new.write_text(f"{by.total_seconds():+.0f}\n")
        new.replace(self.file)


@pytest.fixture(scope="module")
def clock(tmp_path_factory: pytest.TempPathFactory) -> Clock:
    """The clock of this module's server."""
    return Clock(tmp_path_factory.mktemp("clock"))


@pytest.fixture(scope="module")
def alone(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """No other server whose clock can be moved: two at once make each other many times slower."""
    with (tmp_path_factory.getbasetemp().parent / "moved-clock").open("w") as lock:
        flock(lock, LOCK_EX)  # until it is closed; another worker waits here
        yield


@pytest.fixture(scope="module")
def server(
    shipped: None,  # noqa: ARG001
    alone: None,  # noqa: ARG001
    tmp_path_factory: pytest.TempPathFactory,
    clock: Clock,
) -> Iterator[Server]:
    """A kiosk in a place where clocks change, whose clock can be moved."""
    moved = {
        "LD_PRELOAD": str(clock_mover()),
        "FAKETIME_TIMESTAMP_FILE": str(clock.file),
        "FAKETIME_CACHE_DURATION": "1",  # seconds until a change is seen
        "FAKETIME_DONT_FAKE_MONOTONIC": "1",  # no real machine's does move
        "TZ": ZONE,
    }
    with Server(tmp_path_factory.mktemp("server") / "log", around=moved) as server:
        yield server


@pytest.fixture
def witness(browser: Browser, server: Server, clock: Clock) -> Iterator[Witness]:
    """A visitor in the same place, whose clock can be moved too."""
    context = browser.new_context(timezone_id=ZONE)
    page = context.new_page()
    page.add_init_script(TOUCHES)
    clock.is_moved(timedelta())
    yield Witness(page, server.address, moves_time=True)
    context.close()


def the_server_sees_it(page: Page) -> None:
    """Wait until the server tells another time than this machine's."""
    told = "async () => Date.parse((await fetch('/kiosk/well')).headers.get('date'))"
    page.wait_for_function(
        f"async (right) => Math.abs(await ({told})() - right) > 1_800_000",
        arg=datetime.now(tz=UTC).timestamp() * 1000,
    )


def is_moved(page: Page, by: timedelta) -> None:
    """Move the browser's clock, all at once; what counts seconds in it runs on."""
    page.clock.set_system_time((page.evaluate("Date.now()") / 1000) + by.total_seconds())


@pytest.mark.parametrize("by", [AN_HOUR, -AN_HOUR], ids=["forward", "back"])
def test_a_server_whose_clock_is_moved_an_hour_leaves_the_visit_whole(
    witness: Witness, clock: Clock, by: timedelta
) -> None:
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    clock.is_moved(by)
    the_server_sees_it(witness.page)

    witness.goes_on(session.ui().headings.studies)
    witness.tap(session.ui().labels.back).reads(session.ui().headings.guide)
    witness.seen.is_back()
    asked = seconds_until(witness.page, QUESTION, CHOICES)
    assert CHOICES <= asked <= CHOICES + LATE


@pytest.mark.parametrize("by", [AN_HOUR, -AN_HOUR], ids=["forward", "back"])
def test_a_browser_whose_clock_is_moved_an_hour_leaves_the_visit_whole_and_asks_in_time(
    witness: Witness, by: timedelta
) -> None:
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)

    is_moved(witness.page, by)

    witness.seen.is_whole()
    asked = seconds_until(witness.page, QUESTION, CHOICES)
    assert CHOICES <= asked <= CHOICES + LATE


@pytest.mark.parametrize("change", CHANGES, ids=["to summer", "to winter"])
def test_a_visit_across_the_change_of_clocks_is_whole_and_asked_in_time(
    witness: Witness, clock: Clock, change: datetime
) -> None:
    begins = change.replace(tzinfo=ZoneInfo(ZONE)).astimezone(UTC)
    away = begins - datetime.now(tz=UTC)
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    clock.is_moved(away)
    the_server_sees_it(witness.page)
    is_moved(witness.page, away)
    before = witness.page.evaluate(OFFSET)

    asked = seconds_until(witness.page, QUESTION, CHOICES)

    assert witness.page.evaluate(OFFSET) != before  # the change has come
    assert CHOICES <= asked <= CHOICES + LATE
