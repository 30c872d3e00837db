"""A piece of a page as it is drawn: parts, one below the other, as two languages need them."""

from dataclasses import dataclass
from itertools import zip_longest
from typing import TypeAlias


@dataclass(frozen=True)
class Row:
    """Parts that stand side by side where there is room, as the class `kind` lays them out."""

    kind: str
    parts: tuple[str, ...]


Drawn: TypeAlias = tuple[str | Row, ...]


def whole(drawn: Drawn) -> str:
    """A piece as it is shown in one language."""
    return "".join(part if isinstance(part, str) else in_a_row(part) for part in drawn)


def in_a_row(row: Row) -> str:
    """A row as it is shown in one language."""
    return f'<div class="{row.kind}">{"".join(row.parts)}</div>'


def side_by_side(drawn: Drawn, other: Drawn, languages: tuple[str, str], tag: str = "div") -> str:
    """A piece in two languages, each part beside its twin; `languages` as attributes of HTML."""
    twins = zip_longest(one_by_one(drawn), one_by_one(other), fillvalue="")
    cells = (
        "".join(f"<{tag} {told}>{part}</{tag}>" for told, part in zip(languages, both, strict=True))
        for both in twins
    )
    return "".join(f'<{tag} class="both">{one}</{tag}>' for one in cells)


def one_by_one(drawn: Drawn) -> tuple[str, ...]:
    """Every part alone."""
    return tuple(
        one for part in drawn for one in ((part,) if isinstance(part, str) else part.parts)
    )
