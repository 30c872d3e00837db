"""The only door to Streamlit's session, and to what all visitors share: content and settings."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, TypeAlias

import streamlit as st
from babel import Locale
from streamlit.runtime.scriptrunner import get_script_run_ctx

from logic import clock
from logic.content.items import Condition
from logic.content.pack import Pack, content_folder, load_pack
from logic.content.strings import UiStrings
from logic.formats import locale_of
from logic.matching import FILTERS, listing
from logic.pictures.evidence_map import Placed, evidence_map
from logic.pictures.outcomes import Pictures, pictures_of
from logic.rules import RULES
from logic.settings import Settings, read_settings, settings_file
from logic.tables import study_table
from logic.visit import Visit, going_back, going_to, use
from logic.withheld import is_offered

Rows: TypeAlias = tuple[tuple[str, dict[str, str]], ...]


@dataclass(frozen=True, eq=False)
class Kiosk:
    """What is read at once, never changes, and is shared by all visits that began with it.

    `tables` holds the rows of every study table, by condition and by the way it is looked at: each
    study's id, and its cells under their headings. `pictures` and `maps` hold what is drawn of each
    study, by its id. `drawn` keeps the pieces of today's pages, which are the same for everyone:
    ahead.py. Nothing of a visitor is in any of them. It `is_earlier_copy` where the newest content
    has problems.
    """

    pack: Pack
    settings: Settings
    conditions: tuple[Condition, ...]
    tables: dict[tuple[str, str], Rows]
    pictures: dict[str, Pictures]
    maps: dict[str, tuple[Placed, ...]]
    drawn: dict[date, dict[tuple[str, ...], str]] = field(default_factory=dict)
    is_earlier_copy: bool = False

    @property
    def locale(self) -> Locale:
        """How the language is written where the clinic is."""
        return locale_of(self.pack.language, self.settings.region)


def read_kiosk(content: Path | None = None) -> Kiosk:
    """Read content and settings; raises ContentError naming every problem in them."""
    pack = load_pack(content or content_folder(), RULES)
    settings = read_settings(settings_file(), frozenset(pack.condition))
    pack = pack.model_copy(update={"show_drafts": settings.show_drafts})
    locale = locale_of(pack.language, settings.region)
    tables = {
        (condition.id, choice): rows_of(pack, condition.id, choice, locale)
        for condition in pack.conditions
        for choice in FILTERS
    }
    return Kiosk(
        pack, settings, conditions_of(pack, settings), tables, pictures_of(pack), evidence_map(pack)
    )


@cache
def read_once() -> Kiosk:
    """The content and settings as they were when they were first asked for."""
    return read_kiosk()


# Where the newest content comes from. A kiosk that runs follows it: following.py, editing.py.
newest: Callable[[], Kiosk] = read_once


def kiosk() -> Kiosk:
    """What this visit began with: no page changes under a visitor. Outside a visit, the newest."""
    if get_script_run_ctx(suppress_warning=True) is None:
        return newest()
    began_with: Kiosk = st.session_state.setdefault("kiosk", newest())
    return began_with


def conditions_of(pack: Pack, settings: Settings) -> tuple[Condition, ...]:
    """The conditions that a clinic shows, in their order."""
    named = settings.conditions or tuple(pack.condition)
    shown = (one for one in pack.conditions if one.id in named and is_offered(one, pack))
    return tuple(sorted(shown, key=lambda condition: condition.order))


def rows_of(pack: Pack, condition: str, choice: str, locale: Locale) -> Rows:
    """The rows of one study table: what fits, each with what stands beside it right behind."""
    found = listing(pack, condition, choice)
    table = study_table(found.in_order(), pack.ui_strings, locale)
    return tuple(
        (str(name), {str(heading): str(cell) for heading, cell in row.items()})
        for name, row in table.iterrows()
    )


def pack() -> Pack:
    """All content."""
    return kiosk().pack


def ui() -> UiStrings:
    """The kiosk's own words."""
    return kiosk().pack.ui_strings


def drawn(draw: Callable[..., str], *given: str) -> str:
    """What `draw(*given)` draws, drawn once on each day and then kept: a tap costs no work."""
    if today() not in kiosk().drawn:
        kiosk().drawn.clear()  # yesterday's; two visitors who both come first only draw twice
    kept, key = kiosk().drawn.setdefault(today(), {}), (draw.__module__, draw.__qualname__, *given)
    if key not in kept:
        kept[key] = draw(*given)
    return kept[key]


def today() -> date:
    """The day by which review dates are judged."""
    return clock.today()


def visit() -> Visit:
    """What this visitor chose so far."""
    current: Visit = st.session_state.setdefault("visit", Visit())
    return current


def change_visit(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows the fields of a visit)
    """Take a visitor's choice. For `on_click`: it runs before the page is drawn, once."""
    st.session_state["visit"] = replace(visit(), **choices)


def go_to(step: str) -> None:
    """Move the visit to a step. The first is into the newest content: it may have waited long."""
    if use(visit()) == "clear":
        st.session_state.pop("kiosk", None)
    st.session_state["visit"] = going_to(visit(), step)


def go_back() -> None:
    """Move the visit to where it was one page before."""
    st.session_state["visit"] = going_back(visit()) or visit()


def pick(condition: Condition) -> None:
    """Take a condition, and go on to its guide; by way of the calm page where it is of suicide."""
    change_visit(condition=condition.id, study_filter="all")
    go_to("calm" if condition.about_suicide else "guide")


def open_section(section: str) -> None:
    """Show one part of the guide."""
    change_visit(section=section, turn=visit().turn + 1)


def clear() -> None:
    """Forget everything about this visit and begin a new one, with a new number."""
    st.session_state.clear()


def key(name: str) -> str:
    """A widget's key. No widget outlives its page, so no second tap hits the page that follows."""
    return f"{name}-{visit().number}-{visit().turn}"


def conditions_shown() -> tuple[Condition, ...]:
    """The conditions that this clinic shows, in their order."""
    return kiosk().conditions


def chosen_condition() -> Condition | None:
    """The condition the visitor picked, or none yet."""
    name = visit().condition
    return pack().condition[name] if name else None
