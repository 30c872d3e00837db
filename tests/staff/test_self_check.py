"""A kiosk's last self-check is told in numbers, whatever it found."""

import pytest

from logic import metrics
from pages.parts import watchdog
from pages.parts.self_check import NotWellError


def number(name: str) -> float:
    """One of the kiosk's numbers."""
    return metrics.REGISTRY.get_sample_value(f"ask_first_self_check_{name}") or 0


@pytest.fixture(autouse=True)
def none_yet() -> None:
    """The kiosk has never looked at itself."""
    metrics.SELF_CHECK.set(0)
    metrics.SELF_CHECK_IS_WELL.set(0)


@pytest.mark.parametrize("is_well", [True, False])
def test_when_it_looked_and_what_it_found_is_told(
    monkeypatch: pytest.MonkeyPatch, *, is_well: bool
) -> None:
    def look(*_: object) -> None:
        if not is_well:
            raise NotWellError

    monkeypatch.setattr(watchdog, "check", look)
    monkeypatch.setattr(watchdog, "tell", lambda _: None)

    watchdog.look_and_tell("WATCHDOG=1")

    assert number("timestamp_seconds") > 0
    assert number("is_well") == is_well


def test_a_systemd_that_cannot_be_told_makes_no_kiosk_unwell(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(watchdog, "check", lambda *_: None)
    monkeypatch.setenv(watchdog.WHERE, "/nowhere/at/all")

    trouble = watchdog.look_and_tell("WATCHDOG=1")

    assert isinstance(trouble, OSError)
    assert number("is_well") == 1


def test_a_kiosk_that_never_looked_says_so() -> None:
    assert number("timestamp_seconds") == 0
