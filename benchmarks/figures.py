"""What was measured, by what it is and of which app: medians and 95th percentiles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles
from typing import NamedTuple


class Name(NamedTuple):
    """What was measured, such as `tap: guide`, and of which app."""

    what: str
    app: str


@dataclass(frozen=True)
class Figure:
    """The median and the 95th percentile of one thing that was measured `count` times."""

    median: float
    high: float
    count: int
    unit: str


@dataclass
class Figures:
    """All that was measured in one run."""

    samples: defaultdict[Name, list[float]] = field(default_factory=lambda: defaultdict(list))
    units: dict[Name, str] = field(default_factory=dict)

    def add(self, what: str, app: str, *values: float, unit: str = "ms") -> None:
        """Take what was measured once more."""
        name = Name(what, app)
        self.samples[name] += values
        self.units[name] = unit

    def of(self, what: str, app: str) -> Figure | None:
        """The figure of this name, or none where nothing was measured."""
        name = Name(what, app)
        return figure(self.samples[name], self.units[name]) if name in self.samples else None

    def all(self) -> Iterator[tuple[Name, Figure]]:
        """Every figure, in the order in which they came."""
        for name, values in self.samples.items():
            yield name, figure(values, self.units[name])

    def apps(self) -> list[str]:
        """Every app that was measured, in the order in which they came."""
        return once(name.app for name in self.samples)

    def whats(self) -> list[str]:
        """Everything that was measured, in the order in which it came."""
        return once(name.what for name in self.samples)


def figure(values: Sequence[float], unit: str = "ms") -> Figure:
    """The figure of what was measured at least once."""
    high = quantiles(values, n=20, method="inclusive")[-1] if len(values) > 1 else values[0]
    return Figure(median(values), high, len(values), unit)


def once(names: Iterable[str]) -> list[str]:
    """Each name once."""
    return list(dict.fromkeys(names))
