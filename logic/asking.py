"""A visitor's questions for a clinician: which ones, and in what order.

What matters to a visitor moves questions and parts of the guide forward, and does nothing else: it
hides none, and leads to no choice.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from logic.content.items import Claim, GuideSection
from logic.content.pack import Pack
from logic.content.questions import Question
from logic.content.studies import StudySummary
from logic.matching import common_sections, fits, own_sections
from logic.visit import Visit
from logic.withheld import is_withheld

Raising: TypeAlias = GuideSection | StudySummary | Claim  # each raises a question


def question_of(pack: Pack, item: Raising) -> Question | None:
    """The question that an item raises."""
    return pack.question.get(item.question or "")


def to_ask(pack: Pack, visit: Visit, today: date) -> list[str]:
    """The ids of a visitor's questions in sight, most wanted first.

    Those that were picked and can be asked of the condition; where none ever was, the five to begin
    with. What matters goes before the rest, until the visitor puts them in order by hand.
    """
    condition, picked = visit.condition or "", visit.questions
    if picked is None:
        chosen = pack.condition.get(condition)
        picked = chosen.questions if chosen else ()
    known = questions_in_sight(pack, picked, today)
    shown = [one.id for one in known if fits(one, condition)]
    return shown if visit.is_by_hand else forward(pack, shown, visit.matters)


def further(pack: Pack, visit: Visit, today: date) -> list[str]:
    """Of the five of a condition those that a visitor's own list has not; none while it is those.

    So whatever was taken off the list, or was there before the first own question, can be put back.
    """
    if visit.questions is None:
        return []
    rest = replace(visit, questions=None, is_by_hand=False)
    return [one for one in to_ask(pack, rest, today) if one not in visit.questions]


def questions_in_sight(pack: Pack, names: Iterable[str], today: date) -> tuple[Question, ...]:
    """The questions with these ids, in their order, but for those that are gone or held back."""
    known = (pack.question[name] for name in names if name in pack.question)
    return tuple(one for one in known if not is_withheld(one, pack, today))


def toggled(picked: Sequence[str], name: str) -> tuple[str, ...]:
    """The questions with this one at the end, or without it where it was among them."""
    rest = tuple(one for one in picked if one != name)
    return rest if name in picked else (*picked, name)


def sooner(picked: Sequence[str], name: str) -> tuple[str, ...]:
    """The questions with this one before the one that it came after."""
    place = picked.index(name)
    before = picked[: max(0, place - 1)]
    return (*before, name, *(one for one in picked if one not in (*before, name)))


def forward(pack: Pack, picked: Iterable[str], matters: frozenset[str]) -> list[str]:
    """Questions with those about what matters before all others; else in the order given."""
    return sorted(picked, key=lambda name: matters.isdisjoint(pack.question[name].concerns))


def own_parts(pack: Pack, condition: str, matters: frozenset[str]) -> list[GuideSection]:
    """A condition's own parts of the guide, those about what matters first.

    Harms never fall behind what was found: they come forward with it.
    """
    parts = own_sections(pack, condition)
    first = [part for part in parts if is_about(pack, part, matters)]
    if any(part.part == "found" for part in first):
        harms = [part for part in parts if part.part == "harms" and part not in first]
        found = next(place for place, part in enumerate(first) if part.part == "found")
        first[found + 1 : found + 1] = harms
    return [*first, *(part for part in parts if part not in first)]


def common_parts(pack: Pack, matters: frozenset[str]) -> list[GuideSection]:
    """The parts that are for everyone, those about what matters first, urgent help before all."""
    return sorted(
        common_sections(pack),
        key=lambda part: (part.part != "urgent-help", not is_about(pack, part, matters)),
    )


def is_about(pack: Pack, part: GuideSection, matters: frozenset[str]) -> bool:
    """Whether a part raises a question about what matters to a visitor."""
    question = question_of(pack, part)
    return question is not None and not matters.isdisjoint(question.concerns)
