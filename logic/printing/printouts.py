"""Pages on their way to the printer: nobody waits for them, and they wait for nobody."""

import logging
import threading
from dataclasses import dataclass
from threading import Event, Lock, Thread
from time import monotonic

from logic.printing.printer import GIVE_UP, Sent, cancel, cancel_all, follow, send, state
from logic.printing.states import State
from logic.settings import Printing

log = logging.getLogger(__name__)
LONGEST_PAUSE = 2.0  # seconds between two tries to cancel, at a server that is away for long
ON_ITS_WAY = "printout"  # what the thread of each is called
ONE_AT_A_TIME = Lock()
ASKED_FOR: set[Printing] = set()


@dataclass(frozen=True)
class Pace:
    """How often the printer is asked, and how long pages may take, in seconds."""

    every: float = 1.0
    slow: float = 20.0
    give_up: float = GIVE_UP


class Printout:
    """Pages that a visitor asked for, from the tap until they are printed or forgotten.

    A thread of its own sends and follows them, so that no tap waits, and so that they are cancelled
    in time even where the visit has ended. A fault of the printer cancels them at once: whoever
    mends it may be the next visitor, and alone with what then comes out.
    """

    def __init__(
        self, pdf: bytes, pages: int, printing: Printing, pace: Pace | None = None
    ) -> None:
        """Begin to print. `state` tells how it goes, and may be read at any time."""
        self.state = State("printing")
        self.printing, self.pace = printing, pace or Pace()
        about = (pdf, pages)
        self.thread = Thread(target=self.see_through, args=about, name=ON_ITS_WAY, daemon=True)
        self.thread.start()

    def see_through(self, pdf: bytes, pages: int) -> None:
        """Print, and in the end be sure that nothing waits."""
        if is_forgetting(self.printing):  # it would be cancelled with what waits
            self.state = State("away", "what waited before is not cancelled yet")
            return
        sent = send(pdf, pages, self.printing)
        now = sent if isinstance(sent, State) else self.followed(sent)
        if now.is_a_fault:
            log.warning(now.told_of(self.printing.printer))
            if not (isinstance(sent, Sent) and cancel(sent, self.printing)):
                forget_what_waits(self.printing)  # the server is away, or its answer was lost
        self.state = now

    def followed(self, sent: Sent) -> State:
        """How the pages ended, or what is wrong, once that is known."""
        began, waited = monotonic(), 0.0
        while waited < self.pace.give_up:
            now = follow(sent, self.printing, is_late=waited > self.pace.slow)
            if now.is_settled:
                return now
            self.state = now
            Event().wait(self.pace.every)
            waited = monotonic() - began
        return State("not_printed", f"nothing after {waited:.0f} seconds: {self.state.why}")


def on_their_way() -> int:
    """How many papers are being printed, or wait to be."""
    return sum(one.name == ON_ITS_WAY for one in threading.enumerate())


def begin(printing: Printing) -> None:
    """See to the printer at the start of a kiosk, which waits for none of it.

    An earlier run may have left something there, and staff learn of a fault before visitors do.
    """
    forget_what_waits(printing)
    Thread(target=tell_a_fault, args=(printing,), daemon=True).start()


def tell_a_fault(printing: Printing) -> None:
    """Say in the log where somebody has to see to the printer, such as that there is none."""
    now = state(printing)
    if now.is_a_fault:
        log.warning(now.told_of(printing.printer))


def forget_what_waits(printing: Printing) -> None:
    """Have everything cancelled that this kiosk ever sent, as soon as the server can be asked."""
    Thread(target=ask_until_done, args=(printing,), daemon=True).start()


def is_forgetting(printing: Printing) -> bool:
    """Whether what was sent there is still to be cancelled."""
    with ONE_AT_A_TIME:
        return printing in ASKED_FOR


def ask_until_done(printing: Printing) -> None:
    """One asks for all: where nothing can be cancelled, threads must not become ever more."""
    with ONE_AT_A_TIME:
        if printing in ASKED_FOR:
            return
        ASKED_FOR.add(printing)
    pause = 1.0
    while not cancel_all(printing):
        Event().wait(pause)
        pause = min(2 * pause, LONGEST_PAUSE)
    with ONE_AT_A_TIME:
        ASKED_FOR.remove(printing)
