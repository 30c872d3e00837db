"""What a measure sees in the content: how many of how many, in one sentence."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeAlias

from logic.content.pack import Draft


@dataclass(frozen=True)
class Finding:
    """How many of those looked at are as they should be, and the sentence that says so."""

    fitting: int
    of: int
    told: str


Measure: TypeAlias = Callable[[Draft], Finding]


def counted(fits: Iterable[bool], told: str) -> Finding:
    """What was looked at, one by one. `told` names it, such as `sources name a year`."""
    every = [bool(one) for one in fits]
    fitting, of = sum(every), len(every)
    return Finding(fitting, of, f"{fitting:,} of {of:,} {told}")
