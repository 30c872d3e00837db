"""Copy the content, with an invented language in it that shows what another one needs.

The language is longer and accented, and written from right to left. Look at the copy with
`KIOSK_CONTENT=FOLDER make run`: what reads as English in it was never given as words.
"""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from logic.content.problems import ContentError, Problem
from logic.pseudo import LANGUAGE, add_to


def arguments(parser: ArgumentParser) -> None:
    """Where to write the copy."""
    parser.add_argument(
        "folder", type=Path, metavar="FOLDER", help="a folder that is not there yet"
    )


def run(given: Namespace) -> int:
    """Write the copy and name it; never over one that is there."""
    if given.folder.exists():
        message = "The folder is there already. Delete it, or name another."
        raise ContentError([Problem(given.folder, 1, message)])
    add_to(given.content, given.folder)
    print(f"{given.folder} holds the content, in the language `{LANGUAGE}` too.")
    return 0
