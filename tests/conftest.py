"""Fixtures shared by every kind of test."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from logic.content.pack import Draft, Pack, load_pack, read_draft
from logic.rules import RULES

SHIPPED = Path(__file__).parent.parent / "content"
SAMPLE = Path(__file__).parent / "sample_content"
TODAY = date(2026, 3, 1)  # the sample was reviewed before it, and is due again after it

Edit = Callable[[str, str, str], Path]
Tell = Callable[[str, object], None]  # pytest's `record_property`


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what tests have counted, such as how many states they saw."""
    for report in terminalreporter.getreports("passed"):
        for name, count in report.user_properties:
            terminalreporter.write_line(f"{count} {name}")


@pytest.fixture(autouse=True)
def only_the_sample(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No test sees the calendar, the clinic's own file, what stands in a shell, or is kept."""
    monkeypatch.setenv("KIOSK_TODAY", TODAY.isoformat())
    monkeypatch.setenv("KIOSK_CONTENT", str(SAMPLE))
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text("# A clinic that says nothing of itself.\n")
    monkeypatch.setenv("KIOSK_SETTINGS", str(clinic))
    monkeypatch.setenv("KIOSK_STATE", str(tmp_path / "state"))


@pytest.fixture
def sample(tmp_path: Path) -> Path:
    """A copy of the sample content that a test may change."""
    return Path(shutil.copytree(SAMPLE, tmp_path / "content"))


@pytest.fixture
def edited_content(sample: Path) -> Edit:
    """Change one piece of text in one file of the copied sample content."""

    def edit(name: str, old: str, new: str) -> Path:
        path = sample / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1, f"{old!r} must appear once in {name}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return sample

    return edit


@pytest.fixture(scope="session")
def draft() -> Draft:
    """Everything in the sample content, as its author wrote it. Nothing changes it."""
    return read_draft(SAMPLE)


@pytest.fixture(scope="session")
def pack() -> Pack:
    """All sample content, as the kiosk shows it. Nothing changes it."""
    return load_pack(SAMPLE, RULES)
