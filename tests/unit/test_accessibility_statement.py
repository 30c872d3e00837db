"""docs/accessibility.md claims nothing without a test, and names none that is not there."""

import ast
import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest

PROJECT = Path(__file__).parents[2]
STATEMENT = (PROJECT / "docs" / "accessibility.md").read_text(encoding="utf-8")
TEST = re.compile(r"`(tests/\S+\.py)::(\w+)`")
LEVELS = {"A": 31, "AA": 24, "AAA": 31}  # how many criteria WCAG 2.2 has
SHOWN, WITHOUT = ("met", "met in part", "not met"), ("does not apply", "not evaluated")


@dataclass(frozen=True)
class Row:
    """A clause of a standard, what it asks (of WCAG, the level), and how the kiosk stands."""

    clause: str
    asked: str
    state: str
    tests: str
    remark: str

    @property
    def number(self) -> tuple[int, ...]:
        """The number of the clause, in an order that can be told."""
        return tuple(int(part) for part in self.clause.split()[0].split("."))


LINES = re.findall(r"^\| (\d.*) \|$", STATEMENT, re.MULTILINE)
ROWS = [Row(*(cell.strip() for cell in line.split("|"))) for line in LINES]
WCAG = [row for row in ROWS if row.asked in LEVELS]
EUROPEAN = [row for row in ROWS[len(WCAG) :] if row.number < (100,)]
AMERICAN = [row for row in ROWS[len(WCAG) :] if row.number > (100,)]


@pytest.mark.parametrize("path", sorted({path for path, _ in TEST.findall(STATEMENT)}))
def test_every_test_that_is_named_exists(path: str) -> None:
    tree = ast.parse((PROJECT / path).read_text(encoding="utf-8"))
    there = {one.name for one in tree.body if isinstance(one, ast.FunctionDef)}

    named = {name for given, name in TEST.findall(STATEMENT) if given == path}

    assert named - there == set()


def test_whatever_is_met_or_not_met_names_a_test() -> None:
    assert {row.state for row in ROWS} <= {*SHOWN, *WITHOUT}
    assert [row.clause for row in ROWS if row.state in SHOWN and not TEST.search(row.tests)] == []


def test_every_criterion_of_wcag_stands_there() -> None:
    assert Counter(row.asked for row in WCAG) == LEVELS


@pytest.mark.parametrize("table", [WCAG, EUROPEAN, AMERICAN], ids=["WCAG", "EN 301 549", "508"])
def test_the_clauses_of_a_standard_stand_there_once_and_in_order(table: list[Row]) -> None:
    numbers = [row.number for row in table]

    assert len(numbers) > 30
    assert numbers == sorted(set(numbers))


@pytest.mark.parametrize("level", LEVELS)
def test_the_counts_are_those_of_the_rows(level: str) -> None:
    (told,) = re.findall(rf"^\| {level} \| ([\d |]+) \|$", STATEMENT, re.MULTILINE)
    states = Counter(row.state for row in WCAG if row.asked == level)

    counts = [int(count) for count in told.split(" | ")]

    assert counts == [states[state] for state in (*SHOWN, *WITHOUT)]
