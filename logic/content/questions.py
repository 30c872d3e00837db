"""What a visitor may take to a clinician: questions, what they are about, and what was understood.

A question states nothing. It is asked in the visitor's own voice, so its words need no source.
"""

from typing import Self

from pydantic import Field, model_validator

from logic.content.items import Item
from logic.content.vocabulary import Identifier, Words


class Short(Item):
    """An item that is all said in its header: no text stands below it."""

    body: None = None


class Question(Short):
    """A question (`title`) for a clinician, as the visitor would ask it.

    Without `conditions` it is for every condition. `concerns` are what it is about.
    """

    concerns: tuple[Identifier, ...] = ()


class Concern(Short):
    """Something that may matter to a visitor, such as driving. It puts questions in an order."""

    summary: Words
    order: int = Field(ge=1)


class Recall(Short):
    """One question whether a part of the guide made sense: which of three sentences stands there.

    `said` is what the `section` says, in other words; the others are made up. `place` is that
    of `said` among the three, from 1. Nobody is told how many were found.
    """

    conditions: tuple[Identifier, ...] = Field(min_length=1)
    section: Identifier
    order: int = Field(ge=1, le=3)
    said: Words
    not_said: tuple[Words, ...] = Field(min_length=2, max_length=2)
    place: int = Field(ge=1, le=3)

    @model_validator(mode="after")
    def it_is_about_one_condition(self) -> Self:
        """Each condition has recalls of its own."""
        if len(self.conditions) != 1:
            raise ValueError("`conditions` must name one condition. Write one file for each.")
        return self

    def sentences(self) -> tuple[Words, ...]:
        """The three sentences in the order in which they are shown."""
        before = self.place - 1
        return (*self.not_said[:before], self.said, *self.not_said[before:])
