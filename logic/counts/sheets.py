"""The sheets on which a kiosk keeps count: one for each day, with a total for each thing.

A sheet is begun once, under a random name, and its numbers only ever grow. So of two versions of
one the larger of each number is the newer, however often either comes: nothing is counted twice.
"""

import secrets
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from logic.counts.tally import Counted
from logic.counts.things import Thing


@dataclass
class Sheet:
    """What one kiosk counted on one day."""

    day: date
    name: str = field(default_factory=lambda: secrets.token_hex(8))
    totals: dict[Thing, int] = field(default_factory=dict)

    def copy(self) -> "Sheet":
        """The sheet as it is now."""
        return Sheet(self.day, self.name, dict(self.totals))


def added(sheets: Iterable[Sheet], counted: Counted) -> list[Sheet]:
    """The sheets with what was counted since, the oldest day first; a day without one gets one."""
    found = [sheet.copy() for sheet in sheets]
    last = {sheet.day: sheet for sheet in found}
    for (day, thing), count in counted.items():
        if day not in last:
            found.append(last.setdefault(day, Sheet(day)))
        totals = last[day].totals
        totals[thing] = totals.get(thing, 0) + count
    return sorted(found, key=lambda sheet: sheet.day)
