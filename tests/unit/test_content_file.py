"""Reading a content file: its fields as text, and the line of each."""

from pathlib import Path

from logic.content.content_file import ContentFile, read_file

TEXT = """\
---
country: NO
opens: 09:30
size: 1200
names:
  - one
  - two
deep:
  er: x
---

Before the parts.

## Certainty reason

Small studies.
And few.

## Found
"""


def read(folder: Path, text: str = TEXT, name: str = "item.en.md") -> ContentFile:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return read_file(path)


def test_values_stay_as_their_author_wrote_them(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.fields["country"] == "NO"
    assert file.fields["opens"] == "09:30"
    assert file.fields["size"] == "1200"


def test_a_text_is_split_at_its_parts(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.fields["body"] == "Before the parts."
    assert file.fields["certainty-reason"] == "Small studies.\nAnd few."
    assert file.fields["found"] == ""
    assert file.parts == {"body", "certainty-reason", "found"}


def test_every_field_knows_its_line(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.line_of(("names", 1)) == 7
    assert file.line_of(("deep", "er")) == 9
    assert file.line_of(("body",)) == 12
    assert file.line_of(("certainty-reason",)) == 16


def test_a_part_without_words_stands_on_the_line_of_its_name(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.line_of(("found",)) == 19


def test_a_place_that_was_not_written_is_told_at_the_field_around_it(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.line_of(("deep", "missing", 3)) == 8
    assert file.line_of(("missing",)) == 2


def test_lines_are_counted_on_within_a_part_but_not_within_the_header(tmp_path: Path) -> None:
    file = read(tmp_path)

    assert file.problem(("certainty-reason",), "Wrong.", 1).line == 17
    assert file.problem(("country",), "Wrong.", 1).line == 2


def test_a_file_that_is_all_yaml_begins_at_its_first_line(tmp_path: Path) -> None:
    file = read(tmp_path, "# Words.\nhello: Hi\n", "en.yaml")

    assert file.fields == {"hello": "Hi"}
    assert file.line_of(("hello",)) == 2
    assert file.line_of(("missing",)) == 1
