"""Print what is given to benefit and to harm, for each condition and for the whole pack."""

import textwrap
from argparse import Namespace
from collections.abc import Iterable, Iterator
from typing import get_args

from logic.balance import WHOLE_PACK, Balance, balances
from logic.content.pack import read_draft
from logic.content.vocabulary import MainFinding
from logic.rules.harms import LEAST_HARM

WIDTH = 100  # characters of a terminal
NAME = 30  # characters: the longest id of a condition
# What is counted, and how wide its columns are.
WIDTHS = {"words": 5, "numbers": 4, "sentences": 4, "outcomes": 4, "drawn": 4}
FINDINGS = get_args(MainFinding)


def run(given: Namespace) -> int:
    """Print the table; `check` holds it to its bar."""
    measured = list(balances(read_draft(given.content)))
    print("\n".join([*shares_table(measured), "", *findings_table(measured), "", *named(measured)]))
    return 0


def shares_table(measured: Iterable[Balance]) -> Iterator[str]:
    """What is counted of benefit and of harm, and harm's share, in one row for each condition."""
    yield f"{'':{NAME}}{headings(WIDTHS.items())}"
    yield f"{'':{NAME}}" + "".join(halves(width) for width in WIDTHS.values())
    for one in measured:
        pairs = ((getattr(one.benefit, what), getattr(one.harm, what)) for what in WIDTHS)
        counts = zip(pairs, WIDTHS.values(), strict=True)
        yield f"{one.name:{NAME}}" + "".join(pair(*both, width) for both, width in counts)
    least = f"{LEAST_HARM * 100:.0f}"
    yield f"b: benefit, h: harm. {least} words of 100 have to be on harm. ! marks a smaller share."


def headings(widths: Iterable[tuple[str, int]]) -> str:
    """What is counted, each above its three columns."""
    return "".join(f"{what:>{2 * width + 4}} " for what, width in widths)


def halves(width: int) -> str:
    """The headings of the three columns that `pair` fills."""
    return f"{'b':>{width}}{'h':>{width}}  h% "


def pair(benefit: float, harm: float, width: int) -> str:
    """What is given to benefit and to harm, and harm's share of both in percent."""
    share = harm / (benefit + harm) if benefit + harm else None
    percent = "-" if share is None else f"{share * 100:.0f}"
    mark = "!" if share is not None and share < LEAST_HARM else " "
    return f"{benefit:>{width}g}{harm:>{width}g}{percent:>4}{mark}"


def findings_table(measured: Iterable[Balance]) -> Iterator[str]:
    """How many studies found a difference, and how many did not, by `main_finding`."""
    yield f"{'Studies by what they found':{NAME}}" + "".join(f"  {one}" for one in FINDINGS)
    for one in measured:
        counts = (f"{one.findings.get(name, 0):>{len(name) + 2}}" for name in FINDINGS)
        yield f"{one.name:{NAME}}{''.join(counts)}"


def named(measured: Iterable[Balance]) -> Iterator[str]:
    """The US approval of each drug for each condition, and the other kinds of care, by name."""
    for one in measured:
        approvals, care = len(one.approvals), len(one.other_care)
        yield f"{one.name}: {approvals} with approval status, {care} other kinds of care named"
        if one.name != WHOLE_PACK:
            for names in (one.approvals, one.other_care):
                listed = textwrap.fill(", ".join(names), WIDTH - 2)
                yield textwrap.indent(listed, "  ")
