"""The staff view, whole, as it is at one moment: what the app shows and the report writes."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path

from logic import clock, keeping
from logic.content.pack import Draft, Pack, languages, pack_of, read_draft
from logic.content.problems import ContentError, Problem
from logic.content.translations import read_translation
from logic.printing.printer import state
from logic.rules import RULES, translations
from logic.settings import Counts, Settings, read_settings, settings_file
from logic.staff.asking import ask_all
from logic.staff.content import broken, content
from logic.staff.kiosks import kiosks, self_checks
from logic.staff.papers import Paper, papers, printing
from logic.staff.part import Part
from logic.staff.visits import NoCountsError, months, names_in, no_visits, titles_in, visits

UNREADABLE = "Visits are told of once the content can be read: it names what was counted."


@dataclass(frozen=True)
class View:
    """All that staff see, and when that was. `papers` are the files to which it leads."""

    at: datetime
    parts: tuple[Part, ...]
    papers: dict[str, bytes] = field(default_factory=dict)

    @property
    def to_see_to(self) -> tuple[str, ...]:
        """What somebody must see to."""
        return tuple(one for part in self.parts for one in part.to_see_to)

    @property
    def taken(self) -> str:
        """When all this was so."""
        return f"As it was on {self.at:%Y-%m-%d} at {self.at:%H:%M:%S}."


@dataclass(frozen=True)
class Contents:
    """The content of a folder in each language that is fit, and what of it is not."""

    drafts: tuple[Draft, ...] = ()
    behind: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()

    def packs(self, settings: Settings) -> tuple[Pack, ...]:
        """All content, as a kiosk of this clinic shows it."""
        shown = {"show_drafts": settings.show_drafts}
        return tuple(pack_of(one).model_copy(update=shown) for one in self.drafts)


def view(folder: Path) -> View:
    """What there is to see now. Raises ContentError where the clinic's own file is wrong."""
    clinic, today, name = settings_file(or_installed=True), clock.today(), keeping.digest(folder)
    settings, read = read_settings(clinic), contents(folder, name)
    asked = list(zip(settings.kiosks, ask_all(settings.kiosks), strict=True))
    printer = state(settings.printing) if settings.printing.by == "cups" else None
    found = () if read.problems else papers_of(folder, name, settings, today)
    parts = (
        of_visits(settings.counts, clinic, read, today),
        broken(read.problems) if read.problems else content(read.drafts, today, read.behind),
        kiosks(asked, name, settings.zone),
        self_checks(asked, settings.zone),
        printing(settings.printing, found, printer),
    )
    made = {one.name: one.usual for one in found if one.usual}
    return View(datetime.now(UTC).astimezone(settings.zone), parts, made)


def of_visits(counts: Counts, clinic: Path, read: Contents, today: date) -> Part:
    """How much the kiosks are used, or why there is nothing to tell."""
    if not read.drafts:
        return no_visits(UNREADABLE, is_wanted=False)
    source, names = read.drafts[0], names_in(read.drafts[0])
    try:
        return visits(months(counts, clinic, names, today), names, titles_in(source))
    except NoCountsError as error:
        return no_visits(str(error), is_wanted=counts.on)


@lru_cache(maxsize=1)
def contents(folder: Path, _: str) -> Contents:
    """The content of a folder, read anew where it is called otherwise than before."""
    try:
        source = read_draft(folder)
    except ContentError as error:
        return Contents(problems=error.problems)
    problems = tuple(problem for rule in RULES for problem in rule(source))
    drafts, behind = [source], list[str]()
    for language in languages(folder)[1:]:
        try:
            drafts.append(read_translation(source, language, translations.RULES).draft)
        except ContentError:
            behind.append(f"{language}: its own words have mistakes. The language is not offered.")
    return Contents(tuple(drafts), tuple(behind), problems)


@lru_cache(maxsize=1)
def papers_of(folder: Path, name: str, settings: Settings, today: date) -> tuple[Paper, ...]:
    """The papers of one day, which are made once."""
    return tuple(papers(contents(folder, name).packs(settings), settings, today))
