"""A passage as HTML: words that can be tapped for their meaning, sentences for who says so.

Everything opens in the browser, without the server: `<details>` and the popover attribute.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from html import escape

from logic import markdown
from logic.content.items import Item, ReferralResource
from logic.content.prose import OURS, Marker
from logic.content.vocabulary import Words
from logic.says_who import at_its_level
from pages.parts import session
from pages.parts.opened import DRAFT, Piece, held

# What stands behind a word on its line: its full stop, where it can be tapped, and its marks; but a
# mark of what others told is too long for that.
TERM = '<button class="term"[^>]*>[^<]*</button>'
MARKS = '(?:<button class="who(?: ours)?".*?</button>)'
LAST_WORD = re.compile(rf"{TERM}[^\s<>]+{MARKS}*|[^\s<>]+{MARKS}+")


@dataclass
class Notes:
    """The sources and words that one passage names, in the order in which they come.

    `piece` is the piece of the page that it stands in, `told` the items whose words it holds.
    """

    piece: Piece
    told: Sequence[Item]
    markers: list[Marker] = field(default_factory=list)
    terms: list[str] = field(default_factory=list)

    def text(self, words: Words | str) -> str:
        """A text of paragraphs and lists."""
        return kept_together(markdown.paragraphs(words, self))

    def line(self, words: Words | str, said_by: Iterable[Marker] = ()) -> str:
        """A text of one paragraph, without the paragraph; `said_by` tells whose it is."""
        return self.said(markdown.line(words, self), said_by)

    def said(self, html: str, said_by: Iterable[Marker]) -> str:
        """A line that is HTML already, and whose it is."""
        return kept_together(html + self.marks(said_by))

    def source(self, given: str) -> str:
        """The mark of a source that a field names, such as `popova-2019 abstract`."""
        name, _, level = given.partition(" ")
        return self.mark(Marker(name, level or None))

    def marks(self, given: Iterable[Marker]) -> str:
        """Who says so, one mark behind the other."""
        return "".join(self.mark(marker) for marker in given)

    def mark(self, marker: Marker) -> str:
        """What stands behind a sentence and tells who says so: a source's number, or `us`."""
        marker = self.known(marker)
        if marker not in self.markers:
            self.markers.append(marker)
        kind = "who ours" if marker.source == OURS else "who"
        kind += " far" if is_second_hand(marker) or self.is_in_doubt(marker) else ""
        shown, asked = self.shown(marker), session.ui().labels.says_who
        spoken = escape(f"{asked} {shown}: {name(marker)}")
        return (
            f'<button class="{kind}" popovertarget="{self.piece.target(marker)}" '
            f'aria-label="{spoken}">{escape(shown)}</button>'
        )

    def known(self, marker: Marker) -> Marker:
        """A marker as it is told: of our own words, whether they are a draft; at which level."""
        if marker.source == OURS:
            is_draft = any(session.pack().sign_off(one) is None for one in self.told)
            return Marker(OURS, DRAFT if is_draft else None)
        return at_its_level(marker, session.pack())

    def shown(self, marker: Marker) -> str:
        """What a mark shows: the number of its source within the passage; or that we say it."""
        labels = session.ui().labels
        if marker.source == OURS:
            return labels.ours_short
        numbered = [one for one in self.markers if one.source != OURS]
        told = [str(numbered.index(marker) + 1)]
        told += [labels.second_hand] if is_second_hand(marker) else []
        told += [labels.being_checked_short] if self.is_in_doubt(marker) else []
        return " · ".join(told)

    def is_in_doubt(self, marker: Marker) -> bool:
        """Whether a sentence says in sight that the work behind it is being checked again.

        Help that cannot wait never does: nobody in danger must doubt the number. The card does.
        """
        is_help = any(isinstance(one, ReferralResource) and one.cannot_wait for one in self.told)
        return is_due(marker) and not is_help

    def term(self, word: str) -> str:
        """The opening tag of a word that can be tapped for its meaning."""
        if word not in self.terms:
            self.terms.append(word)
        return f'<button class="term" popovertarget="{self.piece.target(word)}">'

    def lists(self) -> str:
        """The same words and sources as full-size controls, each list behind one of its own."""
        labels, pack = session.ui().labels, session.pack()
        words = [self.opener(word, pack.term[word].title) for word in self.terms]
        ours = [one for one in self.markers if one.source == OURS]
        sources = [
            self.opener(one, name(one) if one in ours else f"{self.shown(one)}: {name(one)}")
            for one in sorted(self.markers, key=ours.__contains__)
        ]
        both = details(labels.words_here, words) + details(labels.sources_here, sources)
        return f'<div class="controls">{both}</div>' if both else ""

    def opener(self, what: Marker | str, label: str) -> str:
        """A full-size control that opens what a small one opens."""
        target = self.piece.target(what)
        return f'<button class="open" popovertarget="{target}">{escape(label)}</button>'


def name(marker: Marker) -> str:
    """The name of whoever says so."""
    if marker.source == OURS:
        return session.ui().labels.ours
    return session.pack().source[marker.source].title


def is_second_hand(marker: Marker) -> bool:
    """Whether we know a fact only from someone else's account."""
    return marker.level == "second-hand"


def is_due(marker: Marker) -> bool:
    """Whether the work that says so is past the day by which it is to be checked again."""
    source = session.pack().source.get(marker.source)
    return source is not None and source.is_due(session.today())


def kept_together(html: str) -> str:
    """A text whose full stops and marks stay on the line of the word that they stand behind."""
    return LAST_WORD.sub(r'<span class="nowrap">\g<0></span>', html)


def details(summary: str, parts: Sequence[str]) -> str:
    """A control that opens a list below itself; nothing where there is nothing to open."""
    if not parts:
        return ""
    listed = "".join(f"<li>{part}</li>" for part in parts)
    inside = held(f'<ul class="plain">{listed}</ul>')
    return f"<details {inside}><summary>{escape(summary)}</summary></details>"
