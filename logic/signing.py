"""Write a reviewer's sign-off into the file of sign-offs, and leave the rest of it as it is."""

import json
import re
from collections.abc import Sequence
from pathlib import Path

from logic.content.content_file import ContentFile, read_file, read_text
from logic.content.pack import sign_off_path
from logic.content.problems import ContentError, Problem
from logic.content.reading import SOURCE_LANGUAGE, build
from logic.content.sign_offs import SignOff, SignOffs
from logic.writing import in_place_of

ABOVE = """\
# Who approved which exact words and facts, and when. Written by `python -m logic sign`.
# A later change to the item voids its sign-off: the kiosk says "draft" again.
# To take an approval back, delete its lines. Steps: docs/tasks/review-content.md
sign_offs:
"""


def record(content: Path, signed: Sequence[SignOff], language: str = SOURCE_LANGUAGE) -> None:
    """Add sign-offs at the end of a language's file, each in place of an earlier one of its item.

    The file is written whole or not at all, and whatever else an editor wrote in it is kept.
    """
    path = sign_off_path(content, language)
    before, kept, text = list[SignOff](), list[SignOff](), ABOVE
    if path.exists():
        file, text = read_file(path), read_text(path)
        before = list(build(SignOffs, file).sign_offs)
        names = {one.item for one in signed}
        kept = [one for one in before if one.item not in names]
        old = [index for index, one in enumerate(before) if one.item in names]
        text = without(text, file, old)
    text = text.rstrip("\n") + "\n" + "".join(lines_of(one, indent_in(text)) for one in signed)
    write(path, text, [*kept, *signed])


def without(text: str, file: ContentFile, indexes: Sequence[int]) -> str:
    """The text of the file without some of its sign-offs; comments between them stay."""
    gone: set[int] = set()
    for index in indexes:
        lines = [line for place, line in file.lines.items() if place[:2] == ("sign_offs", index)]
        gone.update(range(min(lines), max(lines) + 1))
    kept = (line for number, line in enumerate(text.splitlines(), 1) if number not in gone)
    return "\n".join(kept)


def indent_in(text: str) -> str:
    """How far the file sets its list in: two spaces, unless an editor wrote it another way."""
    found = re.search(r"^( *)- ", text, re.MULTILINE)
    return found[1] if found else "  "


def lines_of(one: SignOff, indent: str) -> str:
    """A sign-off as it is written, each text in quotation marks."""
    fields = one.model_dump(mode="json")
    quoted = {name: json.dumps(fields[name], ensure_ascii=False) for name in ("title", "reviewer")}
    lines = [f"{name}: {value}" for name, value in (fields | quoted).items()]
    return f"{indent}- " + f"\n{indent}  ".join(lines) + "\n"


def write(path: Path, text: str, expected: Sequence[SignOff]) -> None:
    """Put a text in place of the file, once it was read back and holds what it should."""
    with in_place_of(path) as fresh:
        fresh.write_text(text, encoding="utf-8")
        if read_back(fresh) != tuple(expected):
            message = (
                "Nothing can be added to this file as it is written. "
                "Write each sign-off as `- item: ...` and its fields below, a line each, "
                "at the end."
            )
            raise ContentError([Problem(path, 1, message)])


def read_back(path: Path) -> tuple[SignOff, ...]:
    """The sign-offs of a file; none where it cannot be read."""
    try:
        return build(SignOffs, read_file(path)).sign_offs
    except ContentError:
        return ()
