"""A screen whose Chromium shows a page of its own is ended, and no other.

The test stands for the kiosk, which listens, and for Chromium, which opens a connection to it.
"""

import os
import socket
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.conftest import KIOSK, PATIENCE

EVERY = "0.05"  # seconds between two looks; the twelfth without a connection ends the screen
LONGER = 3.0  # seconds, in which far more than twelve looks pass


@pytest.fixture
def kiosk() -> Iterator[socket.socket]:
    """A kiosk that has its port, and does not listen yet."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        yield taken


@pytest.fixture
def screen(kiosk: socket.socket, tmp_path: Path) -> Iterator[subprocess.Popen[bytes]]:
    """A program that stands for the screen, and is watched."""
    watching = tmp_path / "end-when-lost"
    port = str(kiosk.getsockname()[1])
    watching.write_text((KIOSK / "end-when-lost").read_text().replace("8501", port))
    shown = subprocess.Popen(["sleep", "600"])
    watches = subprocess.Popen(
        ["sh", watching, str(shown.pid)],
        env={**os.environ, "EVERY": EVERY},
        stdout=subprocess.DEVNULL,
    )
    yield shown
    for one in (watches, shown):
        one.kill()
        one.wait(PATIENCE)


def stays(screen: subprocess.Popen[bytes]) -> bool:
    """Whether the screen outlives far more looks than it takes to end one."""
    try:
        screen.wait(LONGER)
    except subprocess.TimeoutExpired:
        return True
    return False


def test_a_screen_that_waits_for_a_kiosk_that_is_away_stays(
    screen: subprocess.Popen[bytes],
) -> None:
    assert stays(screen)


def test_a_screen_stays_for_as_long_as_it_is_connected_to_the_kiosk(
    kiosk: socket.socket, screen: subprocess.Popen[bytes]
) -> None:
    kiosk.listen()
    with socket.create_connection(kiosk.getsockname()):
        assert stays(screen)

    screen.wait(PATIENCE)

    assert screen.returncode != 0
