"""The marks within what a tap opened: told in words, as nothing more can be tapped there."""

from html import escape

from logic.content.prose import OURS, Marker
from pages.parts import session


class Within:
    """Tells the marks of a text in words."""

    def mark(self, marker: Marker) -> str:
        """Who says so, in brackets."""
        if marker.source == OURS:
            return f" ({escape(session.ui().labels.ours)})"
        return f" ({escape(session.pack().source[marker.source].title)})"

    def term(self, _: str) -> str:
        """A word like any other."""
        return "<span>"
