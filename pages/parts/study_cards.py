"""The studies of a condition: how many there are, and a card for each."""

from collections.abc import Iterable, Sequence
from functools import partial
from html import escape

from logic.content.items import Claim
from logic.content.prose import Marker, markers
from logic.content.studies import StudySummary
from logic.content.vocabulary import Words
from logic.matching import listing, studies_of, with_partners
from logic.says_who import of_finding, of_harms, of_seller, of_work
from logic.withheld import is_withheld
from pages.parts import asking, cards, certainty, pictures, session
from pages.parts.drawn import Drawn
from pages.parts.formats import counted
from pages.parts.opened import Piece
from pages.parts.prose import Notes
from pages.parts.study_details import more


def lead(condition: str) -> Drawn:
    """How many studies there are; where there are none, that this says nothing of the drug."""
    labels = session.ui().labels
    found = studies_of(session.pack(), condition)
    if not found:
        return (cards.gap(labels.studies_none_title, cards.text(labels.studies_none)),)
    told = counted(session.ui().counted.studies_lead, len(found))
    return (cards.lead(told, session.ui().headings.studies) + cards.reviewed(found),)


def order() -> Drawn:
    """In which order they stand, where no control tells it."""
    return (cards.note(session.ui().filters.all),)


def count(condition: str, choice: str) -> Drawn:
    """How many of the studies fit the way they are looked at; read out when it changes."""
    labels, pack = session.ui().labels, session.pack()
    fitting, every = (len(listing(pack, condition, one).fitting) for one in (choice, "all"))
    told = labels.studies_shown.format(count=fitting, all=every)
    return (f'<p role="status" class="soft">{escape(told)}</p>',)


def every_card(condition: str, choice: str) -> Drawn:
    """A card for each study, its partners right behind it, and what no study was found of."""
    found, piece = listing(session.pack(), condition, choice), Piece("studies")
    told = []
    for one in found.in_order():
        reasons = found.reasons(one)
        draw = partial(study_card, condition=condition, piece=piece, reasons=reasons)
        told.append(cards.as_it_is(one, draw))
    return (*told, gaps(condition, choice, piece), piece.cards())


def in_short(condition: str) -> Drawn:
    """What each study found and what harm it did, in a sentence each; its partners behind it."""
    found, piece = listing(session.pack(), condition, "all"), Piece("studies")
    told = []
    for one in found.in_order():
        reasons = found.reasons(one)
        draw = partial(short_card, condition=condition, piece=piece, reasons=reasons)
        told.append(cards.as_it_is(one, draw))
    return (*told, gaps(condition, "all", piece), piece.cards())


def one_in_short(condition: str, name: str) -> Drawn:
    """The same of one study, with those beside it without which it tells half."""
    pack, piece = session.pack(), Piece("studies")
    every = with_partners([pack.study[name]], pack.study)
    draw = partial(short_card, condition=condition, piece=piece)
    together = [cards.note(session.ui().labels.card_together)] if len(every) > 1 else []
    return (*together, *(cards.as_it_is(one, draw) for one in every), piece.cards())


def what_is_missing(condition: str) -> Drawn:
    """What no study was found of."""
    piece = Piece("gaps")
    return (gaps(condition, "all", piece), piece.cards())


def gaps(condition: str, choice: str, piece: Piece) -> str:
    """What no study was found of, said as plainly as what was found."""
    labels, told = session.ui().labels, ""
    tables, chosen = session.kiosk().tables, session.pack().condition[condition]
    if tables[condition, "all"] and not tables[condition, choice]:
        told = cards.card(cards.text(labels.studies_none_filtered), "gap")
    if chosen.gap and not is_withheld(chosen, session.pack(), session.today()):
        notes = Notes(piece, [chosen])
        told += cards.gap(labels.studies_gap_title, notes.text(chosen.gap) + notes.lists())
    return told


def study_card(
    study: StudySummary, condition: str, piece: Piece, reasons: Sequence[StudySummary] = ()
) -> str:
    """One study: what was asked, found and did harm in sight; the rest on a tap.

    `reasons` are the studies for whose sake it stands here.
    """
    labels, notes = session.ui().labels, Notes(piece, [study])
    above = cards.titled(study.title) + f'<p class="soft">{meta(study)}</p>'
    above += why_here(study, condition, reasons)
    if held := cards.held_back(study):
        return f'<article class="card study">{above}{held}</article>'
    drawn = session.kiosk().pictures[study.id]
    # In the order in which they are read, as the marks are numbered in it.
    made, asked = seller(study, notes), notes.text(study.asked)
    found = strong(study.in_short, of_finding(study), notes) + notes.text(study.found)
    found += pictures.in_sight(drawn, "benefit", notes)
    harms = strong(study.harms_in_short, of_harms(study), notes) + notes.text(study.harms)
    harms += pictures.in_sight(drawn, "harm", notes)
    halves = part(labels.found, found, "finding") + part(labels.harms, harms, "finding")
    return (
        f'<article class="card study">{above}{made}{part(labels.asked, asked)}'
        f'<div class="findings">{halves}</div>'
        f"<p><strong>{notes.line(people(study), [of_work(study)])}</strong></p>"
        f"{certainty.of_study(study, notes)}{read_together(study)}"
        f"{asking.question(study)}{more(study, notes)}{notes.lists()}</article>"
    )


def short_card(
    study: StudySummary, condition: str, piece: Piece, reasons: Sequence[StudySummary] = ()
) -> str:
    """One study in short, good and bad side by side."""
    labels, notes = session.ui().labels, Notes(piece, [study])
    above = cards.titled(study.title) + f'<p class="soft">{meta(study)}</p>'
    above += why_here(study, condition, reasons)
    if held := cards.held_back(study):
        return f'<article class="card study">{above}{held}</article>'
    made = seller(study, notes)
    found = strong(study.in_short, of_finding(study), notes)
    harms = strong(study.harms_in_short, of_harms(study), notes)
    halves = part(labels.found, found, "finding") + part(labels.harms, harms, "finding")
    size = notes.line(people(study), [of_work(study)])
    return (
        f'<article class="card study">{above}{made}<div class="findings">{halves}</div>'
        f"<p><strong>{size}</strong></p>"
        f"{certainty.of_study(study, notes)}{read_together(study)}"
        f"{asking.question(study)}{notes.lists()}{cards.reviewed([study])}</article>"
    )


def why_here(study: StudySummary, condition: str, reasons: Sequence[StudySummary]) -> str:
    """Why a study stands here that does not fit itself; nothing where it does."""
    labels = session.ui().labels
    told = [] if condition in study.conditions else [escape(labels.other_condition)]
    if reasons:
        names = "; ".join(map(cards.named, reasons))
        told.append(escape(labels.here_since).format(names=names))
    return f'<p class="soft">{" ".join(told)}</p>' if told else ""


def part(title: str, html: str, kind: str = "") -> str:
    """A part of a study's card under its heading."""
    return f'<section class="{kind}">{cards.heading(title, 3)}{html}</section>'


def strong(words: Words, said_by: Iterable[Marker], notes: Notes) -> str:
    """The one sentence of a part, set larger than the rest."""
    said = () if markers(words) else said_by
    return f'<p class="short">{notes.line(words, said)}</p>'


def meta(study: StudySummary) -> str:
    """A study's own name, its year and its drugs."""
    drugs = [session.ui().choices.drug[drug] for drug in study.drugs]
    return escape(" · ".join([*([study.name] if study.name else []), str(study.published), *drugs]))


def people(study: StudySummary) -> str:
    """How many people took part, in words."""
    labels = session.ui().labels
    if study.participants is None:
        return labels.people_unknown
    return counted(session.ui().counted.people_count, study.participants)


def seller(study: StudySummary, notes: Notes) -> str:
    """That the seller of the drug made the study, or that we do not know."""
    labels = session.ui().labels
    told = {"yes": labels.seller_made, "not-checked": labels.seller_not_checked}
    if study.seller_made not in told:
        return ""
    kind = "seller" if study.seller_made == "yes" else "soft"
    said_by = of_seller(study) if study.seller_made == "yes" else ()
    return f'<p class="{kind}">{notes.line(told[study.seller_made], said_by)}</p>'


def read_together(item: StudySummary | Claim) -> str:
    """The studies without which this one, or what is said of a claim, tells only half."""
    if not item.read_with:
        return ""
    known = session.pack().study
    names = [cards.named(known[name]) for name in item.read_with]
    ask = f"<strong>{escape(session.ui().labels.read_together)}</strong>"
    return f'<p class="soft">{ask} {"; ".join(names)}</p>'
