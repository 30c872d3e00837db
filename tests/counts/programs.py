"""The programs of PostgreSQL, which tests start themselves: the service that comes with it is off.

`tests/browser/chromium.py` installs them where they are missing, with all else that tests need.
"""

import os
import shutil
from pathlib import Path

import pytest

PACKAGE = "postgresql"


def program(name: str) -> str | None:
    """Where a program is, or nothing. Debian keeps them apart by their version."""
    folders = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    places = [os.environ.get("PATH", ""), *map(str, folders)]
    return shutil.which(name, path=os.pathsep.join(places))


def needed(name: str) -> str:
    """Where a program is. A test that needs one that is missing is skipped; in CI it fails."""
    if found := program(name):
        return found
    told = f"PostgreSQL is not installed. Run: apt-get install {PACKAGE}"
    if os.environ.get("CI"):
        pytest.fail(told)
    pytest.skip(told)
