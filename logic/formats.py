"""Dates and numbers as people write them in a language and a region (CLDR, by way of Babel)."""

from datetime import date
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal


def day(given: date, locale: Locale) -> str:
    """A date in words, such as November 22, 2026."""
    return format_date(given, "long", locale=locale)


def number(given: float, locale: Locale) -> str:
    """A number with the signs between its digits, such as 1,285. It is never rounded."""
    return format_decimal(given, locale=locale, decimal_quantization=False)


def direction(language: str) -> str:
    """Whether a language is read from left to right (`ltr`) or from right to left (`rtl`)."""
    return "rtl" if locale_of(language, "").character_order == "right-to-left" else "ltr"


def language_name(language: str, locale: Locale) -> str:
    """What a language is called in another one, such as `inglés`; else its tag."""
    return locale_of(language, "").get_language_name(locale) or language


@lru_cache(maxsize=20)
def locale_of(language: str, region: str) -> Locale:
    """A language as it is written in a region; where the CLDR does not know it there, anywhere."""
    for tag in (f"{language}-{region}", language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(language.partition("-")[0])
