"""Rules about wording: nothing recommends, promises or promotes, and no heading gives away."""

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from pathlib import Path
from typing import TypeAlias

from logic.content.content_file import ContentFile, read_text
from logic.content.helping import field_of
from logic.content.items import (
    AvoidedPhrase,
    AvoidedPhrases,
    Condition,
    GuideSection,
    ScreeningTool,
)
from logic.content.pack import Draft, Rule
from logic.content.problems import ContentError, Location, Problem
from logic.content.prose import plain, without_mentions
from logic.content.questions import Concern, Question, Recall
from logic.content.studies import StudySummary
from logic.content.vocabulary import Words
from logic.settings import read_settings, settings_file
from logic.toml_lines import line_of

Found: TypeAlias = tuple[int, str]  # on which line of a text, from 0, and what the editor is told


@cache
def pattern(phrase: AvoidedPhrase) -> re.Pattern[str]:
    """A phrase as it is matched: whole words, `*` for any ending, joined by spaces or hyphens."""
    words = (re.escape(word).replace(r"\*", r"\w*") for word in re.split(r"[\s-]+", phrase.phrase))
    return re.compile(r"(?<!\w)" + r"[\s-]+".join(words) + r"(?!\w)", re.IGNORECASE)


class ByFirstWord:
    """Phrases by their first word, or by how it begins where its ending is open.

    Only a text with such a word can hold a phrase: looked at first, as that is fast.
    """

    def __init__(self, phrases: Iterable[AvoidedPhrase]) -> None:
        """Sort the phrases."""
        self.whole, self.begun = dict[str, list[AvoidedPhrase]](), dict[str, list[AvoidedPhrase]]()
        for phrase in phrases:
            first, end = re.findall(r"^(\w*)(\*?)", phrase.phrase.lower())[0]
            among = self.whole if first and not end else self.begun
            among.setdefault(first, []).append(phrase)
        self.beginnings = tuple(filter(None, self.begun))

    def of(self, text: str) -> Iterator[AvoidedPhrase]:
        """All that a text may hold."""
        words = set(re.findall(r"\w+", text.lower()))
        for word in words & self.whole.keys():
            yield from self.whole[word]
        open_ended = [word for word in words if word.startswith(self.beginnings)]
        begun = {"", *(word[:end] for word in open_ended for end in range(1, len(word) + 1))}
        for beginning in begun & self.begun.keys():
            yield from self.begun[beginning]


def no_avoided_phrases(draft: Draft) -> Iterator[Problem]:
    """No text holds a phrase of `content/avoided_phrases/`, but where it is marked as a mention."""
    places = [
        (item.file, location, text)
        for item in draft.entries
        for location, text in item.item.words()
    ]
    places += [(draft.ui_file, location, text) for location, text in draft.ui_strings.words()]
    found = finder(draft.avoided)
    for file, location, text in places:
        for line, message in found(text):
            yield file.problem(location, message, line)


def no_clinic_promotes(draft: Draft, clinic: Path | None = None) -> Iterator[Problem]:
    """The clinic's own `kiosk.toml` can be read, and its texts hold no avoided phrase."""
    path = clinic or settings_file()
    try:
        settings = read_settings(path, draft.ids(Condition))
    except ContentError as error:
        yield from error.problems
        return
    found = finder(draft.avoided)
    for location, text in settings.words():
        for _, message in found(text):
            yield Problem(path, line_of(read_text(path), location), message)


@lru_cache(maxsize=1)
def finder(avoided: AvoidedPhrases) -> Callable[[str], tuple[Found, ...]]:
    """What finds avoided phrases in a text. It remembers: most texts are as they were before."""
    phrases = ByFirstWord(avoided.phrases)

    @lru_cache(maxsize=10_000)
    def found(text: str) -> tuple[Found, ...]:
        return tuple(sorted(phrases_in(text, phrases)))

    return found


def phrases_in(text: str, phrases: ByFirstWord) -> Iterator[Found]:
    """Each avoided phrase in a text."""
    read = without_mentions(text)
    matched = [
        (found, f"{phrase.reason} {phrase.instead}")
        for phrase in phrases.of(read)
        for found in pattern(phrase).finditer(read)
    ]
    for found, advice in matched:
        same = (one for one, other in matched if other == advice)
        if not any(holds(one, found) for one in same):
            yield read[: found.start()].count("\n"), f"“{found[0]}”: {advice}"


def holds(match: re.Match[str], within: re.Match[str]) -> bool:
    """Whether a match is longer than another and has it inside: the same advice is given once."""
    (start, end), (first, last) = match.span(), within.span()
    return start <= first and last <= end and (start, end) != (first, last)


def no_heading_names_a_condition(draft: Draft) -> Iterator[Problem]:
    """No heading, question or concern tells a passer-by which condition was picked."""
    giveaways = {word for entry in draft.of(Condition) for word in entry.item.giveaways}
    headed = (GuideSection, StudySummary, Recall, Question, Concern)
    titles: list[tuple[ContentFile, Location, Words]] = [
        (entry.file, location, text)
        for kind in headed
        for entry in draft.of(kind)
        for location, text in entry.item.words()
        if field_of(location) == "title"
    ]
    titles += [
        (draft.ui_file, location, text)
        for location, text in draft.ui_strings.words()
        if field_of(location) == "headings"
    ]
    for file, location, title in titles:
        for word in sorted(giveaways):
            if re.search(rf"(?<!\w){re.escape(word)}", plain(title), re.IGNORECASE):
                message = (
                    f"“{word}” gives the condition away to a passer-by. Name the idea instead."
                )
                yield file.problem(location, message)


def a_questionnaire_is_never_administered(draft: Draft) -> Iterator[Problem]:
    """A questionnaire is described, never asked: no text about it holds a question."""
    for entry in draft.of(ScreeningTool):
        for line in entry.lines():
            if "?" in line.text:
                message = "This asks a question of the visitor. Tell what it is about instead."
                yield line.problem(message)


def hope_and_help_stand_with_suicide(draft: Draft) -> Iterator[Problem]:
    """What the guide says of suicide, or a recall of it, names the crisis line, 988, as well."""
    for kind, place in ((GuideSection, "body"), (Recall, "said")):
        for entry in draft.of(kind):
            text = " ".join(words for _, words in entry.item.words())
            if re.search(r"\bsuicid", text, re.IGNORECASE) and "988" not in text:
                message = (
                    "This speaks of suicide without help. Say that 988 can be called or texted."
                )
                yield entry.problem((place,), message)


RULES: tuple[Rule, ...] = (
    no_avoided_phrases,
    no_clinic_promotes,
    no_heading_names_a_condition,
    a_questionnaire_is_never_administered,
    hope_and_help_stand_with_suicide,
)
