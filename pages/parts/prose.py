"""A passage as HTML: words that can be tapped for their meaning, sentences for who says so.

Everything opens in the browser, without the server: `<details>` and the popover attribute.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape

from logic.content.prose import OURS, Marker
from logic.content.vocabulary import Words
from pages.parts import markdown, session
from pages.parts.sources import cited

# A second-hand mark is too long to be kept with a word.
LAST_WORD = re.compile(r'[^\s<>]+(?:<button type="button" class="who".*?</button>)+')


@dataclass
class Notes:
    """The sources and words that one passage names, in the order in which they come.

    `name` keeps the passages of one page apart: an id may stand only once on a page.
    """

    name: str
    markers: list[Marker] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    def text(self, words: Words | str) -> str:
        """A text of paragraphs and lists."""
        return kept_together(markdown.paragraphs(words, self))

    def line(self, words: Words | str) -> str:
        """A text of one paragraph, without the paragraph."""
        return kept_together(markdown.line(words, self))

    def source(self, given: str) -> str:
        """The mark of a source that a field names, such as `popova-2019 abstract`."""
        name, _, level = given.partition(" ")
        return self.mark(Marker(name, level or None))

    def mark(self, marker: Marker) -> str:
        """The number that stands behind a sentence and tells who says so."""
        if marker.source == OURS:
            return ""  # drawn by the mark of the kiosk's own words
        source = session.pack().source[marker.source]
        level = marker.level or next(iter(source.levels))
        marker = Marker(marker.source, level)
        if marker not in self.markers:
            self.markers.append(marker)
        number = self.markers.index(marker) + 1
        labels = session.ui().labels
        second, kind = (
            (f" · {escape(labels.second_hand)}", "who far")
            if level == "second-hand"
            else ("", "who")
        )
        spoken = escape(f"{labels.says_who} {number}{second}: {source.title}")
        return (
            f'<button type="button" class="{kind}" popovertarget="{self.name}-who-{number}" '
            f'aria-label="{spoken}">{number}{second}</button>'
        )

    def term(self, name: str) -> str:
        """The opening tag of a word that can be tapped for its meaning."""
        if name not in self.terms:
            self.terms.append(name)
        return f'<button type="button" class="term" popovertarget="{self.name}-word-{name}">'

    def controls(self) -> str:
        """The same meanings and sources as full-size controls, and what the small ones open."""
        return self.lists() + self.popovers()

    def lists(self) -> str:
        """Every meaning and every source of the passage, each list behind a full-size control."""
        labels = session.ui().labels
        words = [self.meaning(name) for name in self.terms]
        sources = [cited(marker, number) for number, marker in enumerate(self.markers, 1)]
        both = details(labels.words_here, words) + details(labels.sources_here, sources)
        return f'<div class="controls">{both}</div>' if both else ""

    def popovers(self) -> str:
        """What the small controls within a text open: a meaning, or who says so."""
        pack = session.pack()
        words = [
            popover(f"{self.name}-word-{name}", pack.term[name].title, self.meaning(name))
            for name in self.terms
        ]
        sources = [
            popover(
                f"{self.name}-who-{number}",
                pack.source[marker.source].title,
                cited(marker, number),
            )
            for number, marker in enumerate(self.markers, 1)
        ]
        return "".join(words + sources)

    def meaning(self, name: str) -> str:
        """A word and what it means; within what a tap opened, nothing more can be tapped."""
        term = session.pack().term[name]
        meaning = markdown.paragraphs(term.body, Within())
        return f"<p><strong>{escape(term.title)}</strong></p>{meaning}"


class Within:
    """The marks within what a tap opened: told in words, as nothing more can be tapped."""

    def mark(self, marker: Marker) -> str:
        """Who says so, in brackets."""
        if marker.source == OURS:
            return ""
        return f" ({escape(session.pack().source[marker.source].title)})"

    def term(self, _: str) -> str:
        """A word like any other."""
        return "<span>"


def kept_together(html: str) -> str:
    """A text whose marks of sources stay on the line of the word that they stand behind."""
    return LAST_WORD.sub(r'<span class="nowrap">\g<0></span>', html)


def details(summary: str, parts: Sequence[str]) -> str:
    """A control that opens a list below itself; nothing where there is nothing to open."""
    if not parts:
        return ""
    listed = "".join(f"<li>{part}</li>" for part in parts)
    return f"<details><summary>{escape(summary)}</summary><ul class='plain'>{listed}</ul></details>"


def popover(identifier: str, name: str, text: str) -> str:
    """A card that a small control opens over the page, with its own way to close it."""
    close = escape(session.ui().labels.close)
    button = (
        f'<button type="button" class="close" autofocus popovertarget="{identifier}" '
        f'popovertargetaction="hide">{close}</button>'
    )
    named = f'role="dialog" aria-label="{escape(name)}"'
    return f'<div id="{identifier}" popover class="note" {named}>{text}{button}</div>'
