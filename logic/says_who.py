"""Who says what is shown: for a text without marks of its own, and what is told of a work."""

import re

from logic.content.items import Disclosure, Source
from logic.content.pack import Pack
from logic.content.prose import OURS, Marker, markers, with_marks
from logic.content.studies import StudySummary
from logic.content.vocabulary import CertaintyBy

# What a small QR code can hold: the letters of its own alphabet, capitals only.
SMALL = re.compile(r"[0-9A-Z $%*+./:-]+")


def at_its_level(marker: Marker, pack: Pack) -> Marker:
    """A marker of a work with the level at which we checked it, where that was one alone."""
    (level, *others) = pack.source[marker.source].levels
    return Marker(marker.source, marker.level or (None if others else level))


def of_finding(study: StudySummary) -> tuple[Marker, ...]:
    """Who says what a study found, in short: whoever says the part that is summed up."""
    return each_once(markers(study.in_short) or markers(study.found))


def of_harms(study: StudySummary) -> tuple[Marker, ...]:
    """Who says what harm a study found, in short: whoever says the part that is summed up."""
    return each_once(markers(study.harms_in_short) or markers(study.harms))


def of_seller(study: StudySummary) -> tuple[Marker, ...]:
    """Who says that the seller made a study: whoever says who paid, or who stood to gain."""
    told = (study.funding.who, study.interests.who)
    found = next((markers(who) for who in told if who and markers(who)), ())
    return each_once(found) or (of_work(study),)


def of_work(study: StudySummary) -> Marker:
    """Who says what a study is, as against what it found: the work itself, however it was read."""
    return Marker(study.source)


def each_once(given: tuple[Marker, ...]) -> tuple[Marker, ...]:
    """Markers in their order, each once."""
    return tuple(dict.fromkeys(given))


def rating(reason: str, by: CertaintyBy) -> str:
    """Why we are so sure, each sentence with its mark: a rating of ours is said by ourselves."""
    return in_our_words(reason) if by == "project" else reason


def in_our_words(text: str) -> str:
    """A text whose sentences we say ourselves, but for those that name a source."""
    return with_marks(text, f"[^{OURS}]")


def study_of(source: Source, pack: Pack) -> StudySummary | None:
    """The study that is told of a work, if one is: who paid for the work stands there."""
    return next((one for one in pack.study_summaries if one.source == source.id), None)


def who_paid(source: Source, pack: Pack) -> Disclosure:
    """Who paid for a work, as its study or else the work itself tells."""
    study = study_of(source, pack)
    return study.funding if study else source.funding


def address(source: Source) -> str | None:
    """Where a phone finds a work by its number; none where it has no number.

    A DOI is the same in capitals, and a QR code of capitals alone is smaller.
    """
    if source.doi:
        capitals = f"HTTPS://DOI.ORG/{source.doi.upper()}"
        return capitals if SMALL.fullmatch(capitals) else f"https://doi.org/{source.doi}"
    if source.pmid:
        return f"https://pubmed.ncbi.nlm.nih.gov/{source.pmid}/"
    return f"https://clinicaltrials.gov/study/{source.registry}" if source.registry else None
