"""A work as it is named, as HTML: what is needed to find it."""

from html import escape

from logic.content.items import Source
from logic.content.pack import Pack
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.strings import UiStrings
from logic.formats import direction


def named(source: Source, pack: Pack) -> str:
    """A work's kind, makers, title, place and year."""
    choices = pack.ui_strings.choices
    maker = source.authors or (source.issued_by and choices.official_body[source.issued_by])
    names = (source.work_title, source.published_in)
    # Every work is in English, and its name is not translated: it is what somebody looks for.
    is_other = pack.language != SOURCE_LANGUAGE
    spoken = f' lang="{SOURCE_LANGUAGE}" dir="{direction(SOURCE_LANGUAGE)}"' if is_other else ""
    title, place = (f"<cite{spoken}>{escape(name)}</cite>" if name else None for name in names)
    kind, year = escape(choices.source_kind[source.kind]), str(source.year) if source.year else None
    parts = (kind, maker and escape(maker).rstrip("."), title, place, year)
    return ". ".join(part for part in parts if part).replace("?</cite>. ", "?</cite> ") + "."


def numbers(source: Source, ui: UiStrings) -> str:
    """The numbers by which a work can be found, and whether we saw them only in other lists."""
    known = (("DOI", source.doi), ("PMID", source.pmid), (ui.labels.registry, source.registry))
    told = " · ".join(f"{name} {escape(value)}" for name, value in known if value)
    unsure = escape(ui.labels.number_second_hand)
    return told + (f" ({unsure})" if source.identifier_check and told else "")
