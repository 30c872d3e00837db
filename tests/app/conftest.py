"""Fixtures of the app tests.

They hold the kiosk to what a visit does: which page follows a tap, what stands on it, what is
forgotten. They run without a browser; what only a browser shows is in tests/browser/. What a
single function answers is in tests/unit/.
"""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from logic.content.items import Item
from logic.content.pack import KINDS
from pages.parts import session
from tests.app.screen import Screen


@pytest.fixture(autouse=True)
def read_anew() -> Iterator[None]:
    """Each test reads its own content and settings, as a kiosk does that has just started."""
    session.read_once.cache_clear()
    yield
    session.read_once.cache_clear()


@pytest.fixture
def screen() -> Screen:
    """A kiosk that shows the sample content."""
    return Screen()


def last_day_of_all() -> date:
    """The last day on which no item of the content is overdue."""
    kinds: list[tuple[Item, ...]] = [getattr(session.pack(), kind) for kind in KINDS]
    return min(item.next_review for kind in kinds for item in kind)


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The clinic's file of this test, not written yet."""
    return tmp_path / "kiosk.toml"
