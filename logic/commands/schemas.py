"""Write a JSON Schema of every kind, for editors that complete and check a header as you type."""

import os
from argparse import ArgumentParser, Namespace
from pathlib import Path

from logic.schemas import write_schemas

FOLDER = Path(__file__).parents[2] / "docs" / "schemas"


def arguments(parser: ArgumentParser) -> None:
    """The folder to write into."""
    parser.add_argument("folder", nargs="?", type=Path, default=FOLDER)


def run(given: Namespace) -> int:
    """Write the files and name each."""
    for path in write_schemas(Path(os.path.relpath(given.folder))):
        print(path)
    return 0
