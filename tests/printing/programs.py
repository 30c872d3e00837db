"""A real CUPS of our own, and CUPS's own pretended printer; the machine's CUPS is left alone.

`tests/browser/chromium.py` installs what is missing of them, with all else that tests need.
"""

import os
import shutil

# From a user's own PATH these are missing on Debian.
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
PACKAGES = {
    "cupsd": "cups-daemon",
    "ippeveprinter": "cups-ipp-utils",
    "ipptool": "cups-ipp-utils",
    "dbus-daemon": "dbus-daemon",  # Debian's ippeveprinter starts only where there is a bus
}


def program(name: str) -> str | None:
    """Where a program is, or nothing."""
    return shutil.which(name, path=PLACES)


def missing() -> list[str]:
    """The Debian packages that these tests need, and this machine has not."""
    return sorted({package for name, package in PACKAGES.items() if not program(name)})
