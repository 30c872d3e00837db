"""Texts as they are set on paper: no word can be tapped, and who says so is a number."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from babel import Locale

from logic.content.items import Item, ReferralResource
from logic.content.pack import Pack, name_of
from logic.content.prose import MARKER, MENTION, OURS, TERM, Marker, blocks
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import Labels
from logic.content.vocabulary import Certainty
from logic.formats import day, direction, language_name
from logic.handout.words import Block, Part, Run
from logic.withheld import Why, is_hidden_draft, why_withheld

MARK = re.compile(r"(\*\*|\[\^[^\]]+\])")


@dataclass
class Notes:
    """What a paper is made from, the works that it names in their order, and its items."""

    pack: Pack
    today: date
    locale: Locale
    markers: list[Marker] = field(default_factory=list)
    shown: list[Item] = field(default_factory=list)

    @property
    def labels(self) -> Labels:
        """The kiosk's own words."""
        return self.pack.ui_strings.labels

    def day(self, given: date) -> str:
        """A date in words."""
        return day(given, self.locale)

    def part(self, item: Item, *texts: Block, title: str | None = None) -> Part:
        """An item's texts under its title; what is held back says only that it is, and why.

        The texts of one without a translation are in the language of the source, which is said.
        """
        self.shown.append(item)
        other = name_of(item) in self.pack.untranslated
        language = SOURCE_LANGUAGE if other else self.pack.language
        named = language_name(SOURCE_LANGUAGE, self.locale)
        above = self.labels.not_translated.format(language=named) if other else ""
        return Part(title or item.title, texts, language, direction(language), above)

    def own(self, title: str, *texts: str, language: str | None = None) -> Part:
        """A part of the kiosk's own words, or of the clinic's in another language."""
        language = language or self.pack.language
        told = tuple(Block((Run(text),)) for text in texts)
        return Part(title, told, language, direction(language))

    def held_back(self, item: Item) -> tuple[Block, ...]:
        """What stands in place of an item that is held back; nothing where it may be shown."""
        told: dict[Why | None, str] = {
            "draft": self.labels.waiting_for_review,
            "due": self.labels.being_checked,
        }
        why = told.get(why_withheld(item, self.pack, self.today))
        if why is None:
            return ()
        is_due = not is_hidden_draft(item, self.pack)
        return (Block((Run(f"{why} {self.clock([item])}" if is_due else why),)),)

    def how_sure(self, level: Certainty) -> Block:
        """How sure we can be, in words."""
        told = self.pack.ui_strings.choices.certainty[level]
        return Block((Run(f"{self.labels.certainty} "), Run(f"{told}.", "strong")))

    def clock(self, items: Iterable[Item]) -> str:
        """When items were last checked, and by when the first of them is due again."""
        all_of_them = tuple(items)
        checked = self.day(min(one.last_reviewed for one in all_of_them))
        due = self.day(min(one.next_review for one in all_of_them))
        told = self.labels.last_reviewed.format(date=checked)
        return f"{told}. {self.labels.next_review.format(date=due)}."

    def approved(self) -> str:
        """Who approved what stands here; that all of it is a draft, as long as one item is."""
        signed = [self.pack.sign_off(one) for one in self.shown]
        found = {(one.reviewer, one.date) for one in signed if one}
        if None in signed:
            return self.labels.draft
        told = (
            self.labels.reviewer_on.format(name=name, date=self.day(on))
            for name, on in sorted(found)
        )
        return self.labels.reviewed_by.format(names="; ".join(told))

    def blocks(self, text: str, told: Item) -> tuple[Block, ...]:
        """The paragraphs and list items of an item's text."""
        lines = text.splitlines()
        return tuple(
            Block(tuple(self.runs(" ".join(words.split()), told)), is_item(lines[begun]))
            for begun, words in blocks(text)
        )

    def line(self, text: str, told: Item, said_by: Iterable[Marker] = ()) -> Block:
        """A text of one paragraph; `said_by` tells whose it is."""
        return Block((*self.runs(text, told), *(self.mark(one, told) for one in said_by)))

    def runs(self, text: str, told: Item) -> Iterator[Run]:
        """A paragraph, its marks drawn."""
        for link in (TERM, MENTION):
            text = link.sub(lambda found: found["words"], text)
        is_strong = False
        for piece in MARK.split(text):
            if found := MARKER.fullmatch(piece):
                yield self.mark(Marker(found["source"], found["level"]), told)
            elif piece == "**":
                is_strong = not is_strong
            elif piece:
                yield Run(piece, "strong" if is_strong else "plain")

    def source(self, given: str, told: Item) -> Run:
        """The mark of a source that a field names, such as `popova-2019 abstract`."""
        name, _, level = given.partition(" ")
        return self.mark(Marker(name, level or None), told)

    def mark(self, marker: Marker, told: Item) -> Run:
        """Who says so, as on the screen: a work's number and what is unsure of it, or ourselves."""
        if marker.source == OURS:
            return Run(self.labels.ours_short, "who")
        work = self.pack.source[marker.source]
        (level, *others) = work.levels
        marker = Marker(marker.source, marker.level or (None if others else level))
        if marker not in self.markers:
            self.markers.append(marker)
        # Nobody in danger must doubt the number.
        is_help = isinstance(told, ReferralResource) and told.cannot_wait
        shown = [str(self.markers.index(marker) + 1)]
        shown += [self.labels.second_hand] if marker.level == "second-hand" else []
        in_doubt = work.is_due(self.today) and not is_help
        shown += [self.labels.being_checked_short] if in_doubt else []
        return Run(" · ".join(shown), "who")


def is_item(line: str) -> bool:
    """Whether a line begins an item of a list."""
    return line.lstrip().startswith("- ")
