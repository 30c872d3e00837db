"""The clinic's people in words: the same for screen, paper and phone."""

from datetime import date

import pytest
from babel import Locale

from logic.clinic.people import AtTheClinic, at_the_clinic
from logic.clinic.profile import Clinic
from logic.content.pack import Pack
from logic.formats import locale_of
from tests.conftest import TODAY

US = locale_of("en", "US")
NURSE = {"name": "Nurse line", "kind": "pain", "phone": "202-456-1111", "desk": "Desk 2"}
NARROW = "\N{NARROW NO-BREAK SPACE}"


def told(pack: Pack, locale: Locale = US, **more: object) -> AtTheClinic:
    """What is told of a clinic with one contact, of which more is known."""
    own = Clinic.model_validate(
        {"clinic_name": "Riverside", "time_zone": "America/New_York", "contacts": [NURSE | more]}
    )
    return at_the_clinic(own, pack.ui_strings, locale, TODAY)


def hours(pack: Pack, **days: list[str]) -> tuple[str, ...]:
    """The hours of a contact, in words."""
    (one,) = told(pack, hours=days).people
    return tuple(line.replace(NARROW, " ") for line in one.hours)


def test_somebody_is_told_with_what_for_how_to_reach_them_and_their_languages(pack: Pack) -> None:
    found = told(pack, languages=["en", "es", "ase"])

    (one,) = found.people
    assert (found.title, found.is_own_title) == ("Riverside", True)
    assert one.kind == pack.ui_strings.choices.contact_kind["pain"]
    assert (one.phone, one.desk) == ("(202) 456-1111", "Desk 2")
    assert [name.own or name.here for name in one.languages] == [
        "English",
        "español",
        "American Sign Language",
    ]
    assert [name.here for name in one.languages][:2] == ["English", "Spanish"]


def test_a_clinic_without_contacts_names_the_front_desk_and_no_number(pack: Pack) -> None:
    found = at_the_clinic(Clinic(clinic_name="Riverside"), pack.ui_strings, US, TODAY)

    labels = pack.ui_strings.labels
    assert (found.title, found.lead) == (labels.clinic_desk_title, labels.clinic_desk)
    assert not found.is_own_title
    assert found.people == ()


def test_days_that_are_alike_stand_in_one_line_and_closed_ones_in_none(pack: Pack) -> None:
    day = ["13:00-17:00", "09:00-12:30"]

    found = hours(pack, monday=day, tuesday=day, wednesday=["09:00-17:00"], saturday=day)

    assert found == (
        "Monday to Tuesday: 9 AM to 12:30 PM and 1 PM to 5 PM",
        "Wednesday: 9 AM to 5 PM",
        "Saturday: 9 AM to 12:30 PM and 1 PM to 5 PM",
    )


@pytest.mark.parametrize(
    ("span", "said"),
    [
        ("22:00-02:00", "Friday: 10 PM to 2 AM"),
        ("18:00-24:00", "Friday: 6 PM to midnight"),
        ("00:00-06:00", "Friday: midnight to 6 AM"),
        ("00:00-24:00", "Friday: day and night"),
    ],
)
def test_midnight_is_named_as_12_am_is_taken_for_noon(pack: Pack, span: str, said: str) -> None:
    assert hours(pack, friday=[span]) == (said,)


def test_who_answers_day_and_night_has_one_line(pack: Pack) -> None:
    week = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

    found = hours(pack, **{day: ["00:00-24:00"] for day in week})

    assert found == (pack.ui_strings.contacts.open_always,)


def test_who_says_no_hours_has_none(pack: Pack) -> None:
    (one,) = told(pack).people

    assert (one.hours, one.closed_on, one.week) == ((), "", None)


def test_days_off_that_are_over_are_not_told(pack: Pack) -> None:
    off = [date(2026, 2, 28), date(2026, 12, 25), TODAY]

    (one,) = told(pack, hours={"monday": ["09:00-17:00"]}, closed_on=off).people

    words = pack.ui_strings.contacts.closed_on
    assert one.closed_on == words.format(days="March 1, 2026; December 25, 2026")


def test_a_language_without_a_name_here_has_its_english_one_which_is_marked(pack: Pack) -> None:
    (one,) = told(pack, locale_of("es", "US"), languages=["pt-BR", "ase"]).people

    (brazil, signed) = one.languages
    assert (brazil.here, brazil.is_here_in_source) == ("portugués (Brasil)", False)
    assert (signed.own, signed.here, signed.is_here_in_source) == (
        None,
        "American Sign Language",
        True,
    )
