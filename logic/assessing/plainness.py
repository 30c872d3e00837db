"""Measures of whether the guide is easy to read."""

import re
from statistics import median

from logic.assessing.findings import Finding, counted
from logic.content.items import GlossaryTerm, GuideSection
from logic.content.pack import Draft
from logic.content.prose import plain, terms
from logic.grade import SCALES, forms, section_scores

LONGEST_SECTION = 200  # words: about a minute to read


def sections_at_grade_six(draft: Draft) -> Finding:
    """Parts of the guide that read at grade 6 or easier, glossary words as one short word."""
    grades, hardest = section_scores(draft).values(), SCALES[draft.language].hardest_median
    middle = f"{median(grades):.1f}" if grades else "none"
    told = f"parts of the guide read at grade {hardest:.0f} or easier; the middle is "
    return counted((one <= hardest for one in grades), f"{told}{middle}.")


def words_that_can_be_tapped(draft: Draft) -> Finding:
    """Uses of a glossary word, once in each part of the guide, that offer its meaning there."""
    offered = [
        term.id in linked
        for text in texts(draft)
        for linked, read in [(set(terms(text)), plain(text))]
        for term, found in patterns(draft)
        if found.search(read)
    ]
    told = "times that a part of the guide uses a word of the glossary, its meaning is a tap away."
    return counted(offered, told)


def patterns(draft: Draft) -> list[tuple[GlossaryTerm, re.Pattern[str]]]:
    """Every glossary word with what finds it in any of its forms."""
    found = []
    for entry in draft.of(GlossaryTerm):
        either = "|".join(map(re.escape, forms(entry.item)))
        found.append((entry.item, re.compile(rf"\b(?:{either})\b", re.IGNORECASE)))
    return found


def sections_that_are_short(draft: Draft) -> Finding:
    """Parts of the guide that take about a minute to read."""
    lengths = [len(plain(text).split()) for text in texts(draft)]
    longest = max(lengths, default=0)
    told = f"parts of the guide have {LONGEST_SECTION} words or fewer; the longest has {longest}."
    return counted((length <= LONGEST_SECTION for length in lengths), told)


def texts(draft: Draft) -> list[str]:
    """All that a part of the guide tells, for each part."""
    return [f"{one.item.message}\n\n{one.item.body or ''}" for one in draft.of(GuideSection)]
