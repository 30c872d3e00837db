"""Rules about sign-offs: each is of one item that exists, as it was made, and from no day to come.

That an item was changed since breaks no rule: its sign-off is void, and it is a draft again.
"""

from collections.abc import Iterator

from logic.clock import today
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.wording import did_you_mean


def every_sign_off_is_of_an_item(draft: Draft) -> Iterator[Problem]:
    """Every sign-off names an item that has a file."""
    known = draft.items()
    for index, one in enumerate(draft.sign_offs):
        if one.item not in known:
            hint = did_you_mean(one.item, known)
            message = f"No item is called `{one.item}`.{hint} Name one that has a file."
            yield problem(draft, index, "item", message)


def an_item_is_signed_off_once(draft: Draft) -> Iterator[Problem]:
    """No item has two sign-offs, so that nobody must guess which one holds."""
    seen: set[str] = set()
    for index, one in enumerate(draft.sign_offs):
        if one.item in seen:
            yield problem(draft, index, "item", f"`{one.item}` is signed off twice. Keep one.")
        seen.add(one.item)


def no_sign_off_is_edited(draft: Draft) -> Iterator[Problem]:
    """No sign-off was changed by hand. This stops no kiosk: the item is a draft again."""
    for index, one in enumerate(draft.sign_offs):
        if one.is_edited:
            message = (
                f"The record of `{one.item}` was edited by hand. Delete its lines, or sign again."
            )
            yield problem(draft, index, "item", message)


def no_sign_off_is_from_a_day_to_come(draft: Draft) -> Iterator[Problem]:
    """No sign-off is dated later than today. This stops no kiosk: its clock may be slow."""
    for index, one in enumerate(draft.sign_offs):
        if one.date > today():
            message = f"{one.date} has not come yet. Write the day on which it was signed."
            yield problem(draft, index, "date", message)


def problem(draft: Draft, index: int, field: str, message: str) -> Problem:
    """Name a problem at the line of one field of one sign-off."""
    if draft.sign_off_file is None:
        raise LookupError("Only a draft with a file of sign-offs has any.")
    return draft.sign_off_file.problem(("sign_offs", index, field), message)


RULES: tuple[Rule, ...] = (every_sign_off_is_of_an_item, an_item_is_signed_off_once)
EDITORS_RULES: tuple[Rule, ...] = (no_sign_off_is_edited, no_sign_off_is_from_a_day_to_come)
