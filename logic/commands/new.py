"""Write a blank for a new item, such as `new study_summaries elekt-d --condition ptsd`."""

import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from logic.blanks import blank
from logic.content.pack import KINDS, files
from logic.content.problems import ContentError, Problem
from logic.content.reading import SOURCE_LANGUAGE
from logic.content.wording import did_you_mean

IDENTIFIER = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def arguments(parser: ArgumentParser) -> None:
    """The kind and id of the item, and the conditions that it is about."""
    parser.add_argument("kind", metavar="KIND", help=f"one of: {', '.join(KINDS)}")
    parser.add_argument("id", metavar="ID", help="the name of the file, like two-words")
    parser.add_argument("--condition", action="append", default=[], metavar="ID")


def run(given: Namespace) -> int:
    """Write the file and name it; never over one that is there."""
    path = given.content / given.kind / f"{given.id}.{SOURCE_LANGUAGE}.md"
    if wrong := list(refusals(given, path)):
        raise ContentError(Problem(path, 1, message) for message in wrong)
    path.parent.mkdir(exist_ok=True)
    path.write_text(blank(given.kind, given.condition), encoding="utf-8")
    print(f"{path} is written. Replace every TODO in it; `python -m logic check` names them.")
    return 0


def refusals(given: Namespace, path: Path) -> Iterator[str]:
    """Why a blank cannot be written."""
    if given.kind not in KINDS:
        kinds = ", ".join(f"`{one}`" for one in KINDS)
        yield f"No kind is called `{given.kind}`.{did_you_mean(given.kind, KINDS)} Use {kinds}."
    if not IDENTIFIER.fullmatch(given.id):
        yield f"`{given.id}` cannot be an id. Write it like `two-words`."
    elif path.exists():
        yield "The file is there already. Open it, or choose another id."
    known = [one.name.split(".")[0] for one in files(given.content, "conditions/*")]
    for name in given.condition:
        if name not in known:
            hint = did_you_mean(name, known)
            yield f"No condition is called `{name}`.{hint} Name one that has a file."
