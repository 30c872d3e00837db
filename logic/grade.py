"""How hard a text is to read, as a Flesch-Kincaid grade of US school years (textstat).

Words that the glossary explains count as one short word: a reader can tap them. Formula: Kincaid
and others 1975, 0.39 words per sentence + 11.8 syllables per word - 15.59.
"""

import re
from collections.abc import Iterator
from statistics import median

import textstat

from logic.content.items import GlossaryTerm, GuideSection
from logic.content.pack import Draft
from logic.content.problems import Problem
from logic.content.prose import blocks, plain
from logic.content.reading import Entry

HARDEST_SECTION = 8.0
HARDEST_MEDIAN = 6.0


def section_grades(draft: Draft) -> dict[str, float]:
    """The grade of every guide section, by its id."""
    known = glossary_words(draft)
    return {entry.item.id: grade(section_text(entry.item), known) for entry in sections(draft)}


def sections(draft: Draft) -> Iterator[Entry[GuideSection]]:
    """Every guide section of a draft."""
    return draft.of(GuideSection)


def section_text(section: GuideSection) -> str:
    """All that a visitor reads of a section, each paragraph and list item ended by a full stop."""
    texts = [section.message, section.body or "", section.certainty_reason or ""]
    found = [plain(block).rstrip(".") + "." for text in texts for _, block in blocks(text)]
    return " ".join(found)


def glossary_words(draft: Draft) -> re.Pattern[str]:
    """Every word of the glossary, in every form, the longest first."""
    words = {word for entry in draft.of(GlossaryTerm) for word in forms(entry.item)}
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})\b", re.IGNORECASE)


def forms(term: GlossaryTerm) -> tuple[str, ...]:
    """A glossary word and its other forms."""
    return (term.title, *term.also)


def grade(text: str, known: re.Pattern[str]) -> float:
    """The grade of a text, known words counted as one short word each."""
    return float(textstat.flesch_kincaid_grade(known.sub("it", text)))


def no_section_is_too_hard(draft: Draft) -> Iterator[Problem]:
    """Every guide section reads at grade 8 or less, and half of them at grade 6 or less."""
    grades = section_grades(draft)
    for entry in sections(draft):
        found = grades[entry.item.id]
        if found > HARDEST_SECTION:
            message = f"This reads at grade {found:.1f}. Shorten sentences and words to reach 8."
            yield entry.problem(("body",), message)
    if grades and (middle := median(grades.values())) > HARDEST_MEDIAN:
        hardest = ", ".join(sorted(grades, key=lambda name: -grades[name])[:5])
        message = f"The median section reads at grade {middle:.1f}, not 6. Begin with {hardest}."
        yield Problem(draft.folder / "guide_sections", 1, message)
