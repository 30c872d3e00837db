"""Commands for content editors. Try `python -m logic check`."""

import argparse
import os
from collections.abc import Callable
from pathlib import Path
from statistics import median

from logic.content.items import Condition
from logic.content.pack import content_folder, read_draft
from logic.content.problems import ContentError, Problem
from logic.coverage import coverage_lines, everything_is_covered
from logic.grade import no_section_is_too_hard, section_grades
from logic.rules import RULES
from logic.rules.document import document
from logic.settings import read_settings, settings_file

EDITORS_RULES = (*RULES, no_section_is_too_hard, everything_is_covered)


def check(content: Path) -> int:
    """Say what is wrong with the content, one problem on each line."""
    problems = problems_in(content)
    for problem in sorted(set(problems)):
        print(problem)
    print(f"{len(set(problems))} to fix." if problems else "Nothing to fix.")
    return 1 if problems else 0


def problems_in(content: Path) -> list[Problem]:
    """Every problem of a content folder: what stops a kiosk, and what stops only a release."""
    try:
        draft = read_draft(content)
    except ContentError as error:
        return list(error.problems)
    return [problem for rule in EDITORS_RULES for problem in rule(draft)]


def grades(content: Path) -> int:
    """Print the reading grade of every guide section, the hardest first."""
    found = section_grades(read_draft(content))
    if not found:
        print("No guide section to read.")
        return 0
    for name, value in sorted(found.items(), key=lambda pair: -pair[1]):
        print(f"{value:5.1f}  {name}")
    print(f"{median(found.values()):5.1f}  the median of {len(found)} sections")
    return 0


def coverage(content: Path) -> int:
    """Print what the content covers, and what is missing."""
    draft = read_draft(content)
    for line in coverage_lines(draft):
        print(line)
    missing = list(everything_is_covered(draft))
    for problem in missing:
        print(problem)
    return 1 if missing else 0


def rules(_: Path) -> int:
    """Print the list of rules, as it stands in docs/rules.md."""
    print(document(EDITORS_RULES), end="")
    return 0


def port(content: Path) -> int:
    """Print the port that the clinic's kiosk.toml names."""
    conditions = read_draft(content).ids(Condition)
    print(read_settings(settings_file(), conditions).port)
    return 0


COMMANDS: dict[str, Callable[[Path], int]] = {
    "check": check,
    "reading": grades,
    "coverage": coverage,
    "rules": rules,
    "port": port,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m logic", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, run in COMMANDS.items():
        command = commands.add_parser(name, help=run.__doc__)
        command.add_argument("content", nargs="?", type=Path, default=content_folder())
    given = parser.parse_args(arguments)
    try:
        return COMMANDS[given.command](Path(os.path.relpath(given.content)))
    except ContentError as error:
        print(error)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
