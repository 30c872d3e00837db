"""The words by which a plea is known, in each language.

A plea asks, or tells, whether somebody is to have the treatment: “Should I have the spray?”, “Can I
start?”, “Ask your doctor to start it.” “Should I take my tablets that day?” is none. A language
that is not here is judged by its readers.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

END = r"(?=\W*$|[?!.,;])"


@dataclass(frozen=True)
class PleaWords:
    """What is looked for in one language: patterns for whole words."""

    toward: tuple[str, ...]  # a plea where the treatment follows
    treatment: tuple[str, ...]
    not_behind: tuple[str, ...]  # with one of these before it, it asks for something else
    not_across: tuple[str, ...]  # and with one of these before the treatment, too
    alone: tuple[str, ...]  # a plea that needs nothing to follow, but not behind those words either
    complete: tuple[str, ...]  # a plea whatever stands around it
    begun: tuple[str, ...]  # the same, at the beginning of a sentence
    judged: tuple[str, ...]  # which is good for whom: a plea but where the sentence says it is
    unknown: tuple[str, ...]  # what nobody knows, or what was asked: “It is not known whether ...”

    @cached_property
    def plea(self) -> re.Pattern[str]:
        """A plea: up to four words stand between it and the treatment."""
        begins = "".join(rf"(?<!\b{word} )" for word in self.not_behind)
        between = rf"(?: (?!(?:{'|'.join(self.not_across)})\b)[\w-]+){{0,4}}? "
        toward = rf"(?:{'|'.join(self.toward)}){between}(?:{'|'.join(self.treatment)})"
        begun = rf"(?:^|(?<=^- )|(?<=[.?!:] )|(?<=[¿¡“(]))(?:{'|'.join(self.begun)})"
        alone = rf"{begins}(?:{'|'.join((toward, *self.alone))})"
        return whole_words(alone, *self.complete, begun)

    @cached_property
    def judgement(self) -> re.Pattern[str]:
        """What is good for whom, and before it what makes it one of the things not known."""
        return re.compile(
            rf"(?P<unknown>{whole_words(*self.unknown).pattern}[^.?!;]*)"
            rf"|{whole_words(*self.judged).pattern}",
            re.IGNORECASE | re.MULTILINE,
        )

    def pleas_in(self, text: str) -> Iterator[re.Match[str]]:
        """Every plea in a text in which each paragraph and list item is one line."""
        yield from self.plea.finditer(text)
        yield from (one for one in self.judgement.finditer(text) if not one["unknown"])


def whole_words(*patterns: str) -> re.Pattern[str]:
    """Any of these patterns, in capitals or not."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.IGNORECASE | re.MULTILINE)
