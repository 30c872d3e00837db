"""Fixtures of the tests of the staff view: they look at the sample, and at no kiosk there is."""

from pathlib import Path

import pytest

from logic.counts.database import Database, file_url
from logic.staff import view
from pages.parts import staff_door
from tests.counts.march import APRIL, a_month
from tests.staff.kiosks import nobody


@pytest.fixture
def file(tmp_path: Path) -> Database:
    """A database in one file."""
    return Database(file_url(tmp_path / "counts.sqlite"))


@pytest.fixture(autouse=True)
def seen_anew() -> None:
    """Each test has a view of its own."""
    view.contents.cache_clear()
    view.papers_of.cache_clear()
    staff_door.SHOWN.papers = {}


@pytest.fixture
def clinic(tmp_path: Path) -> Path:
    """The clinic's file. Its kiosk is away, whatever runs on this machine."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'[staff]\nkiosks = ["{nobody()}"]\n')
    return path


@pytest.fixture
def counted(clinic: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The same, of a clinic that has counted visits through March; it is April."""
    clinic.write_text(f"[counts]\non = true\n\n{clinic.read_text()}")
    monkeypatch.setenv("KIOSK_TODAY", APRIL.isoformat())
    folder = tmp_path / "state" / "counts"
    folder.mkdir(parents=True)
    Database(file_url(folder / "counts.sqlite")).keep("kiosk", a_month())
    return clinic
