"""What one visitor chose, and the steps of a visit in their order.

Each step is a file in pages/ and a heading in the UI strings.
"""

import secrets
from dataclasses import dataclass, field, replace
from typing import Literal, NamedTuple, TypeAlias

from logic.content.pack import Pack

STEPS = ("welcome", "conditions", "guide", "studies", "assessment", "questions", "referral")
# Back leads from these to wherever the visitor was.
REMEMBER_WHERE_FROM = (
    "about", "claims", "comfort", "matters", "recall", "referral", "take_home", "for_staff",
)  # fmt: skip
HAVE_CARDS = ("claims",)  # among these: their place is not that of the page before
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
    """A step, and the part of the guide that was being read."""

    step: str
    section: str | None = None


@dataclass(frozen=True)
class Visit:
    """All that is known of a visitor, until the visit ends.

    `number` is random. It stands in each tap, so that nothing that is tapped in one visit can be
    taken for a choice of the next. `turn` counts the pages that were shown.
    `came_from` are the places to which Back leads from one beside the steps, or from one that was
    opened out of its turn; the next one last.
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
        return Place(self.step, self.section)

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


def going_to(visit: Visit, step: str) -> Visit:
    """The visit moved to a step. A page beside the steps, or the last, remembers where from."""
    if step not in REMEMBER_WHERE_FROM:
        moved = replace(visit, turn=visit.turn + 1, step=step)
        return replace(moved, section=None, card=0, came_from=())
    trail = (*visit.came_from, visit.place)
    steps = [one.step for one in trail]
    came_from = trail[: steps.index(step)] if step in steps else trail
    card = 0 if step in HAVE_CARDS else visit.card  # the others leave a place as it is
    return replace(visit, turn=visit.turn + 1, step=step, came_from=came_from, card=card)


def going_aside(visit: Visit, step: str, section: str | None = None) -> Visit:
    """The visit moved to a step out of its turn, to a part of the guide where one is named.

    Back leads to where the visitor was, at the same place.
    """
    trail, part = (*visit.came_from, visit.place), section or visit.section
    return replace(visit, turn=visit.turn + 1, step=step, section=part, came_from=trail)


def going_back(visit: Visit) -> Visit | None:
    """The visit as it was one page before, or none on the first."""
    if visit.came_from or visit.step in REMEMBER_WHERE_FROM:
        *earlier, before = visit.came_from or (Place(STEPS[0]),)
        card = 0 if visit.step in HAVE_CARDS else visit.card
        moved = replace(visit, turn=visit.turn + 1, step=before.step, section=before.section)
        return replace(moved, card=card, came_from=tuple(earlier))
    if visit.step == "guide" and visit.section is not None:
        return at_all_parts(visit)
    if visit.step == "calm":
        return going_to(visit, "conditions")
    past = STEPS[: STEPS.index(visit.step)]
    shown = [step for step in past if step not in GONE_PAST[visit.depth]]
    return going_to(visit, shown[-1]) if shown else None


def at_all_parts(visit: Visit) -> Visit:
    """The visit at all parts of the guide, at the card from which one was opened."""
    return replace(visit, turn=visit.turn + 1, step="guide", section=None, came_from=())


def use(visit: Visit) -> Use:
    """How the visit's page is used. A welcome page with something chosen is not clear yet."""
    if visit == Visit(number=visit.number, turn=visit.turn):
        return "clear"
    is_list = visit.step == "guide" and visit.section is None
    return "choices" if is_list or visit.step in TO_CHOOSE_FROM else "reading"


def may_go_to(visit: Visit, step: str) -> bool:
    """Whether a step can be opened now: the guide and what follows need a condition."""
    return visit.condition is not None or step not in NEED_A_CONDITION


def still_in(visit: Visit, pack: Pack) -> Visit:
    """The visit where the content has a place for it: else at all parts, or at the topics."""
    if visit.condition is not None and visit.condition not in pack.condition:
        moved = Visit(number=visit.number, turn=visit.turn + 1, step="conditions")
        return replace(moved, comfort=visit.comfort)
    if visit.section is None:
        return visit
    section = pack.section.get(visit.section)
    if section and (section.is_common or visit.condition in section.conditions):
        return visit
    return replace(visit, turn=visit.turn + 1, section=None)
