"""Who says so, on a page for a phone: a number behind each sentence, and the list of works below.

A number is no link: one that leads within a page would take the place of what stands behind `#`.
"""

from dataclasses import dataclass, field
from datetime import date
from html import escape

from logic import markdown
from logic.content.pack import Pack
from logic.content.prose import OURS, Marker
from logic.phone.html import element
from logic.says_who import address, at_its_level
from logic.works import named, numbers


@dataclass
class Marks:
    """The works that one part of a page names, in their order."""

    pack: Pack
    today: date
    works: list[Marker] = field(default_factory=list)

    def line(self, words: str) -> str:
        """A text of one paragraph with its marks, as HTML."""
        return markdown.line(words, self)

    def mark(self, marker: Marker) -> str:
        """What stands behind a sentence and tells who says so."""
        labels = self.pack.ui_strings.labels
        if marker.source == OURS:
            return bracketed([labels.ours_short])
        known = at_its_level(marker, self.pack)
        if known not in self.works:
            self.works.append(known)
        told = [str(self.works.index(known) + 1)]
        told += [labels.second_hand] if known.level == "second-hand" else []
        told += [labels.being_checked_short] if self.is_due(known) else []
        return bracketed(told)

    def term(self, _: str) -> str:
        """A word like any other: nothing opens here."""
        return "<span>"

    def is_due(self, marker: Marker) -> bool:
        """Whether a work is past the day by which it is to be checked again."""
        return self.pack.source[marker.source].is_due(self.today)

    def listed(self) -> str:
        """The works by their numbers, behind a control; nothing where there is none."""
        if not self.works:
            return ""
        works = element("ol", "".join(map(self.work, self.works)))
        title = element("summary", escape(self.pack.ui_strings.labels.sources_here))
        return element("details", title + works, kind="sources")

    def work(self, marker: Marker) -> str:
        """One work: what it is called here, what it is, how we checked it, and where to find it."""
        source, ui = self.pack.source[marker.source], self.pack.ui_strings
        levels = [one for one in sorted(source.levels) if marker.level in {None, one}]
        lines = [
            element("strong", escape(source.title)),
            named(source, self.pack),
            *(escape(ui.choices.verification[level]) for level in levels),
        ]
        if where := address(source):
            known = numbers(source, ui)
            lines.append(f'<a href="{escape(where)}" rel="noreferrer">{known}</a>')
        return element("li", "".join(element("p", line) for line in lines))


def bracketed(told: list[str]) -> str:
    """A mark as it is read."""
    return f' <span class="mark">[{escape(" · ".join(told))}]</span>'
