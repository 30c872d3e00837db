"""Rules about another language: it says what the source says, with the same works behind it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator

from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import MENTION, markers, terms
from logic.rules import phrases, references

DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


def who_says_so_is_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text holds the source markers of its source, in the same order."""
    return differing(draft, markers, "The source markers are not those of the source")


def words_that_open_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text links the same glossary terms as its source."""
    return differing(draft, lambda text: set(terms(text)), "The linked terms are not the same")


def mentions_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text marks as many mentions as its source: words that are not ours."""
    return differing(draft, lambda text: len(MENTION.findall(text)), "The mentions are not as many")


def numbers_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text tells the same numbers in digits as its source."""
    return differing(draft, lambda text: Counter(DIGITS.findall(text)), "The numbers differ")


def differing(draft: Draft, told_in: Callable[[str], object], message: str) -> Iterator[Problem]:
    """Name each translated text in which something differs from its source."""
    for entry, source in draft.translated():
        theirs = dict(source.item.words())
        for location, text in entry.item.words():
            if told_in(text) != told_in(theirs[location]):
                yield entry.problem(location, f"{message}. Compare the two texts.")


BESIDE_THE_SOURCE: tuple[Rule, ...] = (
    who_says_so_is_the_same,
    words_that_open_are_the_same,
    mentions_are_the_same,
    numbers_are_the_same,
)
# What holds for the words of any language. Facts are judged once, in the source.
RULES: tuple[Rule, ...] = (
    *BESIDE_THE_SOURCE,
    references.every_mark_is_well_formed,
    phrases.no_avoided_phrases,
    phrases.no_heading_names_a_condition,
    phrases.a_questionnaire_is_never_administered,
    phrases.hope_and_help_stand_with_suicide,
)
