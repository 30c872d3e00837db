"""Install Debian packages, where this is Debian and we may: `python tests/debian.py NAME...`.

Runs before there is a virtual environment, so it uses nothing but Python itself.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

# What Debian asks before it starts a service that comes with a package: 101 is no.
POLICY = Path("/usr/sbin/policy-rc.d")
NO_SERVICE = "#!/bin/sh\nexit 101\n"


def can_install() -> bool:
    """Whether packages can be installed here: apt is there, and we are its owner."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(*names: str) -> None:
    """Install packages, or end with a sentence that says what to install by hand."""
    if not can_install():
        raise SystemExit(f"Please install {' and '.join(names)}, then run this command again.")
    asking_nothing = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    with services_left_off():
        for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
            subprocess.run(["apt-get", "-qq", *command], env=asking_nothing, check=True)


@contextmanager
def services_left_off() -> Iterator[None]:
    """Let no package start its service: tests start their own. A policy that is there stays."""
    is_ours = not POLICY.exists()
    if is_ours:
        POLICY.write_text(NO_SERVICE)
        POLICY.chmod(0o755)
    try:
        yield
    finally:
        if is_ours:
            POLICY.unlink()


if __name__ == "__main__":
    install(*sys.argv[1:])
