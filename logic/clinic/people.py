"""The clinic's people as a visitor is told of them: on the screen, on paper and on a phone.

What the clinic writes of itself (`name`, `desk`, its own title) is in the language of the source,
whatever the visitor's is; all else is in the visitor's.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, time
from itertools import groupby

from babel import Locale

from logic.clinic.opening import Span, Week, end_of
from logic.clinic.phones import dialled, written
from logic.clinic.profile import Clinic, Contact
from logic.content.strings import ContactLabels, UiStrings
from logic.formats import day, day_of_the_week, known_name, listed, own_name, time_of_day

ENGLISH = Locale("en")
ALL_DAY = "00:00-24:00"
MONDAYS = date(2024, 1, 1)  # any Monday: the names of the days are counted from it


@dataclass(frozen=True)
class Spoken:
    """A language that somebody speaks: its own name, and the one that it has `here`.

    A signed one has no name of its own: the CLDR knows only what others call it.
    """

    tag: str
    own: str | None
    here: str
    is_here_in_source: bool = False


@dataclass(frozen=True)
class Person:
    """Somebody at the clinic: what for, how to reach them, when, and in which languages."""

    name: str
    kind: str
    phone: str | None
    dialled: str
    desk: str | None
    week: Week | None
    hours: tuple[str, ...]
    closed_on: str
    languages: tuple[Spoken, ...]


@dataclass(frozen=True)
class AtTheClinic:
    """Whom to reach at the clinic; where it names nobody, the front desk and no number (`lead`)."""

    title: str
    is_own_title: bool
    lead: str
    people: tuple[Person, ...]


def at_the_clinic(own: Clinic, ui: UiStrings, locale: Locale, today: date) -> AtTheClinic:
    """What is told of a clinic's people, each in the clinic's order."""
    labels = ui.labels
    if not own.contacts:
        return AtTheClinic(labels.clinic_desk_title, False, labels.clinic_desk, ())  # noqa: FBT003
    title = own.clinic_name or labels.clinic_contacts
    people = tuple(person(one, own, ui, locale, today) for one in own.contacts)
    return AtTheClinic(title, own.clinic_name is not None, "", people)


def person(given: Contact, own: Clinic, ui: UiStrings, locale: Locale, today: date) -> Person:
    """One contact, in words."""
    return Person(
        name=given.name,
        kind=ui.choices.contact_kind[given.kind],
        phone=written(given.phone, own.region) if given.phone else None,
        dialled=dialled(given.phone, own.region) if given.phone else "",
        desk=given.desk,
        week=given.week,
        hours=tuple(hours(given.week, ui.contacts, locale)) if given.week else (),
        closed_on=days_off(given.closed_on, ui.contacts, locale, today),
        languages=tuple(language(tag, locale) for tag in given.languages),
    )


def hours(week: Week, words: ContactLabels, locale: Locale) -> Iterator[str]:
    """When somebody answers in any week, days that are alike in one line; no day when nobody does.

    Paper and phones are read later, so they tell this, and never whether somebody answers now.
    """
    if all(list(spans) == [ALL_DAY] for spans in week.days):
        yield words.open_always
        return
    for spans, days in groupby(enumerate(week.days), key=lambda one: sorted(one[1])):
        if spans:
            names = [name_of(number, locale) for number, _ in days]
            told = [span(one, words, locale) for one in spans]
            line = words.on_days.format(days=from_to(names, words), times=listed(told, locale))
            yield line[:1].upper() + line[1:]


def name_of(number: int, locale: Locale) -> str:
    """The name of a day of the week, counted from Monday."""
    return day_of_the_week(MONDAYS.replace(day=1 + number), locale)


def from_to(names: list[str], words: ContactLabels) -> str:
    """Days that follow each other, by the first and the last."""
    return words.from_day_to_day.format(first=names[0], last=names[-1]) if names[1:] else names[0]


def span(given: Span, words: ContactLabels, locale: Locale) -> str:
    """A span of time in a day. Midnight is named: 12 AM is taken for noon."""
    if given == ALL_DAY:
        return words.all_day
    times = (time.fromisoformat(one) for one in (given[:5], end_of(given)))
    begin, end = (words.midnight if one == time.min else time_of_day(one, locale) for one in times)
    return words.from_time_to_time.format(begin=begin, end=end)


def days_off(given: Iterable[date], words: ContactLabels, locale: Locale, today: date) -> str:
    """The days to come on which nobody answers; nothing where there is none."""
    named = [day(one, locale) for one in sorted(given) if one >= today]
    return words.closed_on.format(days="; ".join(named)) if named else ""


def language(tag: str, locale: Locale) -> Spoken:
    """A language by its names; without one here, by its English one, which always is there."""
    here = known_name(tag, locale)
    return Spoken(tag, own_name(tag), here or known_name(tag, ENGLISH) or tag, here is None)
