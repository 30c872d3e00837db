"""What the kiosk is held to."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from benchmarks import bars
from benchmarks.bars import Bar, Missing, judged
from benchmarks.figures import Figures

WHY = "A page of text is one round trip."


def figures(own: float, other: float) -> Figures:
    """A run in which one tap was measured three times, in the kiosk and beside it."""
    found = Figures()
    found.add("tap: guide", bars.KIOSK, own - 1, own, own + 10)
    found.add("tap: guide", "one WebSocket", other - 1, other, other + 1)
    return found


@pytest.mark.parametrize(("own", "is_met"), [(44.0, True), (44.1, False)])
def test_a_figure_is_held_to_a_multiple_of_another_and_some_more(
    own: float, *, is_met: bool
) -> None:
    bar = Bar(figures=("tap: guide",), against="one WebSocket", times=1.3, plus=5, reason=WHY)

    [found] = judged([bar], figures(own, 30.0), is_whole=True)

    assert found.is_met is is_met
    assert found.ratio == pytest.approx(own / 30, abs=0.001)
    assert found.at_most == pytest.approx(1.3 + 5 / 30, abs=0.001)


def test_a_95th_percentile_is_held_to_the_others_median() -> None:
    bar = Bar(figures=("tap: guide",), measure="high", against="one WebSocket", times=3, reason=WHY)

    [found] = judged([bar], figures(80.0, 30.0), is_whole=True)

    assert found.name == "tap: guide, 95th percentile"
    assert found.ratio == pytest.approx(89 / 30, abs=0.001)


def test_a_figure_that_stands_against_none_is_held_to_a_number() -> None:
    bar = Bar(figures=("tap: guide",), plus=39.9, reason=WHY)

    [found] = judged([bar], figures(40.0, 30.0), is_whole=True)

    assert not found.is_met
    assert (found.ratio, found.unit) == (40.0, "ms")


def test_a_bar_may_hold_another_app_than_the_kiosk_and_says_which() -> None:
    bar = Bar(
        figures=("tap: guide",), whose="one WebSocket", against=bars.KIOSK, times=0.7, reason=WHY
    )

    [found] = judged([bar], figures(40.0, 30.0), is_whole=True)

    assert found.name == "tap: guide, one WebSocket"
    assert found.ratio == pytest.approx(30 / 40, abs=0.001)
    assert not found.is_met


def test_a_figure_may_stand_against_one_of_another_name() -> None:
    found = figures(40.0, 30.0)
    found.add("wipe", bars.KIOSK, 60.0)
    bar = Bar(figures=("wipe",), against="one WebSocket", of="tap: guide", times=2, reason=WHY)

    [wipe] = judged([bar], found, is_whole=True)

    assert (wipe.ratio, wipe.is_met) == (2.0, True)


def test_a_part_is_judged_on_what_it_measured_and_a_whole_run_measures_all() -> None:
    bar = Bar(figures=("cold load",), against="bare Streamlit", times=1.15, reason=WHY)

    assert not list(judged([bar], figures(40.0, 30.0), is_whole=False))
    with pytest.raises(Missing, match="cold load"):
        list(judged([bar], figures(40.0, 30.0), is_whole=True))


def test_a_bar_without_a_reason_is_none(tmp_path: Path) -> None:
    file = tmp_path / "bars.toml"
    file.write_text('[[bar]]\nfigures = ["cold load"]\nplus = 3\nreason = ""\n')

    with pytest.raises(ValidationError, match="reason"):
        bars.read(file)


def test_no_figure_has_the_same_bar_twice() -> None:
    every = [(what, bar.measure, bar.whose) for bar in bars.read() for what in bar.figures]

    assert len(every) == len(set(every))
