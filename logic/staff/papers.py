"""The papers that a visitor could print today, made as the kiosk makes them, and the printer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from logic.asking import questions_in_sight, to_ask
from logic.content.items import Condition
from logic.content.pack import Pack
from logic.handout.making import handout_of
from logic.handout.paper import CannotPrintError, pages_in, pdf
from logic.html_tables import Link, Row, Table
from logic.printing.printer import may_print
from logic.printing.states import State
from logic.settings import Printing, Settings
from logic.staff.part import Part, spoken
from logic.visit import Visit
from logic.withheld import offered

FOLDER = "papers"
NOT_MADE = "cannot be made: no font of ours has one of its letters"
SAMPLES = (
    "Each is the paper of a visitor who picked no questions: with the five to begin with, in the "
    "form whose outside tells nothing. No visitor's own paper is ever kept."
)


@dataclass(frozen=True)
class Paper:
    """One condition's paper in one language, in usual and in large print; none where not made."""

    condition: Condition
    language: str
    usual: bytes | None
    large: bytes | None

    @property
    def name(self) -> str:
        """What its file is called, in usual print."""
        return f"{self.condition.id}.{self.language}.pdf"


def papers(packs: Sequence[Pack], settings: Settings, today: date) -> Iterator[Paper]:
    """The papers of every condition that the clinic shows, in every language."""
    for pack in packs:
        for condition in offered(pack, settings.conditions):
            usual = made(pack, settings, condition, today, large=False)
            large = made(pack, settings, condition, today, large=True)
            yield Paper(condition, pack.language, usual, large)


def made(
    pack: Pack, settings: Settings, condition: Condition, today: date, *, large: bool
) -> bytes | None:
    """One paper as the kiosk would make it; none where it cannot."""
    visit = Visit(condition=condition.id)
    asked = questions_in_sight(pack, to_ask(pack, visit, today), today)
    words = handout_of(pack, settings, condition.id, asked, today)
    sheet = settings.printing.paper
    try:
        return pdf(words, paper=sheet, large=large, discreet=visit.discreet)
    except CannotPrintError:
        return None


def printing(settings: Printing, found: Sequence[Paper], printer: State | None) -> Part:
    """What would be printed, and on what."""
    wrong = [] if printer is None or not printer.is_a_fault else [printer.told_of(settings.printer)]
    wrong += [f"The paper {one.name} {NOT_MADE}." for one in found if not (one.usual and one.large)]
    rows = tuple(row(one, settings) for one in found)
    heads = ("Paper", "Language", "Pages", "Pages in large print", "To look at")
    table = Table("What would be printed", heads, rows)
    told = (by_what(settings, printer), SAMPLES) if found else (by_what(settings, printer),)
    return Part("printing", "Printing", told, tuple(wrong), tables=(table,) if found else ())


def row(one: Paper, settings: Printing) -> Row:
    """What stands in a paper's row."""
    to = Link(one.name, f"{FOLDER}/{one.name}") if one.usual else ""
    pages = (pages_told(made, settings) for made in (one.usual, one.large))
    return (one.condition.title, spoken(one.language), *pages, to)


def pages_told(paper: bytes | None, settings: Printing) -> str:
    """How many pages a paper has, and where those are more than a visit may print."""
    if paper is None:
        return NOT_MADE
    pages = pages_in(paper)
    more = "" if may_print(0, pages, settings) else ", more than one visit may print"
    return f"{pages}{more}"


def by_what(settings: Printing, printer: State | None) -> str:
    """On what a paper would come out."""
    if printer is not None:
        return printer.told_of(settings.printer)
    if settings.by == "browser":
        return "The screen's own browser prints. Its printer cannot be asked from here."
    return (
        'Nothing can be printed: `printing.by` is "off". Here is what would come out otherwise. '
        "How to let it print: docs/tasks/set-up-a-printer.md."
    )
