"""Rules about the words that a visitor picks from: questions, concerns, what a recall sets beside.

They need no source, as they state nothing. So they tell no figure either: it would be believed.
"""

import re
from collections.abc import Iterator

from logic.clinic.phones import numbers_in
from logic.content.items import ReferralResource
from logic.content.pack import Draft, Rule
from logic.content.problems import Location, Problem
from logic.content.prose import NUMBER, plain
from logic.content.questions import Concern, Question, Recall, Short
from logic.content.reading import Entry
from logic.rules.asked_words import WORDS

LONGEST = 20  # words of a question
# What opens a question and what ends it. Other languages are judged by their readers.
MARKS = {"en": ("", "?"), "es": ("¿", "?")}


def nobody_is_told_to_have_the_treatment(draft: Draft) -> Iterator[Problem]:
    """No question, concern or recall asks or says whether somebody should have the treatment.

    What else somebody should do can be asked: what to bring, or which tablets to take that day.
    """
    if draft.language not in WORDS:
        return
    plea = WORDS[draft.language].plea
    for entry, location, text in picked_from(draft):
        if found := plea.search(text):
            message = (
                f"“{found[0]}”: a clinician and the person decide that. "
                "Ask or say what is known, or what this would mean."
            )
            yield entry.problem(location, message)


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
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(numbers)))})\b")


def a_question_asks(draft: Draft) -> Iterator[Problem]:
    """The title of a question is one question, with the marks of its language."""
    opens, ends = MARKS.get(draft.language, ("", ""))
    for entry in draft.own(Question):
        for location, text in entry.item.words():
            is_one = all(text.count(mark) == 1 for mark in (opens, ends) if mark)
            if not (is_one and text.endswith(ends)):
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


RULES: tuple[Rule, ...] = (
    nobody_is_told_to_have_the_treatment,
    what_states_nothing_tells_no_figure,
)
# Where one of these is broken, a question reads badly: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (a_question_asks, a_question_is_short)
