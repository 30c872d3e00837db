"""The works that a paper names, in a line each: its number, how it was checked, who paid for it."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from logic.content import items
from logic.content.prose import plain
from logic.handout.notes import Notes
from logic.handout.words import Block, Cited, Run, Source
from logic.says_who import study_of, who_paid
from logic.withheld import is_withheld
from logic.works import Name, name_of


def sources(notes: Notes) -> tuple[Source, ...]:
    """Every work that was named until now, in the order in which they were, with its numbers."""
    works = dict.fromkeys(marker.source for marker in notes.markers)
    return tuple(source(notes.pack.source[work], notes) for work in works)


def source(work: items.Source, notes: Notes) -> Source:
    """A work in a line: its name, who paid where that is known, and how each number was checked."""
    due = notes.labels.number_being_checked if work.is_due(notes.today) else ""
    told = " ".join(filter(None, [paid(work, notes), due]))
    blocks = [in_short(work, notes), *([Block((Run(told),))] if told else [])]
    cited = tuple(
        Cited(str(number), checked(work, marker.level, notes))
        for number, marker in enumerate(notes.markers, start=1)
        if marker.source == work.id
    )
    return Source(notes.part(work, *blocks), cited)


def checked(work: items.Source, level: str | None, notes: Notes) -> str:
    """How closely we checked a work; without a level, in every way in which we did."""
    short = notes.pack.ui_strings.choices.verification_short
    told = (short[one] for one in sorted(work.levels) if level in {None, one})
    return f"{' · '.join(told)}."


def in_short(work: items.Source, notes: Notes) -> Block:
    """What is needed to find a work under its title here: where it stands, and one number.

    What has no number goes by its own title and by who made it.
    """
    name = name_of(work, notes.pack.ui_strings)
    here = f"{work.title} {name.place}"
    maker = name.maker if not (name.numbers or name.place) else ""
    title = "" if name.numbers or name.title.rstrip("?") in here else name.title
    year = "" if name.year in here else name.year
    number = shortest(name, notes)
    after = [year, "" if number.rpartition(" ")[2] in here else number]
    runs = (Run(sentences([maker])), Run(sentences([title, name.place]), "work"))
    told = (*runs, Run(sentences(after)))
    return Block(tuple(spaced(one for one in told if one.text)))


def shortest(name: Name, notes: Notes) -> str:
    """The shortest of a work's numbers, and whether we saw it only in other lists."""
    number = min(name.numbers, key=len, default="")
    return f"{number} ({notes.labels.second_hand})" if number and name.unsure else number


def spaced(runs: Iterable[Run]) -> Iterator[Run]:
    """Runs with a space before each but the first."""
    for place, one in enumerate(runs):
        yield replace(one, text=f" {one.text}") if place else one


def sentences(told: Iterable[str]) -> str:
    """What is known, each as a sentence."""
    return " ".join(one if one.endswith("?") else f"{one}." for one in told if one)


def paid(work: items.Source, notes: Notes) -> str:
    """Who paid for a work, where that is known and may be shown."""
    given, study = who_paid(work, notes.pack), study_of(work, notes.pack)
    if given.who is None or (study and is_withheld(study, notes.pack, notes.today)):
        return ""
    return f"{notes.labels.funding}: {plain(given.who).rstrip('.')}."
