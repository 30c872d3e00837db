"""Which months are told of, once and for ever, and that tables which say the same fit together."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.counts.months import (
    OPENED,
    VISITS,
    Names,
    Told,
    alike,
    days_of,
    finished,
    read,
    told,
    worked_out,
    written,
)
from logic.counts.suppression import FEWEST, Key
from logic.counts.things import PAGES, Thing

MARCH, APRIL = date(2026, 3, 1), date(2026, 4, 1)
NAMES = Names(("grey-days", "short-nights"), ("en",))
DAYS = ("2026-03-02", "2026-03-03")
MOST = 12


def day(*opened: int, cleared: int | None = None) -> Counter[Thing]:
    """A day on which each visit opened one condition: so many the first, so many the second."""
    visits = sum(opened)
    ended = visits if cleared is None else cleared
    return Counter(
        {
            Thing("visit"): visits,
            Thing("page", "guide"): visits,
            Thing("language", "en"): visits,
            Thing("end", "cleared"): ended,
            Thing("end", "left"): visits - ended,
            **{
                Thing("condition", name): count
                for name, count in zip(NAMES.conditions, opened, strict=True)
            },
        }
    )


def test_a_month_is_told_of_once_it_is_over_and_a_later_day_has_come() -> None:
    sheets = {MARCH: 1}

    assert list(finished(sheets, date(2026, 3, 31))) == []
    assert list(finished(sheets, APRIL)) == []
    assert list(finished(sheets | {APRIL: 1}, APRIL)) == [MARCH]


def test_a_month_of_several_servers_waits_for_a_later_day_of_all_of_them() -> None:
    sheets = {MARCH: 2, MARCH + timedelta(9): 1}

    assert list(finished(sheets | {APRIL: 1, APRIL + timedelta(1): 1}, APRIL)) == []
    assert list(finished(sheets | {APRIL: 1, APRIL + timedelta(1): 2}, APRIL)) == [MARCH]


def test_a_month_after_which_no_day_comes_is_told_of_when_none_can_come_any_more() -> None:
    sheets = {MARCH: 2, APRIL: 1}

    assert list(finished(sheets, APRIL + timedelta(30))) == []
    assert MARCH in list(finished(sheets, APRIL + timedelta(31)))


def test_months_without_a_visit_are_told_of_like_any_other() -> None:
    sheets = {MARCH: 1, date(2026, 7, 2): 1}

    assert [one.month for one in finished(sheets, date(2026, 7, 3))] == [3, 4, 5, 6]


def test_a_kiosk_that_counted_nothing_has_no_month() -> None:
    assert list(finished({}, APRIL)) == []


@pytest.mark.parametrize(("first", "count"), [(date(2026, 2, 1), 28), (date(2028, 2, 1), 29)])
def test_a_month_has_all_its_days(first: date, count: int) -> None:
    assert len(days_of(first)) == count


def test_a_day_without_any_visit_is_told_as_one_with_few() -> None:
    found = told(MARCH, {MARCH: day(20, 30), MARCH + timedelta(1): day(1, 2)}, NAMES, Random(1))

    assert all(("visit", "", f"2026-03-{n:02}") not in found for n in range(2, 32))


def test_what_is_told_of_a_month_is_read_as_it_was_written() -> None:
    numbers = {VISITS: 40, ("condition", "grey-days", "2026-03-02"): 7}

    assert read(written(numbers)) == numbers


def test_no_number_under_five_is_told_of_any_kind() -> None:
    month = {DAYS[0]: day(9, 2, cleared=7), DAYS[1]: day(8, 30, cleared=36)}

    found = worked_out(month, NAMES, Random(1))

    assert min(found.values()) >= FEWEST
    assert ("end", "cleared", "") in found or ("end", "left", "") in found


def test_where_one_of_two_numbers_that_are_nearly_the_same_is_held_back_so_is_the_other() -> None:
    values: dict[Key, int] = {
        VISITS: 40,
        OPENED: 38,
        ("end", "", ""): 12,
        ("language", "", ""): 45,
        ("visit", "", DAYS[0]): 20,
        ("condition", "", DAYS[0]): 16,
        ("visit", "", DAYS[1]): 20,
        ("condition", "", DAYS[1]): 15,
        **{("page", page, ""): 9 for page in PAGES},
        ("page", "guide", ""): 39,
    }

    assert alike({VISITS}, values) == {VISITS, OPENED, ("page", "guide", "")}
    assert alike({("page", "guide", "")}, values) == {("page", "guide", ""), OPENED}
    assert alike({("visit", "", DAYS[0])}, values) == {
        ("visit", "", DAYS[0]),
        ("condition", "", DAYS[0]),
    }
    assert alike({("visit", "", DAYS[1])}, values) == {("visit", "", DAYS[1])}


def every_number(cells: tuple[int, ...], cleared: int) -> dict[Key, int]:
    """All numbers of two days on which each visit opened one condition, and ended on its day."""
    first, second = cells[:2], cells[2:]
    visits = sum(cells)
    numbers: dict[Key, int] = {
        VISITS: visits,
        OPENED: visits,
        ("end", "", ""): visits,
        ("language", "", ""): visits,
        ("language", "en", ""): visits,
        ("page", "guide", ""): visits,
        ("end", "cleared", ""): cleared,
        ("end", "left", ""): visits - cleared,
    }
    for name, opened in zip(DAYS, (first, second), strict=True):
        numbers[("visit", "", name)] = numbers[("condition", "", name)] = sum(opened)
        for condition, count in zip(NAMES.conditions, opened, strict=True):
            numbers[("condition", condition, name)] = count
    for place, condition in enumerate(NAMES.conditions):
        numbers[("condition", condition, "")] = first[place] + second[place]
    return numbers


def all_that_agree(found: Told) -> Iterator[dict[Key, int]]:
    """Every month that agrees with what was told, who knows that each visit opened one topic."""
    cells = [("condition", name, of) for of in DAYS for name in NAMES.conditions]
    choices = [[found[key]] if key in found else range(MOST + 1) for key in cells]
    for chosen in product(*choices):
        ends = [found.get(("end", "cleared", ""), -1)]
        if ends == [-1]:
            ends = list(range(sum(chosen) + 1))
        for cleared in ends:
            numbers = every_number(chosen, cleared)
            if all(numbers[key] == value for key, value in found.items() if key in numbers):
                yield numbers


CELLS = st.integers(0, 9) | st.integers(0, 4)


@settings(deadline=None, max_examples=40)
@given(cells=st.tuples(CELLS, CELLS, CELLS, CELLS), left=st.integers(0, 9), seed=st.integers(0, 99))
def test_who_holds_all_tables_against_each_other_finds_no_number_under_five(
    cells: tuple[int, int, int, int], left: int, seed: int
) -> None:
    cleared = max(0, sum(cells) - left)
    first, second = cells[:2], cells[2:]
    ended = max(0, cleared - sum(first)), min(sum(first), cleared)
    month = {DAYS[0]: day(*first, cleared=ended[1]), DAYS[1]: day(*second, cleared=ended[0])}
    actual = every_number(cells, cleared)

    found = worked_out(month, NAMES, Random(seed))

    unsure = {key for key, value in actual.items() if value < FEWEST}
    assert not unsure & found.keys()
    for numbers in all_that_agree(found):
        unsure -= {key for key in unsure if abs(numbers[key] - actual[key]) > 1}
        if not unsure:
            break
    assert unsure == set()
