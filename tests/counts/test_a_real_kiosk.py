"""A real server with visits counted: what it counts, and where on the disk a condition then stands.

Screens here are none of a browser's; with one, tests/browser/test_nothing_is_kept.py looks.
"""

import os
import re
from pathlib import Path

import pytest

from benchmarks.wire import screen as a_screen
from logic.content.pack import content_folder
from logic.counts.database import Database, file_url
from logic.counts.things import Thing
from tests.browser.conftest import PROJECT, serving
from tests.browser.remains import files_in
from tests.conftest import TODAY
from tests.counts.postgres import laid_down
from tests.judged import is_what_was_judged
from tests.printing.cups import wait_until

TOLD = re.compile(rb"short-nights|grey-days|short nights|grey days", re.IGNORECASE)
READ = ("start", "condition-short-nights", "open-found")


@pytest.fixture
def kiosk(tmp_path: Path) -> Path:
    """The folder of a kiosk: its state and its log. Its clinic has visits counted."""
    Path(os.environ["KIOSK_SETTINGS"]).write_text("[counts]\non = true\n")
    folder = tmp_path / "kiosk"
    folder.mkdir()
    os.environ["KIOSK_STATE"] = str(folder / "state")  # put back by tests/conftest.py
    return folder


def visits(address: str) -> None:
    """Two visits that read about a condition, one that asks, and a screen that nobody touches."""
    with a_screen(address) as screen:
        for name in (*READ, "clear"):
            screen.tap(name)
    with a_screen(address) as screen:
        for name in READ:
            screen.tap(name)
    with a_screen(address) as screen:
        for name in ("start", "condition-grey-days", "step-questions", "to-matters", "clear"):
            screen.tap(name)
    with a_screen(address):
        pass


COUNTED = {
    Thing("visit"): 3,
    Thing("condition", "short-nights"): 2,
    Thing("condition", "grey-days"): 1,
    Thing("page", "conditions"): 3,
    Thing("page", "guide"): 2,  # the other one asked on the page that comes before its guide
    Thing("language", "en"): 3,
    Thing("end", "cleared"): 2,
    Thing("end", "left"): 1,
}


def test_a_kiosk_that_is_told_to_stop_has_every_visit_in_its_file_and_a_condition_nowhere_else(
    kiosk: Path,
) -> None:
    with serving(PROJECT, kiosk / "log") as address:
        visits(address)

    counts = kiosk / "state" / "counts"
    days = Database(file_url(counts / "counts.sqlite")).days()
    assert days == {"kiosk": {TODAY: COUNTED}}
    kept = [path for path in files_in(kiosk) if not is_a_copy_of_content(path, kiosk)]
    assert kiosk / "log" in kept
    told = {path for path in kept if TOLD.search(path.read_bytes())}
    assert counts / "counts.sqlite" in told
    assert {path.parent for path in told} == {counts}


def is_a_copy_of_content(path: Path, kiosk: Path) -> bool:
    """Whether a file is of the content that a kiosk keeps for its next start, and says it all."""
    if is_what_was_judged(path, content_folder()):
        return True
    return path.suffix in {".md", ".yaml", ".svg", ".webp", ".toml"} and path.is_relative_to(
        kiosk / "state"
    )


def test_a_kiosk_whose_database_is_away_serves_visits_and_keeps_them_for_later(
    kiosk: Path,
) -> None:
    with laid_down() as server:
        clinic = Path(os.environ["KIOSK_SETTINGS"])
        clinic.write_text(f'[counts]\non = true\nkiosk = "lobby"\ndatabase = "{server.url}"\n')
        with serving(PROJECT, kiosk / "log") as address:
            visits(address)
        assert "The counts of visits wait on this machine's disk" in (kiosk / "log").read_text()
        server.start()
        with serving(PROJECT, kiosk / "log2"):
            pass

        wait_until(lambda: Database(server.url).days() != {})

        assert Database(server.url).days() == {"lobby": {TODAY: COUNTED}}
        assert "Traceback" not in (kiosk / "log").read_text()


def test_a_kiosk_that_counts_nothing_writes_nothing_of_a_visit(kiosk: Path) -> None:
    Path(os.environ["KIOSK_SETTINGS"]).write_text("# A clinic that says nothing of itself.\n")

    with serving(PROJECT, kiosk / "log") as address:
        visits(address)

    assert not (kiosk / "state" / "counts").exists()
