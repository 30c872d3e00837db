"""What is written of each condition, in which language, and whether a reviewer signed it off."""

from collections import Counter
from collections.abc import Iterator
from typing import get_args

from logic.content.items import Condition, GuideSection, Item
from logic.content.pack import Draft, name_of
from logic.content.sign_offs import holding
from logic.content.vocabulary import CommonPart, ConditionPart

NAME = 30  # characters: the longest id of a condition
COLUMNS = ("condition", *get_args(ConditionPart))
WIDTHS = {column: max(len(column), len("missing")) + 1 for column in COLUMNS}


def matrix_lines(draft: Draft) -> Iterator[str]:
    """One row for each condition: its own file and each part of its guide, and their review.

    There is one such table for each language. What is not translated is missing in it.
    """
    signed = frozenset(holding(draft.sign_offs, draft.items()))
    yield f"language {draft.language:{NAME - 9}}" + row(list(COLUMNS))
    sections = [one.item for one in draft.of(GuideSection) if is_there(one.item, draft)]
    conditions = sorted((one.item for one in draft.of(Condition)), key=lambda one: one.order)
    for condition in conditions:
        mine = {one.part: one for one in sections if condition.id in one.conditions}
        parts = [mine.get(part) for part in get_args(ConditionPart)]
        own = condition if is_there(condition, draft) else None
        yield f"{condition.id:{NAME}}" + row([review(one, signed) for one in (own, *parts)])
    common = {one.part: one for one in sections if one.is_common}
    counts = Counter(review(common.get(part), signed) for part in get_args(CommonPart))
    told = ", ".join(f"{number} {word}" for word, number in sorted(counts.items()))
    yield f"{'for every condition':{NAME}} {told}"


def is_there(item: Item, draft: Draft) -> bool:
    """Whether an item is written in the language of the draft."""
    return name_of(item) not in draft.untranslated


def row(cells: list[str]) -> str:
    """The cells of one row, each as wide as its column."""
    wide = (f"{cell:{WIDTHS[column]}}" for column, cell in zip(COLUMNS, cells, strict=True))
    return " " + "".join(wide).rstrip()


def review(item: Item | None, signed: frozenset[str]) -> str:
    """Whether an item is missing, a draft, or signed off as it stands."""
    if item is None:
        return "missing"
    return "signed" if name_of(item) in signed else "draft"
