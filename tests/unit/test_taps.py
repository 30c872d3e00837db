"""A tap as a screen tells it."""

import pytest

from logic.taps import Tap, tap_in


@pytest.mark.parametrize(
    ("told", "tap"),
    [
        ("0a1b2c3d-4 next", Tap("0a1b2c3d-4", "next")),
        ("0a1b2c3d-12 study_view-map", Tap("0a1b2c3d-12", "study_view-map")),
    ],
)
def test_a_tap_names_its_page_and_its_control(told: str, tap: Tap) -> None:
    assert tap_in(told) == tap


@pytest.mark.parametrize(
    "told",
    [
        "",
        "next",
        "0a1b2c3d-4  next",
        "0a1b2c3d-4 next\n",
        "0a1b2c3d next",
        "0A1B2C3D-4 next",
        "0a1b2c3d-4 größe",
        "0a1b2c3d-4 " + "n" * 101,
        "undefined next",
    ],
)
def test_anything_else_is_no_tap(told: str) -> None:
    assert tap_in(told) is None


def test_a_tap_is_meant_for_its_page_alone_but_help_and_the_end_for_every_page() -> None:
    assert Tap("0a1b2c3d-4", "next").is_meant_for("0a1b2c3d-4")
    assert not Tap("0a1b2c3d-4", "next").is_meant_for("0a1b2c3d-5")
    assert Tap("0a1b2c3d-4", "talk").is_meant_for("0a1b2c3d-5")
    assert Tap("0a1b2c3d-4", "clear").is_meant_for("0a1b2c3d-5")
