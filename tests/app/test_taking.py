"""What can be taken home: what a clinic's choice of printing leaves on the page."""

from pathlib import Path

import pytest

from logic.printing.states import State
from pages.parts import acts, on_paper, session
from pages.parts.formats import counted
from tests.app.screen import Screen

PLAIN = "short-nights"


class Played:
    """Pages on their way to no printer, as a test says how they are."""

    def __init__(self, made: bytes, pages: int, _: object) -> None:
        """Print nothing."""
        self.made, self.pages, self.state = made, pages, State("printing")
        sent.append(self)


sent: list[Played] = []


@pytest.fixture(autouse=True)
def no_printer(monkeypatch: pytest.MonkeyPatch) -> None:
    """No test here asks a server."""
    sent.clear()
    monkeypatch.setattr(acts, "Printout", Played)
    monkeypatch.setattr(on_paper, "state", lambda _: State("ready"))


def takes(settings: Path, printing: str, *taps: str) -> Screen:
    """A visit at what can be taken home, at a clinic that prints so."""
    settings.write_text(f"[printing]\n{printing}\n")
    screen = Screen().tap("start").tap(f"condition-{PLAIN}").tap("step-questions")
    for name in (*taps, "to-take_home"):
        screen.tap(name)
    return screen


def by_cups(settings: Path, *taps: str, pages: int = 30) -> Screen:
    """The same at a clinic that prints through CUPS."""
    return takes(settings, f'by = "cups"\nprinter = "desk"\npages_each_visit = {pages}', *taps)


def test_the_printer_is_told_to_be_ready_and_the_paper_has_a_length(settings: Path) -> None:
    screen = by_cups(settings)

    assert session.ui().printing.ready in screen.words
    assert screen.controls["print"]
    told = screen.words
    screen.tap("print")
    assert counted(session.ui().counted.pages_of_paper, sent[-1].pages) in told


def test_while_pages_are_on_their_way_only_that_is_said(settings: Path) -> None:
    screen = by_cups(settings).tap("print")

    assert session.ui().printing.printing in screen.words
    assert "print" not in screen.controls
    assert sent[0].made.startswith(b"%PDF")


@pytest.mark.parametrize("kind", ["away", "out_of_paper", "not_printed"])
def test_a_fault_is_told_with_whom_to_ask_and_can_be_tried_again(settings: Path, kind: str) -> None:
    screen = by_cups(settings).tap("print")
    sent[0].state = State(kind)  # type: ignore[arg-type]  # one of its kinds

    screen.tap("back").tap("to-take_home")

    assert getattr(session.ui().printing, kind) in screen.words
    assert session.ui().printing.ask_the_desk in screen.words
    assert screen.controls["print"]


def test_only_what_was_printed_counts_towards_what_a_visit_may_print(settings: Path) -> None:
    screen = by_cups(settings, pages=5).tap("print")
    assert sent[0].pages <= 5 < 2 * sent[0].pages
    sent[0].state = State("away")
    screen.tap("back").tap("to-take_home").tap("print")
    sent[1].state = State("printed")

    screen.tap("back").tap("to-take_home")

    assert session.ui().printing.too_many in screen.words
    assert session.ui().printing.printed in screen.words
    assert "print" not in screen.controls


def test_a_paper_that_is_longer_than_a_visit_may_print_is_told_so(settings: Path) -> None:
    screen = by_cups(settings, pages=1)

    assert session.ui().printing.too_long in screen.words
    assert "print" not in screen.controls


def test_large_print_and_the_topic_are_a_visitors_choice(settings: Path) -> None:
    screen = by_cups(settings)
    assert screen.visit.discreet
    screen.tap("large_print-True").tap("discreet-False").tap("print")
    sent[0].state = State("printed")

    screen.tap("back").tap("to-take_home").tap("large_print-False").tap("discreet-True")

    screen.tap("print")
    assert sent[0].pages > sent[1].pages
    assert not screen.visit.large_print


def sheets(screen: Screen) -> int:
    """How many pages of a paper stand in the page, for a browser to print."""
    return screen.html.count("data:image/svg+xml")


def test_where_the_browser_prints_the_page_holds_the_same_paper_and_tells_its_length(
    settings: Path,
) -> None:
    screen = takes(settings, 'by = "browser"')

    pages = sheets(screen)
    assert counted(session.ui().counted.pages_of_paper, pages) in screen.words
    assert "data-print" in screen.html
    screen.tap("discreet-False")
    assert sheets(screen) == pages - 1
    screen.tap("large_print-True")
    assert sheets(screen) > pages


def test_a_paper_that_is_longer_than_a_visit_may_print_is_not_given_to_a_browser_either(
    settings: Path,
) -> None:
    screen = takes(settings, 'by = "browser"\npages_each_visit = 1')

    assert session.ui().printing.too_long in screen.words
    assert "data-print" not in screen.html
    assert sheets(screen) == 0


def test_where_nothing_is_printed_nothing_is_said_of_it(settings: Path) -> None:
    screen = takes(settings, 'by = "off"')

    assert session.ui().taking.paper not in screen.words
    assert "print" not in screen.controls
    assert 'class="qr"' in screen.html
