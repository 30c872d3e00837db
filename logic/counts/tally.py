"""What has been counted since it was last written down: totals, in memory alone."""

from collections import Counter
from collections.abc import Iterable
from datetime import date
from threading import Lock
from typing import TypeAlias

from logic import clock
from logic.counts.things import Thing

Counted: TypeAlias = Counter[tuple[date, Thing]]


class Tally:
    """Totals that any visit adds to. It takes microseconds, and waits for no disk."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self.counted, self.lock = Counted(), Lock()

    def add(self, things: Iterable[Thing]) -> None:
        """Count each of these once more for today."""
        today = clock.today()
        with self.lock:
            self.counted.update((today, thing) for thing in things)

    def take(self) -> Counted:
        """All that was counted, which is not held here any more."""
        with self.lock:
            taken, self.counted = self.counted, Counted()
        return taken
