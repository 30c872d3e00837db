"""Dates and numbers as a language and a region write them."""

from datetime import date

import pytest

from logic.content.strings import Counted
from logic.content.vocabulary import Words
from logic.formats import categories, counted, day, listed, locale_of, number
from logic.pseudo import LANGUAGE


@pytest.mark.parametrize(
    ("language", "read"),
    [("en", "November 2, 2026"), ("es", "2 de noviembre de 2026"), ("vi", "2 tháng 11, 2026")],
)
def test_a_date_is_written_in_the_order_of_its_language(language: str, read: str) -> None:
    assert day(date(2026, 11, 2), locale_of(language, "US")) == read


@pytest.mark.parametrize(
    ("language", "region", "read"),
    [("en", "US", "12,345.6"), ("es", "US", "12,345.6"), ("es", "ES", "12.345,6")],
)
def test_a_number_is_written_as_in_its_region(language: str, region: str, read: str) -> None:
    assert number(12345.6, locale_of(language, region)) == read


def test_a_number_is_never_rounded() -> None:
    assert number(0.00012345, locale_of("en", "US")) == "0.00012345"
    assert number(7.0, locale_of("en", "US")) == "7"


@pytest.mark.parametrize(("tag", "direction"), [(LANGUAGE, "rtl"), ("zh-Hant", "ltr")])
def test_a_language_that_is_unknown_in_a_region_is_taken_as_elsewhere(
    tag: str, direction: str
) -> None:
    assert locale_of(tag, "US").text_direction == direction


@pytest.mark.parametrize(
    ("language", "count", "read"),
    [
        ("en", 1, "1 one"),
        ("en", 0, "0 other"),
        ("en", 1285, "1,285 other"),
        ("es", 1, "1 one"),
        ("es", 1_000_000, "1,000,000 other"),
        ("fr", 0, "0 one"),
        ("ja", 1, "1 other"),
        ("pl", 3, "3 few"),
        ("pl", 5, "5 many"),
    ],
)
def test_of_each_number_is_said_what_its_language_says(
    language: str, count: int, read: str
) -> None:
    asked = categories(locale_of(language, ""))
    forms = Counted(**{name: Words(f"{{count}} {name}") for name in asked})

    told = counted(forms, count, locale_of(language, "US"))

    assert told.replace("\u202f", ",") == read


def test_a_language_with_six_forms_says_each_of_its_numbers() -> None:
    locale = locale_of("ar", "US")
    forms = Counted(**{name: Words(name) for name in categories(locale)})

    told = [counted(forms, count, locale) for count in (0, 1, 2, 3, 11, 100)]

    assert told == ["zero", "one", "two", "few", "many", "other"]


def test_what_else_is_said_with_a_number_is_filled_in() -> None:
    forms = Counted(other=Words("{masked} of {count}"))

    assert counted(forms, 1285, locale_of("en", "US"), masked="3") == "3 of 1,285"


@pytest.mark.parametrize(
    ("language", "names", "read"),
    [
        ("en", ["a"], "a"),
        ("en", ["a", "b", "c"], "a, b, and c"),
        ("es", ["a", "b", "c"], "a, b y c"),
        ("ja", ["a", "b"], "a、b"),
    ],
)
def test_names_are_listed_as_their_language_lists_them(
    language: str, names: list[str], read: str
) -> None:
    assert listed(names, locale_of(language, "US")) == read
