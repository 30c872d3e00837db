"""How many screens one server bears."""

from collections import Counter
from itertools import count

import pytest

from benchmarks import bars, rooms
from benchmarks.figures import Figures
from benchmarks.rooms import Stage


class Resting:
    """A server that has nothing left to do."""

    def rests(self) -> None:
        """It does."""


def stage(high: float = 100.0, screens: int = 60, **errors: int) -> Stage:
    """A stage in which most taps took 50 ms, and every tenth as long as is said."""
    real, cores = [50.0] * 18 + [high] * 2, {"server": 0.25, "crowd": 0.1, "all": 1.5}
    return Stage(screens, 10.0, real, [20.0] * 100, cores, 201.4, Counter(errors))


@pytest.mark.parametrize(
    ("found", "holds"),
    [(stage(250.0), True), (stage(251.0), False), (stage(lost=1), False)],
    ids=["quick", "slow", "lost"],
)
def test_a_server_bears_its_screens_while_nobody_waits_and_none_is_lost(
    found: Stage, *, holds: bool
) -> None:
    assert found.holds is holds


def test_a_server_at_which_nothing_could_be_tapped_bears_nothing() -> None:
    assert not Stage(60, 10.0, [], [], {}, 0.0, Counter()).holds


def test_screens_are_added_until_somebody_waits(monkeypatch: pytest.MonkeyPatch) -> None:
    slow_at, asked = rooms.MORE[2], count()

    def measured(_: object, __: object, screens: int) -> Stage:
        next(asked)
        return stage(300.0 if screens == slow_at else 100.0, screens)

    monkeypatch.setattr(rooms, "stage", measured)
    found = list(rooms.limit(Resting(), None))  # type: ignore[arg-type]

    assert [one.screens for one in found] == list(rooms.MORE[:3])
    assert next(asked) == len(found)


@pytest.mark.parametrize(
    ("found", "missed"),
    [
        (stage(), []),
        (stage(300.0), ["60 screens: tap, 95th percentile"]),
        (stage(lost=1), ["60 screens: errors"]),
    ],
    ids=["quick", "slow", "lost"],
)
def test_as_many_screens_as_a_clinic_may_have_are_held_to_a_bar(
    found: Stage, missed: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(rooms, "stage", lambda *_: found)
    into = Figures()

    rooms.one_round(Resting(), None, into)  # type: ignore[arg-type]

    judged = list(bars.judged(bars.read(), into, is_whole=False))
    assert len(judged) == len(["tap", "errors"])
    assert [one.name for one in judged if not one.is_met] == missed


def test_each_stage_is_a_row_with_what_it_cost_and_what_went_wrong() -> None:
    told = rooms.table([stage(), stage(300.0, 120, lost=2)]).splitlines()

    assert told[2] == "| 60 | 12 | 50 (100) | 20 (20) | 0.25 | 0.10 | 1.50 | 201 | none |"
    assert told[3] == "| 120 | 12 | 50 (300) | 20 (20) | 0.25 | 0.10 | 1.50 | 201 | 2 of lost |"
