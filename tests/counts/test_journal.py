"""The sheets on the disk: day totals alone, whole after a kill, on a full disk too."""

import json
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.counts import journal as journals
from logic.counts.journal import MOST, NAMES, SIZE, InUseError, Journal, newest, told
from logic.counts.sheets import Sheet, added
from logic.counts.tally import Counted
from logic.counts.things import Thing
from tests.counts.conftest import DAY, VISIT, sheet


@pytest.fixture
def journal(tmp_path: Path) -> Iterator[Journal]:
    """A journal in a folder of its own."""
    found = Journal(tmp_path / "counts")
    yield found
    found.close()


def again(journal: Journal) -> Journal:
    """The journal as another kiosk finds it, after this one has ended."""
    journal.close()
    found = Journal(journal.paths[0].parent)
    journal.lock = found.lock  # closed with it
    return found


def test_what_was_written_is_found_again(journal: Journal) -> None:
    journal.write([sheet(visits=3, nights=2)])
    journal.forget_the_last()

    journal.write([sheet(name="a", visits=4, nights=2), sheet(DAY + timedelta(1), "b", visits=1)])

    assert again(journal).newest.sheets == [
        sheet(name="a", visits=4, nights=2),
        sheet(DAY + timedelta(1), "b", visits=1),
    ]


def test_the_files_hold_the_totals_of_days_and_of_each_day_one_version(journal: Journal) -> None:
    for visits in range(1, 6):
        journal.write([sheet(name="a", visits=visits, nights=visits)])
        journal.forget_the_last()

    texts = [path.read_bytes().strip() for path in journal.paths]
    (whole,) = (text for text in texts if text)
    _, (turn, days) = whole.split(b"\n")[0], json.loads(whole.split(b"\n")[1])
    assert days == [["2026-03-01", "a", {"visit": {"": 5}, "condition": {"nights": 5}}]]
    assert turn in {0, 1, 2}


def test_things_stand_in_an_order_that_does_not_tell_what_came_first() -> None:
    first, second = Counted(), Counted()
    for name in ("a", "b"):
        first[DAY, Thing("condition", name)] += 1
    for name in ("b", "a"):
        second[DAY, Thing("condition", name)] += 1
    pages = [added([Sheet(DAY, "s")], counted) for counted in (first, second)]

    texts = [told(journals.Version(0, page)) for page in pages]

    assert texts[0] == texts[1]


@settings(deadline=None, max_examples=60)
@given(cut=st.integers(0, SIZE), is_first=st.booleans(), steps=st.integers(0, 4))
def test_whenever_a_kill_comes_the_last_version_is_there_or_the_one_before(
    tmp_path_factory: pytest.TempPathFactory, cut: int, steps: int, *, is_first: bool
) -> None:
    folder = tmp_path_factory.mktemp("killed")
    before = Journal(folder)
    for visits in range(1, steps + 1):
        before.write([sheet(name="a", visits=visits)])
        before.forget_the_last()
    new = told(journals.Version((before.newest.turn + 1) % 3, [sheet(name="a", visits=9)]))
    place, written = 1 - before.place, new.ljust(SIZE, b"\n")
    if not is_first:  # the new one was whole, and the one before was just being emptied
        before.write([sheet(name="a", visits=9)])
        place, written = 1 - before.place, b"\n" * SIZE
    before.close()
    path = folder / NAMES[place]
    old = path.read_bytes() if path.exists() else b""

    path.write_bytes(written[:cut] + old[cut:])

    found = [one.totals[VISIT] for one in newest([folder / name for name in NAMES])[1].sheets]
    is_whole = not is_first or cut >= len(new)
    assert found == ([9] if is_whole else [steps] if steps else [])
    after = Journal(folder)
    after.write([sheet(name="a", visits=10)])
    after.close()
    assert newest([folder / name for name in NAMES])[1].sheets == [sheet(name="a", visits=10)]


def test_of_two_whole_versions_the_later_counts(journal: Journal) -> None:
    for visits in range(1, 8):
        journal.write([sheet(name="a", visits=visits)])

        assert newest(journal.paths)[1].sheets == [sheet(name="a", visits=visits)]


def test_what_is_written_and_what_a_kill_left_is_on_the_disk_itself_with_its_name(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen_through = list[Path]()
    monkeypatch.setattr(
        "os.fsync",
        lambda one: seen_through.append(Path(f"/proc/self/fd/{one}").resolve()),
    )
    first, folder = journal.paths[0].resolve(), journal.paths[0].parent.resolve()

    journal.write([sheet(visits=1)])
    written = [*seen_through]
    again(journal)

    assert written == [first, folder]
    assert seen_through[2:] == [first]


def test_when_too_many_days_wait_the_oldest_have_no_room(journal: Journal) -> None:
    days = [sheet(DAY + timedelta(n), f"s{n}", visits=1) for n in range(MOST + 2)]

    dropped = journal.write(days)

    assert dropped == days[:2]
    assert again(journal).newest.sheets == days[2:]


def test_when_days_are_too_large_the_oldest_have_no_room(journal: Journal) -> None:
    many = {f"condition-{n:04}-{'x' * 80}": n for n in range(500)}
    days = [sheet(DAY + timedelta(n), f"s{n}", **many) for n in range(5)]

    dropped = journal.write(days)

    assert len(dropped) == 3
    assert again(journal).newest.sheets == days[3:]
    assert {path.stat().st_size for path in journal.paths if path.exists()} == {SIZE}


def test_one_folder_is_one_kiosks(journal: Journal) -> None:
    with pytest.raises(InUseError, match="another kiosk that runs has taken"):
        Journal(journal.paths[0].parent)


def test_a_folder_that_could_not_be_read_is_not_taken(
    journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object) -> None:
        raise OSError(5, "Input/output error")

    journal.close()
    folder = journal.paths[0].parent
    with monkeypatch.context() as broken:
        broken.setattr(journals, "newest", fails)
        with pytest.raises(OSError, match="Input/output"):
            Journal(folder)

    journal.lock = Journal(folder).lock  # closed with it


def test_nobody_but_the_kiosk_may_read_it(journal: Journal) -> None:
    journal.write([sheet(visits=1)])
    journal.forget_the_last()

    folder = journal.paths[0].parent
    assert folder.stat().st_mode & 0o077 == 0
    assert {path.stat().st_mode & 0o077 for path in folder.iterdir()} == {0}


def test_what_is_counted_on_a_day_goes_onto_its_sheet_and_another_day_has_another() -> None:
    first = sheet(name="a", visits=3)
    counted = Counted({(DAY, VISIT): 2, (DAY + timedelta(1), VISIT): 1})

    found = added([first], counted)

    assert found[0] == sheet(name="a", visits=5)
    assert (found[1].day, found[1].totals) == (DAY + timedelta(1), {VISIT: 1})
    assert first == sheet(name="a", visits=3)


def test_two_sheets_of_a_day_both_stay() -> None:
    both = [sheet(name="a", visits=3), sheet(name="b", visits=1)]

    found = added(both, Counted({(DAY, VISIT): 1}))

    assert sum(one.totals[VISIT] for one in found) == 5
    assert {one.name for one in found} == {"a", "b"}
    assert {one.day for one in found} == {date(2026, 3, 1)}
