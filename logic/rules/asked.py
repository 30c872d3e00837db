"""Rules about the words that a visitor picks from: questions, concerns, what a recall sets beside.

They need no source, as they state nothing. So they tell no figure either: it would be believed.
"""

import re
from collections.abc import Iterator

from logic.clinic.phones import numbers_in
from logic.content.items import ReferralResource
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import NUMBER, plain
from logic.content.questions import Concern, Question, Recall

LONGEST = 20  # words of a question
# How a question is marked, before it and behind it. Other languages are judged by their readers.
MARKS = {"en": ("", "?"), "es": ("¿", "?")}


def what_states_nothing_tells_no_figure(draft: Draft) -> Iterator[Problem]:
    """No question, concern or wrong sentence of a recall tells a figure, but one to call for help.

    Only what a recall says is held against a source.
    """
    lines = lines_for_help(draft)
    for kind in (Question, Concern, Recall):
        for entry in draft.own(kind):
            for location, text in entry.item.words():
                told = NUMBER.search(lines.sub("", plain(text)))
                if told and "said" not in location:
                    message = f"“{told[0]}” is a figure without a source. Say it without one."
                    yield entry.problem(location, message)


def lines_for_help(draft: Draft) -> re.Pattern[str]:
    """The numbers that somebody in danger can call or text, such as 988."""
    urgent = (entry.item for entry in draft.of(ReferralResource) if entry.item.cannot_wait)
    numbers = {
        number for one in urgent for way in (one.call, one.text) for number in numbers_in(way or "")
    }
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, sorted(numbers)))})\b")


def a_question_asks(draft: Draft) -> Iterator[Problem]:
    """The title of a question is one question, with the marks of its language around it."""
    before, behind = MARKS.get(draft.language, ("", ""))
    for entry in draft.own(Question):
        for location, text in entry.item.words():
            is_marked = text.startswith(before) and text.endswith(behind)
            if not is_marked or (behind and text.count(behind) > 1):
                around = f"begin it with `{before}` and end it" if before else "end it"
                message = f"This is not one question. Ask one thing, and {around} in `{behind}`."
                yield entry.problem(location, message)


def a_question_is_short(draft: Draft) -> Iterator[Problem]:
    """A question has 20 words or fewer: it is picked from a list, and said aloud."""
    for entry in draft.own(Question):
        for location, text in entry.item.words():
            if (count := len(text.split())) > LONGEST:
                message = f"This has {count} words. Ask it in {LONGEST} or fewer."
                yield entry.problem(location, message)


RULES: tuple[Rule, ...] = (what_states_nothing_tells_no_figure,)
# Where one of these is broken, a question reads badly: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (a_question_asks, a_question_is_short)
