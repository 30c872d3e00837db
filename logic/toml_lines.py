"""Where things stand in a file of TOML, whose parser keeps no lines."""

import re
import tomllib
from pathlib import Path

from logic.content.problems import Location, Problem


def not_toml(path: Path, text: str, error: tomllib.TOMLDecodeError) -> Problem:
    """Name the line where a file stops being TOML."""
    found = re.search(r"line (\d+)", str(error))
    line = int(found[1]) if found else len(text.splitlines())
    message = "This line cannot be read. Write `name = value`, and texts in quotation marks."
    return Problem(path, line, message)


def line_of(text: str, location: Location) -> int:
    """The line where a key is written; in a list of tables, within the right one of them."""
    lines = text.splitlines()
    begin, end = 0, len(lines)
    names = [part for part in location if isinstance(part, str)]
    if len(location) > 1 and isinstance(location[1], int):
        tables = [
            number
            for number, line in enumerate(lines)
            if re.match(rf"(?i)\s*\[\[\s*{location[0]}\s*\]\]", line)
        ]
        begin, end = [*tables, end][location[1] : location[1] + 2] if tables else (begin, end)
    for name in reversed(names):
        for number, line in enumerate(lines[begin:end], begin + 1):
            if re.match(
                rf"(?i)\s*\[*\s*(?:[\w-]+\.)*[\"']?{re.escape(name)}[\"']?\s*(?:=|\])", line
            ):
                return number
    return begin + 1
