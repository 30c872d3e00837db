"""Files that are written whole or not at all."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


@contextmanager
def in_place_of(path: Path) -> Iterator[Path]:
    """A fresh file to write, which takes the place of another once nothing went wrong with it."""
    path.parent.mkdir(exist_ok=True)
    fresh = path.with_name(f".{path.name}")  # hidden, so that no reader opens it meanwhile
    try:
        yield fresh
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)
