"""Fixtures of the browser tests.

They hold the kiosk to what only a browser shows: what is in sight and how large, what a screen
reader is told, what stays in the page and the address, what leaves the machine. What a tap leads
to is in tests/app/. Things are found by their role and name; nothing here waits by the clock.
"""

import os
import re
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.request import urlopen

import pytest
from playwright.sync_api import Browser, Error, Page, expect

from pages.parts import session
from tests.app.conftest import last_day_of_all
from tests.browser.chromium import SWITCHES, ensure
from tests.conftest import SHIPPED

PROJECT = Path(__file__).parents[2]
TAKES_A_TAP = """() => !('settling' in document.documentElement.dataset)
  && document.querySelector('[data-testid=stApp]')?.dataset.testScriptState === 'notRunning'"""
START_TIME = 300  # seconds; a machine may be busy with much else


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(
    item: pytest.Item, call: pytest.CallInfo[None]
) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Tell what was in sight when a test failed: a rare failure may not come a second time."""
    report = yield
    for page in getattr(item, "funcargs", {}).values():
        if call.excinfo and isinstance(page, Page) and not page.is_closed():
            with suppress(Error):
                report.sections.append((f"in sight at {page.url}", page.inner_text("body")))
    return report


@pytest.fixture(autouse=True)
def only_the_sample() -> None:
    """The tests here are about the shipped content."""


@pytest.fixture(scope="session", autouse=True)
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The shipped content, on a day on which nothing is overdue, and no clinic's file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SHIPPED))
        clinic = tmp_path_factory.mktemp("clinic") / "kiosk.toml"
        clinic.write_text("# A clinic that says nothing of itself.\n")
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        session.read_once.cache_clear()
        patch.setenv("KIOSK_TODAY", last_day_of_all().isoformat())
        yield
    session.read_once.cache_clear()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How Playwright starts the browser."""
    return {"executable_path": ensure(), "args": list(SWITCHES)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def command(port: int, app: str = "streamlit_app.py") -> list[str]:
    """What an operator types to start the kiosk, on a port of ours."""
    return [sys.executable, "-m", "streamlit", "run", app, "--server.port", str(port)]


@contextmanager
def serving(
    folder: Path,
    log: Path,
    *before: str,
    port: int | None = None,
    app: str = "streamlit_app.py",
) -> Iterator[str]:
    """A kiosk that runs from a folder until the block ends; its address. `before` runs it."""
    port = port or free_port()
    run = [*before, *command(port, app)]
    with log.open("w") as said:
        env = {"KIOSK_STATE": str(log.with_name("state")), **os.environ}  # nothing is kept at home
        server = subprocess.Popen(
            run, cwd=folder, env=env, stdout=said, stderr=said, start_new_session=True
        )
        try:
            wait_until_it_listens(server, port, log)
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # whatever runs it, and the kiosk itself
            server.wait(timeout=30)


@pytest.fixture(scope="session")
def kiosk(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk that shows the shipped content."""
    with serving(PROJECT, tmp_path_factory.mktemp("log") / "kiosk.log") as address:
        yield address


def wait_until_it_listens(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait for a kiosk to say that it is well; fail with its log where it ends or stays silent."""
    given_up = time.monotonic() + START_TIME
    while time.monotonic() < given_up and server.poll() is None:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=10):
            return
        with suppress(subprocess.TimeoutExpired):
            server.wait(timeout=0.1)
    raise AssertionError(f"The kiosk did not start:\n{log.read_text()}")


def takes_a_tap(page: Page) -> None:
    """Wait until a page is drawn, and takes a tap: for a moment it does not, lest one count twice.

    The page itself looks at each picture that it draws. An `expect` looks ever more seldom, and a
    visit of ten taps would take four seconds longer.
    """
    page.wait_for_function(TAKES_A_TAP)


# How Playwright says that the page before went on to a page of its own meanwhile.
CUT_SHORT = re.compile("ERR_ABORTED|interrupted by another navigation")
AT_MOST = 10  # times, until a page stays


def come_to(page: Page, address: str) -> None:
    """Open a kiosk's page, also while one opens itself anew, as it does until there is a place."""
    for _ in range(AT_MOST):
        try:
            page.goto(address)
        except Error as cut_short:
            if not CUT_SHORT.search(cut_short.message):
                raise
        else:
            return
    raise AssertionError(f"{address} has opened itself anew {AT_MOST} times.")


class Visitor:
    """Somebody in front of the kiosk: taps by what a control says, and reads."""

    def __init__(self, page: Page, address: str) -> None:
        """Come to a kiosk whose screen is clear."""
        self.page, self.address = page, address
        come_to(page, address)
        self.reads(session.ui().headings.welcome)

    def tap(self, label: str) -> "Visitor":
        """Tap the control in sight that says this."""
        buttons = self.page.get_by_role("button", name=label, exact=True)
        buttons.locator("visible=true").first.click()
        return self

    def reads(self, heading: str) -> "Visitor":
        """Hold the page to being the one under this heading, whole."""
        self.page.get_by_role("heading", level=1, name=heading, exact=True).wait_for()
        takes_a_tap(self.page)
        expect(self.page.locator(".foot p.crisis")).to_be_in_viewport()  # drawn last
        return self

    def clears(self) -> "Visitor":
        """Tap Clear screen, and wait for the new page that it opens."""
        with self.page.expect_navigation():
            self.tap(session.ui().labels.clear_screen)
        return self.reads(session.ui().headings.welcome)

    def picks(self, condition: str) -> "Visitor":
        """Go from the welcome page to the guide of a condition."""
        ui, picked = session.ui(), session.pack().condition[condition]
        self.tap(ui.labels.start).reads(ui.headings.conditions)
        tile = self.page.locator(f"[data-tap='condition-{condition}']")
        tile.click()
        if picked.about_suicide:
            self.reads(ui.headings.calm).tap(ui.labels.read_on)
        return self.reads(ui.headings.guide)

    def goes_on(self, heading: str) -> "Visitor":
        """Tap Next, whatever it says comes next, and read the page that follows."""
        self.page.locator("[data-tap=next]").click()
        return self.reads(heading)

    def opens(self, part: str) -> "Visitor":
        """Open the part of the guide with this title, and read it."""
        self.tap(part).page.get_by_role("heading", level=2, name=part, exact=True).wait_for()
        return self.reads(session.ui().headings.guide)

    def closes_the_part(self) -> "Visitor":
        """Go back to all parts of the guide, which stand under the same heading."""
        labels = session.ui().labels
        parts = self.page.get_by_role("heading", level=2, name=labels.guide_own, exact=True)
        self.tap(labels.all_parts)
        parts.wait_for()
        return self.reads(session.ui().headings.guide)


@pytest.fixture(scope="session")
def standing(browser: Browser) -> Iterator[Page]:
    """The one page that visitors of one test after the other come to, as in a clinic.

    To open it anew takes a quarter of what a new page takes: it has read Streamlit's code already.
    """
    context = browser.new_context()
    yield context.new_page()
    context.close()


@pytest.fixture
def screen(standing: Page) -> Iterator[Page]:
    """That page, in the usual upright size; what a test asks of the browser is taken back."""
    standing.set_viewport_size({"width": 1080, "height": 1920})
    standing.mouse.move(0, 0)  # where it points at nothing
    yield standing
    standing.mouse.up()
    standing.unroute_all()
    standing.emulate_media(
        media="null", color_scheme="null", reduced_motion="null", forced_colors="null"
    )


@pytest.fixture
def visitor(screen: Page, kiosk: str) -> Visitor:
    """A visitor in front of a clear screen. For a browser without a past: `fresh`."""
    return Visitor(screen, kiosk)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
