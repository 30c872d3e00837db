"""Fixtures of the app tests.

They hold the kiosk to what a visit does: which page follows a tap, what stands on it, what is
forgotten. They run without a browser; what only a browser shows is in tests/browser/. What a
single function answers is in tests/unit/.
"""

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from pages.parts import session
from tests.app.screen import Screen
from tests.conftest import SHIPPED

Begin = Callable[[], Screen]


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """Each test reads its own content and settings, as a kiosk does that has just started."""
    session.kiosk.cache_clear()
    yield
    session.kiosk.cache_clear()


@pytest.fixture
def screen() -> Screen:
    """A kiosk that shows the sample content."""
    return Screen()


@pytest.fixture
def shipped(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A kiosk that shows the shipped content, on a day on which nothing of it is overdue."""
    monkeypatch.setenv("KIOSK_CONTENT", str(SHIPPED))
    monkeypatch.setenv("KIOSK_TODAY", day_before_the_first_review().isoformat())
    return Screen()


def day_before_the_first_review() -> date:
    """The last day on which no item of the shipped content is due."""
    pack = session.pack()
    items = (*pack.guide_sections, *pack.study_summaries, *pack.sources, *pack.screening_tools)
    return min(item.next_review for item in items)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The clinic's file of this test, not written yet."""
    return tmp_path / "kiosk.toml"
