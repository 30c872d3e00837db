"""Visits in a clinic's browser, and every byte that the kiosk and the browser then keep.

The clinic has visits counted, since a kiosk then keeps most: totals of days, in files of their own.

The browser keeps its profile in a folder, as a clinic's would. Both run under strace, so that no
file is missed; every one of them is read, the log among them. In `make test` there are twenty
visits, five for each way in which one ends; in `make test-all` fifty more.
"""

import gzip
import json
import os
import shutil
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from urllib.parse import quote, quote_plus

import pytest
from playwright.sync_api import Playwright

from pages.parts import session
from tests.browser import day_totals, remains
from tests.browser.conftest import PROJECT, serving
from tests.browser.left_behind import WINDOWS, Remains, own_folders, persistent, visits
from tests.browser.telltale import as_whole_words, sought, told_shortly
from tests.browser.test_the_machine import copy_of_the_project
from tests.judged import is_what_was_judged

ROUNDS = ("Clear screen", "walked away", "loaded again", "window closed")
MORE_ROUNDS = ("Clear screen",) * 6 + ROUNDS
SMALL = 100_000  # bytes of a file in which a short word is none by chance
COUNTS_ON = '[counts]\non = true\nkiosk = "lobby"\n'
COUNTED_AS = {
    "Clear screen": "cleared",
    "walked away": "cleared",
    "loaded again": "left",
    "window closed": "left",
}


@pytest.fixture(
    scope="module",
    params=[ROUNDS, pytest.param(MORE_ROUNDS, marks=pytest.mark.long)],
    ids=lambda rounds: f"{WINDOWS * len(rounds)} visits",
)
def left(
    request: pytest.FixtureRequest,
    playwright: Playwright,
    tmp_path_factory: pytest.TempPathFactory,
    shipped: None,  # noqa: ARG001
) -> Remains:
    """What visits left behind once kiosk and browser are stopped."""
    folder, traces = tmp_path_factory.mktemp("left"), tmp_path_factory.mktemp("traces")
    assert shutil.which("strace"), "Install strace, so that the files can be listed."
    kiosk = copy_of_the_project(folder / "kiosk")
    clinic = kiosk / "kiosk.toml"
    clinic.write_text(COUNTS_ON)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        for name, value in own_folders(folder / "server").items():
            patch.setenv(name, value)
        starter = [*remains.TRACE, "-o", str(traces / "server")]
        with serving(kiosk, folder / "log", *starter) as address:
            context = persistent(playwright, folder, traces)
            told = visits(context, address, request.param)
            context.close()
    return Remains(folder, frozenset(remains.written(traces)), address=address, **told)


def kept(folder: Path) -> list[Path]:
    """Every file but those that are, byte by byte, the project's own, or made of that alone."""
    ours = remains.digests([PROJECT / "content", PROJECT / "pages", PROJECT / "logic"])
    return [
        path
        for path in remains.files_in(folder)
        if remains.digest(path) not in ours and not is_what_was_judged(path, PROJECT / "content")
    ]


def uncounted(left: Remains) -> list[Path]:
    """The same, without those in which visits are counted."""
    return [path for path in kept(left.folder) if path.parent != left.counts]


def test_all_that_either_wrote_lies_in_a_folder_that_is_read(left: Remains) -> None:
    profile, log = left.folder / "profile", left.folder / "log"

    assert [path for path in left.written if not path.is_relative_to(left.folder)] == []
    assert any(path.is_relative_to(profile) for path in left.written)
    assert log in kept(left.folder)


def test_nothing_that_was_kept_tells_a_condition_or_what_was_tapped(left: Remains) -> None:
    assert left.visits >= WINDOWS * len(ROUNDS)
    assert len(left.tapped & sought(left.tapped)) > left.visits * 0.6

    assert remains.found_in(uncounted(left), sought(left.tapped)) == []


def test_the_log_and_every_small_text_hold_no_short_word_for_a_condition_either(
    left: Remains,
) -> None:
    small = [path for path in uncounted(left) if path.stat().st_size < SMALL]
    texts = [path for path in small if b"\0" not in path.read_bytes()]

    assert left.folder / "log" in texts
    assert [(path, told) for path in texts if (told := told_shortly(path.read_bytes()))] == []
    assert told_shortly(b"condition=ptsd") == {"ptsd"}


def test_no_file_of_any_kind_holds_one_as_a_whole_word(left: Remains) -> None:
    files = uncounted(left)

    assert left.folder / "profile" / "Default" / "History" in files
    assert [(path, told) for path in files if (told := as_whole_words(path.read_bytes()))] == []
    assert as_whole_words("\x01PTSD\x02".encode("utf-16-le")) == {"PTSD"}
    assert as_whole_words(b"\x00\xffptsd\x00") == {"ptsd"}


def test_what_is_counted_is_a_total_of_a_day_and_of_nothing_that_is_not_on_the_list(
    left: Remains,
) -> None:
    file, kiosk = left.counts / "counts.sqlite", session.kiosk()
    names = {
        "visit": {""},
        "page": day_totals.PAGES,
        "condition": {one.id for one in session.pack().conditions},
        "language": set(kiosk.languages),
        "end": day_totals.ENDS,
    }

    assert {path.name for path in left.counts.iterdir()} == day_totals.FILES
    assert day_totals.tables(file) == day_totals.TABLES
    assert day_totals.asked(file, "SELECT * FROM visit_reports") == []
    found = day_totals.totals(file)
    assert {(one.kiosk, one.day) for one in found} == {("lobby", os.environ["KIOSK_TODAY"])}
    assert len({one.sheet for one in found}) == 1
    assert len({(one.kind, one.name) for one in found}) == len(found)
    assert [one for one in found if one.name not in names[one.kind]] == []


def test_the_sheets_on_the_disk_hold_the_same_totals_and_no_version_before(left: Remains) -> None:
    [days] = day_totals.on_sheets(left.counts)

    [(day, sheet, kinds)] = days
    assert sorted(day_totals.totals(left.counts / "counts.sqlite")) == sorted(
        day_totals.Total("lobby", day, sheet, kind, name, count)
        for kind, counted in kinds.items()
        for name, count in counted.items()
    )


def test_every_visit_is_counted_once_and_by_how_it_ended(left: Remains) -> None:
    found = day_totals.totals(left.counts / "counts.sqlite")

    assert day_totals.by_name(found, "visit") == {"": left.visits}
    ends = Counter(COUNTED_AS[how] for how in left.ended.elements())
    assert day_totals.by_name(found, "end") == ends
    assert day_totals.by_name(found, "condition").total() >= left.visits
    assert day_totals.by_name(found, "page")["guide"] > 0
    assert day_totals.by_name(found, "language").total() >= left.visits


def test_no_file_of_counts_tells_more_than_which_conditions_were_counted(left: Remains) -> None:
    names = set(day_totals.by_name(day_totals.totals(left.counts / "counts.sqlite"), "condition"))
    totals = [remains.letters(f"condition {one}".encode()) for one in names]
    files = list(left.counts.iterdir())

    told = {one for one, _ in remains.found_in(files, sought(left.tapped))}
    assert [one for one in told if not is_part_of_one(one, totals)] == []
    assert {f"condition {one}" for one in names} <= told
    whole = set[str]().union(*(as_whole_words(path.read_bytes()) for path in files))
    assert [one for one in whole if not is_part_of_one(one, totals)] == []


def is_part_of_one(words: str, totals: list[bytes]) -> bool:
    """Whether words are part of the name of something counted."""
    return any(remains.letters(words.encode()) in one for one in totals)


def test_the_browser_did_write_down_where_it_was_and_the_kiosk_that_it_began(left: Remains) -> None:
    address = f"{left.address}/"

    assert remains.found_in([left.folder / "profile" / "Default" / "History"], [address])
    assert remains.found_in([left.folder / "log"], [address])


def test_nothing_is_stored_for_the_page_and_no_cookie(left: Remains) -> None:
    assert left.stored["after"] == left.stored["before"]
    assert left.cookies == {"before": [], "after": []}


@pytest.mark.parametrize(
    "written",
    [
        lambda words: words.upper().encode(),
        lambda words: words.encode("utf-16-le"),
        lambda words: quote(words).encode(),
        lambda words: quote_plus(words).encode(),
        lambda words: json.dumps(words).encode(),
        lambda words: b"before" + gzip.compress(words.encode()) + b"after",
    ],
    ids=["plain", "UTF-16", "address", "form", "JSON", "packed"],
)
def test_whatever_is_sought_would_be_found_however_it_is_written(
    tmp_path: Path, written: Callable[[str], bytes]
) -> None:
    for number, words in enumerate(sorted(sought(frozenset()))):
        (tmp_path / f"{number:04}").write_bytes(b"\x00\xff" + written(words) + b"\xfe")

    files = sorted(remains.files_in(tmp_path))
    found = remains.found_in(files, sought(frozenset()))
    assert {path for _, path in found} == set(files)
