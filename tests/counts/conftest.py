"""Fixtures of the tests of the counts."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from logic.counts.database import Database, file_url
from logic.counts.sheets import Sheet
from logic.counts.things import Thing
from tests.counts.postgres import Postgres, laid_down

DAY = date(2026, 3, 1)  # the tests' own: tests/conftest.py
VISIT = Thing("visit")
SHORT, HOURS = Thing("condition", "nights"), Thing("condition", "hours")


def sheet(day: date = DAY, name: str = "", **counts: int) -> Sheet:
    """A sheet with so many visits, and whatever else is given by its condition."""
    made = Sheet(day, name) if name else Sheet(day)
    made.totals.update(
        {VISIT if of == "visits" else Thing("condition", of): n for of, n in counts.items()}
    )
    return made


@pytest.fixture(scope="session")
def postgres() -> Iterator[Postgres]:
    """A PostgreSQL that runs. Nobody kills it."""
    with laid_down() as server:
        server.start()
        yield server


@pytest.fixture
def file(tmp_path: Path) -> Database:
    """A database in one file."""
    return Database(file_url(tmp_path / "counts.sqlite"))


@pytest.fixture(params=["a file", "PostgreSQL"])
def database(request: pytest.FixtureRequest) -> Database:
    """A database of each kind."""
    if request.param == "a file":
        found: Database = request.getfixturevalue("file")
        return found
    server: Postgres = request.getfixturevalue("postgres")
    return Database(server.new())
