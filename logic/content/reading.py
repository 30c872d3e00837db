"""Read a content file into its model, or say what is wrong with each field of it."""

from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel, ValidationError

from logic.content.content_file import ContentFile, Location, read_file
from logic.content.items import Item
from logic.content.problems import ContentError, Problem
from logic.content.wording import errors_in, explain

SOURCE_LANGUAGE = "en"

ItemT_co = TypeVar("ItemT_co", bound=Item, covariant=True)
ModelT = TypeVar("ModelT", bound=BaseModel)


@dataclass(frozen=True)
class Entry(Generic[ItemT_co]):
    """An item, and the file it was read from."""

    item: ItemT_co
    file: ContentFile

    def problem(self, location: Location, message: str, further: int = 0) -> Problem:
        """Name a problem at the line where one of the item's fields is written."""
        return self.file.problem(location, message, further)


def read_entry(model: type[ItemT_co], path: Path) -> Entry[ItemT_co]:
    """Read an item; its file's name gives its id."""
    file = read_file(path)
    identifier = path.name.removesuffix(f".{SOURCE_LANGUAGE}.md")
    return Entry(build(model, file, id=identifier), file)


def build(model: type[ModelT], file: ContentFile, **given: str) -> ModelT:
    """Validate what an author wrote, or say what is wrong with each field of it."""
    try:
        return model.model_validate({**file.fields, **given})
    except ValidationError as error:
        raise ContentError(
            Problem(file.path, file.line_of(detail["loc"]), explain(detail, model))
            for detail in errors_in(error)
        ) from error
