"""Files under watch: read anew when they change; the last good reading is kept where they broke."""

import os
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from logic.content.problems import ContentError, Problem

LOOK = 0.15  # seconds from one look to the next

Stamps: TypeAlias = dict[Path, tuple[int, int, int]]
T = TypeVar("T")


class Watch(Generic[T]):
    """What files say, as they were when they last had nothing to fix.

    People save in many ways: into the file, or into another one that takes its name, and several at
    once. So nobody asks how: a change counts when everything has stood still from one look to the
    next, and all that moved until then is one change.
    """

    def __init__(
        self,
        read: Callable[[], T],
        paths: Callable[[], Iterable[Path]],
        tell: Callable[[str], object],
    ) -> None:
        """Watch what stands at `paths`; `read` it, and `tell` what is wrong with it."""
        self.read, self.paths, self.tell = read, paths, tell
        self.good: T | None = None
        self.seen: Stamps | None = None
        self.judged: Stamps | None = None
        self.trouble: str | None = None

    def look(self) -> None:
        """Look once, and read what has changed and come to rest since it was last read.

        What cannot be opened, perhaps as it is just being saved, is told once and tried again.
        """
        try:
            now = stamps(self.paths())
            if now == self.seen != self.judged:
                self.take()
                self.judged, self.trouble = now, None
            self.seen = now
        except OSError as error:
            if str(error) != self.trouble:
                self.tell(f"{error}. This is tried again until it can be read.")
            self.trouble = str(error)

    def take(self) -> None:
        """Read; where something is wrong, tell it and keep what was good."""
        try:
            self.good = self.read()
        except ContentError as error:
            then = "What was good stays on screen." if self.good else "The start waits for that."
            lines = [str(near(problem)) for problem in error.problems]
            self.tell("\n".join([*lines, f"{len(lines)} to fix. {then}"]))
        else:
            self.tell("Nothing to fix. Shown.")

    def newest(self) -> T:
        """The last good reading; where there is none yet, wait for it."""
        while self.good is None:
            self.look()
            time.sleep(LOOK)
        return self.good

    def follow(self) -> None:
        """Look for ever, in a thread of its own. What nobody foresaw ends the whole process.

        A thread that ends alone would leave old words on a screen that promises the newest.
        """
        try:
            while True:
                self.look()
                time.sleep(LOOK)
        finally:
            traceback.print_exc()
            self.tell("This is a fault of the kiosk, which ends here. Start it again.")
            os._exit(1)


def stamps(paths: Iterable[Path]) -> Stamps:
    """What changes about each file when somebody saves it. A file that is gone has none."""
    found: Stamps = {}
    for path in paths:
        try:
            known = path.stat()
        except FileNotFoundError:
            continue
        found[path] = (known.st_mtime_ns, known.st_size, known.st_ino)
    return found


def near(problem: Problem) -> Problem:
    """A problem with the path as one types it from here."""
    return replace(problem, path=Path(os.path.relpath(problem.path)))
