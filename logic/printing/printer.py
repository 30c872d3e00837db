"""What a kiosk asks of the clinic's printer: how it is, to print, how that goes, and to forget."""

from dataclasses import dataclass

from logic.printing.ipp import Attributes, Operation
from logic.printing.server import Unreachable, ask
from logic.printing.states import NOT_FOUND, NOT_POSSIBLE, State, of_job, of_printer
from logic.settings import Printing

TITLE = "Ask First"  # what a printer's own display shows: never a word of the visit
MEDIA = {"letter": "na_letter_8.5x11in", "a4": "iso_a4_210x297mm"}
GIVE_UP = 90  # seconds after which pages that are not printed must never come out
PRINTER_ASKED: Attributes = {
    "requested-attributes": (
        "printer-state",
        "printer-state-reasons",
        "printer-state-message",
        "printer-is-accepting-jobs",
        "queued-job-count",
    )
}
JOB_ASKED = ("job-state", "job-state-reasons")


@dataclass(frozen=True)
class Sent:
    """Pages that the server has taken, by the number that it gave them."""

    job: int


def may_print(pages_so_far: int, pages: int, printing: Printing) -> bool:
    """Whether so many pages more stay within what one visit may print."""
    return pages_so_far + pages <= printing.pages_each_visit


def state(printing: Printing, *, is_late: bool = False) -> State:
    """How the printer is. Takes a few seconds at most; what went wrong is a state as well."""
    try:
        told = ask(printing, Operation.GET_PRINTER_ATTRIBUTES, PRINTER_ASKED)
        return of_printer(told, is_late=is_late)
    except Unreachable as fault:
        return State("away", str(fault))


def send(pdf: bytes, pages: int, printing: Printing) -> Sent | State:
    """Give pages to the server, or say why that did not work.

    Whoever sends sees to it that they do not wait there for the next visitor: `Printout` does.
    """
    if not may_print(0, pages, printing):
        return State("not_printed", f"{pages} pages are more than one visit may print")
    try:
        told = ask(printing, Operation.PRINT_JOB, {"job-name": TITLE,
                   "document-format": "application/pdf"}, how(printing), pdf)  # fmt: skip
    except Unreachable as fault:
        return State("away", str(fault))
    job = told.number("job-id")
    if told.is_good and job is not None:
        return Sent(job)
    now = state(printing)
    refused = State("away", f"the server refuses to print: status {told.status:#06x}")
    return now if now.is_a_fault else refused


def how(printing: Printing) -> Attributes:
    """One copy on the clinic's paper, without a sheet before it that says whose it is.

    The server is asked, too, to end a job that a printer has begun and does not finish.
    """
    return {
        "copies": 1,
        "job-sheets": ("none", "none"),
        "media": MEDIA[printing.paper],
        "job-cancel-after": GIVE_UP,
    }


def follow(sent: Sent, printing: Printing, *, is_late: bool = False) -> State:
    """How pages that were sent are doing; `is_late` where they take long. It cancels nothing."""
    try:
        about: Attributes = {"job-id": sent.job, "requested-attributes": JOB_ASKED}
        told = ask(printing, Operation.GET_JOB_ATTRIBUTES, about)
    except Unreachable as fault:
        return State("away", str(fault))
    if ended := of_job(told):
        return ended
    now = state(printing, is_late=is_late)
    return now if now.is_a_fault else State("slow" if is_late else "printing", now.why)


def cancel(sent: Sent, printing: Printing) -> bool:
    """Have pages forgotten wherever they wait, at the printer too; say whether they are.

    Pages that came out in the meantime are as gone as those that never will.
    """
    try:
        told = ask(printing, Operation.CANCEL_JOB, {"job-id": sent.job})
    except Unreachable:
        return False
    return told.is_good or told.status in (NOT_FOUND, NOT_POSSIBLE)


def cancel_all(printing: Printing) -> bool:
    """Have everything forgotten that a kiosk ever sent there and that is not printed yet.

    One by one: CUPS lets nobody cancel all of theirs at once who has not logged in.
    """
    try:
        mine: Attributes = {"my-jobs": True, "requested-attributes": ("job-id",)}
        told = ask(printing, Operation.GET_JOBS, mine)
    except Unreachable:
        return False
    if not told.is_good:
        return told.status == NOT_FOUND
    return all([cancel(Sent(job), printing) for job in told.numbers("job-id")])  # noqa: C419 (each)
