"""How a clinic's machine is made ready to print: by CUPS, or by the screen's own browser.

That these settings of CUPS keep nothing is held by tests/printing/, which run a CUPS with them.
"""

import json
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.deploy.conftest import PROJECT, Run, everything_in, script

PRINTING = PROJECT / "deploy" / "printing"
IN_MEMORY = {"/var/spool/cups", "/var/cache/cups", "/var/log/cups", "/tmp", "/var/tmp"}
SETTINGS = ("cupsd.conf", "cups-files.conf")


@pytest.fixture
def with_cups(machine: Path) -> Path:
    """A folder that stands for a machine on which CUPS has printed."""
    (machine / "etc/cups").mkdir(parents=True)
    for name in SETTINGS:
        (machine / "etc/cups" / name).write_text("# Debian's\n")
    (machine / "var/spool/cups").mkdir(parents=True)
    (machine / "var/spool/cups/d00001-001").write_text("what somebody printed")
    return machine


def directives(path: Path) -> Iterator[tuple[str, str]]:
    """Each line of a file of CUPS that is set, but for those within a block."""
    for line in path.read_text().splitlines():
        name, _, value = line.partition(" ")
        if re.fullmatch("[A-Za-z]+", name):
            yield name, value


def test_cups_is_set_up_and_what_lay_on_the_disk_is_gone(with_cups: Path) -> None:
    told = script(PRINTING / "install", with_cups)

    assert told.returncode == 0, told.stderr
    for name in SETTINGS:
        assert (with_cups / "etc/cups" / name).read_text() == (PRINTING / name).read_text()
        assert (with_cups / f"etc/cups/{name}.before-ask-first").read_text() == "# Debian's\n"
    assert list((with_cups / "var/spool/cups").iterdir()) == []


def test_setting_cups_up_twice_leaves_what_doing_it_once_leaves(with_cups: Path) -> None:
    script(PRINTING / "install", with_cups)
    once = everything_in(with_cups)

    script(PRINTING / "install", with_cups)

    assert everything_in(with_cups) == once


def test_a_dry_run_for_cups_changes_nothing(with_cups: Path) -> None:
    before = everything_in(with_cups)

    told = script(PRINTING / "install", with_cups, "--dry-run")

    assert told.returncode == 0, told.stderr
    assert everything_in(with_cups) == before


def test_undoing_puts_back_what_was_there(with_cups: Path) -> None:
    script(PRINTING / "install", with_cups)

    told = script(PRINTING / "install", with_cups, "--undo")

    assert told.returncode == 0, told.stderr
    assert {path.name for path in (with_cups / "etc/cups").iterdir()} == {*SETTINGS}
    assert (with_cups / "etc/cups/cupsd.conf").read_text() == "# Debian's\n"
    assert list((with_cups / "etc/systemd/system").iterdir()) == []


def test_the_script_for_cups_has_no_fault_that_shellcheck_knows() -> None:
    told = subprocess.run(
        ["shellcheck", PRINTING / "install"], capture_output=True, text=True, check=False
    )

    assert told.stdout == ""


def test_systemd_finds_no_fault_in_what_is_said_of_cups(with_cups: Path) -> None:
    assert script(PRINTING / "install", with_cups).returncode == 0
    program = with_cups / "usr/sbin/cupsd"
    program.parent.mkdir(parents=True)
    program.touch(0o755)
    shutil.copytree("/lib/systemd/system", with_cups / "lib/systemd/system", symlinks=True)

    told = subprocess.run(
        ["systemd-analyze", "verify", f"--root={with_cups}", "--man=no", "cups.service"],
        capture_output=True,
        text=True,
        check=False,
    )

    assert told.stderr == ""
    assert told.returncode == 0


def test_wherever_cups_writes_what_it_prints_is_in_memory() -> None:
    drop_in = (PRINTING / "ask-first.conf").read_text()
    files = dict(directives(PRINTING / "cups-files.conf"))

    in_memory = set(re.findall(r"(/[^\s:]+):mode=", drop_in))

    assert in_memory == IN_MEMORY
    written = {files[name] for name in ("RequestRoot", "CacheDir", "AccessLog", "PageLog")}
    assert {place for place in written if not place.startswith(tuple(IN_MEMORY))} == set()
    assert "TempDir" not in files  # it is made below RequestRoot, and only there
    assert files["ErrorLog"] == "syslog"


def test_cups_keeps_no_job_and_answers_this_machine_alone() -> None:
    settings = [*directives(PRINTING / "cupsd.conf")]

    assert {
        ("PreserveJobFiles", "No"),
        ("PreserveJobHistory", "No"),
        ("PageLogFormat", ""),
        ("LogLevel", "warn"),
        ("Browsing", "No"),
        ("WebInterface", "No"),
    } <= {*settings}
    assert [value for name, value in settings if name == "Listen"] == [
        "127.0.0.1:631",
        "/run/cups/cups.sock",
    ]


@pytest.mark.parametrize(("by", "prints"), [("off", False), ("cups", False), ("browser", True)])
def test_chromium_prints_only_where_the_clinic_says_so(
    install: Run,
    machine: Path,
    by: str,
    prints: bool,  # noqa: FBT001
) -> None:
    settings = machine / "etc/ask-first/kiosk.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[printing]\nby = "{by}"\nprinter = "desk"\n')

    told = install()

    assert told.returncode == 0, told.stderr
    policy = json.loads((machine / "etc/chromium/policies/managed/ask-first.json").read_text())
    screen = (machine / "opt/ask-first/deploy/kiosk/screen").read_text()
    assert policy["PrintingEnabled"] is prints
    assert ("\n  --kiosk \\\n  --kiosk-printing \\\n" in screen) is prints
    assert ("--kiosk-printing" in screen) is prints
