"""A source as it is told: the work itself, how closely we checked it, who paid, how to find it."""

from html import escape

from logic import markdown, works
from logic.content.items import Source
from logic.content.vocabulary import Verification
from logic.says_who import address, study_of, who_paid
from pages.parts import cards, qr, session
from pages.parts.formats import day
from pages.parts.within import Within


def cited(source: Source, level: str | None) -> str:
    """A source as it is told: the work, how we checked it, who paid, when it is looked at again.

    Without a level it is the work as a whole, with every way in which we checked it.
    """
    labels = session.ui().labels
    is_signed = session.pack().sign_off(source) is not None
    approved = cards.approved([source]) if is_signed else labels.draft_card
    levels = [one for one in sorted(source.levels) if level in {None, one}]
    lines = [
        f"<strong>{escape(source.title)}</strong>",
        named(source),
        *(escape(checked(source, level)) for level in levels),
        paid(source),
        escape(f"{approved} {cards.clock([source])}"),
        escape(labels.number_being_checked) if source.is_due(session.today()) else "",
    ]
    told = "".join(f"<p>{line}</p>" for line in lines if line)
    return f'<div class="cited"><div>{told}</div>{scanned(source)}</div>'


def checked(source: Source, level: Verification) -> str:
    """How closely we checked a work, and when we last did so."""
    read_on = max(reading.read_on for reading in source.readings if reading.level == level)
    told = session.ui().labels.checked_on.format(date=day(read_on))
    return f"{session.ui().choices.verification[level]} {told}."


def paid(source: Source) -> str:
    """Who paid for a work; of an official body's own, who issued it, unless we know who paid."""
    labels, choices = session.ui().labels, session.ui().choices
    given, study = who_paid(source, session.pack()), study_of(source, session.pack())
    if source.issued_by and given.status == "not-checked":
        return escape(labels.issued_by.format(body=choices.official_body[source.issued_by])) + "."
    told = markdown.line(given.who or choices.funding[given.status], Within())
    if study and (held := cards.why_held_back(study)):
        told = escape(held)
    return f"{escape(labels.funding)}: {told}"


def scanned(source: Source) -> str:
    """A code that opens the work on a phone, and its numbers; or that it has none."""
    labels, where = session.ui().labels, address(source)
    if where is None:
        return f'<p class="scan">{escape(labels.scan_none)}</p>'
    code = qr.image(where, labels.scan_alt.format(title=source.title))
    how = f"<strong>{escape(labels.scan)}</strong> {escape(labels.scan_internet)}"
    return f'<div class="scan">{code}<p>{how}</p><p>{numbers(source)}</p></div>'


def work(source: Source) -> str:
    """A work's kind, makers, title, place and numbers: what is needed to find it."""
    known = numbers(source)
    return named(source) + (f"<br>{known}" if known else "")


def named(source: Source) -> str:
    """A work's kind, makers, title, place and year."""
    return works.named(source, session.pack())


def numbers(source: Source) -> str:
    """The numbers by which a work can be found, and whether we saw them only in other lists."""
    return works.numbers(source, session.ui())
