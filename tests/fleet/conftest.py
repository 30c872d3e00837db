"""A fleet of the tests' own: two servers behind a real HAProxy, on ports of this machine alone."""

import json
import os
import re
import signal
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from playwright.sync_api import expect

from tests.browser.conftest import PROJECT, command, free_port
from tests.conftest import SAMPLE
from tests.counts.postgres import PATIENCE, Postgres, laid_down
from tests.fleet.programs import program
from tests.fleet.screens import Screen
from tests.printing.cups import running, wait_until, wait_until_it_listens

CONDITIONS = ("grey-days", "short-nights")
SETTINGS = """
drain_seconds = 300
idle_seconds = 600
reading_seconds = 1800
log = "json"
places = 100
"""
COUNTS = """
[counts]
on = true
kiosk = "clinic"
database = "{url}"
"""
# What the tests change in HAProxy's file beside addresses: a busy machine is no server that hangs,
# and who lets a screen go is the check of a server, not the silence of its WebSocket.
SLOWER = {"timeout check 2s": "timeout check 10s", "timeout tunnel 30s": "timeout tunnel 1h"}
ENDS_WITHIN = 120.0  # seconds
NAMES = ("Ask First", "Ask First, anew")  # of the kiosk, before and after a change of content


class Server:
    """One of the servers, with a content folder of its own."""

    def __init__(self, name: str, folder: Path, settings: str) -> None:
        """Lay down what it reads. Nothing runs."""
        self.name, self.folder, self.port = name, folder, free_port()
        self.log = folder / "log"
        folder.mkdir()
        (folder / "kiosk.toml").write_text(settings)
        subprocess.run(["cp", "-r", SAMPLE, folder / "content"], check=True)

    def starts(self, version: str = "1") -> None:
        """Start it, as one version of the kiosk, and wait until a visit may begin there."""
        env = {
            **os.environ,
            "KIOSK_CONTENT": str(self.folder / "content"),
            "KIOSK_SETTINGS": str(self.folder / "kiosk.toml"),
            "KIOSK_STATE": str(self.folder / "state"),
            "KIOSK_VERSION": version,
            "STREAMLIT_LOGGER_HIDE_WELCOME_MESSAGE": "true",
        }
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                command(self.port), cwd=PROJECT, env=env, stdout=said, stderr=said
            )
        wait_until_it_listens(self.process, self.port, self.log)
        wait_until(self.is_ready)

    def asked(self, path: str) -> tuple[int, str]:
        """The status and the words of an answer."""
        try:
            with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as answer:
                return answer.status, answer.read().decode()
        except HTTPError as refused:
            return refused.code, ""

    def is_ready(self) -> bool:
        """Whether a visit may begin."""
        with suppress(OSError):
            return self.asked("/health/ready")[0] == 200
        return False

    def number(self, name: str) -> float:
        """One of the numbers that it tells."""
        found = re.search(
            rf"^{re.escape(name)} (\S+)$", self.asked("/kiosk/metrics")[1], re.MULTILINE
        )
        assert found
        return float(found[1])

    @property
    def told(self) -> list[str]:
        """What its log tells: each line is one event."""
        return [json.loads(line)["told"] for line in self.log.read_text().splitlines()]

    def hangs(self) -> None:
        """It stands still, and answers nobody."""
        self.process.send_signal(signal.SIGSTOP)

    def is_killed(self) -> None:
        """It ends in the middle of whatever it does."""
        self.process.kill()
        self.process.wait()

    def drains(self) -> None:
        """Tell it to stop, and wait until its visits have ended."""
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(timeout=ENDS_WITHIN)

    def renames_the_kiosk(self) -> None:
        """Change a text that stands on every page."""
        words = self.folder / "content" / "ui_strings" / "en.yaml"
        text = words.read_text().replace(f"kiosk_name: {NAMES[0]}\n", f'kiosk_name: "{NAMES[1]}"\n')
        words.write_text(text)


class Fleet:
    """Two servers, and the address at which screens find whichever has room."""

    def __init__(self, folder: Path, settings: dict[str, str]) -> None:
        """Put the ports of this fleet into the shipped file of HAProxy."""
        self.servers = {name: Server(name, folder / name, told) for name, told in settings.items()}
        self.port, self.log = free_port(), folder / "haproxy.log"
        text = (PROJECT / "deploy" / "fleet" / "haproxy.cfg").read_text()
        text = text.replace("127.0.0.1:8080", f"127.0.0.1:{self.port}")
        for shipped, slower in SLOWER.items():
            assert shipped in text
            text = text.replace(shipped, slower)
        for port, server in zip((8501, 8502), self.servers.values(), strict=True):
            text = text.replace(f"127.0.0.1:{port}", f"127.0.0.1:{server.port}")
        self.file = folder / "haproxy.cfg"
        self.file.write_text(text)
        self.screens = list[Screen]()

    @property
    def place(self) -> str:
        """Where HAProxy listens."""
        return f"127.0.0.1:{self.port}"

    def opens_screens(self, count: int) -> None:
        """Let so many screens serve one visitor after the other."""
        for number in range(count):
            self.screens.append(Screen(self.place, NAMES, CONDITIONS[number % 2]))
            self.screens[-1].start()

    def serves(self, visits: int) -> None:
        """Wait until each screen has served so many visitors more."""
        wanted = [one.seen.visits + visits for one in self.screens]

        def have_been_served() -> bool:
            self.raises()
            return all(
                one.seen.visits >= count for one, count in zip(self.screens, wanted, strict=True)
            )

        wait_until(have_been_served)

    def raises(self) -> None:
        """Fail where something went wrong at a screen that nobody foresaw."""
        for one in self.screens:
            if one.trouble:
                raise AssertionError("A screen is in trouble.") from one.trouble

    def closes(self) -> None:
        """Let every screen come to the end of its visit."""
        for one in self.screens:
            one.stops.set()
        for one in self.screens:
            one.join(timeout=ENDS_WITHIN)
        self.raises()


@pytest.fixture
def places() -> dict[str, int]:
    """How many screens each server takes, where it is not a hundred."""
    return {}


@pytest.fixture
def database() -> Iterator[Postgres]:
    """The PostgreSQL of a clinic that has visits counted: of each fleet in a test that names it."""
    with laid_down() as server:
        server.start()
        yield server


@pytest.fixture(autouse=True)
def busy() -> Iterator[None]:
    """A browser that has longer for each page: two servers and many screens are at work beside."""
    expect.set_options(timeout=PATIENCE * 1000)
    yield
    expect.set_options(timeout=5_000)  # Playwright's own


@pytest.fixture
def fleet(
    tmp_path: Path, places: dict[str, int], request: pytest.FixtureRequest
) -> Iterator[Fleet]:
    """Two servers and HAProxy, running."""
    balancer = program("haproxy")
    is_counted = "database" in request.fixturenames
    counts = COUNTS.format(url=request.getfixturevalue("database").url) if is_counted else ""
    made = Fleet(
        tmp_path,
        {
            name: SETTINGS.replace("places = 100", f"places = {places.get(name, 100)}") + counts
            for name in ("room-a", "room-b")
        },
    )
    try:
        for server in made.servers.values():
            server.starts()
        with running(balancer, "-db", "-f", made.file, log=made.log) as process:
            wait_until_it_listens(process, made.port, made.log)
            yield made
    finally:
        for one in made.screens:
            one.stops.set()
        for server in made.servers.values():
            if hasattr(server, "process"):
                server.is_killed()
