"""What a kiosk keeps of its content as it was judged, told from whatever else it may keep."""

import re
from functools import cache
from pathlib import Path

from logic import judging

SUM = re.compile(rb"[0-9a-f]{64}")


def is_what_was_judged(path: Path, content: Path) -> bool:
    """Whether a file is the kept judgement of a folder: its name, its sum, and that content."""
    lines = path.read_bytes().split(b"\n") if path.name == "judged.json" else []
    return (
        bool(lines[2:]) and lines[2:] == [as_kept(content)] and all(map(SUM.fullmatch, lines[:2]))
    )


@cache
def as_kept(content: Path) -> bytes:
    """A folder of content as it is kept once it is judged."""
    return judging.written(judging.judge(content))
