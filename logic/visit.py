"""What one visitor chose, and the steps of a visit in their order.

Each step is a file in pages/ and a heading in the UI strings.
"""

import secrets
from dataclasses import dataclass, field, replace

STEPS = ("welcome", "conditions", "guide", "studies", "assessment", "referral")
REMEMBER_WHERE_FROM = ("about", "referral")  # Back leads from these to wherever the visitor was
NEED_A_CONDITION = ("guide", "studies", "assessment")


@dataclass(frozen=True)
class Visit:
    """All that is known of a visitor, until the visit ends.

    `number` is random. It stands in the keys of widgets, so that nothing a browser remembers of
    one visit can be taken for a choice of the next. `turn` counts the pages that were shown.
    """

    number: str = field(default_factory=lambda: secrets.token_hex(4))
    turn: int = 0
    step: str = STEPS[0]
    came_from: str = STEPS[0]
    condition: str | None = None
    section: str | None = None
    study_filter: str = "all"
    study_view: str = "cards"


def after(visit: Visit) -> str | None:
    """The step that follows, or none after the last and where a condition must be picked first."""
    if visit.step == "calm":
        return "guide"
    if visit.step not in STEPS[:-1]:
        return None
    following = STEPS[STEPS.index(visit.step) + 1]
    return None if following in NEED_A_CONDITION and visit.condition is None else following


def going_to(visit: Visit, step: str) -> Visit:
    """The visit moved to a step. A page beside the steps, or the last, remembers where from."""
    if step not in REMEMBER_WHERE_FROM:
        return replace(visit, turn=visit.turn + 1, step=step, section=None)
    came_from = visit.came_from if visit.step in REMEMBER_WHERE_FROM else visit.step
    return replace(visit, turn=visit.turn + 1, step=step, came_from=came_from)


def going_back(visit: Visit) -> Visit | None:
    """The visit as it was one page before, or none on the first."""
    if visit.step in REMEMBER_WHERE_FROM:
        return replace(visit, turn=visit.turn + 1, step=visit.came_from)
    if visit.section is not None:
        return going_to(visit, "guide")
    if visit.step == "calm":
        return going_to(visit, "conditions")
    here = STEPS.index(visit.step)
    return going_to(visit, STEPS[here - 1]) if here else None


def may_go_to(visit: Visit, step: str) -> bool:
    """Whether a step can be opened now: the guide and what follows need a condition."""
    return visit.condition is not None or step not in NEED_A_CONDITION
