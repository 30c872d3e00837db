"""Tables as HTML: the caption says what each is of, and its first column names the rows."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import TypeAlias


@dataclass(frozen=True)
class Link:
    """Words that lead to a file beside the page."""

    words: str
    to: str


Cell: TypeAlias = str | Link
Row: TypeAlias = tuple[Cell, ...]


@dataclass(frozen=True)
class Table:
    """A table. One that is `folded` shows its caption until somebody opens it."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[Row, ...]
    foot: Row = ()
    folded: bool = False


def as_html(table: Table) -> str:
    """The table, whole."""
    head = "".join(f'<th scope="col">{escape(one)}</th>' for one in table.heads)
    body = "".join(line(row) for row in table.rows)
    last = f"<tfoot>{line(table.foot)}</tfoot>" if table.foot else ""
    caption = escape(table.caption)
    whole = (
        f"<table>\n<caption>{caption}</caption>\n<thead><tr>{head}</tr></thead>\n"
        f"<tbody>\n{body}</tbody>{last}\n</table>\n"
    )
    if table.folded:
        return f"<details><summary>{caption}</summary>\n{whole}</details>\n"
    return whole


def line(row: Sequence[Cell]) -> str:
    """One row of a table."""
    name, *values = (cell(one) for one in row)
    cells = "".join(f"<td>{value}</td>" for value in values)
    return f'<tr><th scope="row">{name}</th>{cells}</tr>\n'


def cell(given: Cell) -> str:
    """What stands in one place of a table."""
    if isinstance(given, Link):
        return f'<a href="{escape(given.to)}">{escape(given.words)}</a>'
    return escape(given)
