"""Programs of others that stand around a fleet: a real HAProxy, and Prometheus's own checker.

`tests/browser/chromium.py` installs what is missing of them, with all else that tests need.
"""

import os
import shutil

import pytest

# From a user's own PATH these are missing on Debian.
PLACES = os.pathsep.join((os.environ.get("PATH", ""), "/usr/sbin", "/sbin"))
PACKAGES = {"haproxy": "haproxy", "promtool": "prometheus"}


def program(name: str) -> str:
    """Where a program is. A test that needs one that is missing is skipped; in CI it fails."""
    if found := shutil.which(name, path=PLACES):
        return found
    told = f"{name} is not installed. Run: apt-get install {' '.join(missing())}"
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)


def missing() -> list[str]:
    """The Debian packages that these tests need, and this machine has not."""
    return [package for name, package in PACKAGES.items() if not shutil.which(name, path=PLACES)]
