"""The browser that tests use: one that is installed, else Debian's, else Playwright's own.

`python -m tests.browser.chromium` makes sure that there is one.
"""

import shutil
import subprocess
import sys
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests import debian

INSTALLED = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
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
    """The browser on this machine, or none."""
    for name in INSTALLED:
        if found := shutil.which(name):
            return Path(found)
    return IN_MACOS if IN_MACOS.exists() else playwrights_own()


def playwrights_own() -> Path | None:
    """The browser that Playwright downloaded, or none."""
    with sync_playwright() as playwright:
        path = Path(playwright.chromium.executable_path)
    return path if path.exists() else None


def ensure() -> Path:
    """The browser on this machine, installed now if there was none; a sentence if none can be."""
    if found := find():
        return found
    if debian.can_install():
        debian.install("chromium", "fonts-dejavu-core")
    else:
        subprocess.run([sys.executable, "-m", "playwright", "install", "chromium"], check=False)
    if found := find():
        return found
    raise SystemExit(NONE_FOUND)


if __name__ == "__main__":
    print(f"Browser for tests: {ensure()}")
    if sys.platform == "linux" and not shutil.which("strace"):
        debian.install("strace")
