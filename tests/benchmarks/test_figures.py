"""What becomes of samples."""

from benchmarks.figures import Figures, figure


def test_a_figure_is_the_median_and_the_95th_percentile() -> None:
    found = figure([*range(1, 101)])

    assert (found.median, found.high, found.count) == (50.5, 95.05, 100)


def test_one_sample_is_its_own_figure() -> None:
    found = figure([7.0], "MB")

    assert (found.median, found.high, found.count, found.unit) == (7.0, 7.0, 1, "MB")


def test_figures_are_apart_by_what_they_are_and_of_which_app() -> None:
    figures = Figures()
    figures.add("tap: guide", "kiosk", 40.0, 60.0)
    figures.add("tap: guide", "one WebSocket", 30.0)
    figures.add("memory", "kiosk", 200.0, unit="MB")

    own = figures.of("tap: guide", "kiosk")

    assert own
    assert own.median == 50.0
    assert figures.of("memory", "one WebSocket") is None
    assert figures.apps() == ["kiosk", "one WebSocket"]
    assert figures.whats() == ["tap: guide", "memory"]
