"""One life of a kiosk that counts and is killed: `python -m tests.counts.life FOLDER URL VISITS`.

It tells what it does, each on a line that outlives it: how many visits it found on the disk, that
one was counted, and how many are on the disk now. Without visits to count it delivers, and ends.
"""

import os
import sys
from itertools import count
from pathlib import Path

from logic.counts.database import Database
from logic.counts.keeper import Keeper
from logic.counts.sheets import Sheet
from logic.counts.tally import Tally
from logic.counts.things import Thing
from tests.printing.cups import BRIEFLY, wait_until

VISIT = Thing("visit")


def tell(text: str) -> None:
    """Say it at once, whole."""
    os.write(1, f"{text}\n".encode())


def visits(sheets: list[Sheet]) -> int:
    """How many visits stand on sheets."""
    return sum(sheet.totals.get(VISIT, 0) for sheet in sheets)


class Telling(Keeper):
    """A keeper that tells what it has kept."""

    def keep(self) -> None:
        """Keep, and tell what is kept."""
        super().keep()
        tell(f"kept {visits(self.kept)}")


def live(folder: Path, url: str, *, counts: bool) -> None:
    """Count until killed; or deliver what is there, and end."""
    keeper = Telling("lobby", folder, Database(url), Tally(), every=0.005)
    Keeper.keep(keeper)
    tell(f"found {visits(keeper.kept)}")
    keeper.start()
    if not counts:
        wait_until(lambda: keeper.waiting == [])
        keeper.stop()
        return
    for number in count(1):
        tell(f"counting {number}")  # before: what was counted can only be fewer
        keeper.tally.add([VISIT])
        BRIEFLY.wait(0.001)


if __name__ == "__main__":
    live(Path(sys.argv[1]), sys.argv[2], counts=sys.argv[3] == "counts")
