"""A source as it is told: the work itself, and how closely we checked it."""

from html import escape

from logic.content.items import Source
from logic.content.prose import Marker
from logic.content.vocabulary import Verification
from pages.parts import session
from pages.parts.dates import day


def cited(marker: Marker, number: int) -> str:
    """A source as it is told: the work, how closely we checked it, when it is looked at again."""
    source, labels = session.pack().source[marker.source], session.ui().labels
    level: Verification = next(one for one in source.levels if one == marker.level)
    read_on = max(reading.read_on for reading in source.readings if reading.level == level)
    lines = [
        f"<strong>{number}. {escape(source.title)}</strong>",
        work(source),
        escape(session.ui().choices.verification[level]),
        escape(labels.checked_on.format(date=day(read_on))),
        escape(labels.next_review.format(date=day(source.next_review))),
        escape(labels.number_being_checked) if source.is_due(session.today()) else "",
    ]
    return "".join(f"<p>{line}</p>" for line in lines if line)


def work(source: Source) -> str:
    """A work's kind, makers, title, place and numbers: what is needed to find it."""
    choices, labels = session.ui().choices, session.ui().labels
    maker = source.authors or (source.issued_by and choices.official_body[source.issued_by])
    names = (source.work_title, source.published_in)
    title, place = (f"<cite>{escape(name)}</cite>" if name else None for name in names)
    kind, year = escape(choices.source_kind[source.kind]), str(source.year) if source.year else None
    parts = (kind, maker and escape(maker).rstrip("."), title, place, year)
    told = ". ".join(part for part in parts if part).replace("?</cite>. ", "?</cite> ")
    known = (("DOI", source.doi), ("PMID", source.pmid), ("Registry", source.registry))
    numbers = " · ".join(f"{name} {escape(value)}" for name, value in known if value)
    unsure = (
        f" ({escape(labels.number_second_hand)})" if source.identifier_check and numbers else ""
    )
    return f"{told}." + (f"<br>{numbers}{unsure}" if numbers else "")
