"""The studies of a condition as one table, made from the rows that pandas built at the start."""

from html import escape

from logic.content.prose import Marker
from logic.content.studies import StudySummary
from logic.matching import listing
from logic.says_who import of_finding, of_harms, of_work
from pages.parts import aloud, cards, session
from pages.parts.drawn import Drawn
from pages.parts.opened import Piece
from pages.parts.prose import Notes
from pages.parts.study_cards import gaps, why_here


def table(condition: str, choice: str) -> Drawn:
    """One table of the studies, each row headed by its study; blocks of named lines on a phone.

    The roles are written out, because a browser takes them from a table that is laid out as blocks.
    """
    labels, piece = session.ui().labels, Piece("studies")
    pack, found = session.pack(), listing(session.pack(), condition, choice)
    notes = Notes(piece, found.in_order())
    told, rows = session.kiosk().tables[condition, choice], ""
    if not told:
        return (gaps(condition, choice, piece), piece.cards())
    for name, cells in told:
        study = pack.study[name]
        rows += row(study, cells, why_here(study, condition, found.reasons(study)), notes)
    names = list(told[0][1])
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in names)
    whole = (
        f'<table role="table" class="studies"><caption>{escape(labels.table_caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )
    read = aloud.with_control_above("", whole, labels.table_caption)
    return (read, notes.lists(), gaps(condition, choice, piece), piece.cards())


def row(study: StudySummary, cells: dict[str, str], why: str, notes: Notes) -> str:
    """One study's row: its name as the row's heading, and its cells with who says so.

    `why` tells why it stands here, where it does not fit itself.
    """
    labels = session.ui().labels
    said: dict[str, tuple[Marker, ...]] = {
        labels.people: (of_work(study),),
        labels.compared_with: (of_work(study),),
        labels.found: of_finding(study),
        labels.harms: of_harms(study),
    }
    spoken, own = cards.own_language(study), {labels.found, labels.harms}
    (_, name), *others = cells.items()
    first = f'<th scope="row" role="rowheader"><span{spoken}>{escape(name)}</span>{why}</th>'
    if held := cards.why_held_back(study):
        told = f'<td role="cell" colspan="{len(others)}">{escape(held)}</td>'
        return f'<tr role="row">{first}{told}</tr>'
    told = "".join(
        f'<td role="cell" data-name="{escape(column)}">'
        f"<span{spoken if column in own else ''}>{notes.line(cell, said.get(column, ()))}</span>"
        "</td>"
        for column, cell in others
    )
    return f'<tr role="row">{first}{told}</tr>'
