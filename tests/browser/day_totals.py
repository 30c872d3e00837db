"""A kiosk's own files of counts, read as whoever had its disk would read them.

What may stand in them is written out here, and not taken from the code that writes them.
"""

import json
import sqlite3
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import Any, NamedTuple

FILES = {"lock", "days.0", "days.1", "counts.sqlite"}
TABLES = {
    "visit_totals": ["kiosk", "day", "sheet", "kind", "name", "count"],
    "visit_reports": ["kiosk", "month", "told"],
    "visit_schema": ["version_num"],
}
PAGES = {"conditions", "guide", "studies", "assessment", "claims", "referral", "about"}
ENDS = {"cleared", "left"}


class Total(NamedTuple):
    """One row of the database: how often something was counted on a day."""

    kiosk: str
    day: str
    sheet: str
    kind: str
    name: str
    times: int


def asked(file: Path, question: str) -> list[tuple[Any, ...]]:
    """What a database answers. Nothing is written to it."""
    with closing(sqlite3.connect(f"file:{file}?mode=ro", uri=True)) as opened:
        return opened.execute(question).fetchall()


def tables(file: Path) -> dict[str, list[str]]:
    """Every table, view and trigger, each with the names of its columns."""
    own = "SELECT name FROM sqlite_master WHERE type != 'index'"
    return {
        name: [column for _, column, *_ in asked(file, f"PRAGMA table_info({name})")]
        for (name,) in asked(file, own)
    }


def totals(file: Path) -> list[Total]:
    """Every row of the totals."""
    return [Total(*row) for row in asked(file, "SELECT * FROM visit_totals")]


def on_sheets(folder: Path) -> list[list[tuple[str, str, dict[str, dict[str, int]]]]]:
    """The days, each with its sheet and totals, in those of the two small files that hold any.

    A file is a sum, a line, and nothing but ends of lines after that.
    """
    texts = [(folder / name).read_bytes().rstrip(b"\n") for name in ("days.0", "days.1")]
    held = [text.split(b"\n") for text in texts if text]
    return [[tuple(day) for day in json.loads(told)[1]] for _, told in held]


def by_name(found: list[Total], kind: str) -> Counter[str]:
    """The totals of a kind, over all days."""
    counted = Counter[str]()
    for one in found:
        if one.kind == kind:
            counted[one.name] += one.times
    return counted
