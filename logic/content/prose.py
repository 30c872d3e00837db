"""The marks that stand within a text, and the sentences they belong to.

| An author writes            | It means                                                     |
|-----------------------------|--------------------------------------------------------------|
| `[dizzy](term:vertigo)`     | a word whose meaning can be tapped                           |
| `[proven](mention:)`        | a word we never use ourselves, only reported here            |
| `...better.[^popova-2019]`  | who says so; right after the sentence                        |
| `...[^popova-2019 table]`   | the same, and how closely we checked it                      |
| `...[^ours]`                | we say so ourselves: what we read, how we judge it           |
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

OURS = "ours"  # in place of a source: the kiosk's own words, which no work says
MARKER = re.compile(r"\[\^(?P<source>[a-z0-9-]+)(?: (?P<level>[a-z-]+))?\]")
TERM = re.compile(r"\[(?P<words>[^\]\[]+)\]\(term:(?P<term>[a-z0-9-]+)\)")
MENTION = re.compile(r"\[(?P<words>[^\]\[]+)\]\(mention:\)")
# What looks like a mark once the true ones are gone: a link that leads nowhere, a marker misspelt.
# A bracket that is left over, with what belongs to it, or an HTML tag.
# Or a heading, which only a part of the file can have.
STRAY_MARK = re.compile(
    r"\[[^\]\[]*\]?(?:\([^)]*\)?)?|\](?:\([^)]*\)?)?|</?[a-zA-Z][^>]*>|^#{1,6}\s.*", re.MULTILINE
)
MARKERS = r"(?:\[\^[^\]]+\])*"
# A sentence ends at . ? or !, perhaps a closing quotation, then its markers, then a space. One in
# bold ends where it has markers of its own; otherwise it is the name of what follows.
SENTENCE = re.compile(rf".+?(?:[.?!][\"”’)]*(?:\*\*(?=\[\^))?{MARKERS}(?=\s|$)|$)", re.DOTALL)
# What parts two paragraphs or list items.
BETWEEN = re.compile(r"(\n\s*\n|\n(?=- )|^- )", re.MULTILINE)
NUMBER_WORDS = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    "dozens?|hundreds?|thousands?|millions?|"
    "half|halves|third|quarter|twice|double|doubled|percent|most people|few people"
)
NUMBER = re.compile(rf"\d|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)


@dataclass(frozen=True)
class Marker:
    """Who says so: which work, and at which level we checked it."""

    source: str
    level: str | None = None


@dataclass(frozen=True)
class Sentence:
    """One sentence of a text: what is read, who says so, and on which line of the text it ends."""

    text: str
    markers: tuple[Marker, ...]
    line: int

    @property
    def tells_a_number(self) -> bool:
        """Whether it holds a digit or a number word, and so needs a source."""
        return bool(NUMBER.search(self.text))


def markers(text: str) -> tuple[Marker, ...]:
    """Every source marker in a text, in its order."""
    return tuple(Marker(found["source"], found["level"]) for found in MARKER.finditer(text))


def terms(text: str) -> tuple[str, ...]:
    """The ids of every glossary term that a text links to, in its order."""
    return tuple(found["term"] for found in TERM.finditer(text))


def stray_marks(text: str) -> tuple[str, ...]:
    """What was meant as a mark and is none."""
    for mark in (TERM, MENTION, MARKER):
        text = mark.sub("", text)
    unclosed = ("**",) if text.count("**") % 2 else ()
    return tuple(found[0] for found in STRAY_MARK.finditer(text)) + unclosed


def plain(text: str) -> str:
    """A text as it is read, without its marks."""
    for link in (TERM, MENTION):
        text = link.sub(lambda found: found["words"], text)
    return MARKER.sub("", text).replace("**", "")


def without_mentions(text: str) -> str:
    """A text as it is read, the words that it only reports left out."""
    return plain(MENTION.sub("…", text))


def sentences(text: str) -> Iterator[Sentence]:
    """The sentences of a text; a list item or a paragraph also ends one."""
    for number, block in blocks(text):
        for found in SENTENCE.finditer(block):
            if found[0].strip():
                line = number + block[: found.end()].rstrip().count("\n")
                yield Sentence(plain(found[0]).strip(), markers(found[0]), line)


def with_marks(text: str, mark: str) -> str:
    """A text in which `mark` stands behind each sentence that has no marker and asks nothing."""

    def marked(found: re.Match[str]) -> str:
        sentence = found[0]
        said = bool(MARKER.search(sentence)) or not sentence.strip() or asks(plain(sentence))
        return sentence if said else f"{sentence.rstrip()}{mark}"

    return "".join(
        block if BETWEEN.fullmatch(block) else SENTENCE.sub(marked, block)
        for block in BETWEEN.split(text)
    )


def asks(sentence: str) -> bool:
    """Whether a sentence is a question."""
    return sentence.rstrip(' \n"”’)').endswith("?")


def blocks(text: str) -> Iterator[tuple[int, str]]:
    """The paragraphs and list items of a text, each with the line (from 0) it begins on."""
    begun, kept = 0, ""
    for number, line in enumerate(text.splitlines()):
        if kept and (not line.strip() or line.lstrip().startswith("- ")):
            yield begun, kept
            kept = ""
        if line.strip():
            begun = begun if kept else number
            kept += ("\n" if kept else "") + line.strip().removeprefix("- ")
    if kept:
        yield begun, kept
