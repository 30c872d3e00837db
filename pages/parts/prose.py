"""Texts as HTML: words that can be tapped for their meaning, sentences for who says so.

Everything opens in the browser, without the server: `<details>` and the popover attribute.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import escape
from typing import Any

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererProtocol
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

from logic.content.items import Source
from logic.content.prose import MARKER, Marker
from logic.content.vocabulary import Verification, Words
from pages.parts import session
from pages.parts.dates import day

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
        return kept_together(str(MARKDOWN.render(words, {"notes": self})))

    def line(self, words: Words | str) -> str:
        """A text of one paragraph, without the paragraph."""
        return kept_together(str(MARKDOWN.renderInline(words, {"notes": self})))

    def source(self, given: str) -> str:
        """The mark of a source that a field names, such as `popova-2019 abstract`."""
        name, _, level = given.partition(" ")
        return self.mark(Marker(name, level or None))

    def mark(self, marker: Marker) -> str:
        """The number that stands behind a sentence and tells who says so."""
        source = session.pack().source[marker.source]
        level = marker.level or next(iter(source.levels))
        marker = Marker(marker.source, level)
        if marker not in self.markers:
            self.markers.append(marker)
        number = self.markers.index(marker) + 1
        labels = session.ui().labels
        second = f" · {escape(labels.second_hand)}" if level == "second-hand" else ""
        spoken = escape(f"{labels.says_who} {number}{second}: {source.title}")
        return (
            f'<button type="button" class="who" popovertarget="{self.name}-who-{number}" '
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
        words = [popover(f"{self.name}-word-{name}", self.meaning(name)) for name in self.terms]
        sources = [
            popover(f"{self.name}-who-{number}", cited(marker, number))
            for number, marker in enumerate(self.markers, 1)
        ]
        return "".join(words + sources)

    def meaning(self, name: str) -> str:
        """A word and what it means."""
        term = session.pack().term[name]
        return f"<p><strong>{escape(term.title)}</strong></p>{Notes(self.name).plain(term.body)}"

    def plain(self, words: Words | str) -> str:
        """A text whose words and sources cannot be tapped, for use inside what a tap opened."""
        return str(MARKDOWN.render(MARKER.sub("", words), {}))


def kept_together(html: str) -> str:
    """A text whose marks of sources stay on the line of the word that they stand behind."""
    return LAST_WORD.sub(r'<span class="nowrap">\g<0></span>', html)


def cited(marker: Marker, number: int) -> str:
    """A source as it is told: the work, how closely we checked it, and when it is looked at again."""
    source, labels = session.pack().source[marker.source], session.ui().labels
    level: Verification = next(one for one in source.levels if one == marker.level)
    read_on = max(reading.read_on for reading in source.readings if reading.level == level)
    lines = [
        f"<strong>{number}. {escape(source.title)}</strong>",
        work(source),
        escape(session.ui().choices.verification[level]),
        escape(labels.checked_on.format(date=day(read_on))),
        escape(labels.next_review.format(date=day(source.next_review))),
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def work(source: Source) -> str:
    """A work's kind, makers, title, place and numbers: what is needed to find it."""
    choices, labels = session.ui().choices, session.ui().labels
    maker = source.authors or (source.issued_by and choices.official_body[source.issued_by])
    parts = [choices.source_kind[source.kind], maker, source.work_title, source.published_in]
    parts += [str(source.year)] if source.year else []
    told = ". ".join(escape(part).rstrip(".") for part in parts if part)
    names = (("DOI", source.doi), ("PMID", source.pmid), ("Registry", source.registry))
    numbers = " · ".join(f"{name} {escape(value)}" for name, value in names if value)
    unsure = f" ({escape(labels.number_second_hand)})" if source.identifier_check and numbers else ""
    return f"{told}." + (f"<br>{numbers}{unsure}" if numbers else "")


def details(summary: str, parts: Sequence[str]) -> str:
    """A control that opens a list below itself; nothing where there is nothing to open."""
    if not parts:
        return ""
    listed = "".join(f"<li>{part}</li>" for part in parts)
    return f"<details><summary>{escape(summary)}</summary><ul class='plain'>{listed}</ul></details>"


def popover(identifier: str, text: str) -> str:
    """A card that a small control opens over the page, with its own way to close it."""
    close = escape(session.ui().labels.close)
    button = (
        f'<button type="button" class="close" popovertarget="{identifier}" '
        f'popovertargetaction="hide">{close}</button>'
    )
    return f'<div id="{identifier}" popover class="note" role="dialog">{text}{button}</div>'


def marker_rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's own form)
    """Read `[^source level]` where it stands in a text."""
    found = MARKER.match(state.src, state.pos)
    if not found:
        return False
    if not silent:
        token = state.push("marker", "", 0)
        token.meta = {"marker": Marker(found["source"], found["level"])}
    state.pos = found.end()
    return True


Tokens = Sequence[Token]


def draw_marker(_: RendererProtocol, tokens: Tokens, index: int, __: Any, env: Any) -> str:  # noqa: ANN401 (markdown-it's own form)
    """The mark of who says so; nothing where sources cannot be tapped."""
    notes: Notes | None = env.get("notes")
    return notes.mark(tokens[index].meta["marker"]) if notes else ""


def open_link(_: RendererProtocol, tokens: Tokens, index: int, __: Any, env: Any) -> str:  # noqa: ANN401
    """A term opens a control; a mention, and a term that cannot be tapped, open nothing."""
    kind, _, name = str(tokens[index].attrGet("href")).partition(":")
    notes: Notes | None = env.get("notes")
    tapped = notes is not None and kind == "term"
    env.setdefault("open", []).append(tapped)
    return notes.term(name) if notes and tapped else ""


def close_link(_: RendererProtocol, __: Tokens, ___: int, ____: Any, env: Any) -> str:  # noqa: ANN401
    """Close what the link opened."""
    return "</button>" if env["open"].pop() else ""


MARKDOWN = MarkdownIt("zero").enable(["list", "link", "emphasis"])
MARKDOWN.inline.ruler.before("link", "marker", marker_rule)
MARKDOWN.add_render_rule("marker", draw_marker)
MARKDOWN.add_render_rule("link_open", open_link)
MARKDOWN.add_render_rule("link_close", close_link)
