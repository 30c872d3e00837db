"""The studies of a condition as one table, made from the rows that pandas built at the start."""

from html import escape

from logic.content.prose import Marker, markers
from logic.content.studies import StudySummary
from logic.matching import listing
from logic.withheld import is_withheld
from pages.parts import cards, session
from pages.parts.prose import Notes
from pages.parts.study_cards import gaps, here_since


def table(condition: str, choice: str) -> str:
    """One table of the studies, each row headed by its study; blocks of named lines on a phone.

    The roles are written out, because a browser takes them from a table that is laid out as blocks.
    """
    labels, notes = session.ui().labels, Notes("table")
    pack, found = session.pack(), listing(session.pack(), condition, choice)
    told, rows = session.kiosk().tables[condition, choice], ""
    if not told:
        return gaps(condition, choice)
    for name, cells in told:
        study = pack.study[name]
        reasons = found.reasons(study) if study in found.beside else []
        since = here_since(study, condition, reasons) if reasons else ""
        rows += row(study, cells, since, notes)
    names = list(told[0][1])
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in names)
    return (
        f'<table role="table" class="studies"><caption>{escape(labels.table_caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
        f"{notes.controls()}{gaps(condition, choice)}"
    )


def row(study: StudySummary, cells: dict[str, str], since: str, notes: Notes) -> str:
    """One study's row: its name as the row's heading, and its cells with who says so.

    `since` tells why it stands here, where it does not fit itself.
    """
    labels = session.ui().labels
    said: dict[str, tuple[Marker, ...]] = {
        labels.found: markers(study.in_short) or markers(study.found),
        labels.harms: markers(study.harms_in_short) or markers(study.harms),
    }
    (_, name), *others = cells.items()
    why = cards.note(since) if since else ""
    first = f'<th scope="row" role="rowheader">{escape(name)}{why}</th>'
    if is_withheld(study, session.pack(), session.today()):
        held = f'<td role="cell" colspan="{len(others)}">{escape(labels.being_checked)}</td>'
        return f'<tr role="row">{first}{held}</tr>'
    told = "".join(
        f'<td role="cell" data-name="{escape(column)}">'
        f"{escape(cell)}{marks(said.get(column, ()), notes)}</td>"
        for column, cell in others
    )
    return f'<tr role="row">{first}{told}</tr>'


def marks(given: tuple[Marker, ...], notes: Notes) -> str:
    """Who says so, each source once."""
    return "".join(notes.mark(marker) for marker in dict.fromkeys(given))
