"""What a visitor takes home: printed by a real CUPS and read back, and read off the screen.

What stands on the paper and in the square is in tests/unit/test_handout*.py and test_phone.py; that
CUPS keeps nothing, in tests/printing/. Here a visitor taps from the first page to the last.
"""

import subprocess
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
from PIL import Image
from playwright.sync_api import Page, expect

from logic.asking import questions_in_sight
from logic.content.prose import plain
from logic.phone.taken import phone_text
from logic.printing.printer import Sent, follow, send
from pages.parts import session
from tests.asked import read_by_a_phone
from tests.browser.conftest import PROJECT, Visitor, serving
from tests.browser.places import CONDITION
from tests.browser.remains import found_in
from tests.browser.walking import Walker
from tests.printing.conftest import (  # noqa: F401 (fixtures)
    PAGES,
    cups,
    folder,
    pdf,
    played,
    printer,
    server,
)
from tests.printing.cups import PATIENCE, Cups, Played, wait_until


def prints_to(cups: Cups, folder: Path) -> Path:  # noqa: F811
    """The settings of a clinic that prints to the pretended printer."""
    clinic = folder / "kiosk.toml"
    clinic.write_text(
        f'[printing]\nby = "cups"\nprinter = "desk"\nserver = "127.0.0.1:{cups.port}"\n'
    )
    return clinic


@pytest.fixture
def printing(cups: Cups, shipped: None, tmp_path: Path) -> Iterator[str]:  # noqa: ARG001, F811
    """The address of a kiosk whose clinic prints to the pretended printer."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(prints_to(cups, tmp_path)))
        with serving(PROJECT, tmp_path / "kiosk.log") as address:
            yield address


def asks_and_takes(visitor: Visitor) -> str:
    """Read a part, ask its question, go to what can be taken home; the id of the question."""
    ui = session.ui()
    visitor.page.set_viewport_size({"width": 1080, "height": 1920})
    visitor.picks(CONDITION).opens(session.pack().section[f"{CONDITION}-harms"].title)
    question = visitor.page.locator("button.ask").first
    question.click()
    expect(question).to_have_attribute("aria-pressed", "true")
    visitor.reads(ui.headings.guide)
    asked = visitor.page.locator("h1").get_attribute("data-asked")
    assert asked
    visitor.tap(ui.steps.questions).reads(ui.headings.questions)
    visitor.tap(ui.taking.open).reads(ui.headings.take_home)
    return asked


@pytest.fixture
def by_the_browser(shipped: None, tmp_path: Path) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk whose clinic has the browser print."""
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text('[printing]\nby = "browser"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        with serving(PROJECT, tmp_path / "kiosk.log") as address:
            yield address


def is_printed_whole(page: Page) -> int:
    """Hold what the browser prints to the sheets of the paper and nothing else; how many."""
    sheets = page.locator(".st-key-paper-only img")
    expect(sheets).not_to_have_count(0)
    expect(sheets.first).to_be_hidden()
    printed = pikepdf.open(BytesIO(page.pdf(format="Letter")))
    assert len(printed.pages) == sheets.count()
    assert [one for one in printed.pages if "/Font" in one.Resources] == []  # words of the page
    return sheets.count()


def test_a_browser_prints_the_sheets_of_the_paper_and_nothing_of_its_page(
    page: Page, by_the_browser: str
) -> None:
    asks_and_takes(Visitor(page, by_the_browser))

    assert is_printed_whole(page) > 0


def test_the_longest_paper_reaches_the_browser_whole(page: Page, by_the_browser: str) -> None:
    walker = Walker(page, by_the_browser, "es")
    walker.picks("treatment-resistant-depression")
    for control in ("step-questions", "to-take_home", "large_print-True"):
        walker.tap(control)

    pages = is_printed_whole(page)

    assert pages > 8
    expect(page.get_by_test_id("stMain")).to_contain_text(f" {pages} ")


def is_told(visitor: Visitor, words: str) -> None:
    """Wait until the page says this of the printing."""
    told = visitor.page.get_by_test_id("stMain").get_by_role("status").filter(has_text=words)
    expect(told).to_be_visible(timeout=PATIENCE * 1000)


def words_of(paper: Path) -> str:
    """All that can be read on a printed paper, in one line."""
    text = subprocess.run(["pdftotext", str(paper), "-"], capture_output=True, check=True).stdout
    return " ".join(text.decode().split())


def read_off_the_screen(page: Page) -> str:
    """What a phone reads of the first square on the page."""
    page.locator("img.qr").first.scroll_into_view_if_needed()
    return read_by_a_phone(Image.open(BytesIO(page.screenshot())))


def in_the_square(asked: str) -> str:
    """What the square is to hold for whoever asked this one question."""
    pack = session.pack()
    return phone_text(pack, "US", questions_in_sight(pack, [asked], session.today())).text


def test_a_visitor_asks_scans_prints_and_finds_it_on_the_paper(
    page: Page,
    printing: str,
    printer: Played,  # noqa: F811
    cups: Cups,  # noqa: F811
    tmp_path: Path,
) -> None:
    visitor = Visitor(page, printing)
    asked = asks_and_takes(visitor)
    labels = session.ui().printing
    assert read_off_the_screen(page) == in_the_square(asked)

    visitor.tap(labels.print)
    is_told(visitor, labels.printed)

    (paper,) = printer.printed
    pack, told = session.pack(), words_of(paper)
    with pikepdf.open(paper) as read:
        assert read.Root.MarkInfo.Marked
        outside = " ".join(words_of_page(paper, 1))
        assert len(read.pages) > 2
    assert plain(pack.question[asked].title) in told
    assert pack.condition[CONDITION].title in told
    assert "988" in told
    assert [one for one in pack.condition[CONDITION].giveaways if one in outside.lower()] == []
    log = tmp_path / "kiosk.log"
    assert log.stat().st_size > 0
    told_of = [pack.question[asked].title, pack.condition[CONDITION].title]
    assert found_in([*cups.kept, log], told_of) == []
    visitor.goes_on(session.ui().headings.referral)


def words_of_page(paper: Path, number: int) -> list[str]:
    """All that can be read on one page."""
    run = ["pdftotext", "-f", str(number), "-l", str(number), str(paper), "-"]
    return subprocess.run(run, capture_output=True, check=True).stdout.decode().split()


def test_a_printer_without_paper_is_told_in_plain_words_and_the_visit_goes_on(
    page: Page,
    printing: str,
    printer: Played,  # noqa: F811
    cups: Cups,  # noqa: F811
) -> None:
    visitor = Visitor(page, printing)
    asks_and_takes(visitor)
    labels = session.ui().printing
    printer.waits("STATE: +media-empty\n")

    visitor.tap(labels.print)
    is_told(visitor, labels.out_of_paper)

    expect(page.get_by_role("button", name=labels.print, exact=True)).to_be_enabled()
    assert printer.printed == []
    visitor.tap(session.ui().labels.talk).reads(session.ui().headings.referral)
    cups.rests()
    printer.goes_on()
    assert printer.printed == []


def test_what_an_earlier_run_left_waiting_is_gone_once_a_kiosk_starts(
    printer: Played,  # noqa: F811
    cups: Cups,  # noqa: F811
    pdf: bytes,  # noqa: F811
    shipped: None,  # noqa: ARG001
    tmp_path: Path,
) -> None:
    desk = cups.queue("desk")
    printer.waits()
    left = send(pdf, PAGES, desk)
    assert isinstance(left, Sent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(prints_to(cups, tmp_path)))
        with serving(PROJECT, tmp_path / "kiosk.log"):
            wait_until(lambda: follow(left, desk).is_settled)

    cups.rests()
    printer.goes_on()
    assert printer.printed == []


def test_a_phone_reads_off_the_screen_what_was_asked(page: Page, kiosk: str) -> None:
    visitor = Visitor(page, kiosk)
    asked = asks_and_takes(visitor)

    told = read_off_the_screen(page)

    assert told == in_the_square(asked)
    assert plain(session.pack().question[asked].title) in told
    assert "988" in told


def test_where_the_clinic_does_not_print_nothing_is_said_of_paper(visitor: Visitor) -> None:
    asks_and_takes(visitor)

    expect(visitor.page.get_by_text(session.ui().taking.paper, exact=True)).to_have_count(0)
