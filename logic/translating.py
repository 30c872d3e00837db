"""The file of a translation: every text of an item, in its place, in words that somebody gives.

What such a file must hold: content/translations.py.
"""

from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from logic.blanks import heading
from logic.content.content_file import ContentFile, Field, written
from logic.content.items import Item
from logic.content.problems import Location
from logic.content.reading import Entry
from logic.content.translations import (
    OF_THE_SOURCE,
    OWN_LISTS,
    TRANSLATES,
    fingerprint,
    leaves,
)
from logic.formats import categories, locale_of

Say: TypeAlias = Callable[[str], str]


def translation_of(source: Entry[Item], say: Say) -> str:
    """The text of the file that says in other words what this one says."""
    fields, parts = source.file.fields, source.file.parts
    said = texts_alone(fields, frozenset(places_of_texts(source)), say)
    above: dict[str, Field] = {TRANSLATES: fingerprint(source.item)}
    above |= {name: text for name, text in said.items() if name not in parts}
    below = [
        str(text) if name == "body" else f"{heading(name)}\n{text}"
        for name, text in said.items()
        if name in parts
    ]
    texts = "\n\n".join(below)
    return f"---\n{written(above)}---\n{texts}\n" if texts else f"---\n{written(above)}---\n"


def words_alone(file: ContentFile, language: str, say: Say) -> str:
    """The text of a file that holds nothing but words, said in the words of another language."""
    fields = {name: value for name, value in file.fields.items() if name not in OF_THE_SOURCE}
    fields |= in_its_forms(fields, categories(locale_of(language, "")))
    return written(texts_alone(fields, frozenset(leaves(fields)), say))


def in_its_forms(fields: dict[str, Field], forms: Iterable[str]) -> dict[str, Field]:
    """What is said of numbers, in the forms of another language; each begins as the nearest one."""
    counted = fields.get("counted")
    if not isinstance(counted, dict):
        return {}
    given = {name: said for name, said in counted.items() if isinstance(said, dict)}
    return {
        "counted": {
            name: {form: said.get(form, said.get("other", "")) for form in forms}
            for name, said in given.items()
        }
    }


def places_of_texts(source: Entry[Item]) -> Iterator[Location]:
    """The place of every text that a translation gives."""
    yield from (location for location, _ in source.item.words())
    yield from (place for place in leaves(source.file.fields) if place[0] in OWN_LISTS)


def texts_alone(
    fields: dict[str, Field], places: frozenset[Location], say: Say
) -> dict[str, Field]:
    """What stands at these places, said in other words, and nothing else."""

    def said(value: Field, location: Location) -> "Field | None":
        if isinstance(value, str):
            return say(value) if location in places else None
        if isinstance(value, list):
            found = [said(child, (*location, index)) for index, child in enumerate(value)]
            return [one for one in found if one is not None] or None
        inner = {name: said(child, (*location, name)) for name, child in value.items()}
        return {name: one for name, one in inner.items() if one is not None} or None

    return {name: text for name, one in fields.items() if (text := said(one, (name,)))}
