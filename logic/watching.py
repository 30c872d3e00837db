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
SHOWN = "Nothing to fix. Shown."

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
        told_of: Callable[[T | None, T], str] = lambda *_: SHOWN,
    ) -> None:
        """Watch what stands at `paths`; `read` it, and `tell` what is wrong with it.

        Where nothing is, what is told is `told_of` the last good reading and the new one.
        """
        self.read, self.paths, self.tell, self.told_of = read, paths, tell, told_of
        self.good: T | None = None
        self.seen: Stamps | None = None
        self.judged: Stamps | None = None
        self.troubles: dict[str, str] = {}  # what was told last, of what
        self.to_fix = 0  # in what was read last

    def look(self) -> None:
        """Look once, and read what has changed and come to rest since it was last read.

        What cannot be opened, perhaps as it is just being saved, is told once and tried again.
        """
        try:
            now = stamps(self.paths())
            if now == self.seen != self.judged:
                self.judged = now  # whatever comes of it, it is not read again until it changes
                self.take(now)
                self.troubles.pop("look", None)
            self.seen = now
        except OSError as error:
            self.judged = None
            self.tell_once("look", f"{error}. This is tried again until it can be read.")

    def take(self, now: Stamps) -> None:
        """Read; where something is wrong, tell it and keep what was good.

        What was replaced while it was read is neither: it is read again once it has come to rest.
        """
        try:
            good, problems = self.read(), tuple[Problem, ...]()
        except ContentError as error:
            good, problems = None, error.problems
        if stamps(self.paths()) != now:
            return
        self.to_fix = len(problems)
        if good is not None:
            before, self.good = self.good, good
            self.tell(self.told_of(before, good))
            return
        then = "to fix. What was good stays" if self.good else "to fix before this can be"
        lines = [str(near(problem)) for problem in problems]
        self.tell("\n".join([*lines, f"{len(lines)} {then} on screen."]))

    def tell_once(self, of: str, trouble: str) -> None:
        """Tell what does not go away by itself, unless it was the last to be told of the same."""
        if trouble != self.troubles.get(of):
            self.tell(trouble)
        self.troubles[of] = trouble

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

    def follow_whatever_comes(self, every: float, then: Callable[[], object]) -> None:
        """Look and `then` do what follows, for ever, so many seconds apart. Nothing ends it."""
        while True:
            self.whatever_comes(self.look)
            self.whatever_comes(then)
            time.sleep(every)

    def whatever_comes(self, do: Callable[[], object]) -> None:
        """Do it. What nobody foresaw is told, and ends nothing: visitors are being served."""
        try:
            do()
        except Exception:  # noqa: BLE001 (the one place where a bug may not end what it is in)
            fault = traceback.format_exc()
            told = f"{fault}This is a fault of the kiosk. It goes on with what was good."
            self.tell_once(str(getattr(do, "__name__", do)), told)


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
