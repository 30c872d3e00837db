"""Print the reading grade of every guide section, the hardest first."""

from argparse import Namespace
from statistics import median

from logic.content.pack import read_draft
from logic.grade import section_grades


def run(given: Namespace) -> int:
    """Print one line for each section, then the median."""
    found = section_grades(read_draft(given.content))
    if not found:
        print("No guide section to read.")
        return 0
    for name, value in sorted(found.items(), key=lambda pair: -pair[1]):
        print(f"{value:5.1f}  {name}")
    print(f"{median(found.values()):5.1f}  the median of {len(found)} sections")
    return 0
