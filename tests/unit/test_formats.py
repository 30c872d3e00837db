"""Dates and numbers as a language and a region write them."""

from datetime import date

import pytest

from logic.formats import day, locale_of, number
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
