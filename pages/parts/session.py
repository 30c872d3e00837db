"""The only door to Streamlit's session, and to what all visitors share: content and settings."""

import os
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from typing import Any, TypeAlias

import streamlit as st

from logic.content.items import Condition
from logic.content.pack import Pack, content_folder, load_pack
from logic.content.strings import UiStrings
from logic.matching import FILTERS, listing
from logic.rules import RULES
from logic.settings import Settings, read_settings, settings_file
from logic.tables import study_table
from logic.visit import Visit, going_back, going_to

Rows: TypeAlias = tuple[tuple[str, dict[str, str]], ...]


@dataclass(frozen=True)
class Kiosk:
    """What is read once when the kiosk starts, and shared by all visitors.

    `tables` holds the rows of every study table, by condition and by the way it is looked at: each
    study's id, and its cells under their headings. `drawn` keeps the pieces of today's pages, which
    are the same for everyone. Nothing of a visitor is in either.
    """

    pack: Pack
    settings: Settings
    tables: dict[tuple[str, str], Rows]
    drawn: dict[date, dict[tuple[str, ...], str]] = field(default_factory=dict)


@cache
def kiosk() -> Kiosk:
    """The content and settings; raises ContentError naming every problem in them."""
    pack = load_pack(content_folder(), RULES)
    settings = read_settings(settings_file(), frozenset(pack.condition))
    tables = {
        (condition.id, choice): rows_of(pack, condition.id, choice)
        for condition in pack.conditions
        for choice in FILTERS
    }
    today()  # a wrong KIOSK_TODAY stops the start, not a page
    return Kiosk(pack, settings, tables)


def rows_of(pack: Pack, condition: str, choice: str) -> Rows:
    """The rows of one study table: what fits, then what stands beside."""
    found = listing(pack, condition, choice)
    table = study_table((*found.fitting, *found.beside), pack.ui_strings)
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
    """The day by which review dates are judged; KIOSK_TODAY gives another, for tests."""
    given = os.environ.get("KIOSK_TODAY")
    return date.fromisoformat(given) if given else date.today()  # noqa: DTZ011 (the clinic's own day)


def visit() -> Visit:
    """What this visitor chose so far."""
    current: Visit = st.session_state.setdefault("visit", Visit())
    return current


def change_visit(**choices: Any) -> None:  # noqa: ANN401 (`replace` knows the fields of a visit)
    """Take a visitor's choice. For `on_click`: it runs before the page is drawn, once."""
    st.session_state["visit"] = replace(visit(), **choices)


def go_to(step: str) -> None:
    """Move the visit to a step."""
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


def conditions_shown() -> list[Condition]:
    """The conditions that this clinic shows, in their order."""
    chosen = kiosk().settings.conditions
    shown = [one for one in pack().conditions if chosen is None or one.id in chosen]
    return sorted(shown, key=lambda condition: condition.order)


def chosen_condition() -> Condition | None:
    """The condition the visitor picked, or none yet."""
    name = visit().condition
    return pack().condition[name] if name else None
