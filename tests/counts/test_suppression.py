"""No number under 5 can be worked out of a report, with every sum, and with this rule in hand.

The attacker here tries every table there is: all those that agree with every number that was told.
"""

from collections.abc import Iterator, Mapping
from itertools import product
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.counts.months import by_day, in_a_row
from logic.counts.suppression import FEWEST, Key, Number, held_back, span

MOST = 14  # a complementary cell of up to 9, and five more
CELLS = st.integers(0, 9) | st.integers(0, 4)


def row(values: tuple[int, ...]) -> list[Number]:
    """A table of one row."""
    return in_a_row({("end", f"e{n}", ""): v for n, v in enumerate(values)}, ("end", "", ""))


def table(rows: tuple[tuple[int, ...], ...]) -> list[Number]:
    """A table of days and conditions."""
    return by_day(
        {(f"d{d}", f"c{c}"): v for d, values in enumerate(rows) for c, v in enumerate(values)}
    )


def of_cells(cells: tuple[int, ...], columns: int) -> list[Number]:
    """A table with these cells, of one row or of several."""
    if len(cells) == columns:
        return row(cells)
    return table(tuple(cells[at : at + columns] for at in range(0, len(cells), columns)))


def told(numbers: list[Number], hidden: frozenset[Key]) -> dict[Key, int]:
    """What everybody reads."""
    return {one.key: one.value for one in numbers if one.key not in hidden}


def attack(read: Mapping[Key, int], size: int, columns: int) -> Iterator[tuple[int, ...]]:
    """The cells of every table that agrees with what was read, none of them above MOST."""
    keys = [one.key for one in of_cells(tuple(range(size)), columns) if not one.is_total]
    sums = [
        (value, [place for place, key in enumerate(keys) if is_part(key, of)])
        for of, value in read.items()
    ]
    choices = [[read[key]] if key in read else range(MOST + 1) for key in keys]
    for cells in product(*choices):
        if all(sum(cells[place] for place in places) == value for value, places in sums):
            yield cells


def is_part(key: Key, of: Key) -> bool:
    """Whether a cell is part of a number: a cell of itself, of a day, of a condition, or of all."""
    return all(mine == theirs or not theirs for mine, theirs in zip(key, of, strict=True))


def found_out(
    numbers: list[Number], hidden: frozenset[Key], columns: int
) -> dict[Key, tuple[int, int]]:
    """The least and the most that each number under 5 can be, for all that the attacker can tell.

    The attacker gives up where all of them can be within a span of five.
    """
    size = sum(not one.is_total for one in numbers)
    small = [place for place, one in enumerate(numbers) if one.value < FEWEST]
    can_be = {numbers[place].key: (numbers[place].value,) * 2 for place in small}
    for cells in attack(told(numbers, hidden), size, columns):
        values = of_cells(cells, columns)
        for place in small:
            least, most = can_be[values[place].key]
            value = values[place].value
            can_be[values[place].key] = min(least, value), max(most, value)
        if all(most - least >= FEWEST for least, most in can_be.values()):
            break
    return can_be


def test_a_table_in_which_all_is_large_is_told_whole() -> None:
    assert held_back(table(((5, 6), (7, 8))), Random(1)) == frozenset()


def test_one_small_number_in_a_row_takes_another_with_it() -> None:
    numbers = row((40, 3, 12))

    hidden = held_back(numbers, Random(1))

    assert ("end", "e1", "") in hidden
    assert len(hidden) == 2
    assert ("end", "", "") not in hidden


def test_two_small_numbers_whose_sum_is_small_take_another_with_them() -> None:
    hidden = held_back(row((1, 0, 30, 30)), Random(1))

    assert len(hidden) == 3


def test_what_is_held_back_for_the_sake_of_another_table_cannot_be_added_up_either() -> None:
    hidden = held_back(row((20, 30)), Random(1), also={("end", "", "")})

    assert ("end", "", "") in hidden
    assert len(hidden) == 2


def test_without_the_rule_the_attacker_finds_the_number() -> None:
    numbers = row((8, 3, 12))

    found = found_out(numbers, frozenset({("end", "e1", "")}), 3)

    assert found == {("end", "e1", ""): (3, 3)}


@settings(deadline=None, max_examples=60)
@given(cells=st.lists(CELLS, min_size=2, max_size=3).map(tuple), seed=st.integers(0, 99))
def test_no_small_number_of_a_row_is_found_out(cells: tuple[int, ...], seed: int) -> None:
    numbers = row(cells)

    hidden = held_back(numbers, Random(seed))

    for key, (least, most) in found_out(numbers, hidden, len(cells)).items():
        assert key in hidden
        assert most - least >= FEWEST


@settings(deadline=None, max_examples=40)
@given(cells=st.tuples(CELLS, CELLS, CELLS, CELLS), seed=st.integers(0, 99))
def test_no_small_number_of_a_table_with_all_its_totals_is_found_out(
    cells: tuple[int, int, int, int], seed: int
) -> None:
    numbers = of_cells(cells, 2)

    hidden = held_back(numbers, Random(seed))

    for key, (least, most) in found_out(numbers, hidden, 2).items():
        assert key in hidden
        assert most - least >= FEWEST


@settings(deadline=None, max_examples=25)
@given(cells=st.tuples(*[CELLS] * 4), seed=st.integers(0, 99))
def test_who_knows_the_rule_cannot_leave_out_one_table_of_those_that_agree(
    cells: tuple[int, ...], seed: int
) -> None:
    numbers = of_cells(cells, 2)
    hidden = held_back(numbers, Random(seed))

    agreeing = list(attack(told(numbers, hidden), 4, 2))
    for agrees in agreeing[:: len(agreeing) // 100 + 1]:
        other = of_cells(agrees, 2)
        small = {one.key for one in other if one.value < FEWEST}
        reaches = [sum(span(other, one, hidden)) for one in other if one.key in hidden]
        assert small <= hidden
        assert min(reaches, default=FEWEST) >= FEWEST  # with some luck, just this is held back


def test_a_large_table_is_held_to_the_same() -> None:
    random = Random(7)
    rows = tuple(tuple(random.choice((0, 1, 3, 6, 14)) for _ in range(9)) for _ in range(31))
    numbers = table(rows)

    hidden = held_back(numbers, Random(1))

    assert {one.key for one in numbers if one.value < FEWEST} <= hidden
    assert all(sum(span(numbers, one, hidden)) >= FEWEST for one in numbers if one.key in hidden)
    assert len(hidden) < len(numbers)


def test_numbers_that_are_no_table_are_refused() -> None:
    alone = [Number(("end", "e", ""), 3, "begin", "end")]

    with pytest.raises(LookupError, match="not a table"):
        held_back(alone, Random(1))
