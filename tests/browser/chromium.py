"""The browser that tests use: one that is installed, else Debian's, else Playwright's own.

`python -m tests.browser.chromium` makes sure that there is one.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes.util import find_library
from pathlib import Path

from playwright.sync_api import Browser, sync_playwright

from tests import debian
from tests.counts import programs as databases
from tests.fleet import programs as around
from tests.printing import programs

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
LIBRARIES = Path("/usr/lib")
IN_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
# A browser that talks to nobody but us, and starts as root in a container.
SWITCHES = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-domain-reliability",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
NONE_FOUND = (
    "No Chrome or Chromium was found, and none could be installed. "
    "Install one, or run `.venv/bin/playwright install --with-deps chromium`."
)


def find() -> Path | None:
    """An installed browser, or none."""
    for name in INSTALLED:
        if found := shutil.which(name):
            return Path(found)
    return IN_MACOS if IN_MACOS.exists() else None


def playwrights_own() -> Path | None:
    """The browser that Playwright downloaded, or none."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def clock_mover() -> Path | None:
    """What lets a test move the clock of one program, or nothing where it is not installed."""
    return next(LIBRARIES.glob("*/faketime/libfaketimeMT.so.1"), None)


def missing_packages() -> list[str]:
    """The Debian packages that browser tests need, and this machine has not."""
    needed = {
        "chromium": find(),
        "libatomic1": find_library("atomic"),  # Playwright's own Node.js needs it
        "strace": shutil.which("strace"),  # lists the connections that a program makes
        "libfaketime": clock_mover(),
        databases.PACKAGE: databases.program("postgres"),  # visits may be counted there
        "poppler-utils": shutil.which("pdfinfo"),  # reads what the paper says, as others would
        "systemd": shutil.which("systemd-analyze"),  # tests of deploy/ read units with it
        "shellcheck": shutil.which("shellcheck"),  # and scripts with this
    }
    wanted = [name for name, found in needed.items() if not found]
    return [*wanted, *programs.missing(), *around.missing()]


def ensure() -> Path:
    """The browser on this machine, installed now if there was none; a sentence if none can be."""
    if debian.can_install() and (missing := missing_packages()):
        debian.install(*missing)
    if found := find() or playwrights_own():
        return found
    subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if found := playwrights_own():
        return found
    raise SystemExit(NONE_FOUND)


@contextmanager
def opened() -> Iterator[Browser]:
    """The browser, until the block ends."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=ensure(), args=list(SWITCHES))
        yield browser
        browser.close()


if __name__ == "__main__":
    print(f"Browser for tests: {ensure()}")
