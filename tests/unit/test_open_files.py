"""How many files a kiosk may have open."""

import resource

import pytest

from logic import open_files

PLACES, NEEDED = 10, 310
UNLIMITED = resource.RLIM_INFINITY


class Machine:
    """A machine that allows a program so many files now, and so many at most."""

    def __init__(self, now: int, most: int) -> None:
        self.limit = (now, most)

    def allows(self, _: int) -> tuple[int, int]:
        """What it allows."""
        return self.limit

    def is_asked(self, _: int, limit: tuple[int, int]) -> None:
        """It takes what it is asked for."""
        self.limit = limit


@pytest.mark.parametrize(
    ("machine", "then", "is_told"),
    [
        (Machine(64, 4096), NEEDED, False),
        (Machine(64, UNLIMITED), NEEDED, False),
        (Machine(64, NEEDED), NEEDED, False),
        (Machine(64, 100), 100, True),
        (Machine(1024, 4096), 1024, False),
        (Machine(UNLIMITED, UNLIMITED), UNLIMITED, False),
    ],
    ids=lambda one: str(one.limit) if isinstance(one, Machine) else "",
)
def test_a_kiosk_asks_for_as_many_files_as_its_places_need_and_tells_staff_of_too_few(
    machine: Machine,
    then: int,
    *,
    is_told: bool,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(resource, "getrlimit", machine.allows)
    monkeypatch.setattr(resource, "setrlimit", machine.is_asked)

    open_files.enough_for(PLACES)

    now, most = machine.limit
    told = f"open {most} files at once, and its {PLACES} places may need {NEEDED}."
    assert now == then
    assert [told in one.getMessage() for one in caplog.records] == [True] * is_told
