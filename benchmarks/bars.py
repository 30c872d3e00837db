"""What the kiosk is held to: each figure of its own against another, as bars.toml says."""

import tomllib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from benchmarks.figures import Figure, Figures

FILE = Path(__file__).with_name("bars.toml")
KIOSK = "kiosk"


class Bar(BaseModel):
    """A bar for some figures of the kiosk's, or of the app that is named in `whose`.

    Each may be at most `times` the median of the app that it stands `against`, and `plus` more; at
    most `plus` where it stands against none. `reason` says why just as much.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    figures: Annotated[tuple[str, ...], Field(min_length=1)]
    whose: str = KIOSK
    measure: Literal["median", "high"] = "median"
    against: str | None = None
    of: str | None = None  # the figure that it stands against, where that has another name
    times: float = 0
    plus: float = 0
    reason: Annotated[str, Field(min_length=20)]


class Judged(BaseModel):
    """A figure of one run beside its bar: both as a ratio where it stands against another app."""

    name: str
    ratio: float
    at_most: float
    is_met: bool
    unit: str
    reason: str


class Missing(Exception):  # noqa: N818 (it is no error where a part runs alone)
    """A bar is for something that was not measured."""


def read(file: Path = FILE) -> list[Bar]:
    """Every bar; raises ValidationError where one is not whole."""
    with file.open("rb") as opened:
        return [Bar.model_validate(one) for one in tomllib.load(opened)["bar"]]


def judged(bars: Iterable[Bar], figures: Figures, *, is_whole: bool) -> Iterator[Judged]:
    """Every figure that has a bar, beside it.

    Raises Missing where a `whole` run holds no such figure; a run of a part is judged on what it
    has.
    """
    for bar in bars:
        for what in bar.figures:
            own = figures.of(what, bar.whose)
            other = figures.of(bar.of or what, bar.against) if bar.against else None
            if own is not None and (other is not None or bar.against is None):
                yield judge(bar, what, own, other)
            elif is_whole:
                raise Missing(f"bars.toml: {what!r} was not measured, or not against {bar.against}")


def judge(bar: Bar, what: str, own: Figure, other: Figure | None) -> Judged:
    """One figure beside its bar."""
    value = own.median if bar.measure == "median" else own.high
    one = other.median if other else 1.0
    ratio, at_most = value / one, bar.times + bar.plus / one
    return Judged(
        name=named(bar, what),
        ratio=round(ratio, 3),
        at_most=round(at_most, 3),
        is_met=ratio <= at_most,
        unit=f"times {bar.against}" if other else own.unit,
        reason=bar.reason,
    )


def named(bar: Bar, what: str) -> str:
    """What is held to a bar."""
    high = ", 95th percentile" if bar.measure == "high" else ""
    return f"{what}{high}" if bar.whose == KIOSK else f"{what}{high}, {bar.whose}"
