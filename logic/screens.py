"""The screens that are served, by the names of their sessions, and which have a visit under way.

A screen always has a session. A visit is under way on it once something was chosen: until then,
and after Clear screen, it is clear (logic/visit.py), and nobody loses anything when it is taken.
"""

from collections.abc import Callable
from threading import Lock


class Screens:
    """What is known of them: that they are there, and whether they are clear. Nothing else."""

    def __init__(self, begun: Callable[[], object]) -> None:
        """No screen yet. `begun` is called for each visit that begins."""
        self.begun, self.lock = begun, Lock()  # pages are drawn in threads
        self.served, self.under_way = set[str](), set[str]()

    def comes(self, session: str) -> None:
        """A screen is there."""
        self.served.add(session)

    def goes(self, session: str | None) -> None:
        """A screen is gone, and its visit with it."""
        with self.lock:
            self.served.discard(session or "")
            self.under_way.discard(session or "")

    def shows(self, session: str, *, is_clear: bool) -> None:
        """A page is drawn on a screen. Of one that is gone meanwhile nothing is kept."""
        with self.lock:
            if is_clear or session not in self.served:
                self.under_way.discard(session)
            elif session not in self.under_way:
                self.under_way.add(session)
                self.begun()
