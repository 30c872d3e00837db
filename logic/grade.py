"""How hard a text is to read, on a scale of its language (textstat).

English: the Flesch-Kincaid grade of US school years, 0.39 words per sentence + 11.8 syllables per
word - 15.59 (Kincaid and others 1975). Words that the glossary explains count as one short word: a
reader can tap them.

Spanish: the perspicuity of Szigriszt Pazos (1993), 206.84 - 62.3 syllables per word - words per
sentence, as the INFLESZ scale reads it: higher is easier. Every word counts as it is.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from statistics import median

import textstat

from logic.content.helping import HELPING, turned
from logic.content.items import GlossaryTerm, GuideSection
from logic.content.pack import Draft, name_of
from logic.content.problems import Problem
from logic.content.prose import blocks, plain, sentences
from logic.content.reading import Entry


@dataclass(frozen=True)
class Scale:
    """How the texts of a language are measured, and how hard a section and the median may be."""

    name: str
    measure: Callable[[str, re.Pattern[str]], float]
    hardest_section: float
    hardest_median: float
    higher_is_easier: bool = False

    def is_harder(self, score: float, bound: float) -> bool:
        """Whether a score is beyond what it may be."""
        return score < bound if self.higher_is_easier else score > bound

    def hardest_first(self, scores: dict[str, float]) -> list[tuple[str, float]]:
        """Names and their scores, the hardest first."""
        ordered = sorted(scores.items(), key=lambda one: one[1], reverse=not self.higher_is_easier)
        return list(ordered)


def grade(text: str, known: re.Pattern[str]) -> float:
    """The grade of an English text, known words counted as one short word each."""
    textstat.set_lang("en_US")
    return float(textstat.flesch_kincaid_grade(known.sub("it", text)))


def perspicuity(text: str, _: re.Pattern[str]) -> float:
    """The perspicuity of a Spanish text."""
    textstat.set_lang("es")
    return float(textstat.szigriszt_pazos(text))


SCALES = {
    "en": Scale("grade", grade, 8.0, 6.0),
    "es": Scale("INFLESZ", perspicuity, 60.0, 60.0, higher_is_easier=True),
}


def section_scores(draft: Draft) -> dict[str, float]:
    """The score of every guide section that is in the draft's language, by its id.

    None where nobody has said on which scale a language is read.
    """
    if draft.language not in SCALES:
        return {}
    told = (one.item for one in sections(draft) if name_of(one.item) not in draft.untranslated)
    return scores_of(told, draft)


def helpers_scores(draft: Draft) -> dict[str, float]:
    """The score of every guide section that turns for a helper, as it is said to one."""
    told = (one.item for one in sections(draft) if name_of(one.item) not in draft.untranslated)
    return scores_of((turned(one) for one in told if one.helping), draft)


def scores_of(told: Iterable[GuideSection], draft: Draft) -> dict[str, float]:
    """The score of each section by its id, on the scale of the draft's language."""
    measure, known = SCALES[draft.language].measure, glossary_words(draft)
    return {section.id: measure(section_text(section), known) for section in told}


def sections(draft: Draft) -> Iterator[Entry[GuideSection]]:
    """Every guide section of a draft."""
    return draft.of(GuideSection)


def hardest_sentences(section: GuideSection, draft: Draft) -> list[tuple[str, float]]:
    """The sentences of a section with their scores on the scale of its language, hardest first."""
    scale, known = SCALES[draft.language], glossary_words(draft)
    told = (one.text for text in texts_of(section) for one in sentences(text))
    return scale.hardest_first({sentence: scale.measure(sentence, known) for sentence in told})


def section_text(section: GuideSection) -> str:
    """All that a visitor reads of a section, each paragraph and list item ended by a full stop."""
    texts = texts_of(section)
    found = [plain(block).rstrip(".") + "." for text in texts for _, block in blocks(text)]
    return " ".join(found)


def texts_of(section: GuideSection) -> tuple[str, ...]:
    """The texts of a section that a visitor reads as sentences."""
    return (section.message, section.body or "", section.certainty_reason or "")


def glossary_words(draft: Draft) -> re.Pattern[str]:
    """Every word of the glossary, in every form, the longest first."""
    words = {word for entry in draft.of(GlossaryTerm) for word in forms(entry.item)}
    ordered = sorted(words, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, ordered)) or '(?!)'})\b", re.IGNORECASE)


def forms(term: GlossaryTerm) -> tuple[str, ...]:
    """A glossary word and its other forms."""
    return (term.title, *term.also)


def no_section_is_too_hard(draft: Draft) -> Iterator[Problem]:
    """Every guide section reads at grade 8 or less, and half of them at grade 6 or less.

    In Spanish: at INFLESZ 60 or more. What is said to a helper must be as easy.
    """
    scores = section_scores(draft)
    if not scores:
        return
    scale, to_a_helper = SCALES[draft.language], helpers_scores(draft)
    for entry in sections(draft):
        read = {"body": scores.get(entry.item.id), HELPING: to_a_helper.get(entry.item.id)}
        for place, found in read.items():
            if found is not None and scale.is_harder(found, scale.hardest_section):
                told = f"This reads at {scale.name} {found:.1f}."
                message = f"{told} Shorten sentences and words to reach {scale.hardest_section:g}."
                yield entry.problem((place,), message)
    if scale.is_harder(middle := median(scores.values()), scale.hardest_median):
        hardest = ", ".join(name for name, _ in scale.hardest_first(scores)[:5])
        told = (
            f"The median section reads at {scale.name} {middle:.1f}, not {scale.hardest_median:g}."
        )
        yield Problem(draft.folder / "guide_sections", 1, f"{told} Begin with {hardest}.")
