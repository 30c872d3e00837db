"""Content that changes under a running kiosk, or is broken when it starts.

Whatever becomes of the files, a visit is whole: it shows to its end what it began with. What is
broken is never shown; what is good is shown from the next visit on.
"""

import shutil
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

import pytest
from playwright.sync_api import Browser, Page, expect
from watchdog.events import FileOpenedEvent, FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

from logic.keeping import digest, keep
from pages.parts import session
from tests.browser.conftest import PROJECT, Visitor, serving
from tests.conftest import SAMPLE, TODAY

LONG = 30  # seconds that a busy machine may take to notice a change
TITLE = "Short nights"
STAYS = "What was good stays on screen."
SHOWN = "Nothing to fix. Shown."


class Log:
    """What a kiosk says to whoever runs it."""

    def __init__(self, path: Path) -> None:
        """Read it from its beginning."""
        self.path, self.read = path, 0

    def new(self) -> str:
        """What has not been read yet."""
        return self.path.read_text()[self.read :]

    def says(self, told: str, page: Page) -> None:
        """Wait until it says this anew, looking once with every frame that a page draws."""
        given_up = time.monotonic() + LONG
        while told not in (new := self.new()):
            assert time.monotonic() < given_up, new
            page.evaluate("() => new Promise(requestAnimationFrame)")
        self.read += new.index(told) + len(told)


@contextmanager
def on_the_sample(folder: Path) -> Iterator[Path]:
    """A copy of the sample, which is the content of every kiosk that starts within the block."""
    with pytest.MonkeyPatch.context() as patch:
        content = shutil.copytree(SAMPLE, folder / "content")
        patch.setenv("KIOSK_CONTENT", str(content))
        patch.setenv("KIOSK_TODAY", TODAY.isoformat())
        patch.setenv("KIOSK_STATE", str(folder / "state"))
        session.read_once.cache_clear()
        session.ui()  # the words by which these tests find things are those of the sample
        yield content
    session.read_once.cache_clear()


@pytest.fixture(scope="module")
def folder(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: ARG001
    """Where the content and log of a kiosk are that goes on from test to test."""
    return tmp_path_factory.mktemp("changes")


@pytest.fixture(scope="module")
def content(folder: Path) -> Iterator[Path]:
    """The content of that kiosk."""
    with on_the_sample(folder) as content:
        yield content


@pytest.fixture(scope="module")
def running(folder: Path, content: Path) -> Iterator[str]:  # noqa: ARG001 (there first)
    """The address of that kiosk."""
    with serving(PROJECT, folder / "log") as address:
        yield address


@pytest.fixture
def log(folder: Path, running: str) -> Log:  # noqa: ARG001 (there first)
    """What that kiosk says from now on."""
    log = Log(folder / "log")
    log.read = len(log.path.read_text())
    return log


@pytest.fixture(scope="module")
def reader(running: str, browser: Browser) -> Iterator[Visitor]:
    """A visitor who reads on and on, whatever becomes of the content."""
    page = browser.new_page(viewport={"width": 1080, "height": 1920})
    yield Visitor(page, running).picks("short-nights")
    page.close()


@pytest.fixture
def newcomer(running: str, page: Page) -> Callable[[], Visitor]:
    """Somebody who comes to the kiosk now, and reads the guide."""
    page.set_viewport_size({"width": 1080, "height": 1920})
    return lambda: Visitor(page, running).picks("short-nights")


@pytest.fixture
def condition(content: Path) -> Iterator[Path]:
    """A file to break. Afterwards the content is as it was."""
    yield content / "conditions" / "short-nights.en.md"
    shutil.rmtree(content, ignore_errors=True)
    shutil.copytree(SAMPLE, content)


def edit(file: Path, old: str, new: str) -> None:
    """Change one piece of text in a file."""
    text = file.read_text()
    assert text.count(old) == 1
    file.write_text(text.replace(old, new))


def is_under(visitor: Visitor, title: str) -> None:
    """Hold a page to being one of the condition with this title."""
    expect(visitor.page.locator(".where")).to_have_text(title)


def reads_on(visitor: Visitor, title: str) -> None:
    """Go from the guide to the studies and back, both whole and under this title."""
    is_under(visitor.goes_on(session.ui().headings.studies), title)
    is_under(visitor.tap(session.ui().labels.back).reads(session.ui().headings.guide), title)


def broken(file: Path) -> None:
    edit(file, "title: ", "titel: ")


def half_written(file: Path) -> None:
    file.write_text(file.read_text()[:40])


def deleted(file: Path) -> None:
    file.unlink()


def no_text(file: Path) -> None:
    file.write_bytes(b"---\ntitle: \xff\xfe\x00")


def whole_folder_renamed(file: Path) -> None:
    content = file.parents[1]
    content.rename(content.with_name("away"))


def replaced_during_a_read(file: Path) -> None:
    """Save something good; once the kiosk opens it, break it: the two never mix."""

    class Breaks(FileSystemEventHandler):
        def on_opened(self, _: FileSystemEvent) -> None:
            other = file.with_name(".other")
            other.write_text(wrong)
            other.replace(file)
            opened.set()

    wrong = file.read_text().replace("title: ", "titel: ")
    opened, watch = Event(), Observer()
    edit(file, TITLE, "Nobody ever reads this")
    watch.schedule(Breaks(), str(file), event_filter=[FileOpenedEvent])
    watch.start()
    assert opened.wait(LONG)
    watch.stop()
    watch.join()


BREAKS = (broken, half_written, deleted, no_text, whole_folder_renamed, replaced_during_a_read)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells who opens a file")
@pytest.mark.parametrize("breaks", BREAKS)
def test_content_that_breaks_during_a_visit_leaves_it_whole_and_the_next_one_too(
    reader: Visitor,
    newcomer: Callable[[], Visitor],
    condition: Path,
    log: Log,
    breaks: Callable[[Path], None],
) -> None:
    breaks(condition)
    log.says(STAYS, reader.page)

    reads_on(reader, TITLE)
    is_under(newcomer(), TITLE)
    assert SHOWN not in log.new()


def test_what_cannot_be_opened_leaves_the_visit_whole_and_the_next_one_too(
    reader: Visitor, newcomer: Callable[[], Visitor], condition: Path, log: Log
) -> None:
    words = condition.parents[1] / "ui_strings" / "en.yaml"
    words.unlink()
    words.mkdir()
    log.says("This is tried again until it can be read.", reader.page)

    reads_on(reader, TITLE)
    is_under(newcomer(), TITLE)


def test_a_good_change_is_taken_up_with_the_next_visit_and_never_within_one(
    reader: Visitor, newcomer: Callable[[], Visitor], condition: Path, log: Log
) -> None:
    early = newcomer().clears()  # in front of a clear screen, where nothing has begun
    edit(condition, f"title: {TITLE}", "titel: Newer nights")
    log.says(STAYS, reader.page)
    edit(condition, "titel: ", "title: ")
    log.says(SHOWN, reader.page)

    reads_on(reader, TITLE)
    is_under(early.picks("short-nights"), "Newer nights")
    is_under(reader.clears().picks("short-nights"), "Newer nights")


def test_a_start_with_broken_content_serves_the_kept_copy_and_then_what_is_mended(
    page: Page, tmp_path: Path
) -> None:
    with on_the_sample(tmp_path) as content:
        keep(content, digest(content))
        condition = content / "conditions" / "short-nights.en.md"
        edit(condition, f"title: {TITLE}", "titel: Newer nights")
        with serving(PROJECT, tmp_path / "log") as address:
            log, visitor = Log(tmp_path / "log"), Visitor(page, address)
            log.says("`titel` is not a field of Condition.", page)
            log.says("Until then the copy of ", page)
            is_under(visitor.picks("short-nights"), TITLE)

            edit(condition, "titel: ", "title: ")
            log.says(SHOWN, page)

            reads_on(visitor, TITLE)
            is_under(visitor.clears().picks("short-nights"), "Newer nights")


def test_a_start_with_broken_content_and_no_copy_is_a_page_with_help_until_it_is_mended(
    page: Page, tmp_path: Path
) -> None:
    with on_the_sample(tmp_path) as content:
        words = content / "ui_strings" / "en.yaml"
        good = words.read_text()
        words.write_text("labels: [")
        with serving(PROJECT, tmp_path / "log") as address:
            log = Log(tmp_path / "log")
            log.says("to fix before this can be on screen.", page)
            log.says("No earlier copy is kept.", page)
            answer = page.goto(address)

            assert answer
            assert answer.status == 503
            expect(page.locator(".crisis strong").first).to_be_in_viewport()
            expect(page.locator("main p")).to_be_in_viewport()
            shown = page.locator("body").inner_text()
            assert [word for word in ("labels", "yaml", "Error", "fix") if word in shown] == []

            words.write_text(good)

            start = page.get_by_role("button", name=session.ui().labels.start)
            expect(start).to_be_visible(timeout=LONG * 1000)
