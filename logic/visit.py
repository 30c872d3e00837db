"""What one visitor chose, and the steps of a visit in their order.

Each step is a file in pages/ and a heading in the UI strings.
"""

import secrets
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from logic.content.items import Condition
from logic.content.pack import Pack

STEPS = ("welcome", "conditions", "guide", "studies", "assessment", "questions", "referral")
TO_CHOOSE_FROM = ("welcome", "conditions", "comfort", "questions", "matters")
NEED_A_CONDITION = ("guide", "studies", "assessment", "questions")

# How a page is used, which says how long it may stand untouched: nothing is chosen yet, something
# is being chosen, something is being read.
Use: TypeAlias = Literal["clear", "choices", "reading"]

Depth: TypeAlias = Literal["short", "middle", "long"]
# What a visitor with little time goes past. Harms stand in every guide, and all ends on a referral.
GONE_PAST: dict[Depth, tuple[str, ...]] = {
    "short": ("studies", "assessment"),
    "middle": ("assessment",),
    "long": (),
}

Size: TypeAlias = Literal["usual", "large", "larger", "largest"]
Look: TypeAlias = Literal["calm", "contrast", "dark"]


@dataclass(frozen=True)
class Comfort:
    """How a visitor has the pages look and read, until the visit ends.

    No `language` is that of the source. What is read in a second one stands `beside`.
    """

    language: str | None = None
    beside: str | None = None
    size: Size = "usual"
    look: Look = "calm"
    is_calm: bool = False
    is_helper: bool = False


class Place(NamedTuple):
    """A step, the part of the guide that was being read, and how the page was left.

    `card` was in sight then, and the page was shown in this `turn`.
    """

    step: str
    section: str | None = None
    card: int = 0
    turn: int = 0

    def is_at(self, step: str, section: str | None) -> bool:
        """Whether it is this step, and this part of the guide."""
        return (self.step, self.section) == (step, section)


@dataclass(frozen=True)
class Visit:
    """All that is known of a visitor, until the visit ends.

    `number` is random. It stands in each tap, so that nothing that is tapped in one visit can be
    taken for a choice of the next. `turn` counts the pages that were shown.
    `came_from` are the places to which Back leads, the next one last; each stands there once.
    A page to which Back has led was shown before in the turn `again`.
    `card` is the one in sight, from 0, where they come one at a time. `questions` are those that
    were picked, none where nobody ever touched the list, and `is_by_hand` where the visitor put
    them in order; `matters` are the concerns that were marked. `recalled` holds
    the sentence, from 1, that was last tapped of each recall. A paper to take home is in
    `large_print` or not, and `discreet` where its outside tells nothing. `sentence` is the one that
    is shown to the staff, as ContactLabels call it.
    """

    number: str = field(default_factory=lambda: secrets.token_hex(4))
    turn: int = 0
    step: str = STEPS[0]
    came_from: tuple[Place, ...] = ()
    again: int | None = None
    condition: str | None = None
    section: str | None = None
    study_filter: str = "all"
    study_view: str = "cards"
    depth: Depth = "long"
    card: int = 0
    questions: tuple[str, ...] | None = None
    is_by_hand: bool = False
    matters: frozenset[str] = frozenset()
    recalled: tuple[tuple[str, int], ...] = ()
    large_print: bool = False
    discreet: bool = True
    sentence: str = "talk"
    comfort: Comfort = field(default_factory=Comfort)

    @property
    def place(self) -> Place:
        """Where the visitor is."""
        return Place(self.step, self.section, self.card, self.turn)

    @property
    def page(self) -> str:
        """The name of the page that is shown: no other page of any visit has it."""
        return f"{self.number}-{self.turn}"


def after(visit: Visit) -> str | None:
    """The step that follows, or none after the last and where a condition must be picked first."""
    if visit.step == "calm":
        return "guide"
    if visit.step == "claims":
        return "referral" if visit.condition else "conditions"
    if visit.step in ("recall", "take_home"):
        return "referral"
    if visit.step not in STEPS[:-1]:
        return None
    later = STEPS[STEPS.index(visit.step) + 1 :]
    following = next(step for step in later if step not in GONE_PAST[visit.depth])
    return None if following in NEED_A_CONDITION and visit.condition is None else following


def picking(visit: Visit, condition: Condition) -> Visit:
    """The visit moved to the guide on a condition; to the calm page first, where it is of suicide.

    Back leads to nothing that was of another condition.
    """
    at_topics = (Place(STEPS[0]), Place("conditions"))
    there = Place("calm" if condition.about_suicide else "guide")
    return replace(moved(visit, there, at_topics), condition=condition.id, study_filter="all")


def going_to(visit: Visit, step: str, section: str | None = None) -> Visit:
    """The visit moved to a step, to a part of the guide where one is named."""
    before = (one for one in visit.came_from if not one.is_at(step, section))
    return moved(visit, Place(step, section), (*before, visit.place))


def going_back(visit: Visit) -> Visit | None:
    """The visit where it was one page before, or none on the first."""
    if not visit.came_from:
        return None
    *earlier, before = visit.came_from
    return moved(visit, before, tuple(earlier), again=before.turn)


def at_all_parts(visit: Visit) -> Visit:
    """The visit at all parts of the guide, as they were left, from whatever part of it."""
    for number, place in enumerate(visit.came_from):
        if place.is_at("guide", None):
            return moved(visit, place, visit.came_from[:number], again=place.turn)
    return moved(visit, Place("guide"), visit.came_from)


def moved(
    visit: Visit, place: Place, came_from: tuple[Place, ...], again: int | None = None
) -> Visit:
    """The visit at a place, on a new page."""
    there = place._asdict() | {"turn": visit.turn + 1}
    return replace(visit, **there, came_from=came_from, again=again)


def use(visit: Visit) -> Use:
    """How the visit's page is used. A welcome page with something chosen is not clear yet."""
    if visit == Visit(number=visit.number, turn=visit.turn, again=visit.again):
        return "clear"
    is_list = visit.step == "guide" and visit.section is None
    return "choices" if is_list or visit.step in TO_CHOOSE_FROM else "reading"


def may_go_to(visit: Visit, step: str) -> bool:
    """Whether a step can be opened now: the guide and what follows need a condition."""
    return visit.condition is not None or step not in NEED_A_CONDITION


def still_in(visit: Visit, pack: Pack) -> Visit:
    """The visit where the content has a place for it: else at all parts, or at the topics."""
    if visit.condition is not None and visit.condition not in pack.condition:
        return Visit(visit.number, visit.turn + 1, step="conditions", comfort=visit.comfort)

    def has(name: str | None) -> bool:
        section = pack.section.get(name or "")
        fits = section and (section.is_common or visit.condition in section.conditions)
        return name is None or bool(fits)

    came_from = tuple(one for one in visit.came_from if has(one.section))
    kept = replace(visit, came_from=came_from)
    return kept if has(visit.section) else at_all_parts(kept)
