"""Dates as a visitor reads them."""

from datetime import date

from pages.parts import session


def day(given: date) -> str:
    """A date in words, such as 22 November 2026."""
    return f"{given.day} {session.ui().months[given.month - 1]} {given.year}"
