"""The evidence map of a condition: every study a row, on one scale where it can be, else in words.

A study that found no clear difference stands as large as one that did.
"""

from functools import partial
from html import escape

from logic.content.prose import OURS, Marker
from logic.content.studies import StudySummary
from logic.content.vocabulary import Words
from logic.matching import listing
from logic.pictures.differences import Difference
from logic.pictures.evidence_map import Placed
from logic.pictures.words import with_sign
from logic.says_who import of_finding, of_harms, of_work
from pages.parts import aloud, cards, session
from pages.parts.drawn import Drawn
from pages.parts.opened import Piece
from pages.parts.prose import Notes
from pages.parts.study_cards import gaps, people, why_here


def evidence_map(condition: str, choice: str) -> Drawn:
    """The map: a row for each study that fits, then for those that must stand beside."""
    labels, piece = session.ui().labels, Piece("studies")
    found = listing(session.pack(), condition, choice)
    every = found.in_order()
    if not every:
        return (gaps(condition, choice, piece), piece.cards())
    notes = Notes(piece, every)
    rows = "".join(row(one, why_here(one, condition, found.reasons(one)), notes) for one in every)
    names = (labels.study, labels.map_scale, labels.found)
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in names)
    table = (
        f'<table role="table" class="map"><caption>{escape(labels.map_caption)}</caption>'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
    )
    below = (notes.lists(), gaps(condition, choice, piece), piece.cards())
    return (aloud.with_control_above(cards.note(labels.map_how), table, labels.map_caption), *below)


def row(study: StudySummary, why: str, notes: Notes) -> str:
    """One study: its name and size, its place on the scale, its finding and harms in words."""
    labels = session.ui().labels
    spoken = cards.own_language(study)
    name = f"<strong>{escape(study.name or study.title)}</strong>, {study.published}"
    if held := cards.why_held_back(study):
        first = f'<th scope="row" role="rowheader"><p{spoken}>{name}</p>{why}</th>'
        return f'<tr role="row">{first}<td role="cell" colspan="2">{escape(held)}</td></tr>'
    size = notes.line(people(study), (of_work(study),))
    first = f'<th scope="row" role="rowheader"><p{spoken}>{name}</p><p>{size}</p>{why}</th>'
    drawn = cards.in_its_language(study, partial(on_scale, notes=notes))
    finding = escape(session.ui().choices.main_finding[study.main_finding])
    found = notes.line(study.in_short, of_finding(study))
    harms = notes.line(study.harms_in_short, of_harms(study))
    return (
        f'<tr role="row">{first}<td role="cell">{drawn}</td>'
        f'<td role="cell"><p><strong>{finding}.</strong> <span{spoken}>{found}</span></p>'
        f'<p class="harm"><strong>{escape(labels.harms)}.</strong> '
        f"<span{spoken}>{harms}</span></p></td></tr>"
    )


def on_scale(study: StudySummary, notes: Notes) -> str:
    """Where a study stands on the scale, drawn and in the same numbers; or that it has no place."""
    found, labels = session.kiosk().maps[study.id], session.ui().labels
    if not found:
        few = session.kiosk().pictures[study.id].first("benefit")
        why = labels.map_too_few if few else labels.map_something_else
        return f'<p class="soft">{escape(why)}</p>'
    return "".join(placed(one, notes) for one in found)


def placed(one: Placed, notes: Notes) -> str:
    """One effect: its drawing, then what was counted, when, against what, and how many more."""
    labels, effect = session.ui().labels, one.effect
    told = in_words(effect)
    name = one.outcome.name
    if one.outcome.higher_is == "worse":
        name = Words(labels.map_spared.format(name=name))
    measure = f"{notes.line(one.outcome.time_point)}. {notes.line(one.outcome.measure)}."
    what = f"{notes.line(name)}, {measure}"
    whom = labels.map_against.format(arm=effect.arm.name, comparator=effect.comparator.name)
    said_by = notes.source(one.outcome.source) + (
        notes.mark(Marker(OURS)) if effect.is_ours else ""
    )
    fewer = labels.map_fewer.format(count=one.furthest)
    most = labels.map_more.format(count=one.furthest)
    ends = f"<span>← {escape(fewer)}</span><span>{escape(most)} →</span>"
    return (
        f'<img src="{one.image}" alt="{escape(labels.map_alt.format(told=told))}">'
        f'<p class="ends" aria-hidden="true">{ends}</p>'
        f"<p><strong>{escape(told)}</strong> {what} {escape(whom)}{said_by}</p>"
    )


def in_words(effect: Difference) -> str:
    """How many more of 100 were better off, and its interval, as it stands on the scale."""
    labels = session.ui().labels
    told = labels.map_effect.format(value=with_sign(effect.value))
    if effect.low is None or effect.high is None:
        return f"{told} {labels.map_no_interval}"
    ends = {"low": with_sign(effect.low), "high": with_sign(effect.high)}
    form = labels.our_interval if effect.is_ours else labels.printed_interval
    return f"{told} {form.format(percent=effect.percent, **ends)}"
