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
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts import session
from tests.app.conftest import day_before_the_first_review
from tests.browser.chromium import SWITCHES, ensure
from tests.conftest import SHIPPED

PROJECT = Path(__file__).parents[2]
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+")


@pytest.fixture(autouse=True)
def only_the_sample() -> None:
    """The tests here are about the shipped content."""


@pytest.fixture(scope="session", autouse=True)
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """The shipped content, on a day on which nothing is overdue, and no clinic's file."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SHIPPED))
        patch.setenv("KIOSK_SETTINGS", str(tmp_path_factory.mktemp("clinic") / "kiosk.toml"))
        session.kiosk.cache_clear()
        patch.setenv("KIOSK_TODAY", day_before_the_first_review().isoformat())
        yield
    session.kiosk.cache_clear()


@pytest.fixture(scope="session")
def browser_type_launch_args() -> dict[str, object]:
    """How Playwright starts the browser."""
    return {"executable_path": ensure(), "args": list(SWITCHES)}


def free_port() -> int:
    """A port that nobody listens on."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def command(port: int) -> list[str]:
    """What an operator types to start the kiosk, on a port of ours."""
    run = [sys.executable, "-m", "streamlit", "run", "streamlit_app.py"]
    return [*run, "--server.port", str(port)]


@contextmanager
def serving(folder: Path, log: Path, *before: str) -> Iterator[str]:
    """A kiosk that runs from a folder until the block ends; its address. `before` runs it."""
    port = free_port()
    with log.open("w") as said:
        server = subprocess.Popen(
            [*before, *command(port)], cwd=folder, stdout=said, stderr=said, start_new_session=True
        )
        try:
            while not ADDRESS.search(log.read_text()):
                assert server.poll() is None, log.read_text()
            yield f"http://127.0.0.1:{port}"
        finally:
            os.killpg(server.pid, signal.SIGTERM)  # whatever runs it, and the kiosk itself
            server.wait(timeout=30)


@pytest.fixture(scope="session")
def kiosk(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk that shows the shipped content."""
    with serving(PROJECT, tmp_path_factory.mktemp("log") / "kiosk.log") as address:
        yield address


class Visitor:
    """Somebody in front of the kiosk: taps by what a control says, and reads."""

    def __init__(self, page: Page, address: str) -> None:
        """Come to a kiosk whose screen is clear."""
        self.page, self.address = page, address
        page.goto(address)
        self.reads(session.ui().headings.welcome)

    def tap(self, label: str) -> "Visitor":
        """Tap the control in sight that says this."""
        buttons = self.page.get_by_role("button", name=label, exact=True)
        buttons.locator("visible=true").first.click()
        return self

    def reads(self, heading: str) -> "Visitor":
        """Hold the page to being the one under this heading, whole."""
        found = self.page.get_by_role("heading", level=1, name=heading, exact=True)
        expect(found).to_be_visible()
        expect(self.page.get_by_test_id("stApp")).to_have_attribute(
            "data-test-script-state", "notRunning"
        )
        return self

    def picks(self, condition: str) -> "Visitor":
        """Go from the welcome page to the guide of a condition."""
        ui, picked = session.ui(), session.pack().condition[condition]
        self.tap(ui.labels.start).reads(ui.headings.conditions)
        tile = self.page.locator(f"[class*='st-key-condition-{condition}-'] button")
        tile.click()
        if picked.about_suicide:
            self.reads(ui.headings.calm).tap(ui.labels.read_on)
        return self.reads(ui.headings.guide)

    def goes_on(self, heading: str) -> "Visitor":
        """Tap Next, and read the page that follows."""
        return self.tap(session.ui().labels.next).reads(heading)


@pytest.fixture
def visitor(page: Page, kiosk: str) -> Visitor:
    """A visitor in front of a clear screen, in the usual upright size."""
    page.set_viewport_size({"width": 1080, "height": 1920})
    return Visitor(page, kiosk)


@pytest.fixture
def fresh(browser: Browser) -> Iterator[Page]:
    """A page of a browser that has seen nothing yet."""
    context = browser.new_context()
    yield context.new_page()
    context.close()
