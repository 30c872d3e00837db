"""Who writes down what was counted: a while after it happened, and away from whoever taps.

One thread sees the counts to this machine's disk, and another from there to the database, which may
be away or never answer. What is in the database is on the disk before.
"""

import logging
import traceback
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread
from time import monotonic

from logic import clock
from logic.counts.database import PATIENCE, AwayError, Database, file_url
from logic.counts.journal import Journal
from logic.counts.sheets import Sheet, added
from logic.counts.tally import Counted, Tally
from logic.counts.things import Thing
from logic.keeping import state_folder
from logic.settings import Counts

EVERY = 30.0  # seconds: a kill takes what was counted in them, and what was just being written
LONG = 3 * PATIENCE  # seconds without an answer
log = logging.getLogger(__name__)


def counts_folder() -> Path:
    """Where a kiosk keeps its counts on its own disk."""
    return state_folder() / "counts"


def own_file() -> Path:
    """The file that takes the counts where a clinic names no database."""
    return counts_folder() / "counts.sqlite"


def database_of(counts: Counts) -> Database:
    """The database that a clinic names; else a file."""
    return Database(counts.database or file_url(own_file()))


class Keeper:
    """Keeps what a kiosk counts. Whatever is wrong with disk or database, visits know nothing."""

    def __init__(
        self, kiosk: str, folder: Path, database: Database, tally: Tally, every: float = EVERY
    ) -> None:
        """Keep what `tally` counts in `folder`, then in `database`; nothing runs yet."""
        self.kiosk, self.folder, self.database, self.every = kiosk, folder, database, every
        self.tally, self.in_memory = tally, Counted()
        self.journal: Journal | None = None
        self.delivered: dict[str, dict[Thing, int]] = {}  # by the sheet's name
        self.troubles: dict[str, str] = {}  # what staff should know, by what it is of
        self.began: float | None = None  # to deliver
        self.is_ending, self.is_last, self.due = Event(), False, Event()
        self.threads = [Thread(target=self.go_on_keeping, name="counts", daemon=True)]
        self.threads += [Thread(target=self.go_on_delivering, name="counts-away", daemon=True)]

    def start(self) -> None:
        """Go on from here without anybody waiting."""
        for thread in self.threads:
            thread.start()

    def stop(self) -> None:
        """Keep and deliver what there is, as far as can be done in a few seconds."""
        self.is_ending.set()
        for thread in self.threads:
            thread.join(timeout=PATIENCE / 3)

    def go_on_keeping(self) -> None:
        """Keep what was counted, again and again, and once more in the end."""
        while not self.is_ending.wait(self.every):
            self.whatever_comes(self.keep)
            self.due.set()
        self.whatever_comes(self.keep)
        self.is_last = True
        self.due.set()

    def go_on_delivering(self) -> None:
        """Deliver what is on the disk, whenever something may be."""
        is_last = False
        while not is_last:
            self.due.wait()
            self.due.clear()
            is_last = self.is_last
            self.whatever_comes(self.deliver)

    def keep(self) -> None:
        """See all that was counted to the disk. Until that is done it stays in memory."""
        self.in_memory.update(self.tally.take())
        began = self.began  # the other thread may be done at any moment
        if began is not None and monotonic() - began > LONG:
            self.trouble("database", waits("it does not answer"))
        try:
            journal = self.journal = self.journal or Journal(self.folder)
            sheets = added(journal.newest.sheets, self.in_memory)
            dropped = journal.write([one for one in sheets if not self.is_done(one)])
            self.in_memory.clear()
            journal.forget_the_last()
        except OSError as error:
            told = f"The counts of visits stay in memory: {error}. See to the disk."
            self.trouble("disk", f"{told} Visitors notice nothing; a restart would lose them.")
            return
        self.well("disk")
        if dropped:
            days = ", ".join(sheet.day.isoformat() for sheet in dropped)
            told = f"Counts of visits had to be dropped, the oldest first: {days}."
            self.trouble("dropped", f"{told} See to the database before more are.")

    def is_done(self, sheet: Sheet) -> bool:
        """Whether a sheet need not wait any more: its day is over, and it has been delivered."""
        return sheet.day != clock.today() and self.is_delivered(sheet)

    def is_delivered(self, sheet: Sheet) -> bool:
        """Whether the database has a sheet as it is."""
        return self.delivered.get(sheet.name) == sheet.totals

    @property
    def kept(self) -> list[Sheet]:
        """The sheets on the disk."""
        return self.journal.newest.sheets if self.journal else []

    @property
    def waiting(self) -> list[Sheet]:
        """The sheets on the disk that the database has not, or not as they are."""
        return [sheet for sheet in self.kept if not self.is_delivered(sheet)]

    def deliver(self) -> None:
        """Give the database what it has not."""
        sheets = self.waiting
        if not sheets:
            self.well("database")  # told to be silent in the moment in which it answered
            return
        self.began = monotonic()
        try:
            self.database.keep(self.kiosk, sheets)
        except AwayError as error:
            self.trouble("database", waits(str(error)))
            return
        finally:
            self.began = None
        names = {sheet.name for sheet in self.kept}
        known = {name: totals for name, totals in self.delivered.items() if name in names}
        self.delivered = known | {sheet.name: sheet.totals for sheet in sheets}
        self.well("database")

    def trouble(self, of: str, told: str) -> None:
        """Tell staff what does not go away by itself, once for each change."""
        if self.troubles.get(of) != told:
            self.troubles[of] = told
            log.warning(told)

    def well(self, of: str) -> None:
        """Tell staff that it has gone away, if it was there."""
        if self.troubles.pop(of, None):
            log.warning("The counts of visits are written again (%s).", of)

    def whatever_comes(self, do: Callable[[], object]) -> None:
        """Do it. What nobody foresaw is told, and ends nothing: it is tried again."""
        try:
            do()
        except Exception:  # noqa: BLE001 (a bug in counting may not end the counting)
            self.trouble("fault", f"{traceback.format_exc()}This is a fault of the kiosk.")


def waits(why: str) -> str:
    """What staff are told while the database is away."""
    told = f"The counts of visits wait on this machine's disk: {why}."
    return f"{told} See to the database. Visitors notice nothing, and nothing is lost."


def begin(counts: Counts, tally: Tally) -> Keeper:
    """Keep what a kiosk counts from now on, as its clinic wants it kept."""
    keeper = Keeper(counts.kiosk, counts_folder(), database_of(counts), tally)
    keeper.start()
    return keeper
