"""Rules about what stands once: no two items of a kind say the same, or want the same place."""

import re
from collections.abc import Iterator

from logic.content.items import AssessmentCheck, Claim, Condition, GlossaryTerm
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import plain
from logic.content.questions import Concern, Question

# Kinds whose title alone tells one item from another.
TOLD_BY_TITLE = (Condition, Claim, GlossaryTerm, Question, Concern)
# Kinds that stand in one list, in the order that their files give.
LISTED: tuple[type[Condition | Claim | AssessmentCheck | Concern], ...] = (
    Condition, Claim, AssessmentCheck, Concern,
)  # fmt: skip


def no_title_stands_twice(draft: Draft) -> Iterator[Problem]:
    """No two items of a kind have the same title, capital letters, marks and full stops aside.

    The parts of each guide share theirs, and so do studies of the same drugs.
    """
    for kind in TOLD_BY_TITLE:
        first: dict[str, str] = {}
        for entry in draft.own(kind):
            said = " ".join(re.findall(r"\w+", plain(entry.item.title).lower()))
            if said in first:
                message = f"`{first[said]}` says the same. Keep one, or say how they differ."
                yield entry.problem(("title",), message)
            first.setdefault(said, entry.item.id)


def no_place_is_taken_twice(draft: Draft) -> Iterator[Problem]:
    """No two conditions, claims, concerns or checks have the same `order`."""
    for kind in LISTED:
        first: dict[int, str] = {}
        for entry in draft.of(kind):
            place = entry.item.order
            if place in first:
                message = f"`{first[place]}` has the order {place} too. Give this one its own."
                yield entry.problem(("order",), message)
            first.setdefault(place, entry.item.id)


# A visitor sees the same twice, or in an order by chance: no reason to stop a kiosk.
EDITORS_RULES: tuple[Rule, ...] = (no_title_stands_twice, no_place_is_taken_twice)
