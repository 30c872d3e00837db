"""All that a kiosk shows, read at once: its content and settings, in every language."""

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TypeAlias

from babel import Locale

from logic.content.helping import for_a_helper
from logic.content.items import Condition
from logic.content.pack import Draft, Pack, content_folder, good_draft, languages, pack_of
from logic.content.problems import ContentError
from logic.content.translations import read_translation
from logic.formats import locale_of
from logic.matching import FILTERS, listing
from logic.pictures.evidence_map import Placed, evidence_map
from logic.pictures.outcomes import Pictures, pictures_of
from logic.rules import RULES, translations
from logic.settings import Settings, read_settings, settings_file
from logic.tables import study_table
from logic.withheld import offered
from pages.parts.drawn import Drawn

Rows: TypeAlias = tuple[tuple[str, dict[str, str]], ...]


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
    tables: dict[tuple[str, str], Rows]
    pictures: dict[str, Pictures]
    maps: dict[str, tuple[Placed, ...]]
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
    """Read content and settings; raises ContentError naming every problem in them.

    No translation stops a kiosk: what is not fit of one stands as in the source.
    """
    draft = good_draft(content or content_folder(), RULES)
    settings = read_settings(settings_file(), draft.ids(Condition))
    translated, behind = dict[str, Kiosk](), list[str]()
    for language in languages(draft.folder)[1:]:
        try:
            found = read_translation(draft, language, translations.RULES)
        except ContentError:
            behind.append(f"{language}: its own words have mistakes. The language is not offered.")
            continue
        translated[language] = kiosk_of(found.draft, settings)
        if count := len(found.draft.untranslated):
            behind.append(f"{language}: texts that stand in the language of the source: {count}.")
    return replace(kiosk_of(draft, settings), translated=translated, behind=tuple(behind))


def kiosk_of(draft: Draft, settings: Settings) -> Kiosk:
    """A kiosk in the language of a draft in which nothing is left to fix."""
    pack = pack_of(draft).model_copy(update={"show_drafts": settings.show_drafts})
    kiosk, helpers = kiosk_from(pack, settings), for_a_helper(pack)
    if helpers.study_summaries is not pack.study_summaries or any(
        rows_of(helpers, *key, kiosk.locale) != rows for key, rows in kiosk.tables.items()
    ):
        return replace(kiosk, to_helper=kiosk_from(helpers, settings))
    shown = conditions_of(helpers, settings)
    return replace(kiosk, to_helper=replace(kiosk, pack=helpers, conditions=shown, drawn={}))


def kiosk_from(pack: Pack, settings: Settings) -> Kiosk:
    """A kiosk that shows a pack."""
    locale = locale_of(pack.language, settings.region)
    tables = {
        (condition.id, choice): rows_of(pack, condition.id, choice, locale)
        for condition in pack.conditions
        for choice in FILTERS
    }
    return Kiosk(
        pack, settings, conditions_of(pack, settings), tables, pictures_of(pack), evidence_map(pack)
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
