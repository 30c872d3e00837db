"""JSON Schemas of the content files, for an editor's completion and hints; `check` decides.

They say of a header what the models say. Written as an editor's YAML reader sees it: `yes` is a
word to it, a PMID a number. What stands below a header is not asked for in it.
"""

import json
from collections.abc import Iterator
from pathlib import Path
from types import NoneType
from typing import Any

from pydantic import BaseModel

from logic.content.items import AvoidedPhrases
from logic.content.pack import KINDS
from logic.content.self_assessment import SelfAssessment
from logic.content.strings import UiStrings
from logic.content.vocabulary import Words
from logic.content.wording import by_alias

DRAFT = "http://json-schema.org/draft-07/schema#"
ALL: dict[str, type[BaseModel]] = {
    **KINDS,
    "ui_strings": UiStrings,
    "avoided_phrases": AvoidedPhrases,
    "self_assessment": SelfAssessment,
}

Schema = dict[str, Any]


def write_schemas(folder: Path) -> Iterator[Path]:
    """Write the schema of every kind into a folder, and tell each file."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, model in ALL.items():
        path = folder / f"{name}.schema.json"
        path.write_text(schema_text(model), encoding="utf-8")
        yield path


def schema_text(model: type[BaseModel]) -> str:
    """The schema of a kind as its file holds it."""
    return json.dumps(schema(model), indent=2, ensure_ascii=False) + "\n"


def schema(model: type[BaseModel]) -> Schema:
    """The schema of the header of one kind; the file's name gives its `id`."""
    found: Schema = as_an_editor_reads(model.model_json_schema())
    for name in ("id", *never_written(model)):
        found["properties"].pop(name, None)
    elsewhere = {"id", *below(model)}
    found["required"] = [name for name in found["required"] if name not in elsewhere]
    return {"$schema": DRAFT, **found}


def below(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that are written below the header: `body`, and the texts that end the model."""
    fields = by_alias(model)
    texts: list[str] = []
    if issubclass(model, tuple(KINDS.values())):
        for name, field in reversed(fields.items()):
            if field.annotation not in (Words, Words | None):
                break
            texts.insert(0, name)
    known = fields.keys() - set(never_written(model))
    return tuple(name for name in ("body", *texts) if name in known)


def never_written(model: type[BaseModel]) -> tuple[str, ...]:
    """The fields that a kind has in common with all others, and leaves empty in every file."""
    return tuple(name for name, field in by_alias(model).items() if field.annotation is NoneType)


def as_an_editor_reads(form: Any) -> Any:  # noqa: ANN401 (any part of a schema)
    """A part of a schema, in terms of what an editor's YAML reader makes of a scalar."""
    if isinstance(form, list):
        return [as_an_editor_reads(one) for one in form]
    if not isinstance(form, dict):
        return form
    kept = {name: as_an_editor_reads(one) for name, one in form.items() if name != "default"}
    # A field may be left out; it is never written as nothing.
    options = [one for one in kept.pop("anyOf", []) if one != {"type": "null"}]
    if len(options) == 1:
        kept = options[0] | kept
    elif options:
        kept["anyOf"] = options
    if kept.get("type") == "boolean":
        del kept["type"]
        kept["enum"] = ["yes", "no", True, False]
    elif kept.get("type") == "string" and not {"enum", "format", "const"} & kept.keys():
        kept["type"] = ["string", "number"]
    return kept
