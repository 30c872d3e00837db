"""A short soak, and how a soak judges: what `make soak` does for half an hour."""

import pytest
from playwright.sync_api import Browser

from tests.conftest import Tell
from tests.soak import AROUND, FLAT, WARM, Soak, soak, with_row

MINUTES, SEED = 0.75, 20_261_124


def test_after_visits_of_random_length_nothing_is_left_and_nothing_went_wrong(
    browser: Browser, record_property: Tell
) -> None:
    result = soak(browser, MINUTES, SEED)

    record_property("visits of random length", len(result.memory))
    assert result.missed() == []
    assert result.ends.total() == len(result.memory) > 0
    assert not any(result.left.values())


@pytest.mark.parametrize(("grown", "is_missed"), [(FLAT - 1, False), (FLAT + 1, True)])
def test_memory_is_judged_from_the_two_hundredth_visit_on(grown: float, *, is_missed: bool) -> None:
    warming, warm = [50.0] * WARM, [100.0] * AROUND

    judged = Soak(seed=1, memory=[*warming, *warm, *[100.0 + grown] * AROUND])

    assert bool(judged.missed()) == is_missed


def test_too_few_visits_do_not_tell_how_memory_goes_on() -> None:
    assert Soak(seed=1, memory=[50.0] * WARM + [100.0] * AROUND).after_warming is None


def test_a_row_stands_at_the_end_of_its_table() -> None:
    page = "Before.\n\n| A | B |\n|---|---|\n| 1 | 2 |\n\nAfter.\n\nMore.\n"

    assert with_row(page, {"A": "3", "B": "4"}) == page.replace("| 2 |\n", "| 2 |\n| 3 | 4 |\n")


@pytest.mark.parametrize(
    "found",
    [{"log": ["Something"]}, {"browsers_errors": ["Something"]}, {"left": {"sessions": 1}}],
)
def test_whatever_went_wrong_is_told(found: dict[str, object]) -> None:
    assert len(Soak(seed=1, memory=[1.0], **found).missed()) == 1  # type: ignore[arg-type]
