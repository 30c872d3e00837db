"""What is kept of a run, and what whoever started it is told."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

import benchmarks.__main__ as command
from benchmarks import history, report
from benchmarks.bars import Judged
from benchmarks.figures import Figures
from benchmarks.history import Run
from benchmarks.machine import Machine


def run(ratio: float) -> Run:
    """A run with one figure and one bar."""
    found = Figures()
    found.add("tap: guide", "kiosk", 30.0 * ratio, 30.0 * ratio)
    found.add("tap: guide", "one WebSocket", 30.0, 31.0)
    met = Judged(
        name="tap: guide",
        ratio=ratio,
        at_most=1.5,
        is_met=ratio <= 1.5,
        unit="times one WebSocket",
        reason="It is one round trip.",
    )
    machine = Machine(2, "3.11.7", "1.67.0", "Chromium 156", [0.2, 1.7])
    return Run("abc1234", ("taps",), 2, machine, found, (met,), datetime(2026, 11, 29, tzinfo=UTC))


def test_the_history_names_the_commit_and_each_ratio(tmp_path: Path) -> None:
    file = tmp_path / "history.jsonl"

    history.keep(run(1.2), file)
    history.keep(run(1.8), file)

    first, second = history.read(file)
    assert first == {
        "commit": "abc1234",
        "at": "2026-11-29T00:00:00+00:00",
        "rounds": 2,
        "load": 1.7,
        "ratios": {"tap: guide": 1.2},
        "missed": [],
    }
    assert second["missed"] == ["tap: guide"]


def test_the_history_that_is_kept_can_be_read() -> None:
    for line in history.read():
        assert {"commit", "at", "rounds", "load", "ratios", "missed"} == set(line)
        assert set(line["missed"]) <= set(line["ratios"])


def test_all_of_a_run_is_written_with_the_machine_it_was_made_on(tmp_path: Path) -> None:
    file = history.write(run(1.2), tmp_path)

    whole = json.loads(file.read_text())
    assert file.name == "2026-11-29T000000-abc1234.json"
    assert whole["machine"]["load"] == [0.2, 1.7]
    assert whole["figures"][1] == {
        "what": "tap: guide",
        "app": "one WebSocket",
        "median": 30.5,
        "high": pytest.approx(30.95),
        "count": 2,
        "unit": "ms",
    }


@pytest.mark.parametrize(("ratio", "code"), [(1.5, 0), (1.6, 1)])
def test_a_missed_bar_ends_it_with_an_error(
    ratio: float, code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.argv", ["benchmarks", "taps"])
    monkeypatch.setattr(command, "ALL_OF_A_RUN", tmp_path)
    monkeypatch.setattr(command, "measured", lambda _: run(ratio))

    assert command.main() == code


def test_the_tables_have_a_place_in_the_page_that_tells_of_them() -> None:
    page = report.PAGE.read_text(encoding="utf-8")

    once = report.put_into(page, report.told(run(1.8)), report.FIGURES)

    assert "| tap: guide, ms | 54 (54) | 30 (31) |" in once
    assert "| tap: guide | 1.80 | 1.50 | times one WebSocket | **missed** |" in once
    assert report.put_into(once, "", report.FIGURES) == report.put_into(page, "", report.FIGURES)
    assert report.put_into(page, "", report.TRACE) != page


@pytest.mark.parametrize("name", command.LOOKS)
def test_what_is_looked_into_by_itself_has_a_place_too(name: str) -> None:
    page = report.PAGE.read_text(encoding="utf-8")

    assert "| A table |" in report.put_into(page, "| A table |", command.LOOKS[name].place)


def test_a_page_without_a_place_for_tables_is_told() -> None:
    with pytest.raises(ValueError, match="keeps no place"):
        report.put_into("# Nothing here\n", "", report.FIGURES)
