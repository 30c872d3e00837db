"""The servers that are measured, each from a folder of its own."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from urllib.request import urlopen

import psutil

from tests.browser.conftest import PROJECT, free_port

PEERS = Path(__file__).parent / "peers"
LIVES = "/_stcore/health"
GIVEN_UP = 180  # seconds: a machine may be busy
LOOKS_EVERY = 0.005  # seconds
QUIET = 0.02  # of a core, for a second: a server that has nothing left to do
# Streamlit's own answer to an empty folder: as little is set as may be. Nothing leaves the machine.
PLAIN = {
    "STREAMLIT_SERVER_HEADLESS": "true",
    "STREAMLIT_SERVER_ADDRESS": "127.0.0.1",
    "STREAMLIT_BROWSER_SERVER_ADDRESS": "127.0.0.1",
    "STREAMLIT_BROWSER_GATHER_USAGE_STATS": "false",
    "STREAMLIT_SERVER_SHOW_EMAIL_PROMPT": "false",
}
ONE_POOL = {"MALLOC_ARENA_MAX": "1"}  # as `make run` and deploy/kiosk/ask-first.service do


@dataclass(frozen=True)
class Server:
    """A server that answers, and how long it took to: milliseconds."""

    address: str
    process: psutil.Process
    took: float

    def memory(self) -> float:
        """MB that it alone uses."""
        return float(self.process.memory_full_info().uss) / 2**20

    def worked(self) -> float:
        """Milliseconds for which it has had a core."""
        times = self.process.cpu_times()
        return float(times.user + times.system) * 1000

    def rests(self) -> None:
        """Wait until it has nothing left to do: the kiosk draws its pages ahead."""
        until = time.monotonic() + GIVEN_UP
        while self.process.cpu_percent(interval=1) / 100 > QUIET:
            if time.monotonic() > until:
                raise TimeoutError("The server never rests.")


@contextmanager
def running(command: list[str], folder: Path, log: Path, port: int, **env: str) -> Iterator[Server]:
    """A server until the block ends."""
    with log.open("a") as said:
        began = time.perf_counter()
        run = subprocess.Popen(
            command, cwd=folder, env={**os.environ, **env}, stdout=said, stderr=said
        )
        try:
            wait_until_it_answers(run, port, log)
            took = (time.perf_counter() - began) * 1000
            yield Server(f"http://127.0.0.1:{port}", psutil.Process(run.pid), took)
        finally:
            run.send_signal(signal.SIGCONT)
            run.terminate()
            run.wait(timeout=30)


def wait_until_it_answers(run: "subprocess.Popen[bytes]", port: int, log: Path) -> None:
    """Wait for a server to say that it is well; raises RuntimeError with its log where it ends."""
    given_up = time.monotonic() + GIVEN_UP
    while time.monotonic() < given_up and run.poll() is None:
        with suppress(OSError), urlopen(f"http://127.0.0.1:{port}{LIVES}", timeout=1):
            return
        time.sleep(LOOKS_EVERY)
    raise RuntimeError(f"It did not start:\n{log.read_text()}")


def streamlit(app: str, port: int, *launcher: str) -> list[str]:
    """What an operator types; a `launcher` may do the rest."""
    return [
        *(sys.executable, *launcher, "-m", "streamlit", "run", app),
        *("--server.port", str(port)),
    ]


@contextmanager
def kiosk(scratch: Path, *launcher: str, content: Path | None = None) -> Iterator[Server]:
    """The kiosk as an operator runs it, with room for many; a `launcher` may start it."""
    port, settings = free_port(), scratch / "kiosk.toml"
    settings.write_text("places = 500\n")
    command = streamlit("streamlit_app.py", port, *launcher)
    env = {"KIOSK_STATE": str(scratch / "state"), "KIOSK_SETTINGS": str(settings), **ONE_POOL}
    if content:
        env["KIOSK_CONTENT"] = str(content)
    with running(command, PROJECT, scratch / "kiosk.log", port, **env) as server:
        yield server


@contextmanager
def peer(name: str, scratch: Path, *launcher: str) -> Iterator[Server]:
    """An app of peers/, run where no settings of ours reach it."""
    port, folder = free_port(), scratch / name
    folder.mkdir(exist_ok=True)
    env = {**PLAIN, **ONE_POOL, "PYTHONPATH": str(PROJECT), "HOME": str(folder)}
    command = streamlit(str(PEERS / name / "app.py"), port, *launcher)
    with running(command, folder, scratch / f"{name}.log", port, **env) as server:
        yield server


@contextmanager
def floors(recorded: Path, scratch: Path) -> Iterator[Server]:
    """Both floors."""
    port = free_port()
    command = [sys.executable, "-m", "benchmarks.peers.floors", str(port), str(recorded)]
    with running(command, PROJECT, scratch / "floors.log", port) as server:
        yield server
