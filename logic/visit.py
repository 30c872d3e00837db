"""What one visitor chose, and the steps of a visit in their order.

Each step is a file in pages/ and a heading in the UI strings.
"""

import secrets
from dataclasses import dataclass, field

STEPS = ("welcome", "conditions", "guide", "studies", "assessment", "referral")
BESIDE = ("calm", "about")  # pages that stand beside the steps
NEED_A_CONDITION = ("guide", "studies", "assessment")


@dataclass(frozen=True)
class Visit:
    """All that is known of a visitor, until the visit ends.

    `number` is random. It stands in the keys of widgets, so that nothing a browser remembers of
    one visit can be taken for a choice of the next.
    """

    number: str = field(default_factory=lambda: secrets.token_hex(4))
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


def before(visit: Visit) -> str | None:
    """The step to go back to, or none on the first."""
    if visit.step == "about":
        return visit.came_from
    if visit.step == "calm":
        return "conditions"
    if visit.step == "referral" and visit.came_from != "referral":
        return visit.came_from
    here = STEPS.index(visit.step)
    return STEPS[here - 1] if here else None


def may_go_to(visit: Visit, step: str) -> bool:
    """Whether a step can be opened now: the guide and what follows need a condition."""
    return visit.condition is not None or step not in NEED_A_CONDITION
