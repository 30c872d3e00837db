"""How long a server takes to start, and how long content takes: `python -m benchmarks starts`."""

import json
import os
import sys
from functools import partial
from pathlib import Path
from subprocess import check_output
from time import perf_counter

from benchmarks import apps, servers, wire
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures
from tests.browser.conftest import PROJECT


def one_round(scratch: Path, into: Figures) -> None:
    """Start each server, and have it draw its first page."""
    started = {
        KIOSK: partial(servers.kiosk, scratch),
        apps.BARE: partial(servers.peer, "bare", scratch),
        apps.USUAL: partial(servers.peer, "usual", scratch),
    }
    for app, start in started.items():
        with start() as server:
            began = perf_counter()
            with wire.screen(server.address):
                drawn = (perf_counter() - began) * 1000
        into.add("start: until it answers", app, server.took)
        into.add("start: until its first page", app, server.took + drawn)
    for what, took in reading().items():
        into.add(f"content: {what}", KIOSK, took)


def reading(content: Path | None = None) -> dict[str, float]:
    """How long content takes in a process of its own, what Python reads first left out."""
    env = {**os.environ, **({"KIOSK_CONTENT": str(content)} if content else {})}
    told: dict[str, float] = json.loads(
        check_output([sys.executable, "-m", "benchmarks.reading"], cwd=PROJECT, env=env)
    )
    return told
