"""The works that a paper names: each with its number, how it was checked, and who paid for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from logic.content import items
from logic.content.prose import plain
from logic.handout.notes import Notes
from logic.handout.words import Block, Cited, Run, Source
from logic.says_who import study_of, who_paid
from logic.withheld import why_withheld


def sources(notes: Notes) -> tuple[Source, ...]:
    """Every work that was named until now, in the order in which they were, with its numbers."""
    works = dict.fromkeys(marker.source for marker in notes.markers)
    return tuple(source(notes.pack.source[work], notes) for work in works)


def source(work: items.Source, notes: Notes) -> Source:
    """A work as it is told: its name, who paid, and for each number how we checked it and when."""
    due = notes.labels.number_being_checked if work.is_due(notes.today) else ""
    told = " ".join(filter(None, [paid(work, notes), due]))
    blocks = [named(work, notes), *([Block((Run(told),))] if told else [])]
    cited = tuple(
        Cited(str(number), " ".join(checked(work, marker.level, notes)))
        for number, marker in enumerate(notes.markers, start=1)
        if marker.source == work.id
    )
    return Source(notes.part(work, *blocks), cited)


def checked(work: items.Source, level: str | None, notes: Notes) -> Iterator[str]:
    """How closely we checked a work, and when we last did so; without a level, in every way."""
    choices = notes.pack.ui_strings.choices
    for one in sorted(work.levels):
        if level in {None, one}:
            read_on = max(reading.read_on for reading in work.readings if reading.level == one)
            told = notes.labels.checked_on.format(date=notes.day(read_on))
            yield f"{choices.verification[one]} {told}."


def named(work: items.Source, notes: Notes) -> Block:
    """A work's kind, makers, title, place, year and numbers: what is needed to find it."""
    choices = notes.pack.ui_strings.choices
    maker = work.authors or (work.issued_by and choices.official_body[work.issued_by])
    before = [choices.source_kind[work.kind], maker and maker.rstrip(".")]
    names = [work.work_title, work.published_in]
    after = [str(work.year) if work.year else None, numbers(work, notes)]
    told = Run(sentences(before)), Run(sentences(names), "work"), Run(sentences(after))
    return Block(tuple(spaced(one for one in told if one.text)))


def spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with a space before each but the first."""
    for place, one in enumerate(runs):
        yield replace(one, text=f" {one.text}") if place else one


def numbers(work: items.Source, notes: Notes) -> str:
    """The numbers by which a work can be found, and whether we saw them only in other lists."""
    known = (("DOI", work.doi), ("PMID", work.pmid), (notes.labels.registry, work.registry))
    told = " · ".join(f"{name} {value}" for name, value in known if value)
    unsure = notes.labels.number_second_hand
    return f"{told} ({unsure})" if work.identifier_check and told else told


def sentences(told: list[str | None]) -> str:
    """What is known, each as a sentence."""
    return " ".join(one if one.endswith("?") else f"{one}." for one in told if one)


def paid(work: items.Source, notes: Notes) -> str:
    """Who paid for a work; nothing of an official body's own, which is named already."""
    labels, choices = notes.labels, notes.pack.ui_strings.choices
    given, study = who_paid(work, notes.pack), study_of(work, notes.pack)
    if work.issued_by and given.status == "not-checked":
        told = labels.issued_by.format(body=choices.official_body[work.issued_by])
        return f"{told}." if work.authors else ""
    told = plain(given.who or choices.funding[given.status])
    if study and (why := why_withheld(study, notes.pack, notes.today)):
        told = labels.waiting_for_review if why == "draft" else labels.being_checked
    return f"{labels.funding}: {told.rstrip('.')}."
