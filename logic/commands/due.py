"""List what must be looked at again: what is overdue, and what falls due in 90 days."""

from argparse import Namespace

from logic.clock import falling_due, today
from logic.content.pack import read_draft


def run(given: Namespace) -> int:
    """Print each span of days with its files, the oldest first, then how many there are."""
    draft = read_draft(given.content)
    sums = []
    for span, entries in falling_due(draft, today()):
        for entry in entries:
            print(f"{entry.item.next_review}  {entry.file.path}  ({span})")
        sums.append(f"{len(entries)} {span}")
    print(f"{', '.join(sums)}; {len(draft.entries)} items in all.")
    return 0
