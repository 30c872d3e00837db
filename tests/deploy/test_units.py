"""The units of systemd as they are installed: without a fault, and as closed as we say."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.deploy.conftest import KIOSK, Run

# What the units run, and a machine brings: a file of that name stands for each.
PROGRAMS = ("opt/ask-first/.venv/bin/python",)
UNITS = ("ask-first.service", "ask-first-screen.service")
# systemd's own score of what a unit leaves open, in tenths: 0 is nothing, 100 everything. The
# screen needs the display, the touch and Chromium's own sandbox.
EXPOSED_AT_MOST = {"ask-first.service": 11, "ask-first-screen.service": 30}


def test_systemd_finds_no_fault_in_the_units(install: Run, machine: Path) -> None:
    assert install().returncode == 0
    (machine / "opt/ask-first/.venv").unlink()  # leads out of the folder
    for program in PROGRAMS:
        path = machine / program
        path.parent.mkdir(parents=True, exist_ok=True)
        path.touch(0o755)
    shutil.copytree("/lib/systemd/system", machine / "lib/systemd/system", symlinks=True)

    told = subprocess.run(
        ["systemd-analyze", "verify", f"--root={machine}", "--man=no", *UNITS],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stderr == ""
    assert told.returncode == 0


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_is_as_closed_as_we_say(unit: str) -> None:
    told = subprocess.run(
        ["systemd-analyze", "security", "--offline=true", "--no-pager",
         f"--threshold={EXPOSED_AT_MOST[unit]}", KIOSK / unit],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip

    score = re.search(r"Overall exposure level for \S+: ([\d.]+)", told.stdout)
    assert score, told.stdout + told.stderr
    assert told.returncode == 0, f"{unit} scores {score[1]}"


def test_the_server_is_limited_and_watched_and_the_profile_lies_in_memory() -> None:
    server, screen = ({*(KIOSK / unit).read_text().splitlines()} for unit in UNITS)

    assert {"MemoryMax=1G", "Type=notify", "WatchdogSec=60"} <= server
    assert any(line.startswith("Environment=") and "MALLOC_ARENA_MAX=1" in line for line in server)
    assert {"RuntimeDirectory=ask-first-screen"} <= screen
    assert any(line.startswith("TemporaryFileSystem=") for line in screen)


@pytest.mark.parametrize("unit", UNITS)
def test_a_unit_never_gives_up_and_leaves_no_memory_on_the_disk(unit: str) -> None:
    lines = (KIOSK / unit).read_text().splitlines()

    assert {"StartLimitIntervalSec=0", "Restart=always", "RestartSec=2", "LimitCORE=0"} <= {*lines}


def test_the_screen_has_a_voice_of_this_machine_that_writes_nothing_down() -> None:
    screen = (KIOSK / "screen").read_text()
    unit = (KIOSK / "ask-first-screen.service").read_text().splitlines()
    speech = (KIOSK / "speechd.conf").read_text().splitlines()

    assert "\n  --enable-speech-dispatcher \\\n" in screen
    assert "/deploy/kiosk/speechd.conf" in screen
    assert "Environment=HOME=%t/ask-first-screen" in unit  # where the script puts that file
    assert {'AudioOutputMethod "alsa"', "LogLevel 0"} <= {*speech}
