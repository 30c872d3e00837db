"""Printing to a real CUPS: what comes out, what is said of it, and that nothing is left or waits.

What answers are made of, and what a state is called, is in test_ipp.py and test_states.py.
"""

import socket
from collections.abc import Iterator
from contextlib import closing
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pikepdf
import pytest

from logic.__main__ import main
from logic.printing import server as asking
from logic.printing.ipp import Operation
from logic.printing.printer import Sent, follow, send, state
from logic.printing.printouts import Pace, Printout, begin, forget_what_waits
from logic.printing.states import State
from logic.settings import Printing
from tests.browser.remains import found_in
from tests.printing.conftest import PAGES, WORDS
from tests.printing.cups import PATIENCE, Cups, Played, wait_until

QUICK = Pace(every=0.05, slow=PATIENCE, give_up=PATIENCE)
SOON_LATE = Pace(every=0.05, slow=0.1, give_up=PATIENCE)
SOON_OVER = Pace(every=0.05, slow=0.1, give_up=0.3)
NO_PAPER = "STATE: +media-empty\n"


def ended(printout: Printout) -> State:
    """How a printout is at last."""
    printout.thread.join(PATIENCE)
    assert not printout.thread.is_alive()
    return printout.state


def printed_next(printer: Played, pdf: bytes, printing: Printing) -> list[Path]:
    """All that has come out once one more has: what waited before would have come first."""
    assert ended(Printout(pdf, PAGES, printing, QUICK)) == State("printed")
    return printer.printed


def waiting(printer: Played, pdf: bytes, printing: Printing, says: str = "") -> Sent:
    """Pages that the printer has, and does not print."""
    printer.waits(says)
    sent = send(pdf, PAGES, printing)
    assert isinstance(sent, Sent)
    wait_until(lambda: bool(list((printer.folder / "spool").iterdir())))
    return sent


def test_what_is_printed_is_what_was_sent(printer: Played, cups: Cups, pdf: bytes) -> None:
    printout = Printout(pdf, PAGES, cups.queue("desk"), QUICK)

    assert ended(printout) == State("printed")
    (paper,) = printer.printed
    with pikepdf.open(paper) as read:
        assert len(read.pages) == PAGES
        assert WORDS.encode() in read.pages[0].Contents.read_bytes()


def test_the_server_is_reached_by_its_socket_too(printer: Played, cups: Cups, pdf: bytes) -> None:
    by_socket = cups.queue("desk", server=cups.socket)

    assert state(by_socket).kind == "ready"
    assert ended(Printout(pdf, PAGES, by_socket, QUICK)) == State("printed")
    assert len(printer.printed) == 1


def test_once_it_is_printed_the_server_keeps_nothing_of_it(
    printer: Played, server: Cups, pdf: bytes
) -> None:
    with server.running():
        sent = waiting(printer, pdf, server.queue("desk"))
        while_it_waits = {path.parent.name for _, path in found_in(server.kept, [WORDS])}

        printer.goes_on()

        wait_until(lambda: follow(sent, server.queue("desk")).is_settled)
        wait_until(lambda: len(printer.printed) == 1)

    assert while_it_waits == {"spool"}  # so it would be found
    assert found_in(server.kept, [WORDS]) == []
    spool = [path for path in server.kept if path.is_relative_to(server.folder / "spool")]
    assert spool == []
    assert not (server.folder / "log" / "page_log").exists()
    listed = [path.read_text() for path in (server.folder / "cache").glob("job.cache*")]
    assert [text for text in listed if "<Job" in text] == []


def test_what_is_cancelled_leaves_nothing_at_the_server(
    printer: Played, server: Cups, pdf: bytes
) -> None:
    printer.waits()
    with server.running():
        printout = Printout(pdf, PAGES, server.queue("desk"), SOON_OVER)

        assert ended(printout).kind == "not_printed"

    assert found_in(server.kept, [WORDS]) == []


def test_a_job_names_nothing_and_comes_once_on_the_clinics_paper(
    printer: Played, cups: Cups, pdf: bytes
) -> None:
    printing = cups.queue("desk", paper="a4")
    sent = waiting(printer, pdf, printing)

    told = asking.ask(printing, Operation.GET_JOB_ATTRIBUTES, {"job-id": sent.job})

    found = {
        name: told.attributes[name]
        for name in (
            "job-name",
            "job-originating-user-name",
            "copies",
            "job-sheets",
            "media",
            "job-cancel-after",
        )
    }
    assert found == {
        "job-name": ["Ask First"],
        "job-originating-user-name": ["ask-first"],
        "copies": [1],
        "job-sheets": ["none", "none"],
        "media": ["iso_a4_210x297mm"],
        "job-cancel-after": [90],
    }


def test_without_paper_the_pages_are_cancelled_and_never_come_out(
    printer: Played, cups: Cups, pdf: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    printer.waits(NO_PAPER)

    printout = Printout(pdf, PAGES, cups.queue("desk"), SOON_LATE)

    assert ended(printout) == State("out_of_paper", "media-empty-warning")
    assert caplog.messages == ["Printer desk: out of paper (media-empty-warning)."]
    cups.rests()
    printer.goes_on()
    assert [path.name for path in printed_next(printer, pdf, cups.queue("desk"))] == [
        "2-ask_first.pdf"
    ]


def test_a_printer_that_takes_long_is_slow_and_prints_in_the_end(
    printer: Played, cups: Cups, pdf: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    printer.waits()
    printout = Printout(pdf, PAGES, cups.queue("desk"), SOON_LATE)
    wait_until(lambda: printout.state.kind == "slow")

    printer.goes_on()

    assert ended(printout) == State("printed")
    assert len(printer.printed) == 1
    assert caplog.messages == []


def test_pages_that_take_too_long_are_cancelled_and_never_come_out(
    printer: Played, cups: Cups, pdf: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    printer.waits()

    printout = Printout(pdf, PAGES, cups.queue("desk"), SOON_OVER)

    assert ended(printout).kind == "not_printed"
    (line,) = caplog.messages
    assert line.startswith("Printer desk: not printed (nothing after ")
    cups.rests()
    printer.goes_on()
    assert [path.name for path in printed_next(printer, pdf, cups.queue("desk"))] == [
        "2-ask_first.pdf"
    ]


def test_pages_that_wait_behind_others_are_cancelled_as_well(
    printer: Played, cups: Cups, pdf: bytes
) -> None:
    first = waiting(printer, pdf, cups.queue("desk"))

    behind = Printout(pdf, PAGES, cups.queue("desk"), SOON_OVER)

    assert ended(behind).kind == "not_printed"
    printer.goes_on()
    wait_until(lambda: follow(first, cups.queue("desk")).kind == "printed")
    assert len(printed_next(printer, pdf, cups.queue("desk"))) == 2


def test_a_printer_that_is_away_is_told_and_prints_nothing_when_it_is_back(
    played: Played, cups: Cups, pdf: bytes, caplog: pytest.LogCaptureFixture
) -> None:
    printout = Printout(pdf, PAGES, cups.queue("soon"), QUICK)

    assert ended(printout).kind == "away"
    assert caplog.messages == [
        "Printer soon: away (the server could not give the pages to it, and holds them)."
    ]
    with played.running():
        assert len(printed_next(played, pdf, cups.queue("desk"))) == 1


@pytest.mark.parametrize(
    ("queue", "why"),
    [
        ("nowhere", "the server knows no printer of that name"),
        ("closed", "it accepts no jobs"),
        ("stopped", "paused"),
    ],
)
def test_a_printer_that_cannot_be_used_is_away(cups: Cups, queue: str, why: str) -> None:
    assert state(cups.queue(queue)) == State("away", why)


@pytest.mark.parametrize("queue", ["nowhere", "closed", "stopped"])
def test_a_printer_that_cannot_be_used_prints_nothing_later_either(
    printer: Played, cups: Cups, pdf: bytes, queue: str
) -> None:
    printout = Printout(pdf, PAGES, cups.queue(queue), QUICK)

    assert ended(printout).kind == "away"
    assert found_in(cups.kept, [WORDS]) == []
    assert len(printed_next(printer, pdf, cups.queue("desk"))) == 1


def test_a_printer_that_is_not_there_is_told_at_the_start(
    cups: Cups, caplog: pytest.LogCaptureFixture
) -> None:
    begin(cups.queue("nowhere"))

    wait_until(lambda: bool(caplog.messages))
    told = "Printer nowhere: away (the server knows no printer of that name)."
    assert caplog.messages == [told]


@pytest.mark.parametrize(
    ("queue", "told"),
    [
        ("desk", "ready"),
        ("nowhere", "away (the server knows no printer of that name)"),
        ("stopped", "away (paused)"),
    ],
)
def test_the_command_says_in_one_line_how_the_printer_is(
    cups: Cups, tmp_path: Path, capsys: pytest.CaptureFixture[str], queue: str, told: str
) -> None:
    server = f'server = "127.0.0.1:{cups.port}"'
    clinic = f'[printing]\nby = "cups"\nprinter = "{queue}"\n{server}\n'
    (tmp_path / "kiosk.toml").write_text(clinic)

    assert main(["printer"]) == (0 if told == "ready" else 1)
    assert capsys.readouterr().out == f"Printer {queue}: {told}.\n"


@pytest.mark.parametrize("by", ["off", "browser"])
def test_the_command_says_where_cups_is_asked_for_nothing_which_is_no_fault(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], by: str
) -> None:
    (tmp_path / "kiosk.toml").write_text(f'[printing]\nby = "{by}"\n')

    assert main(["printer"]) == 0
    told = f'No printer is asked: `printing.by` is "{by}" in {tmp_path / "kiosk.toml"}.\n'
    assert capsys.readouterr().out == told


def test_a_server_that_is_away_is_told(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    away = Printing(by="cups", printer="desk", server=str(folder / "no.sock"))

    printout = Printout(b"%PDF-1.7", 1, away, QUICK)

    assert state(away).kind == "away"
    assert ended(printout).kind == "away"
    (line,) = caplog.messages
    assert line.startswith(f"Printer desk: away ({folder}/no.sock: FileNotFoundError")


def test_pages_at_a_server_that_goes_away_are_cancelled_when_it_is_back(
    played: Played, server: Cups, pdf: bytes
) -> None:
    printing = server.queue("desk")
    with server.running():
        printout = Printout(pdf, PAGES, printing, QUICK)
        wait_until(lambda: printout.state.why != "")  # it is followed
    assert ended(printout).kind == "away"
    assert found_in(server.kept, [WORDS])

    with server.running():
        wait_until(lambda: not found_in(server.kept, [WORDS]))

        with played.running():
            assert len(printed_next(played, pdf, printing)) == 1


def test_what_an_earlier_run_of_the_kiosk_left_is_cancelled(
    played: Played, cups: Cups, pdf: bytes
) -> None:
    assert isinstance(send(pdf, PAGES, cups.queue("desk")), Sent)
    assert found_in(cups.kept, [WORDS])

    forget_what_waits(cups.queue("desk"))

    wait_until(lambda: not found_in(cups.kept, [WORDS]))
    with played.running():
        assert len(printed_next(played, pdf, cups.queue("desk"))) == 1


def test_more_pages_than_one_visit_may_print_are_not_sent(
    printer: Played, cups: Cups, pdf: bytes
) -> None:
    told = send(pdf, PAGES, cups.queue("desk", pages_each_visit=PAGES - 1))

    assert told == State("not_printed", "3 pages are more than one visit may print")
    assert len(printed_next(printer, pdf, cups.queue("desk"))) == 1


class Strange(BaseHTTPRequestHandler):
    """A server that is no CUPS."""

    said: tuple[int, bytes] = (200, b"")

    def do_POST(self) -> None:
        """Answer what it has been told to, whatever is asked."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(self.said[0])
        self.end_headers()
        self.wfile.write(self.said[1])

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def strange() -> Iterator[Printing]:
    """The settings of a clinic whose server is none of CUPS."""
    with ThreadingHTTPServer(("127.0.0.1", 0), Strange) as other:
        Thread(target=other.serve_forever, daemon=True).start()
        yield Printing(by="cups", printer="desk", server=f"127.0.0.1:{other.server_port}")
        other.shutdown()


@pytest.mark.parametrize(
    "said", [(200, b"Welcome"), (200, b""), (200, b"\x02\x00\x00\x00"), (404, b""), (200, b"\x00")]
)
def test_a_server_that_speaks_otherwise_is_away(
    strange: Printing, said: tuple[int, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Strange, "said", said)

    assert state(strange).kind == "away"
    assert isinstance(send(b"%PDF-1.7", 1, strange), State)


def test_a_server_that_takes_and_never_answers_is_away(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "PATIENCE", 0.2)
    with closing(socket.create_server(("127.0.0.1", 0))) as silent:
        port = silent.getsockname()[1]

        told = state(Printing(by="cups", printer="desk", server=f"127.0.0.1:{port}"))

    assert told == State("away", f"127.0.0.1:{port}: TimeoutError: timed out")
