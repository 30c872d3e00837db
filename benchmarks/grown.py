"""Content that is several times what is shipped: `python -m benchmarks.grown FOLDER [TIMES]`.

Each copy of a condition, of its guide, its studies and all works bears a number behind its id. It
is made to be measured, never to be shown: a copy says again what the original says.
"""

import re
import sys
from dataclasses import replace
from pathlib import Path
from shutil import copytree
from string import ascii_uppercase

from logic.content.content_file import ContentFile, Field, read_file, written
from logic.content.intervals import intervals_path
from logic.content.items import Condition, GuideSection, Item, Source
from logic.content.pack import Draft, content_folder, languages, read_draft
from logic.content.questions import Recall
from logic.content.reading import SOURCE_LANGUAGE, Entry, read_entry
from logic.content.studies import StudySummary
from logic.content.translations import TRANSLATES, fingerprint, path_in

TIMES = 10
COPIED = (Condition, GuideSection, Recall, Source, StudySummary)
REFERS = ("conditions", "read_with", "section", "source", "study")  # fields that name items
MARKER = re.compile(r"(?<=\[\^)[a-z0-9-]+")  # the work that a source marker names


def grow(into: Path, times: int = TIMES) -> None:
    """Write content into a folder that does not exist yet; raises OSError where it does.

    What is for some conditions and is not copied is for their copies, too.
    """
    copytree(content_folder(), into)
    draft = read_draft(into)
    copied = [one for one in draft.entries if isinstance(one.item, COPIED) and is_of_its_own(one)]
    ids = frozenset(one.item.id for one in copied)
    for number in range(2, times + 1):
        for entry in copied:
            copy_in_each_language(entry, ids, number)
    for entry in draft.entries:
        if entry not in copied and entry.item.conditions:
            fields = {**entry.file.fields, "conditions": every(entry.item.conditions, times)}
            write(replace(entry.file, fields=fields))
    add_intervals(draft, times)


def is_of_its_own(entry: Entry[Item]) -> bool:
    """Whether an item is no part of the guide that all conditions share."""
    return not isinstance(entry.item, GuideSection) or bool(entry.item.conditions)


def copy_in_each_language(entry: Entry[Item], ids: frozenset[str], number: int) -> None:
    """Write one copy of an item, and of its translations."""
    source = numbered_path(entry.file.path, SOURCE_LANGUAGE, number)
    write(replace(numbered(entry.file, ids, number), path=source))
    made_from = fingerprint(read_entry(type(entry.item), source).item)
    for language in languages(source.parents[1])[1:]:
        path = path_in(language, entry.file.path, SOURCE_LANGUAGE)
        copy = numbered(read_file(path), ids, number)
        fields = {**copy.fields, TRANSLATES: made_from}
        write(replace(copy, path=numbered_path(path, language, number), fields=fields))


def numbered_path(path: Path, language: str, number: int) -> Path:
    """Where a copy stands."""
    ending = f".{language}.md"
    return path.with_name(f"{path.name.removesuffix(ending)}-{number}{ending}")


def numbered(file: ContentFile, ids: frozenset[str], number: int) -> ContentFile:
    """A file in which all that it names bears a number."""

    def named(found: str) -> str:
        return f"{found}-{number}" if found in ids else found

    def told(value: Field, key: str = "") -> Field:
        if isinstance(value, dict):
            return {name: told(child, name) for name, child in value.items()}
        if isinstance(value, list):
            return [told(child, key) for child in value]
        return named(value) if key in REFERS else MARKER.sub(lambda one: named(one[0]), value)

    fields = {name: told(value, name) for name, value in file.fields.items()}
    if file.path.parent.name == "conditions":  # no two have one title, or one place
        fields["title"] = f"{fields['title']} {ascii_uppercase[number - 1]}"
        if order := fields.get("order"):
            fields["order"] = f"{number}{order:0>2}"
    return replace(file, fields=fields)


def every(conditions: tuple[str, ...], times: int) -> list[Field]:
    """Conditions and all their copies."""
    copies = (f"{one}-{number}" for number in range(2, times + 1) for one in conditions)
    return [*conditions, *copies]


def write(file: ContentFile) -> None:
    """Write a file: its header, then every part of the text below it."""
    header = {name: value for name, value in file.fields.items() if name not in file.parts}
    text = [f"---\n{written(header)}---\n{file.fields.get('body', '')}\n"]
    text += [f"\n## {name}\n{file.fields[name]}\n" for name in sorted(file.parts - {"body"})]
    file.path.write_text("".join(text))


def add_intervals(draft: Draft, times: int) -> None:
    """Write the intervals of every study's copies behind those of the studies."""
    path = intervals_path(draft.folder)
    begun, _, told = path.read_text().partition("intervals:\n")
    study = re.compile(r"(?<=^  - study: ).+$", re.MULTILINE)
    again = (study.sub(rf"\g<0>-{number}", told) for number in range(2, times + 1))
    path.write_text(f"{begun}intervals:\n{told}{''.join(again)}")


if __name__ == "__main__":
    grow(Path(sys.argv[1]), *map(int, sys.argv[2:]))
