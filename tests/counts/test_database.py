"""The database: each number once, however often a sheet comes; what is wrong with it is told."""

import sqlite3
from datetime import timedelta
from pathlib import Path
from threading import Thread

import pytest
from sqlalchemy import text

from logic.counts.database import METADATA, AwayError, Database, engine, file_url
from logic.counts.schema import NEWEST, bring_up_to_date
from logic.counts.things import Thing
from tests.counts.conftest import DAY, HOURS, SHORT, VISIT, sheet
from tests.counts.postgres import GUARDED, Postgres
from tests.printing.cups import wait_until


def test_a_sheet_may_come_again_and_late_and_counts_once(database: Database) -> None:
    first, later = sheet(name="a", visits=3, nights=1), sheet(name="a", visits=5, nights=2)

    for one in (first, first, later, later, first):
        database.keep("lobby", [one])

    assert database.days() == {"lobby": {DAY: {VISIT: 5, SHORT: 2}}}


def test_sheets_kiosks_and_days_are_kept_apart_and_those_of_one_day_added(
    database: Database,
) -> None:
    database.keep("lobby", [sheet(visits=3), sheet(DAY + timedelta(1), visits=4)])

    database.keep("lobby", [sheet(visits=2)])
    database.keep("hall", [sheet(visits=1, hours=1)])

    assert database.days() == {
        "lobby": {DAY: {VISIT: 5}, DAY + timedelta(1): {VISIT: 4}},
        "hall": {DAY: {VISIT: 1, HOURS: 1}},
    }


def test_it_is_known_of_how_many_servers_there_are_numbers_of_a_day(database: Database) -> None:
    database.keep("clinic", [sheet(visits=3, nights=1), sheet(DAY + timedelta(1), visits=4)])
    database.keep("clinic", [sheet(visits=2, hours=2)])

    assert database.sheets() == {"clinic": {DAY: 2, DAY + timedelta(1): 1}}


def test_what_was_told_of_a_month_first_is_told_ever_after(database: Database) -> None:
    first = database.told_once("lobby", "2026-02", "first")

    again = database.told_once("lobby", "2026-02", "second")

    assert (first, again) == ("first", "first")
    assert database.told_once("hall", "2026-02", "theirs") == "theirs"


def test_many_kiosks_that_come_first_at_once_make_the_tables_once(database: Database) -> None:
    names = [f"kiosk-{number}" for number in range(8)]
    threads = [Thread(target=database.keep, args=(one, [sheet(visits=1)])) for one in names]

    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert set(database.days()) == set(names)


def test_a_kiosk_waits_while_another_makes_the_tables(postgres: Postgres) -> None:
    database = Database(postgres.new())
    waits = "SELECT 1 FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
    late = Thread(target=database.keep, args=("late", [sheet(visits=1)]))
    with database.open():  # made, and not yet to be seen by others
        late.start()
        wait_until(lambda: postgres.rows(waits) != [])
    late.join()

    assert database.days() == {"late": {DAY: {VISIT: 1}}}


def test_a_sheet_is_kept_whole_or_not_at_all(database: Database) -> None:
    whole, broken = sheet(name="a", visits=3), sheet(name="b", visits=1)
    broken.totals[Thing("condition", "nights")] = None  # type: ignore[assignment]

    with pytest.raises(AwayError):
        database.keep("lobby", [whole, broken])

    assert database.days() == {}


def test_the_migrations_make_the_tables_that_are_written(database: Database) -> None:
    database.days()

    with engine(database.url).begin() as connection:
        for table in METADATA.tables.values():
            names = ", ".join(f'"{column.name}"' for column in table.columns)
            connection.execute(text(f"SELECT {names} FROM {table.name}"))
        found = connection.execute(text("SELECT version_num FROM visit_schema")).scalar()
    assert found == NEWEST


def test_a_file_holds_no_earlier_version_of_a_number(file: Database, tmp_path: Path) -> None:
    for visits in (1, 200, 40_000, 3_000_000):  # each too long for the place of the one before
        file.keep("lobby", [sheet(name="a", visits=visits, nights=visits)])

    assert [path.name for path in tmp_path.glob("counts*")] == ["counts.sqlite"]
    raw = (tmp_path / "counts.sqlite").read_bytes()
    assert raw.count(b"nights") == 2  # in the table, and in the index of its key


def with_newer_tables(url: str) -> None:
    """Have the tables be of a version that is not known yet."""
    with engine(url).begin() as connection:
        bring_up_to_date(connection)
        connection.execute(text("UPDATE visit_schema SET version_num = '9999'"))


def test_tables_of_a_newer_version_are_told_and_not_touched(database: Database) -> None:
    with_newer_tables(database.url)

    with pytest.raises(AwayError, match="version 9999, which this version of the kiosk does not"):
        database.keep("lobby", [sheet(visits=1)])


def test_each_way_in_which_a_database_is_not_there_is_told_without_the_password(
    postgres: Postgres, tmp_path: Path
) -> None:
    (tmp_path / "text").write_text("This is no database, and long enough to be none. " * 40)
    (tmp_path / "folder").mkdir()
    here = f"127.0.0.1:{postgres.port}"
    ways = {
        "postgresql://kiosk:secret@127.0.0.1:1/counts": "Connection refused",
        f"postgresql://kiosk:secret@{here}/counts": 'database "counts" does not exist',
        f"postgresql://nobody:secret@{here}/postgres": 'role "nobody" does not exist',
        file_url(tmp_path / "nowhere" / "counts.sqlite"): "unable to open database file",
        file_url(tmp_path / "folder"): "unable to open database file",
        file_url(tmp_path / "text"): "file is not a database",
    }
    for url, why in ways.items():
        with pytest.raises(AwayError) as caught:
            Database(url).keep("lobby", [sheet(visits=1)])

        assert why in str(caught.value)
        assert "secret" not in str(caught.value)
        assert "\n" not in str(caught.value)


def test_the_password_may_come_with_the_server_in_place_of_the_address(
    postgres: Postgres, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = postgres.new()
    postgres.guards("p@ss/w")
    guarded = Database(url.replace("kiosk@", f"{GUARDED}@"))
    with pytest.raises(AwayError, match="no password supplied"):
        guarded.days()

    monkeypatch.setenv("PGPASSWORD", "p@ss/w")

    assert guarded.days() == {}


def test_a_database_in_which_nothing_may_be_written_is_told(postgres: Postgres) -> None:
    url = postgres.new()
    Database(url).days()
    with engine(url).begin() as connection:
        connection.execute(text("CREATE ROLE reader LOGIN"))

    with pytest.raises(AwayError, match="permission denied for table visit_"):
        Database(url.replace("kiosk@", "reader@")).keep("lobby", [sheet(visits=1)])


def test_a_file_that_another_program_holds_is_waited_for_and_then_told(
    file: Database, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file.days()
    monkeypatch.setattr("logic.counts.database.PATIENCE", 0)
    held = sqlite3.connect(tmp_path / "counts.sqlite", isolation_level=None)
    held.execute("BEGIN EXCLUSIVE")

    with pytest.raises(AwayError, match="database is locked"):
        file.keep("lobby", [sheet(visits=1)])

    held.close()
    file.keep("lobby", [sheet(visits=1)])
    assert file.days() == {"lobby": {DAY: {VISIT: 1}}}
