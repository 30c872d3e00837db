"""Open or closed: by the wall clock of the clinic, over midnight, days off and changed clocks."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from logic.clinic.opening import Opening, Week, is_span, is_within_a_week, opening, told

UNTIMED = settings(deadline=None)  # a test machine may be slow
CHICAGO = ZoneInfo("America/Chicago")
LORD_HOWE = ZoneInfo("Australia/Lord_Howe")  # its clocks change by half an hour
ZONES = [CHICAGO, LORD_HOWE, ZoneInfo("America/Phoenix"), ZoneInfo("Pacific/Apia")]
WORKDAYS = Week(days=(("09:00-12:00", "13:00-17:00"),) * 5 + ((), ()))
NIGHTS = Week(days=((), (), (), (), ("22:00-02:00",), ("22:00-02:00",), ()))
ALWAYS = Week(days=(("00:00-24:00",),) * 7)


def at(written: str, zone: ZoneInfo = CHICAGO) -> datetime:
    """A moment by the clocks of a zone. 2 March 2026 is a Monday."""
    return datetime.fromisoformat(written).replace(tzinfo=zone)


@pytest.mark.parametrize(
    ("week", "now", "is_open", "changes"),
    [
        (WORKDAYS, "2026-03-02T09:00", True, "2026-03-02T12:00"),
        (WORKDAYS, "2026-03-02T08:59", False, "2026-03-02T09:00"),
        (WORKDAYS, "2026-03-02T12:00", False, "2026-03-02T13:00"),
        (WORKDAYS, "2026-03-02T16:59", True, "2026-03-02T17:00"),
        (WORKDAYS, "2026-03-02T17:00", False, "2026-03-03T09:00"),
        (WORKDAYS, "2026-03-06T17:00", False, "2026-03-09T09:00"),
        (NIGHTS, "2026-03-06T23:00", True, "2026-03-07T02:00"),
        (NIGHTS, "2026-03-07T01:59", True, "2026-03-07T02:00"),
        (NIGHTS, "2026-03-07T02:00", False, "2026-03-07T22:00"),
    ],
)
def test_it_is_open_from_the_begin_of_a_span_to_its_end(
    week: Week,
    now: str,
    is_open: bool,  # noqa: FBT001 (a row of the table)
    changes: str,
) -> None:
    assert opening(week, at(now)) == Opening(is_open=is_open, changes=at(changes))


def test_spans_that_touch_at_midnight_are_one() -> None:
    week = Week(days=(("20:00-24:00",), ("00:00-06:00",), (), (), (), (), ()))

    found = opening(week, at("2026-03-02T21:00"))

    assert found == Opening(is_open=True, changes=at("2026-03-03T06:00"))


def test_whoever_never_closes_has_no_end_and_whoever_never_opens_no_begin() -> None:
    assert opening(ALWAYS, at("2026-03-02T21:00")) == Opening(is_open=True, changes=None)
    assert opening(Week(days=((),) * 7), at("2026-03-02T21:00")) == Opening(
        is_open=False, changes=None
    )


def test_on_a_day_off_nobody_answers_from_midnight_to_midnight() -> None:
    week = Week(days=NIGHTS.days, closed_on={date(2026, 3, 7)})

    late = opening(week, at("2026-03-06T23:00"))
    on_the_day = opening(week, at("2026-03-07T01:00"))

    assert late == Opening(is_open=True, changes=at("2026-03-07T00:00"))
    assert on_the_day == Opening(is_open=False, changes=at("2026-03-13T22:00"))


@pytest.mark.parametrize(
    ("day", "hours"),
    [("2026-03-07", 11), ("2026-10-31", 13), ("2026-03-14", 12)],
    ids=["an hour less", "an hour more", "as always"],
)
def test_where_clocks_change_it_closes_when_the_clock_on_the_wall_says_so(
    day: str, hours: int
) -> None:
    week = Week(days=(("20:00-08:00",),) * 7)
    begin = at(f"{day}T20:00")

    found = opening(week, begin)

    assert found.changes is not None
    assert found.changes.time() == time(8)
    assert found.changes.astimezone(UTC) - begin.astimezone(UTC) == timedelta(hours=hours)


def test_a_span_within_the_hour_that_never_comes_is_as_long_after_the_change() -> None:
    week = Week(days=((),) * 6 + (("02:15-02:45",),))

    found = opening(week, at("2026-03-08T01:00"))

    assert found == Opening(is_open=False, changes=at("2026-03-08T03:15"))


TIMES = some.times().map(lambda one: one.strftime("%H:%M"))
SPANS = some.builds(lambda begin, end: f"{begin}-{end}", TIMES, TIMES).filter(is_span)
DAYS = some.tuples(*[some.lists(SPANS, max_size=3).map(tuple)] * 7)
DATES = some.dates(date(2026, 1, 1), date(2027, 12, 31))
WEEKS = some.builds(Week, DAYS, some.frozensets(DATES, max_size=5))
MOMENTS = some.builds(
    lambda moment, zone: moment.replace(tzinfo=UTC, microsecond=0).astimezone(zone),
    some.datetimes(datetime(2026, 1, 2), datetime(2027, 12, 1)),  # noqa: DTZ001 (of UTC, above)
    some.sampled_from(ZONES),
)


@UNTIMED
@given(WEEKS, MOMENTS)
def test_it_stays_as_it_is_until_the_change_and_is_the_other_way_from_then_on(
    week: Week, now: datetime
) -> None:
    found = opening(week, now)

    if found.changes is not None:
        change = found.changes.astimezone(UTC)
        halfway = now.astimezone(UTC) + (change - now.astimezone(UTC)) / 2
        zone = now.tzinfo
        assert change > now.astimezone(UTC)
        assert opening(week, halfway.astimezone(zone)) == found
        just_before = (change - timedelta(seconds=1)).astimezone(zone)
        assert opening(week, max(just_before, now)).is_open == found.is_open
        assert opening(week, found.changes).is_open != found.is_open


@UNTIMED
@given(WEEKS, MOMENTS)
def test_far_from_a_change_of_clocks_it_is_open_just_when_the_wall_clock_is_in_a_span(
    week: Week, now: datetime
) -> None:
    day = timedelta(days=1)
    if len({(now + offset * day).utcoffset() for offset in (-2, -1, 0, 1, 2)}) > 1:
        return

    found = opening(week, now).is_open

    assert found == any(covers(week, now, now.date() - back * day) for back in (0, 1))


def covers(week: Week, now: datetime, day: date) -> bool:
    """Whether a span that begins on a day holds a moment, counted in another way: in minutes."""
    if now.date() in week.closed_on or day in week.closed_on:
        return False
    since = (now.date() - day).days * 1440 + now.hour * 60 + now.minute
    for span in week.days[day.weekday()]:
        begin, end = (int(one[:2]) * 60 + int(one[3:]) for one in span.split("-"))
        if begin <= since < (end if end > begin else end + 1440):
            return True
    return False


@pytest.mark.parametrize(
    ("week", "now", "label"),
    [
        (ALWAYS, "2026-03-02T12:00", "open_always"),
        (WORKDAYS, "2026-03-02T10:00", "open_until"),
        (NIGHTS, "2026-03-06T23:00", "open_until"),
        (Week(days=(("00:00-24:00",),) * 5 + ((), ())), "2026-03-02T12:00", "open_until_day"),
        (WORKDAYS, "2026-03-02T12:30", "opens_today"),
        (WORKDAYS, "2026-03-02T20:00", "opens_tomorrow"),
        (WORKDAYS, "2026-03-06T20:00", "opens_on"),
        (Week(days=((),) * 7), "2026-03-06T20:00", "closed_now"),
    ],
)
def test_the_day_is_told_where_the_time_alone_would_mislead(
    week: Week, now: str, label: str
) -> None:
    assert told(opening(week, at(now)), at(now)) == label


def test_a_span_of_a_whole_night_is_told_by_its_time_when_clocks_go_back() -> None:
    week = Week(days=(("10:00-09:30",),) * 7)  # 23 and a half hours, and one more that night

    found = opening(week, at("2026-10-31T10:00"))

    assert told(found, at("2026-10-31T10:00")) == "open_until_day"


def test_the_name_of_a_day_says_which_one_for_six_days() -> None:
    monday = at("2026-03-02T20:00")

    assert is_within_a_week(at("2026-03-08T09:00"), monday)
    assert not is_within_a_week(at("2026-03-09T09:00"), monday)
