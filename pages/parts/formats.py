"""Dates and numbers as the visitor's language and the clinic's region write them."""

from datetime import date

from logic import formats
from pages.parts import session


def day(given: date) -> str:
    """A date in words."""
    return formats.day(given, session.kiosk().locale)


def number(given: float) -> str:
    """A number with the signs between its digits."""
    return formats.number(given, session.kiosk().locale)


def language(tag: str) -> str:
    """What a language is called in the visitor's own, such as `inglés`."""
    return formats.language_name(tag, session.kiosk().locale)
