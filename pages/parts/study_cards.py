"""The studies of a condition: how many there are, and a card for each."""

from collections.abc import Sequence
from html import escape

from logic.content.studies import StudySummary
from logic.content.vocabulary import Words
from logic.matching import listing, studies_of
from logic.withheld import condition_is_withheld, is_withheld
from pages.parts import cards, session
from pages.parts.prose import Notes
from pages.parts.study_details import more


def lead(condition: str) -> str:
    """How many studies there are; where there are none, that this says nothing of the drug."""
    labels = session.ui().labels
    found = studies_of(session.pack(), condition)
    if not found:
        return cards.gap(labels.studies_none_title, cards.text(labels.studies_none))
    told = labels.studies_lead_one if len(found) == 1 else labels.studies_lead
    return cards.lead(told.format(count=len(found))) + cards.reviewed(found)


def count(condition: str, choice: str) -> str:
    """How many of the studies fit the way they are looked at; read out when it changes."""
    labels, pack = session.ui().labels, session.pack()
    fitting, every = (len(listing(pack, condition, one).fitting) for one in (choice, "all"))
    told = labels.studies_shown.format(count=fitting, all=every)
    return f'<p role="status" class="soft">{escape(told)}</p>'


def every_card(condition: str, choice: str) -> str:
    """A card for each study that fits, then those beside, and what no study was found of."""
    found = listing(session.pack(), condition, choice)
    beside = cards.heading(session.ui().labels.studies_beside) if found.beside else ""
    return (
        "".join(study_card(study, condition) for study in found.fitting)
        + beside
        + "".join(study_card(one, condition, found.reasons(one)) for one in found.beside)
        + gaps(condition, choice)
    )


def gaps(condition: str, choice: str) -> str:
    """What no study was found of, said as plainly as what was found."""
    labels, told = session.ui().labels, ""
    tables, chosen = session.kiosk().tables, session.pack().condition[condition]
    if tables[condition, "all"] and not tables[condition, choice]:
        told = cards.card(cards.text(labels.studies_none_filtered), "gap")
    if chosen.gap and not condition_is_withheld(chosen, session.pack(), session.today()):
        notes = Notes("gap")
        told += cards.gap(labels.studies_gap_title, notes.text(chosen.gap) + notes.controls())
    return told


def study_card(study: StudySummary, condition: str, reasons: Sequence[StudySummary] = ()) -> str:
    """One study: what was asked, found and did harm in sight; the rest on a tap.

    `reasons` are the studies for whose sake it stands here.
    """
    labels, notes = session.ui().labels, Notes(f"study-{study.id}")
    above = cards.heading(study.title) + f'<p class="soft">{meta(study)}</p>'
    above += cards.note(here_since(study, condition, reasons)) if reasons else ""
    if is_withheld(study, session.pack(), session.today()):
        return f'<article class="card study">{above}{cards.being_checked()}</article>'
    parts = [
        part(labels.asked, notes.text(study.asked)),
        part(labels.found, strong(study.in_short, notes) + notes.text(study.found), "finding"),
        part(
            labels.harms, strong(study.harms_in_short, notes) + notes.text(study.harms), "finding"
        ),
    ]
    return (
        f'<article class="card study">{above}{seller(study)}{"".join(parts)}'
        f'<p class="facts"><span>{escape(people(study))}</span>'
        f"<span>{escape(labels.certainty)} {cards.certainty(study.certainty)}</span></p>"
        f"{read_together(study)}{more(study, notes)}{notes.controls()}</article>"
    )


def here_since(study: StudySummary, condition: str, reasons: Sequence[StudySummary]) -> str:
    """Why a study stands here that does not fit itself."""
    labels = session.ui().labels
    since = labels.here_since.format(names="; ".join(one.name or one.title for one in reasons))
    return since if condition in study.conditions else f"{labels.other_condition} {since}"


def part(title: str, html: str, kind: str = "") -> str:
    """A part of a study's card under its heading."""
    return f'<section class="{kind}">{cards.heading(title, 3)}{html}</section>'


def strong(words: Words, notes: Notes) -> str:
    """The one sentence of a part, set larger than the rest."""
    return f'<p class="short">{notes.line(words)}</p>'


def meta(study: StudySummary) -> str:
    """A study's own name, its year and its drugs."""
    drugs = [session.ui().choices.drug[drug] for drug in study.drugs]
    return escape(" · ".join([*([study.name] if study.name else []), str(study.published), *drugs]))


def people(study: StudySummary) -> str:
    """How many people took part, in words."""
    labels = session.ui().labels
    if study.participants is None:
        return labels.people_unknown
    return labels.people_count.format(count=f"{study.participants:,}")


def seller(study: StudySummary) -> str:
    """That the seller of the drug made the study, or that we do not know."""
    labels = session.ui().labels
    told = {"yes": labels.seller_made, "not-checked": labels.seller_not_checked}
    if study.seller_made not in told:
        return ""
    kind = "seller" if study.seller_made == "yes" else "soft"
    return f'<p class="{kind}">{escape(told[study.seller_made])}</p>'


def read_together(study: StudySummary) -> str:
    """The studies without which this one tells only half."""
    if not study.read_with:
        return ""
    known = session.pack().study
    names = [known[name].name or known[name].title for name in study.read_with]
    ask = f"<strong>{escape(session.ui().labels.read_together)}</strong>"
    return f'<p class="soft">{ask} {escape("; ".join(names))}</p>'
