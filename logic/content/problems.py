"""What can be wrong with a file that people write, and how it is said."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

Location: TypeAlias = tuple[str | int, ...]  # a field, down to the item of a list within it


@dataclass(frozen=True, order=True)
class Problem:
    """One thing an editor must fix, at one line of one file."""

    path: Path
    line: int
    message: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.message}"


class ContentError(Exception):
    """Files that cannot be shown. Carries every problem, not only the first."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(str(problem) for problem in self.problems))


@contextmanager
def gathering(problems: list[Problem]) -> Iterator[None]:
    """Keep the problems of a file that cannot be read, and go on to the next."""
    try:
        yield
    except ContentError as error:
        problems.extend(error.problems)
