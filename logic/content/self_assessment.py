"""The self-assessment: the project's own answers to published lists of what good information is.

The kiosk does not show it. `python -m logic assess` makes a report of it.
"""

from datetime import date
from typing import Literal

from pydantic import Field

from logic.content.vocabulary import Content, Identifier, Percent

InstrumentName = Literal[
    "discern", "pemat", "cci", "ipdas", "pif-tick", "jama", "nice", "non-promotion"
]  # fmt: skip
Score = Literal["met", "mostly", "partly", "little", "not-met", "not-applicable"]
Scale = Literal["zero-or-one", "one-to-four", "one-to-five"]
ToldAs = Literal["count", "sum", "percent"]


def numbered(letter: str, last: int) -> tuple[str, ...]:
    """The criteria of a list that counts them, such as D1 to D16."""
    return tuple(f"{letter}{number}" for number in range(1, last + 1))


# What each instrument asks, by the numbers under which its criteria are known.
CRITERIA: dict[InstrumentName, tuple[str, ...]] = {
    "discern": numbered("D", 16),
    "pemat": numbered("", 26),
    "cci": numbered("", 20),
    "ipdas": (
        *numbered("Q", 6), *numbered("C", 10), *numbered("i", 3), *numbered("p", 8),
        *numbered("v", 2), *numbered("g", 2), *numbered("d", 6), *numbered("e", 3),
        *numbered("l", 2), *numbered("o", 2),
    ),
    "pif-tick": numbered("P", 10),
    "jama": numbered("J", 4),
    "nice": numbered("N", 21),
    "non-promotion": numbered("X", 12),
}  # fmt: skip


class Criterion(Content):
    """One thing that an instrument asks, in our own words, and the one answer to it.

    Either `computed` names the measure that works the score out, or `score` gives it and `why` says
    why. `evidence` are files of the project; a test is written `tests/unit/test_grade.py::test_x`.
    """

    id: str = Field(pattern=r"^[A-Za-z]?[1-9]\d?$", examples=["D4"])
    question: str = Field(min_length=1)
    computed: Identifier | None = None
    score: Score | None = None
    evidence: tuple[str, ...] = ()
    why: str | None = Field(None, min_length=1)


class Group(Content):
    """Criteria of an instrument that are scored on one scale and counted together.

    `told_as` is how the instrument counts: how many are met, the sum of the marks, or their
    percentage; `pass_mark` is the percentage that it asks for.
    """

    name: str = Field(min_length=1)
    scale: Scale
    told_as: ToldAs = "count"
    pass_mark: Percent | None = None
    criteria: tuple[Criterion, ...] = Field(min_length=1)


class Instrument(Content):
    """A list of what good information is: what it is, and where we have its criteria from."""

    id: InstrumentName
    name: str = Field(min_length=1)
    about: str = Field(min_length=1)
    list_from: str = Field(min_length=1)
    groups: tuple[Group, ...] = Field(min_length=1)


class SelfAssessment(Content):
    """All answers, who gave them and when, and what is not claimed with them."""

    answered_on: date
    answered_by: str = Field(min_length=1)
    not_claimed: str = Field(min_length=1)
    instruments: tuple[Instrument, ...] = Field(min_length=1)
