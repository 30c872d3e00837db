"""Words that a visitor reads, told apart from facts."""

import pytest
from pydantic import Field, ValidationError

from logic.content.pack import Pack
from logic.content.vocabulary import Content, Words


class Cup(Content):
    """A cup of something."""

    maker: str
    name: Words
    fillings: tuple[Words, ...] = ()
    notes: dict[str, Words] = Field(default_factory=dict)


def test_words_are_told_with_their_place_and_facts_are_not() -> None:
    cup = Cup.model_validate(
        {"maker": "unknown", "name": " Tea ", "fillings": ["hot"], "notes": {"taste": "mild"}}
    )

    assert list(cup.words()) == [
        (("name",), "Tea"),
        (("fillings", 0), "hot"),
        (("notes", "taste"), "mild"),
    ]


def test_words_are_told_however_deep_and_under_the_name_that_authors_write(pack: Pack) -> None:
    places = {place for place, _ in pack.study["river-trial"].words()}

    assert ("arms", 1, "name") in places
    assert ("funding", "who") in places
    assert ("certainty-reason",) in places
    assert ("source",) not in places


def test_words_are_never_empty() -> None:
    with pytest.raises(ValidationError):
        Cup.model_validate({"maker": "unknown", "name": "  "})
