"""Read a content file into its model, or say what is wrong with each field of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from logic.content.content_file import ContentFile, Field, read_file
from logic.content.items import Item
from logic.content.problems import ContentError, Location, Problem
from logic.content.vocabulary import ID, Content
from logic.content.wording import errors_in, explain, named

SOURCE_LANGUAGE = "en"
PLACEHOLDER = "TODO"  # what a blank holds in place of every value

ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)
ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Line:
    """One line of a text that a visitor may read: where it stands, and what it says."""

    file: ContentFile
    location: Location
    number: int  # lines into the text, from 0
    text: str

    def problem(self, message: str) -> Problem:
        """Name a problem at this line."""
        return self.file.problem(self.location, message, self.number)


@dataclass(frozen=True)
class Entry(Generic[ItemT_co]):
    """An item, and the file it was read from."""

    item: ItemT_co
    file: ContentFile

    def problem(self, location: Location, message: str, further: int = 0) -> Problem:
        """Name a problem at the line where one of the item's fields is written."""
        return self.file.problem(location, message, further)

    def lines(self) -> Iterator[Line]:
        """Every line of every text of the item."""
        return lines_in(self.item, self.file)


def lines_in(content: Content, file: ContentFile) -> Iterator[Line]:
    """Every line of every text of what was read from a file."""
    for location, text in content.words():
        for number, line in enumerate(text.splitlines()):
            yield Line(file, location, number, line)


def read_entry(model: type[ItemT_co], path: Path) -> Entry[ItemT_co]:
    """Read an item; its file's name gives its id."""
    file = read_file(path)
    return Entry(build(model, file, id=identifier_of(path)), file)


def identifier_of(path: Path) -> str:
    """The id that a file's name gives its item; raises ContentError where it can be none."""
    ending = f".{SOURCE_LANGUAGE}.md"
    identifier = path.name.removesuffix(ending)
    if not re.fullmatch(ID, identifier):
        message = f"No file can be called `{path.name}`. Name it like `two-words{ending}`."
        raise ContentError([Problem(path, 1, message)])
    return identifier


def build(model: type[ModelT], file: ContentFile, **given: str) -> ModelT:
    """Validate what an author wrote, or say what is wrong with each field of it."""
    if not_written := list(unfinished(file, file.fields)):
        raise ContentError(not_written)
    if stated := given.keys() & file.fields.keys():
        message = "The file's own name says it: take the line out, or rename the file."
        raise ContentError(file.problem((name,), f"`{name}`: {message}") for name in stated)
    try:
        return model.model_validate({**file.fields, **given})
    except ValidationError as error:
        raise ContentError(
            Problem(file.path, file.line_of(detail["loc"]), explain(detail, model))
            for detail in errors_in(error)
        ) from error


def unfinished(file: ContentFile, value: Field, location: Location = ()) -> Iterator[Problem]:
    """Every place where a file still holds the placeholder of a blank: it is never shown."""
    if isinstance(value, str):
        for number, line in enumerate(value.splitlines()):
            if re.search(rf"\b{PLACEHOLDER}\b", line):
                message = f"`{named(location)}` is not written yet. Replace {PLACEHOLDER}."
                yield file.problem(location, message, number)
        return
    for key, child in value.items() if isinstance(value, dict) else enumerate(value):
        yield from unfinished(file, child, (*location, key))
