"""When somebody answers: open until when, or closed until when, by the clinic's own clocks.

Hours are what a sign on a door says: times of the wall clock. Where clocks change, a time that
comes twice is the first of the two, and one that never comes is as long after the change.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from itertools import pairwise
from typing import Literal, TypeAlias

SPAN = re.compile(r"([01]\d|2[0-3]):([0-5]\d)-(?:([01]\d|2[0-3]):([0-5]\d)|24:00)")
AHEAD = 60  # days: who is closed for longer is simply closed
ALWAYS = timedelta(days=8)  # who does not close for longer than a week does not close
DAY, WEEK = 24 * 60, 7 * 24 * 60  # minutes by the wall clock
NEXT_DAYS = 6  # for as long as the name of a day of the week says which one

Span: TypeAlias = str  # such as 09:00-17:00; to 24:00 at most, or past midnight: 22:00-02:00
Stretch: TypeAlias = tuple[datetime, datetime]
Told: TypeAlias = Literal[
    "open_always", "open_until", "open_until_day", "opens_today", "opens_tomorrow", "opens_on",
    "closed_now",
]  # fmt: skip


@dataclass(frozen=True)
class Week:
    """When a clinic says somebody answers: the spans of each day from Monday on, and days off.

    A span belongs to the day on which it begins. On a day in `closed_on` nobody answers from
    midnight to midnight, not even at the end of a span of the night before.
    """

    days: tuple[Sequence[Span], ...]
    closed_on: Collection[date] = ()


@dataclass(frozen=True)
class Opening:
    """Whether somebody answers, and when that changes; none where it does not, or not soon."""

    is_open: bool
    changes: datetime | None


def is_span(written: str) -> bool:
    """Whether a text is a span of time in a day: a begin, and an end that is not the same."""
    found = SPAN.fullmatch(written)
    return found is not None and written[:5] != written[6:]


def overlaps(week: Week) -> Iterator[tuple[tuple[int, Span], tuple[int, Span]]]:
    """Each span that begins before the one before it has ended: that one and it, with their days.

    Days are counted from 0, as in the week.
    """
    found = sorted(
        (*minutes(span, day), (day, span)) for day, spans in enumerate(week.days) for span in spans
    )
    in_a_week = [(begin + WEEK, end, which) for begin, end, which in found[:1]]
    for (_, ends, earlier), (begins, _, later) in pairwise([*found, *in_a_week]):
        if begins < ends:
            yield earlier, later


def minutes(span: Span, day: int) -> tuple[int, int]:
    """When a span of a day begins and ends, in minutes of the week; the last may end after it."""
    begin, end = (60 * int(at[:2]) + int(at[3:]) for at in span.split("-"))
    midnight = day * DAY
    return midnight + begin, midnight + end + (DAY if end <= begin else 0)


def opening(week: Week, now: datetime) -> Opening:
    """Whether somebody answers now, which is told in the clinic's own time zone."""
    zone = now.tzinfo or UTC
    for begin, end in joined(stretches(week, now.date(), zone)):
        if begin <= now < end:
            lasts = end - now > ALWAYS
            return Opening(is_open=True, changes=None if lasts else end.astimezone(zone))
        if now < begin:
            return Opening(is_open=False, changes=begin.astimezone(zone))
    return Opening(is_open=False, changes=None)


def stretches(week: Week, today: date, zone: tzinfo) -> Iterator[Stretch]:
    """Every stretch of time from yesterday on in which somebody answers."""
    for offset in range(-1, AHEAD):
        day = today + timedelta(days=offset)
        for span in () if day in week.closed_on else week.days[day.weekday()]:
            begin, end = (time.fromisoformat(one) for one in (span[:5], end_of(span)))
            last = day if end > begin else day + timedelta(days=1)
            if last in week.closed_on:
                end = time.min
            stretch = moment(day, begin, zone), moment(last, end, zone)
            if stretch[0] < stretch[1]:
                yield stretch


def end_of(span: Span) -> str:
    """The end of a span as a time of day: 24:00 is the first moment of the next one."""
    return span[6:].replace("24:00", "00:00")


def moment(day: date, at: time, zone: tzinfo) -> datetime:
    """A time of the wall clock as a moment that compares with any other."""
    return datetime.combine(day, at, zone).astimezone(UTC)


def joined(found: Iterator[Stretch]) -> list[Stretch]:
    """Stretches in their order, those that touch made one."""
    whole = list[Stretch]()
    for begin, end in sorted(found):
        if whole and begin <= whole[-1][1]:
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((begin, end))
    return whole


def told(given: Opening, now: datetime) -> Told:
    """Which label says it: with the day where the time alone would mislead."""
    if given.changes is None:
        return "open_always" if given.is_open else "closed_now"
    if given.is_open:
        # In UTC: within one zone Python counts the hours of the wall clock, not those that pass.
        lasts = given.changes.astimezone(UTC) - now.astimezone(UTC)
        return "open_until" if lasts < timedelta(days=1) else "open_until_day"
    days = (given.changes.date() - now.date()).days
    return "opens_today" if days == 0 else "opens_tomorrow" if days == 1 else "opens_on"


def is_within_a_week(given: datetime, now: datetime) -> bool:
    """Whether the name of its day of the week says which day is meant."""
    return (given.date() - now.date()).days <= NEXT_DAYS
