"""What the small controls of a page open over it, in the browser and without the server."""

from dataclasses import dataclass, field
from functools import partial
from html import escape
from typing import TypeAlias

from logic import markdown
from logic.content.items import GlossaryTerm
from logic.content.prose import OURS, Marker
from pages.parts import aloud, cards, session
from pages.parts.drawn import Drawn, whole
from pages.parts.sources import cited
from pages.parts.within import Within

DRAFT = "draft"  # in place of a level: our own words, not yet reviewed
# What HTML is made of, each for a sign that no text has: a browser reads it several times as fast.
SWAPPED = str.maketrans('<>&"\uf8f0\uf8f1\uf8f2\uf8f3', '\uf8f0\uf8f1\uf8f2\uf8f3<>&"')
Opened: TypeAlias = Marker | str  # who says so, or the id of a word in the glossary


@dataclass
class Piece:
    """One piece of a page, and what the small controls in it open: each once, whoever opens it.

    `name` and `language` keep the pieces of one page apart: an id may stand only once on a page.
    """

    name: str
    opened: dict[Opened, str] = field(default_factory=dict)
    language: str = field(default_factory=lambda: session.pack().language)

    def target(self, what: Opened) -> str:
        """The id of the card that tells this."""
        return self.opened.setdefault(what, f"{self.name}-{self.language}-{len(self.opened) + 1}")

    def cards(self) -> str:
        """Every card that a control in this piece opens. Stands at the end of the piece."""
        return "".join(card(identifier, what) for what, identifier in self.opened.items())


def card(identifier: str, what: Opened) -> str:
    """A card that a small control opens over the page, with its own way to close it."""
    name, told = meaning(what) if isinstance(what, str) else said_by(what)
    close = escape(session.ui().labels.close)
    button = f'<button class="close" autofocus popovertarget="{identifier}">{close}</button>'
    named = f'role="dialog" aria-label="{escape(name)}"'
    inside = held(f"{aloud.button()}{told}{button}")
    return f'<div id="{identifier}" popover class="note" {named} {inside}></div>'


def held(html: str) -> str:
    """What something holds until it is opened, as its attribute: pages/static/keys.js lays it out.

    A page of studies is mostly what few open.
    """
    return f'data-holds="{escape(html.translate(SWAPPED))}"'


def meaning(word: str) -> tuple[str, str]:
    """A word, and what it means, in our own words."""
    term = session.pack().term[word]
    return term.title, cards.as_it_is(term, meaning_of)


def meaning_of(term: GlossaryTerm) -> str:
    """What a word means."""
    told = f"<p><strong>{escape(term.title)}</strong></p>"
    if held := cards.held_back(term):
        return told + held
    told += markdown.paragraphs(term.body, Within())
    return told + cards.note(session.ui().labels.meaning_ours) + cards.reviewed([term])


def said_by(marker: Marker) -> tuple[str, str]:
    """Who says so: a work, or we ourselves."""
    if marker.source != OURS:
        work = session.drawn(of_a_work, marker.source, marker.level or "")
        return session.pack().source[marker.source].title, whole(work)
    labels = session.ui().labels
    told = f"<p><strong>{escape(labels.ours)}</strong></p><p>{escape(labels.ours_told)}</p>"
    return labels.ours, told + (cards.note(labels.draft) if marker.level == DRAFT else "")


def of_a_work(source: str, level: str) -> Drawn:
    """A work as it is told wherever it is named, at one level of our check or at every one."""
    known = session.pack().source[source]
    return (cards.as_it_is(known, partial(cited, level=level or None)),)
