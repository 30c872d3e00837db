"""The JSON Schemas for editors: up to date, and never at odds with what `check` accepts."""

import os
import re
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from logic.__main__ import main
from logic.commands.schemas import FOLDER
from logic.content.content_file import Field, read_file
from logic.content.pack import KINDS
from logic.schemas import ALL, below, schema, schema_text
from tests.conftest import SAMPLE, SHIPPED

FILES = [
    path
    for content in (SAMPLE, SHIPPED)
    for name in ALL
    for path in sorted([*(content / name).glob("*.en.md"), *(content / name).glob("*.yaml")])
]
INTEGER = re.compile(r"[-+]?\d+")
NUMBER = re.compile(r"[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?")
MISTAKES = [
    ("glossary", "tea", {"titel": "Tea"}, "titel"),
    ("glossary", "tea", {"title": None}, "title"),
    ("glossary", "tea", {"next_review": "soon"}, "soon"),
    ("study_summaries", "river-trial", {"study_design": "guess"}, "guess"),
    ("study_summaries", "river-trial", {"published": "lately"}, "lately"),
    ("study_summaries", "river-trial", {"conditions": []}, "[]"),
    ("study_summaries", "river-trial", {"source": "River Paper"}, "River Paper"),
    ("study_summaries", "river-trial", {"outcomes": [{"name": "Tea"}]}, "about"),
    ("conditions", "grey-days", {"about_suicide": "perhaps"}, "perhaps"),
]


def as_an_editor_reads(value: Field) -> Any:  # noqa: ANN401 (any YAML value)
    """A field as an editor's YAML reader sees it: YAML 1.2, its core schema."""
    if isinstance(value, list):
        return [as_an_editor_reads(one) for one in value]
    if isinstance(value, dict):
        return {name: as_an_editor_reads(one) for name, one in value.items()}
    if value in ("true", "false"):
        return value == "true"
    if INTEGER.fullmatch(value):
        return int(value)
    return float(value) if NUMBER.fullmatch(value) else value


def header(path: Path) -> dict[str, Any]:
    """What stands between the `---` lines of a file, or all of a YAML file."""
    file = read_file(path)
    above = {name: one for name, one in file.fields.items() if name not in file.parts}
    return {name: as_an_editor_reads(one) for name, one in above.items()}


def complaints(name: str, found: dict[str, Any]) -> list[str]:
    """What an editor would underline."""
    validator = Draft7Validator(schema(ALL[name]), format_checker=Draft7Validator.FORMAT_CHECKER)
    return [error.message for error in validator.iter_errors(found)]


WITHOUT_BODY = ("questions", "concerns", "recalls")


@pytest.mark.parametrize("name", ALL)
def test_the_schemas_that_are_kept_are_up_to_date(name: str) -> None:
    kept = (FOLDER / f"{name}.schema.json").read_text(encoding="utf-8")

    assert kept == schema_text(ALL[name]), "Run `make docs`."


def test_no_schema_is_kept_of_a_kind_that_is_gone() -> None:
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.schema.json" for name in ALL}


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_editor_underlines_what_check_accepts(path: Path) -> None:
    assert complaints(path.parent.name, header(path)) == []


@pytest.mark.parametrize(("kind", "name", "change", "told"), MISTAKES)
def test_an_editor_underlines_a_mistake(
    kind: str, name: str, change: dict[str, Any], told: str
) -> None:
    found = header(SAMPLE / kind / f"{name}.en.md") | change
    kept = {field: value for field, value in found.items() if value is not None}

    assert any(told in message for message in complaints(kind, kept))


@pytest.mark.parametrize("kind", KINDS)
def test_the_texts_below_a_header_are_those_that_files_write_there(kind: str) -> None:
    for path in sorted((SHIPPED / kind).glob("*.en.md")):
        file = read_file(path)

        assert file.parts <= set(below(KINDS[kind]))
        assert not (file.fields.keys() - file.parts) & set(below(KINDS[kind]))


@pytest.mark.parametrize("name", ALL)
def test_a_schema_has_every_field_and_says_what_its_kind_is(name: str) -> None:
    found, fields = schema(ALL[name]), ALL[name].model_fields.items()

    written = {field.alias or own for own, field in fields} - {"id"}
    if name in WITHOUT_BODY:
        written -= {"body"}
    assert found["properties"].keys() == written
    assert found["title"]
    assert found["description"]


def test_schemas_are_written_where_they_are_asked_for(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = main(["schemas", str(tmp_path / "new")])

    written = sorted(os.path.relpath(path) for path in (tmp_path / "new").iterdir())
    assert status == 0
    assert sorted(capsys.readouterr().out.splitlines()) == written
    assert len(written) == len(ALL)
