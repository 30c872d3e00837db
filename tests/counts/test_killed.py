"""Kiosk and PostgreSQL are killed in turn, in the middle of whatever they do: nothing is doubled.

Nothing that was on the disk is lost either. `tests/counts/life.py` is the kiosk, without a screen.
"""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from random import Random

import pytest

from logic.counts.database import Database
from tests.browser.conftest import PROJECT
from tests.counts.conftest import VISIT
from tests.counts.postgres import Postgres, laid_down
from tests.printing.cups import wait_until

SEED = 40


@dataclass
class Told:
    """What one life told before it was killed."""

    text: str

    def last(self, word: str, otherwise: int = 0) -> int:
        """The number in the last whole line that begins so."""
        lines = self.text.split("\n")[:-1]
        found = [line for line in lines if line.startswith(f"{word} ")]
        return int(found[-1].split()[1]) if found else otherwise


class Life:
    """A kiosk that counts, in a process of its own."""

    def __init__(self, folder: Path, url: str, *, counts: bool = True) -> None:
        """Let it begin."""
        self.log = folder.parent / "told"
        command: list[str | Path] = [sys.executable, "-m", "tests.counts.life", folder, url]
        with self.log.open("wb") as told:
            self.process = subprocess.Popen(
                [*command, "counts" if counts else "delivers"], stdout=told, cwd=PROJECT
            )

    @property
    def told(self) -> Told:
        """What it has told so far."""
        return Told(self.log.read_text())

    def has_kept(self, times: int) -> bool:
        """Whether it has kept so often; fails where it has ended."""
        assert self.process.poll() is None
        return self.told.text.count("kept ") >= times

    def killed(self) -> Told:
        """End it in the middle of whatever it does, and take what it told."""
        self.process.kill()
        self.process.wait()
        return self.told


def in_the_database(server: Postgres, url: str) -> int:
    """How many visits the database has, once it answers."""
    if not server.answers():
        server.start()
    days = Database(url).days().get("lobby", {})
    return sum(counts[VISIT] for counts in days.values())


@pytest.mark.parametrize("lives", [9, pytest.param(60, marks=pytest.mark.long)])
def test_what_was_kept_is_delivered_once_whoever_is_killed_in_whatever_moment(
    tmp_path: Path, lives: int
) -> None:
    random, folder = Random(SEED), tmp_path / "counts"
    kept = counted = 0
    with laid_down() as server:
        server.start()
        for number in range(lives):
            life = Life(folder, server.url)
            rounds = random.randint(1, 40)
            wait_until(lambda life=life, rounds=rounds: life.has_kept(rounds))  # type: ignore[misc]
            if number % 3 == 1:
                server.kill()
                wait_until(lambda life=life, rounds=rounds: life.has_kept(rounds + 5))  # type: ignore[misc]
            told = life.killed()
            found = told.last("found")
            assert kept <= found <= counted  # of what the lives before had told
            kept, counted = told.last("kept", found), found + told.last("counting")
            if number % 3 == 2:
                assert in_the_database(server, server.url) <= counted
        if not server.answers():
            server.start()
        last = Life(folder, server.url, counts=False)
        assert last.process.wait(timeout=60) == 0
        found = last.told.last("found")
        assert kept <= found <= counted
        assert in_the_database(server, server.url) == found
        assert found > lives
