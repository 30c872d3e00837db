"""Dates, numbers and lists as people write them in a language and a region (CLDR, by Babel)."""

from collections.abc import Iterable
from datetime import date, time
from functools import lru_cache

from babel import Locale, UnknownLocaleError
from babel.dates import format_date, format_skeleton, format_time
from babel.lists import format_list
from babel.numbers import format_decimal

from logic.content.strings import Counted

# In the order of the CLDR. `other` is needed of every language.
CATEGORIES = ("zero", "one", "two", "few", "many", "other")
# No kiosk counts further: people in a study, studies, sources.
COUNTED_TO = 10_000


@lru_cache(maxsize=1000)  # the same few days stand below everything that is shown
def day(given: date, locale: Locale) -> str:
    """A date in words, such as November 22, 2026."""
    return format_date(given, "long", locale=locale)


def day_of_the_week(given: date, locale: Locale) -> str:
    """The name of a day, such as Monday."""
    return format_date(given, "EEEE", locale=locale)


def named_day(given: date, locale: Locale) -> str:
    """A day with its name and date, such as Monday, January 4, 2027."""
    return format_date(given, "full", locale=locale)


def time_of_day(given: time, locale: Locale) -> str:
    """A time as it is read off a sign: 5 PM, 5:30 PM, or 17:00 where no halves of a day count."""
    in_halves = "h" in locale.time_formats["short"].pattern
    if in_halves and given.minute == 0:
        return format_skeleton("h", given, locale=locale)
    return format_time(given, "short", locale=locale)


def number(given: float, locale: Locale) -> str:
    """A number with the signs between its digits, such as 1,285. It is never rounded."""
    return format_decimal(given, locale=locale, decimal_quantization=False)


def counted(forms: Counted, count: int, locale: Locale, **more: object) -> str:
    """What is said of a number, in the form that the language has for it."""
    said = forms.said_of(locale.plural_form(count))
    return said.format(count=number(count, locale), **more)


def listed(names: Iterable[str], locale: Locale) -> str:
    """Names as they stand in a sentence, such as `a, b, and c`."""
    return format_list(list(names), locale=locale)


@lru_cache(maxsize=20)
def categories(locale: Locale) -> dict[str, tuple[int, ...]]:
    """The categories that a language sorts whole numbers into, each with the first of them.

    Those of numbers that nobody counts here are left out: Spanish and French have a form of their
    own for millions. `other` stands for whatever is not whole, too, so it is never left out.
    """
    found = {name: list[int]() for name in CATEGORIES}
    for count in range(COUNTED_TO):
        found[locale.plural_form(count)].append(count)
    return {name: tuple(of[:3]) for name, of in found.items() if of or name == "other"}


def direction(language: str) -> str:
    """Whether a language is read from left to right (`ltr`) or from right to left (`rtl`)."""
    return "rtl" if locale_of(language, "").character_order == "right-to-left" else "ltr"


def language_name(language: str, locale: Locale) -> str:
    """What a language is called in another one, such as `inglés`; else its tag."""
    return locale_of(language, "").get_language_name(locale) or language


def own_name(tag: str) -> str | None:
    """What a language is called by its speakers, such as `español`; none where nobody writes it.

    That is so of signed languages: the CLDR knows only what others call them.
    """
    try:
        return Locale.parse(tag, sep="-").get_display_name()
    except (UnknownLocaleError, ValueError):
        return None


def known_name(tag: str, locale: Locale) -> str | None:
    """What a language is called in another one, where the CLDR knows of it."""
    try:
        return Locale.parse(tag, sep="-").get_display_name(locale)
    except (UnknownLocaleError, ValueError):
        return locale.languages.get(tag)


@lru_cache(maxsize=20)
def locale_of(language: str, region: str) -> Locale:
    """A language as it is written in a region; where the CLDR does not know it there, anywhere."""
    for tag in (f"{language}-{region}", language):
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            continue
    return Locale.parse(language.partition("-")[0])
