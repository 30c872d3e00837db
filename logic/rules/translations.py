"""Rules about another language: it says what the source says, with the same works behind it."""

import re
from collections.abc import Iterator

from logic.content.content_file import Field
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.translations import leaves
from logic.content.wording import named
from logic.rules import asked, counted, helping, phrases, pleas, references
from logic.rules.alike import MARKERS, MENTIONS, NUMBERS, TERMS, Comparison

WORD = re.compile(r"[^\W\d_]+")
LONGEST_NAME = 3  # words that may stay as they are, such as "Crisis Text Line"
LONGEST_LINK = 3  # letters of a small word within a longer name, such as "and"


def who_says_so_is_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text holds the source markers of its source, in the same order."""
    return differing(draft, MARKERS)


def words_that_open_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text links the same glossary terms as its source."""
    return differing(draft, TERMS)


def mentions_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text marks as many mentions as its source: words that are not ours."""
    return differing(draft, MENTIONS)


def numbers_are_the_same(draft: Draft) -> Iterator[Problem]:
    """A translated text tells the same numbers in digits as its source."""
    return differing(draft, NUMBERS)


def everything_is_in_another_language(draft: Draft) -> Iterator[Problem]:
    """No translated text is that of its source, but for a proper name or a few words."""
    for entry, source in draft.translated():
        theirs = dict(source.item.words())
        for location, text in entry.item.words():
            if text == theirs[location] and not may_stay(text):
                message = "These are the words of the source still. Translate them."
                yield entry.problem(location, message)


def may_stay(text: str) -> bool:
    """Whether a text can be the same in two languages: a few words, or a name in capitals."""
    words = WORD.findall(text)
    is_name = all(word[0].isupper() for word in words if len(word) > LONGEST_LINK)
    return len(words) <= LONGEST_NAME or is_name


def differing(draft: Draft, compared: Comparison) -> Iterator[Problem]:
    """Name each translated text in which something differs from its source."""
    for entry, source in draft.translated():
        theirs = dict(source.item.words())
        for location, text in entry.item.words():
            if compared.differs(text, theirs[location]):
                yield entry.problem(location, f"{compared.message} Compare the two texts.")


def the_same_words_turn_for_a_helper(draft: Draft) -> Iterator[Problem]:
    """UI strings say to a helper, in a form of their own, what those of the source do."""
    if draft.source is None:
        return
    ours, theirs = (turning(one.ui_file.fields) for one in (draft, draft.source))
    for place in sorted(theirs - ours):
        yield draft.ui_file.problem(place, f"`{named(place)}` has no words. Translate it.")
    for place in sorted(ours - theirs):
        message = f"`{named(place)}` does not turn in the source. Take it out."
        yield draft.ui_file.problem(place, message)


def turning(fields: dict[str, Field]) -> set[tuple[str | int, ...]]:
    """The place of every form for a helper that UI strings hold."""
    return {("helping", *place) for place in leaves(fields.get("helping", {})) if place}


BESIDE_THE_SOURCE: tuple[Rule, ...] = (
    who_says_so_is_the_same,
    words_that_open_are_the_same,
    mentions_are_the_same,
    numbers_are_the_same,
    everything_is_in_another_language,
    the_same_words_turn_for_a_helper,
)
# What holds for the words of any language. Facts are judged once, in the source.
RULES: tuple[Rule, ...] = (
    *BESIDE_THE_SOURCE,
    *helping.RULES,
    *counted.RULES,
    *asked.RULES,
    *pleas.RULES,
    references.every_mark_is_well_formed,
    phrases.no_avoided_phrases,
    phrases.no_heading_names_a_condition,
    phrases.a_questionnaire_is_never_administered,
    phrases.hope_and_help_stand_with_suicide,
)
