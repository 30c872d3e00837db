"""Dates, numbers and lists as the visitor's language and the clinic's region write them."""

from collections.abc import Iterable
from datetime import date, time

from logic import formats
from logic.content.strings import Counted
from pages.parts import session


def day(given: date) -> str:
    """A date in words."""
    return formats.day(given, session.kiosk().locale)


def day_of_the_week(given: date) -> str:
    """The name of a day."""
    return formats.day_of_the_week(given, session.kiosk().locale)


def named_day(given: date) -> str:
    """A day with its name and date."""
    return formats.named_day(given, session.kiosk().locale)


def time_of_day(given: time) -> str:
    """A time as it is read off a sign."""
    return formats.time_of_day(given, session.kiosk().locale)


def number(given: float) -> str:
    """A number with the signs between its digits."""
    return formats.number(given, session.kiosk().locale)


def counted(forms: Counted, count: int, **more: object) -> str:
    """What is said of a number, in the form that the language has for it."""
    return formats.counted(forms, count, session.kiosk().locale, **more)


def listed(names: Iterable[str]) -> str:
    """Names as they stand in a sentence."""
    return formats.listed(names, session.kiosk().locale)


def language(tag: str) -> str:
    """What a language is called in the visitor's own, such as `inglés`."""
    return formats.language_name(tag, session.kiosk().locale)
