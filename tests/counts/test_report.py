"""The report as a clinic has it: a page and a table, the same whenever it is asked for."""

import csv
import re
from datetime import date, timedelta
from pathlib import Path
from random import Random

import pytest

from logic.__main__ import main
from logic.counts.database import Database, file_url
from logic.counts.months import Names
from logic.counts.report import HELD_BACK, Month, as_csv, as_page, months
from logic.counts.things import Thing
from tests.conftest import SAMPLE
from tests.counts.march import APRIL, MARCH, a_month, opened
from tests.staff.kiosks import nobody

NAMES = Names(("grey-days", "short-nights"), ("en", "es"))
Said = pytest.CaptureFixture[str]


@pytest.fixture
def counted(file: Database) -> Database:
    """A database in which two kiosks have counted."""
    for kiosk in ("lobby", "hall"):
        file.keep(kiosk, a_month())
    return file


def found_in(database: Database, today: date = APRIL, seed: int = 1) -> list[Month]:
    """The months of a report that is made on a day."""
    return months(database, NAMES, today, Random(seed))


def test_a_report_has_each_month_of_each_kiosk_that_is_over(counted: Database) -> None:
    assert [(one.kiosk, one.name) for one in found_in(counted)] == [
        ("hall", "2026-03"),
        ("lobby", "2026-03"),
    ]


def test_a_month_says_ever_after_what_it_said_first(counted: Database) -> None:
    first = found_in(counted, seed=1)
    counted.keep("lobby", [opened(MARCH, 50, 50)])

    assert found_in(counted, today=APRIL + timedelta(20), seed=2) == first


def test_a_server_whose_last_days_come_late_is_waited_for_under_the_name_of_all(
    file: Database,
) -> None:
    for _ in range(2):
        file.keep("clinic", [opened(MARCH, 9, 9)])
    file.keep("clinic", [opened(MARCH + timedelta(30), 9, 9), opened(APRIL, 9, 9)])
    before = found_in(file, today=APRIL + timedelta(5))

    file.keep("clinic", [opened(MARCH + timedelta(30), 7, 7), opened(APRIL, 7, 7)])
    (march,) = found_in(file, today=APRIL + timedelta(5))

    assert before == []
    assert march.number(("visit", "", "2026-03-31")) == "32"


def test_days_that_come_after_their_month_was_told_of_are_in_the_database_and_in_no_report(
    file: Database,
) -> None:
    late = APRIL + timedelta(31)
    file.keep("clinic", a_month())
    told = found_in(file, today=late)

    file.keep("clinic", [opened(MARCH + timedelta(30), 40, 40)])

    assert [one for one in found_in(file, today=late) if one.first == MARCH] == [
        one for one in told if one.first == MARCH
    ]
    assert file.days()["clinic"][MARCH + timedelta(30)][Thing("visit")] > 80


def test_the_table_for_machines_has_a_line_for_every_number_and_none_under_five(
    counted: Database,
) -> None:
    lines = list(csv.DictReader(as_csv(found_in(counted), NAMES).splitlines()))

    told = {one["visits"] for one in lines}
    assert "" in told
    assert min(int(value) for value in told if value) >= 5
    assert len(lines) == 2 * (32 + 7 + 2 + 2 + 3 * 32)
    (small,) = [
        one
        for one in lines
        if one["kiosk"] == "lobby" and (one["day"], one["name"]) == ("2026-03-10", "short-nights")
    ]
    assert small["visits"] == ""


def test_the_page_says_the_same_as_the_table_and_names_topics_by_their_titles(
    counted: Database,
) -> None:
    found = found_in(counted)
    page = as_page(found, NAMES, {"condition/grey-days": "Grey <days>"})

    cells = re.findall(r"<td>([^<]*)</td>", page)
    lines = list(csv.DictReader(as_csv(found, NAMES).splitlines()))
    listed = [one["visits"] or HELD_BACK for one in lines]
    assert sorted(cells) == sorted(listed)
    assert "Grey &lt;days&gt;" in page
    assert "<script" not in page
    assert "http" not in page
    assert len(re.findall("<caption>", page)) == len(re.findall("<table>", page)) == 4


def test_a_page_without_a_month_says_so() -> None:
    assert "No month is over yet" in as_page([], NAMES, {})


@pytest.fixture
def clinic(settings: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A clinic that has visits counted, in a file; it is April."""
    settings.write_text(f"[counts]\non = true\n\n{settings.read_text()}")
    monkeypatch.setenv("KIOSK_TODAY", APRIL.isoformat())
    monkeypatch.chdir(tmp_path)
    return settings


@pytest.fixture
def settings(tmp_path: Path) -> Path:
    """The clinic's file. Its kiosk is away, whatever runs on this machine."""
    path = tmp_path / "kiosk.toml"
    path.write_text(f'[staff]\nkiosks = ["{nobody()}"]\n')
    return path


def ask(out: Path) -> int:
    """Ask for the report, by its command."""
    return main(["report", "--out", str(out), "--content", str(SAMPLE)])


@pytest.mark.usefixtures("clinic")
def test_the_command_writes_both_and_names_them(tmp_path: Path, capsys: Said) -> None:
    folder = tmp_path / "state" / "counts"
    folder.mkdir(parents=True)
    Database(file_url(folder / "counts.sqlite")).keep("kiosk", a_month())

    status = ask(Path("told"))

    assert status == 0
    assert capsys.readouterr().out.startswith("told/visits.html\ntold/visits.csv\n")
    page = (tmp_path / "told" / "visits.html").read_text()
    assert "kiosk, 2026-03" in page
    assert "Short nights" in page
    assert (
        "kiosk,2026-03,2026-03-10,condition,short-nights,\n"
        in (tmp_path / "told" / "visits.csv").read_text()
    )


@pytest.mark.usefixtures("clinic")
def test_where_nothing_was_counted_yet_the_command_names_the_file_that_is_not_there(
    tmp_path: Path, capsys: Said
) -> None:
    status = ask(Path("told"))

    file = tmp_path / "state" / "counts" / "counts.sqlite"
    assert status == 1
    assert capsys.readouterr().out.startswith(
        f"Nothing was counted yet, or not here: there is no {file}.\n"
    )
    assert not file.exists()
    assert not Path("told/visits.html").exists()


def test_where_the_database_tells_nothing_the_command_says_why(
    clinic: Path, tmp_path: Path, capsys: Said
) -> None:
    away = "postgresql://kiosk:secret@127.0.0.1:1/counts"
    clinic.write_text(f'[counts]\non = true\nkiosk = "lobby"\ndatabase = "{away}"\n')

    status = ask(Path("told"))

    said = capsys.readouterr().out
    assert status == 1
    assert said.startswith("The database tells nothing: connection failed")
    assert "secret" not in said
    assert "secret" not in (tmp_path / "told" / "staff.html").read_text()
    assert not (tmp_path / "told" / "visits.html").exists()


def test_where_nothing_is_counted_the_command_says_so(settings: Path, capsys: Said) -> None:
    status = ask(settings.parent / "told")

    assert status == 0
    assert "Nothing is counted: `counts.on` is false" in capsys.readouterr().out
