"""A work as it is named: what is needed to find it."""

from dataclasses import dataclass
from html import escape

from logic.content.items import Source
from logic.content.pack import Pack
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import UiStrings
from logic.formats import direction


@dataclass(frozen=True)
class Name:
    """What a work is called by: each part as it stands, empty where it is not known.

    `title` and `place` are in English, as every work is, and are not translated: they are what
    somebody looks for. `numbers` hold their kind: `DOI 10.1000/182`.
    """

    kind: str
    maker: str
    title: str
    place: str
    year: str
    numbers: tuple[str, ...]
    unsure: str

    def found_by(self) -> str:
        """The numbers in a line, and whether we saw them only in other lists."""
        told = " · ".join(self.numbers)
        return f"{told} ({self.unsure})" if told and self.unsure else told


def name_of(source: Source, ui: UiStrings) -> Name:
    """A work's kind, makers, title, place, year and numbers."""
    maker = source.authors or (source.issued_by and ui.choices.official_body[source.issued_by])
    known = (("DOI", source.doi), ("PMID", source.pmid), (ui.labels.registry, source.registry))
    return Name(
        kind=ui.choices.source_kind[source.kind],
        maker=(maker or "").rstrip("."),
        title=source.work_title or "",
        place=source.published_in or "",
        year=str(source.year or ""),
        numbers=tuple(f"{kind} {value}" for kind, value in known if value),
        unsure=ui.labels.number_second_hand if source.identifier_check else "",
    )


def named(source: Source, pack: Pack) -> str:
    """A work by all but its numbers, as HTML."""
    name = name_of(source, pack.ui_strings)
    is_other = pack.language != SOURCE_LANGUAGE
    spoken = f' lang="{SOURCE_LANGUAGE}" dir="{direction(SOURCE_LANGUAGE)}"' if is_other else ""
    title, place = (
        f"<cite{spoken}>{escape(one)}</cite>" if one else "" for one in (name.title, name.place)
    )
    parts = (escape(name.kind), escape(name.maker), title, place, name.year)
    return ". ".join(part for part in parts if part).replace("?</cite>. ", "?</cite> ") + "."


def numbers(source: Source, ui: UiStrings) -> str:
    """The numbers by which a work can be found, as HTML."""
    return escape(name_of(source, ui).found_by())
