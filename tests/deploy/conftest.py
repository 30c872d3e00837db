"""Fixtures of the tests of deploy/: what a clinic's machine is given, installed into a folder.

The folder stands for the machine, so that the machine that runs the tests stays as it is. What is
installed is a small checkout: the project as it is, with the sample content.
"""

import hashlib
import os
import shutil
import subprocess
import sys
import sysconfig
import time
import zipfile
from collections.abc import Callable
from pathlib import Path
from urllib.request import urlopen

import pytest

from tests.conftest import SAMPLE

PROJECT = Path(__file__).parents[2]
KIOSK = PROJECT / "deploy" / "kiosk"
PATIENCE = 30.0  # seconds, on a busy machine
SHIPPED = (".streamlit", "deploy", "docs", "logic", "pages")
Run = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A checkout that a test may change."""
    folder = tmp_path / "checkout"
    for name in SHIPPED:
        shutil.copytree(
            PROJECT / name, folder / name, ignore=shutil.ignore_patterns("__pycache__", "*.png")
        )
    shutil.copytree(SAMPLE, folder / "content")
    for path in PROJECT.glob("[!.]*.*"):
        shutil.copy(path, folder)
    shutil.copy(PROJECT / "LICENSE", folder)
    return folder


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A folder that stands for an empty machine."""
    folder = tmp_path / "machine"
    folder.mkdir()
    return folder


@pytest.fixture
def install(checkout: Path, machine: Path) -> Run:
    """Run `install` of the checkout for the machine, with the packages that run these tests."""

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        return script(checkout / "deploy/kiosk/install", machine, "--venv", sys.prefix, *options)

    return run


@pytest.fixture
def install_packages(checkout: Path, machine: Path) -> Run:
    """Run `install` of the checkout, which makes an environment and installs packages into it.

    It wants one package, that leads to those which run these tests.
    """
    wheel = checkout.with_name("leads-1-py3-none-any.whl")
    with zipfile.ZipFile(wheel, "w") as files:
        files.writestr("leads.pth", sysconfig.get_path("purelib"))
        files.writestr(
            "leads-1.dist-info/METADATA", "Metadata-Version: 2.1\nName: leads\nVersion: 1\n"
        )
        files.writestr("leads-1.dist-info/WHEEL", "Wheel-Version: 1.0\nTag: py3-none-any\n")
        files.writestr("leads-1.dist-info/RECORD", "")
    (checkout / "requirements.txt").write_text(f"{wheel}\n")

    def run() -> subprocess.CompletedProcess[str]:
        return script(checkout / "deploy/kiosk/install", machine, PYTHON=sys.executable)

    return run


@pytest.fixture
def uninstall(checkout: Path, machine: Path) -> Run:
    """Run `uninstall` of the checkout for the machine."""

    def run(*options: str) -> subprocess.CompletedProcess[str]:
        return script(checkout / "deploy/kiosk/uninstall", machine, *options)

    return run


def script(
    path: Path, machine: Path, *options: str, **given: str
) -> subprocess.CompletedProcess[str]:
    """What a script says and how it ends, run as a clinic's IT person runs it."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("KIOSK_")}
    return subprocess.run(
        [path, *options],
        env={**own, "ROOT": str(machine), **given},
        capture_output=True,
        text=True,
        check=False,
    )


def has_sessions(address: str, wanted: int) -> bool:
    """Whether a kiosk's server soon knows of so many visits."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        with urlopen(f"{address}/_stcore/metrics", timeout=5) as told:
            if f"\nactive_sessions {wanted}\n" in told.read().decode():
                return True
    return False


def everything_in(folder: Path) -> dict[str, tuple[str, str]]:
    """Every file, folder and link, with its mode, and what is in it."""
    return {
        str(path.relative_to(folder)): (oct(path.lstat().st_mode), content_of(path))
        for path in folder.rglob("*")
    }


def content_of(path: Path) -> str:
    """What a file holds, in short, or where a link leads."""
    if path.is_symlink():
        return str(path.readlink())
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""
