"""What is counted of a visit, and nothing else. Each is counted once in a visit.

A thing that is not named here is not counted: a new page is left out until somebody decides. What a
visitor asks, what matters to them, what they take home and how they read is nobody's business.
"""

from typing import Literal, NamedTuple, TypeAlias

from logic.visit import Visit, use

Kind: TypeAlias = Literal["visit", "page", "condition", "language", "end"]
End: TypeAlias = Literal["cleared", "left"]

PAGES = ("conditions", "guide", "studies", "assessment", "claims", "referral", "about")
ENDS: tuple[End, ...] = ("cleared", "left")


class Thing(NamedTuple):
    """What a number is of, such as the page `guide`."""

    kind: Kind
    name: str = ""


def things_in(visit: Visit, language: str) -> frozenset[Thing]:
    """What there is to count of a visit as it stands; nothing before its first tap."""
    if use(visit) == "clear":
        return frozenset()
    found = {Thing("visit")}
    if visit.condition is not None:
        found.add(Thing("condition", visit.condition))
    if visit.step in PAGES:
        found |= {Thing("page", visit.step), Thing("language", language)}
    return frozenset(found)
