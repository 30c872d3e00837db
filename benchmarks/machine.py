"""On what a run was made, and how busy that was: nothing is quiet where others work, too."""

import os
import platform
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from subprocess import check_output
from typing import Any

from tests.browser.conftest import PROJECT


@dataclass(frozen=True)
class Machine:
    """What a run was made on. `load` is how many wanted a core at each look, one of them we."""

    cores: int
    python: str
    streamlit: str
    browser: str = ""
    load: list[float] = field(default_factory=list)

    def look(self) -> None:
        """See how busy it is now."""
        self.load.append(round(os.getloadavg()[0], 2))

    def told(self) -> dict[str, Any]:
        """All of it, for a file."""
        return asdict(self)


def this(browser: str = "") -> Machine:
    """The machine that this runs on."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return Machine(cores or 1, platform.python_version(), version("streamlit"), browser)


def commit() -> str:
    """The commit that was measured; with a mark where something in it was changed since."""
    described = ["git", "describe", "--always", "--dirty"]
    return check_output(described, cwd=PROJECT, text=True).strip()
