"""Read one content file as its author wrote it, remembering where each field stands.

YAML scalars are kept as text, and the models decide what is a date, a number or a
yes/no. So `NO` stays a country code and `09:30` stays a time. A text below the header is split at
its `## Name` lines: each part is the field of that name, what stands before them is `body`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import TypeAlias

import yaml

from logic.content.problems import ContentError, Location, Problem
from logic.content.yaml_wording import said_of

Field: TypeAlias = "str | list[Field] | dict[str, Field]"

FENCE = "---\n"
PART = "## "


@dataclass(frozen=True)
class ContentFile:
    """A content file: its fields, the line of each, and which of them stand below the header."""

    path: Path
    fields: dict[str, Field]
    lines: dict[Location, int]
    parts: frozenset[str] = field(default_factory=frozenset)

    def line_of(self, location: Location) -> int:
        """Line of a field, or of the nearest field around it."""
        while location not in self.lines:
            location = location[:-1]
        return self.lines[location]

    def problem(self, location: Location, message: str, further: int = 0) -> Problem:
        """Name a problem at a field's line, or so many lines further on in a part's text."""
        inside = further if location[:1] and location[0] in self.parts else 0
        return Problem(self.path, self.line_of(location) + inside, message)


def read_file(path: Path) -> ContentFile:
    """Read a Markdown file with a YAML header, or a file that is all YAML."""
    return parsed(path, read_text(path))


@lru_cache(maxsize=2000)  # of many files that are read again, few have changed: an editor waits
def parsed(path: Path, text: str) -> ContentFile:
    """Take the text of a file apart."""
    if path.suffix == ".yaml":
        return parse_header(path, text, first_line=1)
    before, _, rest = f"{text}\n".partition(FENCE)
    header, fence, body = rest.partition(f"\n{FENCE}")
    if before or not fence:
        message = "The file must begin with a header between two `---` lines."
        raise ContentError([Problem(path, 1, message)])
    above = parse_header(path, header, first_line=2)
    return with_parts(above, body, first_line=header.count("\n") + 4)


def read_text(path: Path) -> str:
    """A file's text, its line ends made alike."""
    try:
        text = path.read_bytes().decode("utf-8-sig")
    except FileNotFoundError as error:
        raise ContentError([Problem(path, 1, "The file is missing. Put it back.")]) from error
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        message = "This is not UTF-8 text. Save the file with the encoding UTF-8."
        raise ContentError([Problem(path, line, message)]) from error
    if not text.strip():
        raise ContentError([Problem(path, 1, "The file is empty. Write it, or delete it.")])
    return text.replace("\r\n", "\n")


def with_parts(above: ContentFile, text: str, *, first_line: int) -> ContentFile:
    """Add the text below a header: `body`, then every part under its `## Name`."""
    fields, lines, repeated = dict(above.fields), dict(above.lines), list[Problem]()
    for name, line, words in parts(text, first_line):
        if name in fields:
            repeated.append(Problem(above.path, line, f"`{name}` is written twice. Keep one."))
        fields[name] = words
        lines[name,] = line
    if repeated:
        raise ContentError(repeated)
    return ContentFile(above.path, fields, lines, frozenset(fields.keys() - above.fields.keys()))


def parts(text: str, first_line: int) -> Iterator[tuple[str, int, str]]:
    """Each part of a text: the field it is, the line its words begin on, and the words.

    A part without words stands on the line of its name.
    """
    name, begun, kept = "body", first_line, list[str]()
    for number, line in enumerate([*text.splitlines(), PART], first_line):
        if not line.startswith(PART):
            kept.append(line)
            continue
        words = "\n".join(kept)
        if words.strip() or name != "body":
            blank = len(words) - len(words.lstrip("\n"))
            yield name, begun + (blank if words.strip() else -1), words.strip()
        name, begun, kept = line[3:].strip().lower().replace(" ", "-"), number + 1, []


def parse_header(path: Path, header: str, *, first_line: int) -> ContentFile:
    """Parse a YAML header, keeping the line of every field in it."""
    lines: dict[Location, int] = {(): first_line}
    repeated: list[Problem] = []

    def plain(node: yaml.Node, location: Location) -> Field:
        lines.setdefault(location, first_line + node.start_mark.line)
        if isinstance(node, yaml.SequenceNode):
            return [plain(child, (*location, index)) for index, child in enumerate(node.value)]
        if isinstance(node, yaml.MappingNode):
            return dict(entries(node, location))
        return str(node.value)

    def entries(node: yaml.MappingNode, location: Location) -> Iterator[tuple[str, Field]]:
        for key, value in node.value:
            name, line = str(key.value), first_line + key.start_mark.line
            if (*location, name) in lines:
                repeated.append(Problem(path, line, f"`{name}` is written twice. Keep one."))
            lines[*location, name] = line
            yield name, plain(value, (*location, name))

    fields = dict(entries(compose(path, header, first_line), ()))
    if repeated:
        raise ContentError(repeated)
    return ContentFile(path, fields, lines)


def compose(path: Path, header: str, first_line: int) -> yaml.MappingNode:
    """Parse a header into YAML nodes, every scalar a text."""

    def refuse(mark: object, message: str) -> ContentError:
        return ContentError([Problem(path, first_line + getattr(mark, "line", 0), message)])

    lines = header.split("\n")
    try:
        for event in yaml.parse(header, Loader=yaml.CBaseLoader):
            if isinstance(event, yaml.AliasEvent):
                message = f"`*{event.anchor}` points elsewhere. Write the value out in full."
                raise refuse(event.start_mark, message)
            if isinstance(event, yaml.ScalarEvent) and cut_short(event, lines):
                message = "What stands behind ` #` is not read. Put the text in quotation marks."
                raise refuse(event.end_mark, message)
        root = yaml.compose(header, Loader=yaml.CBaseLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark
        at = behind(lines, mark.line, mark.column)[:1] if mark else ""
        raise refuse(mark, said_of(error.problem or "", at)) from error
    except yaml.reader.ReaderError as error:
        message = "A character here cannot be shown. Delete it and type the text again."
        raise refuse(None, message) from error
    if not isinstance(root, yaml.MappingNode):
        raise refuse(None, "The header must be `field: value` lines.")
    return root


def cut_short(event: yaml.ScalarEvent, lines: list[str]) -> bool:
    """Whether a text without quotation marks ends at ` #`, as YAML takes the rest for a note."""
    end = event.end_mark
    if event.style or not event.value or end is None:
        return False
    return behind(lines, end.line, end.column).lstrip().startswith("#")


def behind(lines: list[str], line: int, column: int) -> str:
    """What stands in a line from a column on."""
    return "".join(lines[line : line + 1])[column:]


def written(fields: Mapping[str, Field]) -> str:
    """Fields as a header holds them, each text on one line."""
    told = yaml.safe_dump(fields, sort_keys=False, allow_unicode=True, width=100_000)
    return str(told)
