"""What systemd is told by a kiosk that runs, and when it is told nothing more.

The test stands for systemd: it listens at a socket of its own, and asks to be told every second.
"""

import os
import signal
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.browser.conftest import PROJECT, serving
from tests.deploy.conftest import PATIENCE, has_sessions

EVERY = 1.0  # seconds between two looks
FAULT = """
from pathlib import Path
if Path("{}").exists():
    raise RuntimeError("a made-up fault")
"""


class Systemd:
    """Listens to what a service says of itself."""

    def __init__(self, path: Path, asked: pytest.MonkeyPatch) -> None:
        """Ask every service that is started from now on to say that it is well."""
        self.heard = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self.heard.bind(str(path))
        asked.setenv("NOTIFY_SOCKET", str(path))
        asked.setenv("WATCHDOG_USEC", str(int(EVERY * 3 * 1_000_000)))

    def hears(self, within: float) -> str | None:
        """The next thing that the service says, or nothing within so many seconds."""
        self.heard.settimeout(within)
        try:
            return self.heard.recv(100).decode()
        except TimeoutError:
            return None

    def hears_nothing_more(self) -> bool:
        """Whether, after what was said already, three looks pass without a word."""
        while self.hears(0.01):
            pass
        return self.hears(EVERY * 3) is None


@pytest.fixture
def systemd(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Systemd]:
    """A systemd that waits for a kiosk with the sample content."""
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))
    listening = Systemd(tmp_path / "notify", monkeypatch)
    yield listening
    listening.heard.close()


@contextmanager
def stopped(name: str) -> Iterator[None]:
    """The server that was started with this port stands still, as one that hangs does."""
    found = [int(pid.name) for pid in Path("/proc").glob("[0-9]*") if name in command_of(pid)]
    assert len(found) == 1
    os.kill(found[0], signal.SIGSTOP)
    try:
        yield
    finally:
        os.kill(found[0], signal.SIGCONT)


def command_of(pid: Path) -> str:
    """How a process was started; nothing where it is gone."""
    try:
        return (pid / "cmdline").read_text().replace("\0", " ")
    except OSError:
        return ""


def test_a_kiosk_says_that_it_is_ready_and_then_that_it_is_well_until_it_hangs(
    systemd: Systemd, tmp_path: Path
) -> None:
    log = tmp_path / "log"
    with serving(PROJECT, log) as address:
        assert systemd.hears(PATIENCE) == "READY=1"
        assert [systemd.hears(PATIENCE) for _ in range(3)] == ["WATCHDOG=1"] * 3
        with stopped(f"--server.port {address.rsplit(':', 1)[1]}"):
            assert systemd.hears_nothing_more()
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"

    assert "Traceback" not in log.read_text()


def test_a_kiosk_whose_first_page_fails_says_nothing_more(
    systemd: Systemd, checkout: Path, tmp_path: Path
) -> None:
    with (checkout / "pages" / "welcome.py").open("a") as page:
        page.write(FAULT.format(tmp_path / "now"))

    with serving(checkout, tmp_path / "log"):
        assert systemd.hears(PATIENCE) == "READY=1"
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"
        (tmp_path / "now").touch()
        assert systemd.hears_nothing_more()


def test_a_kiosk_without_content_is_well_for_it_shows_where_help_is(
    systemd: Systemd, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    monkeypatch.setenv("KIOSK_CONTENT", str(empty))

    with serving(PROJECT, tmp_path / "log"):
        assert systemd.hears(PATIENCE) == "READY=1"
        assert systemd.hears(PATIENCE) == "WATCHDOG=1"


def test_a_look_leaves_no_session_and_no_line_in_the_log(systemd: Systemd, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with serving(PROJECT, log) as address:
        assert systemd.hears(PATIENCE) == "READY=1"
        begun = log.read_text()
        assert [systemd.hears(PATIENCE) for _ in range(4)] == ["WATCHDOG=1"] * 4
        assert has_sessions(address, 0)
        assert log.read_text() == begun
