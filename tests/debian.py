"""Install Debian packages, where this is Debian and we may: `python tests/debian.py NAME...`.

Runs before there is a virtual environment, so it uses nothing but Python itself.
"""

import os
import shutil
import subprocess
import sys


def can_install() -> bool:
    """Whether packages can be installed here: apt is there, and we are its owner."""
    return shutil.which("apt-get") is not None and os.geteuid() == 0


def install(*names: str) -> None:
    """Install packages, or end with a sentence that says what to install by hand."""
    if not can_install():
        raise SystemExit(f"Please install {' and '.join(names)}, then run this command again.")
    asking_nothing = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["update"], ["install", "-y", "--no-install-recommends", *names]):
        subprocess.run(["apt-get", "-qq", *command], env=asking_nothing, check=True)


if __name__ == "__main__":
    install(*sys.argv[1:])
