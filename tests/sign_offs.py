"""Sign-offs for the sample content, by a reviewer who is plainly invented. None is ever shipped."""

from collections.abc import Iterable
from datetime import date

from logic.content.items import Item
from logic.content.pack import KINDS, Pack, name_of
from logic.content.sign_offs import SignOff, approval

REVIEWER = "Test Reviewer, RN"
SIGNED_ON = date(2026, 2, 1)


def sign_off(item: Item) -> SignOff:
    """The approval of an item as it is."""
    return approval(name_of(item), item, REVIEWER, SIGNED_ON)


def items_of(pack: Pack) -> list[Item]:
    """Every item of a pack."""
    return [item for folder in KINDS for item in getattr(pack, folder)]


def hiding_drafts(pack: Pack, signed: Iterable[Item]) -> Pack:
    """A pack of a clinic that shows no drafts, some items of it signed off."""
    sign_offs = tuple(sign_off(item) for item in signed)
    return changed(pack, sign_offs=sign_offs, show_drafts=False)


def changed(pack: Pack, **fields: object) -> Pack:
    """A pack with some fields changed."""
    given = {name: getattr(pack, name) for name in Pack.model_fields}
    return Pack.model_construct(**{**given, **fields})
