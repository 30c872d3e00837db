"""Visits in a clinic's browser, and every byte that the kiosk and the browser then keep.

The browser keeps its profile in a folder, as a clinic's would. Both run under strace, so that no
file is missed; every one of them is read, the log among them. In `make test` there are twenty
visits, five for each way in which one ends; in `make test-all` fifty more.
"""

import gzip
import json
import os
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any
from urllib.parse import quote, quote_plus

import pytest
from playwright.sync_api import BrowserContext, Playwright

from pages.parts import session, shell
from tests.browser import remains
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.conftest import PROJECT, serving
from tests.browser.moving_time import can_be_moved
from tests.browser.test_the_machine import copy_of_the_project
from tests.browser.wandering import Wanderer

WINDOWS, SEED = 5, 50
ROUNDS = ("Clear screen", "walked away", "loaded again", "window closed")
MORE_ROUNDS = ("Clear screen",) * 6 + ROUNDS
SMALL = 100_000  # bytes of a file in which a short word is none by chance
LONG_ENOUGH = 8  # letters; shorter words stand in any large file by chance

# All that a browser can keep for a page, beside cookies.
STORED = """async () => JSON.stringify({
  local: { ...localStorage }, session: { ...sessionStorage },
  databases: await indexedDB.databases(), caches: await caches.keys(),
  workers: (await navigator.serviceWorker.getRegistrations()).length,
})"""


@dataclass(frozen=True)
class Remains:
    """What some visits left behind."""

    folder: Path  # the kiosk, its log, the homes of both and the browser's profile
    written: frozenset[Path]
    tapped: frozenset[str]
    visits: int
    stored: dict[str, str]  # before and after
    cookies: dict[str, Any]  # before and after
    address: str


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
    with pytest.MonkeyPatch.context() as patch:
        for name, value in own_folders(folder / "server").items():
            patch.setenv(name, value)
        starter = [*remains.TRACE, "-o", str(traces / "server")]
        with serving(kiosk, folder / "log", *starter) as address:
            context = persistent(playwright, folder, traces)
            told = visits(context, address, request.param)
            context.close()
    return Remains(folder, frozenset(remains.written(traces)), address=address, **told)


def own_folders(folder: Path) -> dict[str, str]:
    """Where a program that keeps something would keep it, each a folder of its own."""
    names = ["HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"]
    names += ["XDG_STATE_HOME", "XDG_RUNTIME_DIR", "KIOSK_STATE"]
    for name in names:
        (folder / name).mkdir(parents=True)
    return {name: str(folder / name) for name in names}


def persistent(playwright: Playwright, folder: Path, traces: Path) -> BrowserContext:
    """A browser with a profile that stays, traced."""
    traced = folder / "browser.sh"
    trace = " ".join([*remains.TRACE, "-o", str(traces / "browser")])
    traced.write_text(f'#!/bin/sh\nexec {trace} {ensure()} "$@"\n')
    traced.chmod(0o755)
    context = playwright.chromium.launch_persistent_context(
        folder / "profile",
        executable_path=traced,
        args=list(SWITCHES),
        env={**os.environ, **own_folders(folder / "browser")},
        viewport={"width": 1080, "height": 1920},
    )
    can_be_moved(context)
    return context


def visits(context: BrowserContext, address: str, rounds: tuple[str, ...]) -> dict[str, Any]:
    """Visits in several windows that take turns, until each round of them ends in its own way."""
    windows = [
        Wanderer(context.new_page(), address, Random(SEED + n), picks=1) for n in range(WINDOWS)
    ]
    stored, cookies = [windows[0].page.evaluate(STORED)], [context.cookies()]
    for how in rounds:
        walk(windows)
        if how == "walked away":
            all_walk_away(windows)
            continue
        for one in windows:
            one.ends(how)
    stored.append(windows[0].page.evaluate(STORED))
    cookies.append(context.cookies())
    return {
        "visits": WINDOWS * len(rounds),
        "tapped": frozenset[str]().union(*(one.tapped for one in windows)),
        "stored": dict(zip(("before", "after"), stored, strict=True)),
        "cookies": dict(zip(("before", "after"), cookies, strict=True)),
    }


def all_walk_away(windows: list[Wanderer]) -> None:
    """Touch nothing more in any window: they have one clock."""
    last = [one.visit() for one in windows]
    windows[0].ends_by_walking_away()
    for one, visit in zip(windows, last, strict=True):
        one.finds_it_clear(visit)


def walk(windows: list[Wanderer]) -> None:
    """One visit in each window, tap by tap in turns."""
    going = [one.wanders(one.random.randint(1, 3)) for one in windows]
    while going:
        going = [one for one in going if next(one, "over") != "over"]


def telling() -> set[str]:
    """What tells a condition, or a passage about one, whether it was tapped or not."""
    pack = session.pack()
    told = {words for one in pack.conditions for words in (one.title, str(one.summary))}
    told |= {word for one in pack.conditions for word in one.giveaways}
    told |= {one.title for one in (*pack.guide_sections, *pack.claims, *pack.study_summaries)}
    # The short ones, too, as an address, a key or a file of settings would hold them.
    return told | {f"condition {one.id}" for one in pack.conditions}


def sought(tapped: frozenset[str]) -> set[str]:
    """The words that must be nowhere.

    The headings of pages are in their titles, which a browser writes down. They name a step of the
    visit in the language that was chosen, for every topic the same. A short word stands in any
    large file by chance.
    """
    spoken = (one.pack.ui_strings for one in session.kiosk().languages.values())
    titles = {words for ui in spoken for words in ui.headings.model_dump().values()}
    told = {words for words in telling() | tapped if len(words) >= LONG_ENOUGH} - titles
    return told - in_streamlits_files(frozenset(told - telling()))


@cache
def in_streamlits_files(words: frozenset[str]) -> set[str]:
    """The labels that Streamlit's own files hold, as a name in its code: a browser keeps those."""
    files = remains.files_in(shell.STREAMLITS_PAGE.parent)
    return {one for one, _ in remains.found_in(files, words)}


def kept(folder: Path) -> list[Path]:
    """Every file but those that are, byte by byte, the project's own."""
    ours = remains.digests([PROJECT / "content", PROJECT / "pages", PROJECT / "logic"])
    return [path for path in remains.files_in(folder) if remains.digest(path) not in ours]


def test_all_that_either_wrote_lies_in_a_folder_that_is_read(left: Remains) -> None:
    profile, log = left.folder / "profile", left.folder / "log"

    assert [path for path in left.written if not path.is_relative_to(left.folder)] == []
    assert any(path.is_relative_to(profile) for path in left.written)
    assert log in kept(left.folder)


def test_nothing_that_was_kept_tells_a_condition_or_what_was_tapped(left: Remains) -> None:
    assert left.visits >= WINDOWS * len(ROUNDS)
    assert len(left.tapped & sought(left.tapped)) > left.visits * 0.6

    assert remains.found_in(kept(left.folder), sought(left.tapped)) == []


def told_shortly(raw: bytes) -> set[str]:
    """The short words that name a condition, wherever one stands alone in a text."""
    pack = session.pack()
    words = {word for one in pack.conditions for word in (one.id, *one.giveaways)}
    text = raw.decode("utf-8", "replace")
    return {one for one in words if re.search(rf"(?<![a-z]){re.escape(one)}", text, re.IGNORECASE)}


def test_the_log_and_every_small_text_hold_no_short_word_for_a_condition_either(
    left: Remains,
) -> None:
    small = [path for path in kept(left.folder) if path.stat().st_size < SMALL]
    texts = [path for path in small if b"\0" not in path.read_bytes()]

    assert left.folder / "log" in texts
    assert [(path, told) for path in texts if (told := told_shortly(path.read_bytes()))] == []
    assert told_shortly(b"condition=ptsd") == {"ptsd"}


def as_whole_words(raw: bytes) -> set[str]:
    """The short words that stand alone in a file of any kind; fewer than four letters by chance."""
    words = {word for one in session.pack().conditions for word in (one.id, *one.giveaways)}
    forms = {form for one in words if len(one) >= 4 for form in (one, one.upper(), one.title())}
    texts = [raw.decode("latin-1"), raw.replace(b"\0", b"").decode("latin-1")]  # UTF-16, too
    alone = re.compile(rf"(?<![A-Za-z])(?:{'|'.join(map(re.escape, sorted(forms)))})(?![A-Za-z])")
    return {found for text in texts for found in alone.findall(text)}


def test_no_file_of_any_kind_holds_one_as_a_whole_word(left: Remains) -> None:
    files = kept(left.folder)

    assert left.folder / "profile" / "Default" / "History" in files
    assert [(path, told) for path in files if (told := as_whole_words(path.read_bytes()))] == []
    assert as_whole_words("\x01PTSD\x02".encode("utf-16-le")) == {"PTSD"}
    assert as_whole_words(b"\x00\xffptsd\x00") == {"ptsd"}


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
