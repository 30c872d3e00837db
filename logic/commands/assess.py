"""Write a report of how the pack stands against published lists of what good information is."""

from argparse import ArgumentParser, Namespace
from pathlib import Path

from logic.assessing.report import report
from logic.assessing.rules import RULES
from logic.content.pack import read_draft, self_assessment_path
from logic.content.problems import ContentError, Problem


def arguments(parser: ArgumentParser) -> None:
    """Where the report goes."""
    parser.add_argument("--out", type=Path, default=Path("self-assessment.html"), metavar="FILE")


def run(given: Namespace) -> int:
    """Write the report and name it; where an answer breaks a rule, say so and write nothing."""
    draft = read_draft(given.content)
    if draft.self_assessment is None:
        path = self_assessment_path(given.content)
        raise ContentError([Problem(path, 1, "The file is missing. Put it back.")])
    if problems := [one for rule in RULES for one in rule(draft)]:
        raise ContentError(problems)
    page = report(draft, draft.self_assessment, given.out.parent)
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text(page, encoding="utf-8")
    print(given.out)
    return 0
