"""What Chromium does on a clinic's screen: held by the policy that is installed, and by its flags.

Chromium runs in a mount namespace of its own, in which the installed folder stands in for /opt and
/etc/chromium. The machine that runs the tests, and every other browser on it, is not touched.
"""

import json
import os
import shlex
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mmap import ACCESS_READ, mmap
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Error, Playwright

from tests.browser.chromium import ensure
from tests.browser.conftest import PROJECT, serving
from tests.deploy.conftest import KIOSK, PATIENCE, Run, has_sessions

pytestmark = pytest.mark.skipif(
    sys.platform != "linux", reason="only a browser on Linux reads /etc/chromium"
)

PROGRAM = Path("/usr/lib/chromium/chromium")  # Debian's; it says nothing of a name it does not know
WAITING = "file:///opt/ask-first/deploy/kiosk/waiting.html"
BLOCKED = "net::ERR_BLOCKED_BY_ADMINISTRATOR"
OTHERS = (
    "http://127.0.0.1:9/",
    "http://localhost:{port}/",
    "https://127.0.0.1:{port}/",
    "http://elsewhere.invalid/",
    "file:///etc/passwd",
    "file:///opt/ask-first/deploy/kiosk/",
    "view-source:http://127.0.0.1:{port}/",
    "data:text/html,<p>mine</p>",
    "chrome://flags/",
    "chrome://version/",
    "chrome://downloads/",
)
# What a test cannot come in by, or makes the browser open a window that a test cannot see.
SHUT_OUT = ("DeveloperToolsAvailability", "IncognitoModeAvailability")
ENTER = """#!/bin/sh
exec unshare {as_root} --mount sh -c '
  mount --bind {machine}/opt /opt && mount --bind {machine}/etc/chromium /etc/chromium &&
  exec {chromium} "$@"' sh "$@"
"""


class Kiosk(ThreadingHTTPServer):
    """Stands for the kiosk's server: answers a page, and nothing else."""

    def __init__(self) -> None:
        """Take a port. Nothing is answered yet."""
        super().__init__(("127.0.0.1", 0), Answer)

    def answers(self) -> None:
        """Answer from now on."""
        Thread(target=self.serve_forever, daemon=True).start()


class Answer(BaseHTTPRequestHandler):
    """One answer of the kiosk."""

    def do_GET(self) -> None:
        """Say that all is well, and show a page."""
        self.send_response(204 if self.path == "/kiosk/well" else 200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        if self.path == "/":
            self.wfile.write(b"<h1>The kiosk</h1>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def kiosk(install: Run, machine: Path) -> Iterator[Kiosk]:
    """The kiosk of a machine on which everything is installed."""
    server = Kiosk()
    settings = machine / "etc/ask-first/kiosk.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f"port = {server.server_port}\n")
    told = install()
    assert told.returncode == 0, told.stderr
    yield server
    server.server_close()


@pytest.fixture
def browser(machine: Path, tmp_path: Path) -> Path:
    """A program that is Chromium on that machine."""
    assert Path("/etc/chromium").is_dir(), "Install Debian's chromium: it reads its policy there."
    program = tmp_path / "chromium"
    as_root = "" if os.geteuid() == 0 else "--map-root-user"
    program.write_text(ENTER.format(as_root=as_root, machine=machine, chromium=ensure()))
    program.chmod(0o755)
    return program


def policy(machine: Path) -> Path:
    """The policy that is installed."""
    return machine / "etc/chromium/policies/managed/ask-first.json"


def take_out(names: tuple[str, ...], machine: Path) -> None:
    """Leave a part of the installed policy out."""
    rules = json.loads(policy(machine).read_text())
    kept = {name: value for name, value in rules.items() if name not in names}
    policy(machine).write_text(json.dumps(kept))


def flags(machine: Path, profile: Path) -> list[str]:
    """How the installed script starts Chromium; with a profile of the test's, and no display."""
    lines = (machine / "opt/ask-first/deploy/kiosk/screen").read_text().replace("\\\n", "")
    start = next(line for line in lines.splitlines() if line.startswith("/usr/bin/cage"))
    told = shlex.split(start)[4:]
    assert {"--kiosk", "--incognito", WAITING} <= {*told}
    return [
        flag.replace("$profile", str(profile / "profile"))
        for flag in ("--headless", "--no-sandbox", "--disable-gpu", *told)
        if flag != "--ozone-platform=wayland"
    ]


def turned_away(listening: socket.socket, times: int) -> None:
    """Be a kiosk that does not answer yet, whoever asks."""
    for _ in range(times):
        asked, _ = listening.accept()
        asked.close()


def test_the_screen_shows_the_page_on_the_disk_and_goes_over_once_the_kiosk_answers(
    kiosk: Kiosk, browser: Path, machine: Path, tmp_path: Path
) -> None:
    kiosk.socket.settimeout(PATIENCE)
    screen = subprocess.Popen(
        [browser, *flags(machine, tmp_path)], stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        turned_away(kiosk.socket, times=3)
        kiosk.server_close()
        with serving(PROJECT, tmp_path / "log", port=kiosk.server_port) as address:
            assert has_sessions(address, 1)
    finally:
        os.killpg(screen.pid, signal.SIGTERM)
        screen.wait(PATIENCE)


def test_only_the_kiosk_and_the_waiting_page_open(
    kiosk: Kiosk, browser: Path, machine: Path, playwright: Playwright
) -> None:
    take_out(SHUT_OUT, machine)
    kiosk.answers()

    chromium = playwright.chromium.launch(
        executable_path=browser, args=["--no-sandbox", "--disable-gpu"]
    )
    refused = dict[str, bool]()
    for address in OTHERS:
        with pytest.raises(Error) as why:
            chromium.new_page().goto(address.format(port=kiosk.server_port))
        refused[address] = BLOCKED in str(why.value)
    page = chromium.new_page()
    page.goto(WAITING)
    page.wait_for_url(f"http://127.0.0.1:{kiosk.server_port}/")
    chromium.close()
    kiosk.shutdown()

    assert refused == dict.fromkeys(OTHERS, True)


def test_every_name_in_the_policy_is_one_that_chromium_knows() -> None:
    names = json.loads((KIOSK / "policy.json").read_text())
    with PROGRAM.open("rb") as file, mmap(file.fileno(), 0, access=ACCESS_READ) as program:
        unknown = [name for name in names if program.find(f"\0{name}\0".encode()) < 0]

    assert unknown == []


def test_no_tool_for_developers_can_look_into_the_screen(
    kiosk: Kiosk, browser: Path, machine: Path, playwright: Playwright
) -> None:
    take_out(SHUT_OUT[1:], machine)
    kiosk.answers()
    chromium = playwright.chromium.launch(
        executable_path=browser, args=["--no-sandbox", "--disable-gpu"]
    )

    with pytest.raises(Error):
        chromium.new_page()

    chromium.close()
    kiosk.shutdown()
