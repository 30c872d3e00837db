"""All that stands on the paper a visitor takes home, in one language and in reading order."""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Run:
    """Words that are set alike: plain, in bold, or in brackets (who says so).

    The names of works, and what the clinic says of itself, are in the language of the source.
    """

    text: str
    kind: Literal["plain", "strong", "who", "work", "clinic"] = "plain"


@dataclass(frozen=True)
class Block:
    """A paragraph, the one that leads a text, or an item of a list."""

    runs: tuple[Run, ...]
    is_listed: bool = False
    is_lead: bool = False


@dataclass(frozen=True)
class Part:
    """A text under its title. One without a translation is in another language, told `above`."""

    title: str
    blocks: tuple[Block, ...]
    language: str
    direction: str
    above: str = ""


@dataclass(frozen=True)
class Array:
    """The people of one arm: its name, their drawing (an SVG) with its alternative, the count."""

    name: Block
    drawing: str
    alternative: str
    across: int
    count: str


@dataclass(frozen=True)
class Drawn:
    """One outcome in pictures: what and when, every arm, the difference, how dots are read."""

    head: Block
    arrays: tuple[Array, ...]
    told: tuple[Block, ...]
    legend: Block


@dataclass(frozen=True)
class Study:
    """A study in short, good and bad; drawn are both of them or neither."""

    told: Part
    found: tuple[Block, ...]
    harms: tuple[Block, ...]
    drawn_found: Drawn | None = None
    drawn_harms: Drawn | None = None


@dataclass(frozen=True)
class Way:
    """One way to reach somebody, such as `Call` and a number."""

    how: str
    where: str
    is_large: bool = True


@dataclass(frozen=True)
class Person:
    """Somebody at the clinic: how to reach them, and when."""

    name: Run
    kind: str
    ways: tuple[Way, ...]
    told: tuple[Block, ...]


@dataclass(frozen=True)
class Place:
    """Somebody to turn to, and how; of the clinic, everybody there."""

    told: Part
    ways: tuple[Way, ...]
    is_crisis_line: bool
    people: tuple[Person, ...] = ()


@dataclass(frozen=True)
class Cited:
    """A number that stands in the texts, and how what it tells was checked."""

    number: str
    checked: str


@dataclass(frozen=True)
class Source:
    """A work, and every number under which it stands in the texts."""

    told: Part
    cited: tuple[Cited, ...]


@dataclass(frozen=True)
class Labels:
    """The paper's own words: its headings, and what stands at the foot of every page."""

    title: str
    informs: str
    crisis_ask: str
    known: str
    pictures: str
    pictures_lead: str
    found: str
    harms: str
    read_together: str
    questions: str
    questions_lead: str
    room: str
    checks: str
    whom: str
    sources: str
    sources_lead: str
    ours: str
    ours_told: str
    page_of: str


@dataclass(frozen=True)
class Outside:
    """What stands on the outside of a folded sheet: nothing that tells what it is about."""

    lead: str
    fold: str


@dataclass(frozen=True)
class Handout:
    """The words of the paper, in reading order.

    `in_need` is how the crisis line and the emergency are told in short, at the foot of every page.
    `known` is told in a line each, the `harms` whole.
    """

    language: str
    direction: str
    kiosk: str
    day: str
    reviewed: str
    in_need: tuple[str, ...]
    outside: Outside
    labels: Labels
    topic: Part
    known: tuple[Part, ...]
    harms: tuple[Part, ...]
    studies: tuple[Study, ...]
    questions: tuple[Part, ...]
    checks: tuple[Part, ...]
    places: tuple[Place, ...]
    sources: tuple[Source, ...]
