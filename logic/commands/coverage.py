"""Print what the content covers and what of it is signed off, then what is missing."""

from argparse import Namespace

from logic.commands.check import translation_in
from logic.content.pack import languages, read_draft
from logic.coverage import coverage_lines, everything_is_covered
from logic.matrix import matrix_lines


def run(given: Namespace) -> int:
    """Print the matrix and the counts, then what is missing; 1 where anything is."""
    draft = read_draft(given.content)
    others = (translation_in(one, draft).draft for one in languages(given.content)[1:])
    drafts = [draft, *others]
    tables = ["\n".join(matrix_lines(one)) for one in drafts]
    print("\n\n".join([*tables, "\n".join(coverage_lines(draft))]))
    missing = list(everything_is_covered(draft))
    for problem in missing:
        print(problem)
    return 1 if missing else 0
