"""The sheets on the disk, where they wait for the database: day totals, in two small files.

Both have their size from the start, so that a full disk takes no sheet away. They are written in
turn: one is whole at any time, and the other is empty, as two versions of a day tell an hour.
"""

import fcntl
import json
import os
from collections.abc import Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, get_args

from logic.counts.sheets import Sheet
from logic.counts.things import Kind, Thing

SIZE = 128 * 1024  # bytes of each file: a month of days, with ten times the conditions
MOST = 31  # days that wait
NAMES = ("days.0", "days.1")
TURNS = 3  # enough to tell which of two came later, too few to tell how many there were
KINDS: tuple[Kind, ...] = get_args(Kind)


class InUseError(OSError):
    """Another kiosk keeps its sheets in the same folder."""


class Version(NamedTuple):
    """What a file holds: sheets, and whose turn it was when they were written."""

    turn: int
    sheets: list[Sheet]


class Journal:
    """The two files, for one kiosk alone."""

    def __init__(self, folder: Path) -> None:
        """Take the folder. Raises OSError where it cannot be written, or is another's."""
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        self.lock = taken(folder / "lock")
        self.paths = [folder / name for name in NAMES]
        try:
            for path in filter(Path.exists, self.paths):
                settle(path)  # a kill may have come before that, and what is sent has to be there
            self.place, self.newest = newest(self.paths)
        except BaseException:
            self.close()  # else the next try would find it taken, by nobody
            raise

    def write(self, sheets: list[Sheet]) -> list[Sheet]:
        """Write every sheet and see it through to the disk. Returns those that had no room.

        These are the oldest. Raises OSError where nothing could be written: the last version stays.
        """
        kept = list(sheets)
        while len(kept) > MOST or (len(kept) > 1 and len(told(Version(0, kept))) > SIZE):
            kept.pop(0)
        if kept != self.newest.sheets:
            version = Version((self.newest.turn + 1) % TURNS, kept)
            overwrite(self.paths[1 - self.place], told(version))
            self.place, self.newest = 1 - self.place, version
        return sheets[: len(sheets) - len(kept)]

    def forget_the_last(self) -> None:
        """Empty the file that does not hold the newest version. Raises OSError."""
        overwrite(self.paths[1 - self.place], b"")

    def close(self) -> None:
        """Leave the folder to another kiosk."""
        os.close(self.lock)


def taken(path: Path) -> int:
    """A file that nobody else may take until it is closed. Raises InUseError where somebody has."""
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError as error:
        os.close(descriptor)
        raise InUseError(f"another kiosk that runs has taken {path.parent}") from error
    return descriptor


def newest(paths: Iterable[Path]) -> tuple[int, Version]:
    """Which file holds the last whole version, and that. A kill leaves two, or one and a half."""
    whole = {place: one for place, path in enumerate(paths) if (one := parsed(path))}
    for place, one in whole.items():
        other = whole.get(1 - place)
        if other is None or one.turn == (other.turn + 1) % TURNS:
            return place, one
    return 1, Version(0, [])


def overwrite(path: Path, text: bytes) -> None:
    """Put a text in place of what a file holds. Where the file has its size, this needs no room."""
    whole = text.ljust(SIZE, b"\n")
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT, 0o600)
    try:
        while whole:
            whole = whole[os.write(descriptor, whole) :]
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
    settle(path.parent)  # else a file that is new may have no name after a loss of power


def settle(path: Path) -> None:
    """See a file or a folder, as it is now, through to the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def told(version: Version) -> bytes:
    """A version as it stands in a file, under a sum that half of it would not have."""
    days = [[sheet.day.isoformat(), sheet.name, by_kind(sheet)] for sheet in version.sheets]
    text = json.dumps([version.turn, days], separators=(",", ":")).encode()
    return sha256(text).hexdigest().encode() + b"\n" + text + b"\n"


def by_kind(sheet: Sheet) -> dict[str, dict[str, int]]:
    """A sheet's totals, in an order that does not tell what came first."""
    found: dict[str, dict[str, int]] = {}
    for thing, count in sorted(sheet.totals.items()):
        found.setdefault(thing.kind, {})[thing.name] = count
    return found


def parsed(path: Path) -> Version | None:
    """The version in a file; none in one that is empty, not there, or not whole."""
    try:
        known, text, *_ = [*path.read_bytes().split(b"\n", 2), b""]
    except FileNotFoundError:
        return None
    if sha256(text).hexdigest().encode() != known:
        return None
    turn, days = json.loads(text)
    return Version(
        turn, [Sheet(date.fromisoformat(day), name, totals_in(kinds)) for day, name, kinds in days]
    )


def totals_in(kinds: dict[str, dict[str, int]]) -> dict[Thing, int]:
    """Totals as a file tells them."""
    return {
        Thing(kind, name): count for kind in KINDS for name, count in kinds.get(kind, {}).items()
    }
