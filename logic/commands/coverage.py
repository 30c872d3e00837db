"""Print what the content covers, and what is missing."""

from argparse import Namespace

from logic.content.pack import read_draft
from logic.coverage import coverage_lines, everything_is_covered


def run(given: Namespace) -> int:
    """Print the counts, then what is missing; 1 where anything is."""
    draft = read_draft(given.content)
    for line in coverage_lines(draft):
        print(line)
    missing = list(everything_is_covered(draft))
    for problem in missing:
        print(problem)
    return 1 if missing else 0
