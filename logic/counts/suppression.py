"""Which numbers of a table may be told: none under 5, and none from which one could be worked out.

A table and its totals are a network: a number flows along each edge, and as much flows into a node
as out of it. How far a number can be raised and lowered while all that is told stays as it is, is
then a question of paths; and that is all that sums can tell of it. It is the same for whoever asks,
so this rule gives nothing away by what it holds back beyond need.
"""

import heapq
from collections.abc import Hashable, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import count
from random import Random
from typing import NamedTuple, TypeAlias

FEWEST = 5  # a number under this is told nobody
IN_A_TOTAL = 10.0  # times as dear to hold back as any other number

Key: TypeAlias = tuple[str, str, str]  # kind, name and day; a total has less than that
Node: TypeAlias = Hashable


class Number(NamedTuple):
    """One number of a table, as an edge of its network."""

    key: Key
    value: int
    source: Node
    target: Node
    is_total: bool = False


Path: TypeAlias = list[tuple[Number, bool]]  # along an edge, or against it


def held_back(
    numbers: Sequence[Number], chance: Random, also: Iterable[Key] = ()
) -> frozenset[Key]:
    """The numbers of one table that may not be told, with those that are given.

    Whatever is held back could be any number within a span of five, as far as others can tell. What
    is held back for that is chosen by chance among what is cheapest.
    """
    hidden = {one.key for one in numbers if one.value < FEWEST} | set(also)
    prices = {
        one.key: (1 + chance.random()) * (IN_A_TOTAL if one.is_total else 1) for one in numbers
    }
    is_settled = False
    while not is_settled:
        is_settled = True
        for one in numbers:
            if one.key not in hidden:
                continue
            lower, higher = span(numbers, one, hidden)
            if lower + higher < FEWEST:
                free = dict.fromkeys(hidden, 0.0)
                hidden |= ways(numbers, one, FEWEST - lower, {**prices, **free})
                is_settled = False
    return frozenset(hidden)


def span(numbers: Sequence[Number], one: Number, hidden: AbstractSet[Key]) -> tuple[int, int]:
    """How much less and how much more a number could be, as others see it: up to five of each.

    No number is under nought.
    """
    free = dict.fromkeys(hidden, 0.0)
    lower = len(moves(numbers, one, min(one.value, FEWEST), free, is_raised=False))
    return lower, len(moves(numbers, one, FEWEST, free, is_raised=True))


def ways(
    numbers: Sequence[Number], one: Number, units: int, prices: Mapping[Key, float]
) -> set[Key]:
    """What has to be held back so that a number could be so much more, as cheaply as can be."""
    paths = moves(numbers, one, units, prices, is_raised=True)
    if len(paths) < units:
        raise LookupError("These are not a table and its totals.")
    return {step.key for path in paths for step, _ in path}


def moves(
    numbers: Sequence[Number],
    one: Number,
    units: int,
    prices: Mapping[Key, float],
    *,
    is_raised: bool,
) -> list[Path]:
    """The paths by which a number can change, one by one, up to so many; the cheapest each time."""
    begin, end = (one.target, one.source) if is_raised else (one.source, one.target)
    now = {other.key: other.value for other in numbers}
    usable = [other for other in numbers if other is not one and other.key in prices]
    found: list[Path] = []
    while len(found) < units and (path := cheapest(usable, begin, end, now, prices)):
        for step, is_up in path:
            now[step.key] += 1 if is_up else -1
        found.append(path)
        prices = {**prices, **{step.key: 0.0 for step, _ in path}}
    return found


def cheapest(
    numbers: Sequence[Number],
    begin: Node,
    end: Node,
    now: Mapping[Key, int],
    prices: Mapping[Key, float],
) -> Path | None:
    """The cheapest path: along an edge, or against one on which something flows."""
    steps: dict[Node, list[tuple[Node, Number, bool]]] = {}
    for one in numbers:
        steps.setdefault(one.source, []).append((one.target, one, True))
        if now[one.key]:
            steps.setdefault(one.target, []).append((one.source, one, False))
    order, done = count(), set[Node]()
    waiting: list[tuple[float, int, Node, Path]] = [(0.0, next(order), begin, [])]
    while waiting:
        price, _, node, path = heapq.heappop(waiting)
        if node == end:
            return path
        if node in done:
            continue
        done.add(node)
        for reached, one, is_up in steps.get(node, ()):
            if reached not in done:
                entry = (price + prices[one.key], next(order), reached, [*path, (one, is_up)])
                heapq.heappush(waiting, entry)
    return None
