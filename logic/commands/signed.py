"""Print which sign-offs hold, and which are void: the item was changed, or the record edited."""

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
        changed = f"changed since {one.reviewer} approved it on {one.date}"
        print(f"void   {one.item}: {'its record was edited by hand' if one.is_edited else changed}")
    for one in held.values():
        print(f"holds  {one.item}: {one.reviewer}, {one.date}")
    print(f"{len(held)} of {len(items)} items signed off; {len(void)} void, drafts again.")
    return 0
