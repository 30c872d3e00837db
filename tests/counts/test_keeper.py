"""Who keeps the counts: nothing is waited for, lost or doubled, and staff are told why."""

import logging
import os
import signal
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import date, timedelta
from pathlib import Path

import psutil
import pytest

from logic.counts import keeper as keepers
from logic.counts.database import Database, file_url
from logic.counts.journal import MOST, NAMES, Journal
from logic.counts.keeper import Keeper
from logic.counts.schema import VERSIONS
from logic.counts.tally import Tally
from tests.counts.conftest import DAY, SHORT, VISIT
from tests.counts.postgres import Postgres, laid_down
from tests.printing.cups import wait_until

Told = pytest.LogCaptureFixture
AWAY = Database("postgresql://kiosk@127.0.0.1:1/counts")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where a kiosk keeps its counts."""
    return tmp_path / "counts"


@pytest.fixture
def keeper(folder: Path, file: Database) -> Iterator[Keeper]:
    """A kiosk's keeper. Nothing runs but what the test asks of it."""
    found = Keeper("lobby", folder, file, Tally())
    yield found
    if found.journal:
        found.journal.close()


def after_a_kill(keeper: Keeper) -> Keeper:
    """Another start of the same kiosk; what was in memory is gone."""
    if keeper.journal:
        keeper.journal.close()
        keeper.journal = None
    return Keeper(keeper.kiosk, keeper.folder, keeper.database, Tally())


def kept_and_delivered(keeper: Keeper) -> None:
    """One round of all that the threads do."""
    keeper.keep()
    keeper.deliver()


def on(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    """Let it be another day."""
    monkeypatch.setenv("KIOSK_TODAY", day.isoformat())


def test_what_is_counted_is_on_the_disk_and_then_in_the_database(keeper: Keeper) -> None:
    keeper.tally.add([VISIT, SHORT])
    keeper.tally.add([VISIT])

    kept_and_delivered(keeper)

    assert keeper.database.days() == {"lobby": {DAY: {VISIT: 2, SHORT: 1}}}
    assert keeper.waiting == []
    assert keeper.troubles == {}


def test_a_day_has_one_sheet_on_the_disk_and_in_the_database(keeper: Keeper) -> None:
    for visits in range(1, 4):
        keeper.tally.add([VISIT])
        kept_and_delivered(keeper)
        kept_and_delivered(keeper)  # and a while in which nothing is counted

        with keeper.database.open() as connection:
            rows = connection.exec_driver_sql('SELECT day, "count" FROM visit_totals').all()
        texts = [(keeper.folder / name).read_bytes().strip() for name in NAMES]
        assert rows == [(DAY.isoformat(), visits)]
        assert len([text for text in texts if text]) == 1


def test_after_a_start_a_day_goes_on_where_it_was(keeper: Keeper) -> None:
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)

    later = after_a_kill(keeper)
    later.tally.add([VISIT])
    kept_and_delivered(later)

    assert later.database.days() == {"lobby": {DAY: {VISIT: 2}}}
    assert len(later.kept) == 1


def test_a_kill_between_the_database_and_the_news_of_it_doubles_nothing(keeper: Keeper) -> None:
    keeper.tally.add([VISIT])
    keeper.keep()
    keeper.database.keep("lobby", keeper.waiting)  # and here it is killed

    later = after_a_kill(keeper)
    later.tally.add([VISIT])
    kept_and_delivered(later)

    assert later.database.days() == {"lobby": {DAY: {VISIT: 2}}}


def test_a_day_that_is_over_leaves_the_disk_once_it_is_delivered(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)
    on(monkeypatch, DAY + timedelta(1))

    keeper.tally.add([SHORT])
    kept_and_delivered(keeper)

    assert [(one.day, one.totals) for one in keeper.kept] == [(DAY + timedelta(1), {SHORT: 1})]
    assert keeper.database.days()["lobby"][DAY] == {VISIT: 1}


def test_a_clock_that_goes_back_to_a_day_that_has_left_the_disk_loses_nothing(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day, visits in ((DAY, 5), (DAY + timedelta(1), 1), (DAY, 2)):
        on(monkeypatch, day)
        for _ in range(visits):
            keeper.tally.add([VISIT])
        kept_and_delivered(keeper)
        keeper.keep()

    assert keeper.database.days()["lobby"][DAY] == {VISIT: 7}


def test_while_the_database_is_away_days_wait_and_come_later(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, caplog: Told
) -> None:
    there, keeper.database = keeper.database, AWAY
    for number in range(3):
        on(monkeypatch, DAY + timedelta(number))
        keeper.tally.add([VISIT])
        kept_and_delivered(keeper)

    assert len(keeper.waiting) == 3
    assert len(caplog.messages) == 1
    assert "Connection refused. See to the database. Visitors notice nothing" in caplog.text
    keeper.database = there
    kept_and_delivered(keeper)
    assert there.days() == {"lobby": {DAY + timedelta(n): {VISIT: 1} for n in range(3)}}
    assert caplog.messages[1:] == ["The counts of visits are written again (database)."]
    assert keeper.troubles == {}


def test_one_that_answered_just_when_it_was_taken_for_silent_is_not_told_of_for_ever(
    keeper: Keeper,
) -> None:
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)
    keeper.trouble("database", keepers.waits("it does not answer"))

    keeper.deliver()

    assert keeper.troubles == {}


def test_when_too_many_days_wait_staff_are_told_which_were_dropped(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch, caplog: Told
) -> None:
    keeper.database = AWAY
    for number in range(MOST + 1):
        on(monkeypatch, DAY + timedelta(number))
        keeper.tally.add([VISIT])
        keeper.keep()

    assert [one.day for one in keeper.kept] == [DAY + timedelta(n + 1) for n in range(MOST)]
    assert "dropped, the oldest first: 2026-03-01. See to the database" in caplog.text
    assert "dropped" in keeper.troubles


def test_a_newer_version_of_the_tables_is_told_and_days_wait(
    keeper: Keeper, caplog: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as newer, keeper.database.open() as connection:
        newer.setattr("logic.counts.schema.NEWEST", "0001")
        connection.exec_driver_sql(f"UPDATE {VERSIONS} SET version_num = '0002'")
    keeper.tally.add([VISIT])

    kept_and_delivered(keeper)

    assert "of version 0002, which this version of the kiosk does not know" in caplog.text
    assert len(keeper.waiting) == 1


def test_a_second_kiosk_in_the_same_folder_is_told_and_takes_over_when_the_first_ends(
    keeper: Keeper, caplog: Told
) -> None:
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)
    second = Keeper("lobby", keeper.folder, keeper.database, Tally())
    second.tally.add([VISIT])

    kept_and_delivered(second)

    assert "another kiosk that runs has taken" in caplog.text
    assert keeper.journal
    keeper.journal.close()
    keeper.journal = None
    kept_and_delivered(second)
    assert second.database.days() == {"lobby": {DAY: {VISIT: 2}}}
    assert second.troubles == {}
    assert second.journal
    second.journal.close()


def test_where_nothing_can_be_written_counts_stay_in_memory_until_it_can(
    keeper: Keeper, caplog: Told
) -> None:
    keeper.folder.write_text("A file stands where the folder should.")
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)
    keeper.tally.add([VISIT])
    keeper.keep()
    assert "The counts of visits stay in memory" in caplog.text
    assert len(caplog.messages) == 1

    keeper.folder.unlink()
    kept_and_delivered(keeper)

    assert keeper.database.days() == {"lobby": {DAY: {VISIT: 2}}}
    assert keeper.troubles == {}


def test_a_write_that_fails_half_way_counts_nothing_twice(
    keeper: Keeper, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object) -> None:
        raise OSError(5, "Input/output error")

    for name in ("write", "forget_the_last"):
        keeper.tally.add([VISIT])
        with monkeypatch.context() as broken:
            broken.setattr(Journal, name, fails)
            keeper.keep()
    kept_and_delivered(keeper)

    assert keeper.database.days() == {"lobby": {DAY: {VISIT: 2}}}


def test_a_fault_that_nobody_foresaw_is_told_once_and_ends_nothing(
    keeper: Keeper, caplog: Told
) -> None:
    def fault() -> None:
        raise LookupError("no such thing")

    keeper.whatever_comes(fault)
    keeper.whatever_comes(fault)

    assert len(caplog.messages) == 1
    assert "This is a fault of the kiosk." in caplog.text


def test_the_threads_keep_and_deliver_by_themselves_and_once_more_at_the_end(
    folder: Path, file: Database
) -> None:
    keeper = Keeper("lobby", folder, file, Tally(), every=0.01)
    keeper.start()
    keeper.tally.add([VISIT])
    wait_until(lambda: file.days() == {"lobby": {DAY: {VISIT: 1}}})

    keeper.every = 3600
    keeper.tally.add([VISIT])
    keeper.stop()

    assert file.days() == {"lobby": {DAY: {VISIT: 2}}}
    assert not any(thread.is_alive() for thread in keeper.threads)


def test_one_that_is_stopped_right_after_its_start_has_kept_what_there_was(
    folder: Path, file: Database
) -> None:
    keeper = Keeper("lobby", folder, file, Tally())
    keeper.start()
    keeper.tally.add([VISIT])

    keeper.stop()

    assert file.days() == {"lobby": {DAY: {VISIT: 1}}}


def send(sent: signal.Signals, processes: list[psutil.Process]) -> None:
    """Send a signal to each; one that served a question before may be gone."""
    for one in processes:
        with suppress(psutil.NoSuchProcess):
            one.send_signal(sent)


@contextmanager
def stopped(server: Postgres) -> Iterator[None]:
    """A server that hears everything and answers nothing, until the block ends."""
    main = psutil.Process(server.process.pid)
    every = [main, *main.children(recursive=True)]
    send(signal.SIGSTOP, every)
    try:
        yield
    finally:
        send(signal.SIGCONT, every)


def test_while_a_database_says_nothing_the_disk_goes_on_and_staff_are_told(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(keepers, "LONG", 0.05)
    with laid_down() as server:
        server.start()
        keeper = Keeper("lobby", folder, Database(server.url), Tally(), every=0.01)
        with stopped(server):
            keeper.start()
            keeper.tally.add([VISIT])
            wait_until(lambda: "it does not answer" in keeper.troubles.get("database", ""))
            keeper.tally.add([VISIT])
            wait_until(lambda: bool(keeper.kept) and keeper.kept[0].totals == {VISIT: 2})
        wait_until(lambda: keeper.waiting == [])
        keeper.stop()
        assert keeper.database.days() == {"lobby": {DAY: {VISIT: 2}}}
        assert keeper.troubles == {}


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of one megabyte."""
    if os.geteuid():
        told = "Only root can lay down a small disk: run this test as root."
        (pytest.fail if os.environ.get("CI") else pytest.skip)(told)
    place = tmp_path / "disk"
    place.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", place], check=True)
    try:
        yield place
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)


def fill(disk: Path) -> Path:
    """Take all the room that is left."""
    filling = disk / "filling"
    with filling.open("wb", buffering=0) as taken:
        try:
            while taken.write(b"x" * 512):
                pass
        except OSError:
            return filling
    raise AssertionError


def test_on_a_full_disk_every_count_is_kept_and_delivered_when_there_is_room(
    small_disk: Path, caplog: Told, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = small_disk / "counts"
    keeper = Keeper("lobby", folder, Database(file_url(folder / "counts.sqlite")), Tally())
    keeper.tally.add([VISIT])
    kept_and_delivered(keeper)
    filling = fill(small_disk)
    for number in range(MOST - 1):
        on(monkeypatch, DAY + timedelta(number))
        keeper.tally.add([VISIT, SHORT])
        kept_and_delivered(keeper)
    caplog.set_level(logging.WARNING)
    assert "database or disk is full" in caplog.text
    assert set(keeper.troubles) == {"database"}

    later = after_a_kill(keeper)
    filling.unlink()
    kept_and_delivered(later)

    days = later.database.days()["lobby"]
    assert len(days) == MOST - 1
    assert days[DAY] == {VISIT: 2, SHORT: 1}
    assert later.journal
    later.journal.close()
