"""What a printer, and pages on their way to it, can be said to be. Each has a label of its name."""

from dataclasses import dataclass
from typing import Literal

from logic.printing.ipp import Answer

Kind = Literal["ready", "printing", "slow", "printed", "not_printed", "out_of_paper", "away"]
# What the server calls the states of a printer and of a job: RFC 8011, 5.4.11 and 5.3.7.
IDLE, STOPPED = 3, 5
HELD, ENDED, COMPLETED = 4, (7, 8), 9
NOT_POSSIBLE, NOT_FOUND = 0x0404, 0x0406  # the first is said of a job that has ended already
NEEDS_PAPER = "media-needed"  # said of the very job that waits
NO_PAPER = ("media-empty", NEEDS_PAPER)
# Whatever a person must see to at the printer before another page comes out of it.
STUCK = (
    "cover-open",
    "door-open",
    "input-tray-missing",
    "interlock-open",
    "marker-supply-empty",
    "marker-waste-full",
    "media-jam",
    "offline",
    "output-area-full",
    "paused",
    "shutdown",
    "timed-out",
    "toner-empty",
)
# However mildly these are said, nothing is printed.
ALWAYS_MEANT = (NEEDS_PAPER, "offline")
MILD = ("-report", "-warning")


@dataclass(frozen=True)
class State:
    """How it stands, for the visitor's label of that name, and why, for the log alone."""

    kind: Kind
    why: str = ""

    def told_of(self, printer: str | None) -> str:
        """What staff are told of a printer, in one line."""
        why = f" ({self.why})" if self.why else ""
        return f"Printer {printer}: {self.kind.replace('_', ' ')}{why}."

    @property
    def is_a_fault(self) -> bool:
        """Whether somebody has to see to the printer."""
        return self.kind in ("not_printed", "out_of_paper", "away")

    @property
    def is_settled(self) -> bool:
        """Whether pages that were sent are printed, or never will be: it changes no more."""
        return self.is_a_fault or self.kind == "printed"


def of_printer(told: Answer, *, is_late: bool = False) -> State:
    """What the server knows of a printer; `is_late` where it takes long over pages of ours.

    Of one at rest it knows nothing new: that its paper had run out was said of an earlier job.
    """
    if refused := refusal(told):
        return refused
    state = told.number("printer-state")
    reasons = told.words("printer-state-reasons") if state != IDLE else ()
    if fault := fault_in(reasons, is_late=is_late):
        return fault
    why = " ".join(told.words("printer-state-message"))
    if state == STOPPED:
        return State("away", f"it is stopped: {why}")
    if state != IDLE or told.number("queued-job-count"):
        return State("slow", why)
    return State("ready", why)


def refusal(told: Answer) -> State | None:
    """What keeps a server from taking anything for a printer, if it says so."""
    if told.status == NOT_FOUND:
        return State("away", "the server knows no printer of that name")
    if not told.is_good:
        return State("away", f"the server answers with status {told.status:#06x}")
    if told.number("printer-is-accepting-jobs") == 0:
        return State("away", "it accepts no jobs")
    return None


def fault_in(reasons: tuple[str, ...], *, is_late: bool) -> State | None:
    """What keeps a printer from printing, if anything does.

    Said mildly, it may keep it from nothing: one of two trays is empty. But not if pages are late.
    """
    for reason in reasons:
        if reason.endswith(MILD) and not is_late and not reason.startswith(ALWAYS_MEANT):
            continue
        if reason.startswith(NO_PAPER):
            return State("out_of_paper", reason)
        if reason.startswith(STUCK):
            return State("away", reason)
    return None


def of_job(told: Answer) -> State | None:
    """How a job ended, or nothing while it has not.

    A server that keeps no history forgets a job as it ends. It most likely ended well, and pages
    that lie at the printer while their reader believes that there are none are the greater harm.
    """
    state = told.number("job-state")
    if told.status == NOT_FOUND or state == COMPLETED:
        return State("printed")
    if state == HELD:
        return State("away", "the server could not give the pages to it, and holds them")
    if state in ENDED:
        reasons = ", ".join(told.words("job-state-reasons"))
        return State("not_printed", f"the server ended the job: {reasons}")
    return None
