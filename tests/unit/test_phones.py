"""Telephone numbers: which can be one that answers, and which are only there to be filled in."""

from string import digits

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from logic.clinic.phones import elsewhere, is_made_up, mistakes_in, numbers_in, parsed, written

UNTIMED = settings(deadline=None)  # a test machine may be slow


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("988, then press 1", ["988"]),
        ("1-800-662-4357 (TTY 1-800-487-4889)", ["1-800-662-4357", "1-800-487-4889"]),
        ("HOME to 741741", ["741741"]),
        ("Call or text 988", ["988"]),
        ("In danger: 911.", ["911"]),
        ("Ask at the desk", []),
    ],
)
def test_every_number_in_a_text_is_found_and_a_key_to_press_is_none(
    text: str, numbers: list[str]
) -> None:
    assert numbers_in(text) == numbers


@pytest.mark.parametrize(
    "text",
    ["988", "911", "838255", "HOME to 741741", "1-800-662-4357 (TTY 1-800-487-4889)",
     "988, then press 1", "ZIP code to 435748"],
)  # fmt: skip
def test_what_the_metadata_know_as_given_out_may_be_told(text: str) -> None:
    assert list(mistakes_in(text, "US")) == []


@pytest.mark.parametrize("text", ["999", "089", "1-800-662-435", "62", "+44 116 123", "0118 999"])
def test_what_answers_nowhere_in_the_region_is_told(text: str) -> None:
    (told,) = mistakes_in(text, "US")

    assert told == f"`{text}` is {elsewhere('US')}"


@UNTIMED
@given(some.text(digits, min_size=2, max_size=2))
def test_numbers_kept_for_films_are_placeholders_whichever_they_are(last: str) -> None:
    made_up = (f"55501{last}", f"555-01{last}", f"(202) 555-01{last}", f"1-800-555-01{last}")

    assert all(is_made_up(number) for number in made_up)


@UNTIMED
@given(some.text(digits, min_size=4, max_size=4).filter(lambda last: not last.startswith("01")))
def test_any_other_number_of_that_exchange_is_none(last: str) -> None:
    assert not is_made_up(f"202-555-{last}")


@UNTIMED
@given(some.text(max_size=30))
def test_no_text_breaks_the_look_at_its_numbers(text: str) -> None:
    told = list(mistakes_in(text, "US"))

    assert told or all(parsed(number, "US") for number in numbers_in(text))


def test_a_number_is_written_as_people_do_where_the_clinic_is() -> None:
    assert written("+1 202 4561111", "US") == "(202) 456-1111"
    assert written("2024561111 x12", "US") == "(202) 456-1111 ext. 12"
