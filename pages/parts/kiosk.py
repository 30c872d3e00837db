"""All that a kiosk shows, read at once: its content and settings, in every language."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Generic, TypeAlias, TypeVar

from babel import Locale

from logic.content.helping import for_a_helper
from logic.content.items import Condition
from logic.content.pack import Pack, content_folder
from logic.formats import locale_of
from logic.judging import Judged, judge
from logic.matching import listing
from logic.pictures.evidence_map import Placed, evidence_map
from logic.pictures.outcomes import Pictures, pictures
from logic.settings import Settings, read_settings, settings_file
from logic.tables import study_table
from logic.withheld import offered
from pages.parts.drawn import Drawn

Rows: TypeAlias = tuple[tuple[str, dict[str, str]], ...]
NameT = TypeVar("NameT")
MadeT = TypeVar("MadeT")


class OnDemand(dict[NameT, MadeT], Generic[NameT, MadeT]):
    """What is made of a name when it is first asked for, and then kept."""

    def __init__(self, make: Callable[[NameT], MadeT]) -> None:
        """Begin with nothing made."""
        self.make = make

    def __missing__(self, name: NameT) -> MadeT:
        """Make it. Two visitors who both come first only make it twice."""
        self[name] = made = self.make(name)
        return made


@dataclass(frozen=True, eq=False)
class Kiosk:
    """What is read at once, never changes, and is shared by all visits that began with it.

    `tables` holds the rows of every study table, by condition and by the way it is looked at: each
    study's id, and its cells under their headings. `pictures` and `maps` hold what is drawn of each
    study, by its id. `drawn` keeps the pieces of today's pages, which are the same for everyone:
    ahead.py. Nothing of a visitor is in any of them. It `is_earlier_copy` where the newest content
    has problems. `translated` is the same kiosk in every other language, by its tag, and `behind`
    says what of them is not fit to be shown. `to_helper` is the same in the words for a helper.
    `version` is what the content is called by what is in it, and `since` when it was taken.
    """

    pack: Pack
    settings: Settings
    conditions: tuple[Condition, ...]
    tables: OnDemand[tuple[str, str], Rows]
    pictures: OnDemand[str, Pictures]
    maps: OnDemand[str, tuple[Placed, ...]]
    drawn: dict[date, dict[tuple[str, ...], Drawn]] = field(default_factory=dict)
    is_earlier_copy: bool = False
    translated: dict[str, "Kiosk"] = field(default_factory=dict)
    behind: tuple[str, ...] = ()
    to_helper: "Kiosk | None" = None
    version: str = ""
    since: float = 0.0

    @property
    def locale(self) -> Locale:
        """How the language is written where the clinic is."""
        return locale_of(self.pack.language, self.settings.region)

    @property
    def languages(self) -> dict[str, "Kiosk"]:
        """The kiosk in every language, that of the source first."""
        return {self.pack.language: self, **self.translated}


def read_kiosk(content: Path | None = None) -> Kiosk:
    """Read content and settings; raises ContentError naming every problem in them."""
    return kiosk_of(judge(content or content_folder()))


def kiosk_of(judged: Judged) -> Kiosk:
    """A kiosk that shows what was judged; raises ContentError where its settings do not fit it."""
    source, *others = judged.packs
    settings = read_settings(settings_file(), frozenset(source.condition))
    translated = {one.language: kiosk_in_one(one, settings) for one in others}
    return replace(kiosk_in_one(source, settings), translated=translated, behind=judged.behind)


def kiosk_in_one(pack: Pack, settings: Settings) -> Kiosk:
    """A kiosk in the language of a pack."""
    shown = pack.model_copy(update={"show_drafts": settings.show_drafts})
    kiosk, helpers = kiosk_from(shown, settings), for_a_helper(shown)
    to_helper = kiosk_from(helpers, settings)
    if helpers.study_summaries is shown.study_summaries:
        to_helper = replace(to_helper, pictures=kiosk.pictures, maps=kiosk.maps)
    return replace(kiosk, to_helper=to_helper)


def kiosk_from(pack: Pack, settings: Settings) -> Kiosk:
    """A kiosk that shows a pack."""
    locale, placed = locale_of(pack.language, settings.region), cache(lambda: evidence_map(pack))
    return Kiosk(
        pack,
        settings,
        conditions_of(pack, settings),
        OnDemand(lambda view: rows_of(pack, *view, locale)),
        OnDemand(lambda study: pictures(pack.study[study], pack)),
        OnDemand(lambda study: placed()[study]),
    )


def conditions_of(pack: Pack, settings: Settings) -> tuple[Condition, ...]:
    """The conditions that a clinic shows, in their order."""
    return offered(pack, settings.conditions)


def rows_of(pack: Pack, condition: str, choice: str, locale: Locale) -> Rows:
    """The rows of one study table: what fits, each with what stands beside it right behind."""
    found = listing(pack, condition, choice)
    table = study_table(found.in_order(), pack.ui_strings, locale)
    return tuple(
        (str(name), {str(heading): str(cell) for heading, cell in row.items()})
        for name, row in table.iterrows()
    )
