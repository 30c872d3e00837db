"""Rules about facts: each has a source, and none says it was checked more closely than it was."""

import re
from collections.abc import Iterator

from logic.content.helping import field_of
from logic.content.items import (
    AssessmentCheck,
    Claim,
    Condition,
    GlossaryTerm,
    GuideSection,
    Item,
    ReferralResource,
    ScreeningTool,
    Source,
)
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.prose import OURS, Marker, asks, markers, plain, sentences
from logic.content.questions import Recall
from logic.content.reading import Entry
from logic.content.studies import StudySummary
from logic.content.vocabulary import Words
from logic.rules.references import citations

MEDICAL: tuple[type[Item], ...] = (
    Condition,
    GuideSection,
    StudySummary,
    Claim,
    ScreeningTool,
    AssessmentCheck,
    GlossaryTerm,
    ReferralResource,
    Recall,
)
DOSE = re.compile(r"\d[\d.,]*[\s-]?(?:mg|mcg|µg|microgram|milligram|ml|g/kg)\w*", re.IGNORECASE)
PERCENTAGE = re.compile(r"\d[\d.,]*\s?(?:%|per\s?cent\b)", re.IGNORECASE)
OF_A_SCORE = re.compile(r"\b(?:scores?|sums?)\b", re.IGNORECASE)
OF_PEOPLE = re.compile(r"(?:%|per\s?cent)\s+of\s+(?:\w+\s+)?(?:people|patients)", re.IGNORECASE)
LONGEST = 60  # characters of a sentence that a problem quotes
# What stands in these fields is a name, a figure with a source of its own, or said by nobody.
NOT_SENTENCES = {
    "title", "also_called", "also_heard", "other_care", "arms", "outcomes", "not_said",
}  # fmt: skip
# These sum up a part of their study, and are shown with the marks of that part.
SUMS_UP = {"in_short", "harms_in_short"}


def every_number_has_a_source(draft: Draft) -> Iterator[Problem]:
    """Every sentence that tells a number carries a source marker."""
    for entry, location, text in medical_words(draft):
        for sentence in sentences(text):
            if sentence.tells_a_number and not sentence.markers:
                message = (
                    f"No source: “{shortened(sentence.text)}” Add `[^source]` after the sentence."
                )
                yield entry.problem(location, message, sentence.line)


def medical_words(draft: Draft) -> Iterator[tuple[Entry[Item], Location, Words]]:
    """The texts that may tell a fact, with their entry and field."""
    for kind in MEDICAL:
        for entry in draft.of(kind):
            for location, text in entry.item.words():
                field = field_of(location)
                is_way = isinstance(entry.item, ReferralResource) and field != "body"
                if field not in NOT_SENTENCES and not is_way:
                    yield entry, location, text


def every_sentence_says_who(draft: Draft) -> Iterator[Problem]:
    """Every sentence names who says so: a source, or `[^ours]` where the kiosk says it itself."""
    for entry, location, text in told_as_fact(draft):
        for sentence in sentences(text):
            if not sentence.markers and not asks(sentence.text):
                message = (
                    f"Who says so? “{shortened(sentence.text)}” Add `[^source]` after the "
                    "sentence, or `[^ours]` if only we say it."
                )
                yield entry.problem(location, message, sentence.line)


def told_as_fact(draft: Draft) -> Iterator[tuple[Entry[Item], Location, Words]]:
    """The texts whose every sentence has a mark, but for those that get theirs from the code.

    A definition is in our own words, and says so as a whole.
    """
    for entry, location, text in medical_words(draft):
        item, field = entry.item, field_of(location)
        is_definition = isinstance(item, GlossaryTerm) or (
            isinstance(item, Condition) and field == "summary"
        )
        is_our_rating = (
            isinstance(item, GuideSection | StudySummary)
            and field == "certainty-reason"
            and item.certainty_by == "project"
        )
        sums_up = isinstance(item, StudySummary) and field in SUMS_UP
        if not (is_definition or is_our_rating or sums_up):
            yield entry, location, text
    for source in draft.of(Source):
        if source.item.funding.who:
            yield source, ("funding", "who"), source.item.funding.who


def funding_is_written_once(draft: Draft) -> Iterator[Problem]:
    """Who paid for a study stands in its summary, and not again in its source."""
    studies = {entry.item.source: entry.item.id for entry in draft.of(StudySummary)}
    for entry in draft.of(Source):
        if entry.item.id in studies and "funding" in entry.file.fields:
            message = (
                f"Who paid stands in `study_summaries/{studies[entry.item.id]}`. "
                "Write it there only."
            )
            yield entry.problem(("funding",), message)


def shortened(text: str) -> str:
    """The beginning of a sentence, enough to find it by."""
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 3].rstrip()}..."


def every_text_has_a_source(draft: Draft) -> Iterator[Problem]:
    """The text of every guide section, and the finding and harms of every study, name a source."""
    wanted: dict[type[Item], tuple[str, ...]] = {
        GuideSection: ("body",),
        StudySummary: ("found", "harms"),
    }
    for kind, fields in wanted.items():
        for entry in draft.of(kind):
            for name in fields:
                said_by = {marker.source for marker in markers(getattr(entry.item, name) or "")}
                if not said_by - {OURS}:
                    yield entry.problem((name,), f"`{name}` names no source. Add `[^source]`.")


def no_marker_claims_a_closer_check(draft: Draft) -> Iterator[Problem]:
    """A marker's level is one at which its source was really read; without one, the only one."""
    sources = {entry.item.id: entry.item for entry in draft.of(Source)}
    for line, marker in citations(draft):
        source = sources.get(marker.source)
        if source and (wrong := level_problem(marker, source)):
            yield line.problem(wrong)


def level_problem(marker: Marker, source: Source) -> str | None:
    """What is wrong with the level of one marker, if anything."""
    levels = ", ".join(f"`{level}`" for level in sorted(source.levels))
    if marker.level is None and len(source.levels) > 1:
        return f"`{source.id}` was read in more than one way. Say which: {levels}."
    if marker.level is not None and marker.level not in source.levels:
        return f"`{source.id}` was not read at `{marker.level}`. Write {levels}, or read it."
    if (marker.level or next(iter(source.levels))) == "not-checked":
        return f"`{source.id}` was not checked. Read it and record that, or leave the fact out."
    return None


def no_doses(draft: Draft) -> Iterator[Problem]:
    """No dose is ever shown: arms that differ by dose are the lower and the higher dose."""
    for line in draft.lines():
        if found := DOSE.search(plain(line.text)):
            message = f"`{found[0]}` is a dose. Write “a lower dose” or “a higher dose”."
            yield line.problem(message)


def no_percentage_stands_alone(draft: Draft) -> Iterator[Problem]:
    """How many people is told as so many out of 10 or 100. Only of a score is a percentage told."""
    for entry, location, text in medical_words(draft):
        for sentence in sentences(text):
            found = PERCENTAGE.search(sentence.text)
            is_of_a_score = OF_A_SCORE.search(sentence.text) and not OF_PEOPLE.search(sentence.text)
            if found and not is_of_a_score:
                message = f"`{found[0]}` stands alone. Write “about 7 out of 10 people”."
                yield entry.problem(location, message, sentence.line)


RULES: tuple[Rule, ...] = (
    every_number_has_a_source,
    every_text_has_a_source,
    no_marker_claims_a_closer_check,
    no_doses,
    no_percentage_stands_alone,
    every_sentence_says_who,
    funding_is_written_once,
)
