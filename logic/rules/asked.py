"""Rules about the words that a visitor picks from: questions, concerns, what a recall sets beside.

They need no source, as they state nothing. So they tell no figure either: it would be believed.
"""

import re
from collections.abc import Iterator

from logic.clinic.phones import numbers_in
from logic.content.helping import field_of
from logic.content.items import AssessmentCheck, Condition, GuideSection, Item, ReferralResource
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.prose import NUMBER, plain
from logic.content.questions import Concern, Question, Recall, Short
from logic.content.reading import Entry
from logic.content.studies import StudySummary
from logic.rules.figure_words import WORDS

LONGEST = 20  # words of a question
HEADED: tuple[type[Item], ...] = (Condition, GuideSection, AssessmentCheck, StudySummary)
# What opens a question and what ends it. Other languages are judged by their readers.
MARKS = {"en": ("", "?"), "es": ("¿", "?")}


def what_states_nothing_tells_no_figure(draft: Draft) -> Iterator[Problem]:
    """No question, concern or wrong sentence of a recall tells a figure, but one to call for help.

    Only what a recall says is held against a source. A wrong sentence tells no number at all.
    """
    if draft.language not in WORDS:
        return
    figure, lines = WORDS[draft.language].figure, lines_for_help(draft)
    for entry, location, text in picked_from(draft):
        own = lines.sub("", text)
        is_recall = isinstance(entry.item, Recall)
        told = figure.search(own) or (NUMBER.search(own) if is_recall else None)
        if told and "said" not in location:
            message = f"“{told[0]}” is a figure without a source. Say it without one."
            yield entry.problem(location, message)


def no_heading_tells_a_figure(draft: Draft) -> Iterator[Problem]:
    """No title of a condition, section or check tells a figure: no source can stand beside it.

    A study may be named by its size, its year or an age; what it found is no name.
    """
    if draft.language not in WORDS:
        return
    words = WORDS[draft.language]
    for kind in HEADED:
        figure = words.share if kind is StudySummary else words.figure
        for entry in draft.own(kind):
            for location, text in entry.item.words():
                told = figure.search(plain(text)) if field_of(location) == "title" else None
                if told:
                    message = f"“{told[0]}” has no room for its source here. Say it in the text."
                    yield entry.problem(location, message)


def picked_from(draft: Draft) -> Iterator[tuple[Entry[Short], Location, str]]:
    """Every text of questions, concerns and recalls, as it is read, and where it stands."""
    for kind in (Question, Concern, Recall):
        for entry in draft.own(kind):
            for location, text in entry.item.words():
                yield entry, location, plain(text)


def lines_for_help(draft: Draft) -> re.Pattern[str]:
    """The numbers that somebody in danger can call or text, such as 988."""
    urgent = (entry.item for entry in draft.of(ReferralResource) if entry.item.cannot_wait)
    numbers = {
        number for one in urgent for way in (one.call, one.text) for number in numbers_in(way or "")
    }
    any_of = "|".join(map(re.escape, sorted(numbers)))
    return re.compile(rf"(?<![\w$€.,–-])(?:{any_of})(?![\w–-]|[.,]\d)")


def a_question_asks(draft: Draft) -> Iterator[Problem]:
    """The title of a question is one question, with the marks of its language."""
    opens, ends = MARKS.get(draft.language, ("", ""))
    for entry in draft.own(Question):
        for location, text in entry.item.words():
            is_one = all(text.count(mark) == 1 for mark in (opens, ends) if mark)
            behind = text.rpartition(ends)[2].strip() if is_one and ends else ""
            if behind:
                yield entry.problem(location, f"“{behind}” stands behind `{ends}`. Take it out.")
            elif not (is_one and text.endswith(ends)):
                around = f"open it once with `{opens}`, and end it" if opens else "and end it"
                yield entry.problem(
                    location, f"This is not one question. Ask one thing, {around} in `{ends}`."
                )


def a_question_is_short(draft: Draft) -> Iterator[Problem]:
    """A question has 20 words or fewer: it is picked from a list, and said aloud."""
    for entry in draft.own(Question):
        for location, text in entry.item.words():
            if (count := len(text.split())) > LONGEST:
                message = f"This has {count} words. Ask it in {LONGEST} or fewer."
                yield entry.problem(location, message)


RULES: tuple[Rule, ...] = (what_states_nothing_tells_no_figure, no_heading_tells_a_figure)
# Where one of these is broken, a question reads badly: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (a_question_asks, a_question_is_short)
