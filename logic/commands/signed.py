"""Print which sign-offs hold, and which are void because the item was changed."""

from argparse import Namespace

from logic.content.pack import read_draft
from logic.content.sign_offs import holding


def run(given: Namespace) -> int:
    """Print one line for each sign-off, the void ones first, then how many there are."""
    draft = read_draft(given.content)
    items = draft.items()
    held = holding(draft.sign_offs, items)
    void = [one for one in draft.sign_offs if one.item in items and one.item not in held]
    for one in void:
        print(f"void   {one.item}: changed since {one.reviewer} approved it on {one.date}")
    for one in held.values():
        print(f"holds  {one.item}: {one.reviewer}, {one.date}")
    print(f"{len(held)} of {len(items)} items signed off; {len(void)} void, drafts again.")
    return 0
