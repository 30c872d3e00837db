"""Sign-offs: which reviewer approved which exact words and facts of an item, and when.

What is signed is the item as it was validated, in one normal form: its name, and every field that
does not hold its default, the names sorted, white space and letters written one way. So a line
broken elsewhere voids nothing, and neither does a field that a later version adds. Where a
paragraph or a list item ends is kept: that is part of what a reviewer saw.

The review dates are left out. They say when somebody last looked, and are no words or facts of the
item: a check that found nothing to change must not cost the clinician's approval.

Each record bears a seal, a hash of what else stands in it. An edit by hand breaks the seal, and is
so told apart from an item that was changed since.
"""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any

from pydantic import Field

from logic.content.items import Item
from logic.content.prose import blocks, plain
from logic.content.vocabulary import Content

CLOCK = {"last_reviewed", "next_review"}
NAME_AND_CREDENTIALS = r"^[^\s,][^,]*,\s*[^\s,].*$"


class SignOff(Content):
    """One reviewer's approval of one item: of the words and facts whose hash stands here.

    `title` is what the item was called, so that a person who reads the file knows it again.
    """

    item: str = Field(
        pattern=r"^[a-z_]+/[a-z0-9]+(-[a-z0-9]+)*$", examples=["guide_sections/ptsd-found"]
    )
    title: str = Field(min_length=1)
    reviewer: str = Field(pattern=NAME_AND_CREDENTIALS, examples=['"Name, credentials"'])
    date: date
    hash: str = Field(pattern=r"^[0-9a-f]{64}$")
    seal: str = Field(pattern=r"^[0-9a-f]{64}$")

    @property
    def is_edited(self) -> bool:
        """Whether somebody changed this record after it was made: its seal no longer fits."""
        return self.seal != seal_of(self.model_dump(mode="json", exclude={"seal"}))

    def approves(self, item: Item) -> bool:
        """Whether the item still says, word for word, what was approved."""
        return self.hash == hash_of(self.item, item)


class SignOffs(Content):
    """Every sign-off of one language."""

    sign_offs: tuple[SignOff, ...]


def approval(name: str, item: Item, reviewer: str, on: date) -> SignOff:
    """A reviewer's approval of an item as it is, sealed."""
    fields = {
        "item": name,
        "title": " ".join(plain(item.title).split()),
        "reviewer": reviewer,
        "date": on.isoformat(),
        "hash": hash_of(name, item),
    }
    return SignOff.model_validate({**fields, "seal": seal_of(fields)})


def seal_of(fields: Mapping[str, Any]) -> str:
    """The SHA-256 of what stands in a record beside its seal."""
    return sha256(json.dumps(fields, sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def holding(sign_offs: Iterable[SignOff], items: Mapping[str, Item]) -> dict[str, SignOff]:
    """The sign-offs that hold, by their item's name: it still says what was approved.

    Of two of one item neither does. Nobody guesses which of them was meant to.
    """
    given = tuple(sign_offs)
    times = Counter(one.item for one in given)
    alone = (one for one in given if times[one.item] == 1)
    whole = (one for one in alone if one.item in items and not one.is_edited)
    return {one.item: one for one in whole if one.approves(items[one.item])}


def hash_of(name: str, item: Item) -> str:
    """The SHA-256 of an item in its normal form, under its name such as `glossary/mania`."""
    return sha256(normal_form(name, item).encode()).hexdigest()


def normal_form(name: str, item: Item) -> str:
    """An item as one line of JSON that changes only when its words or facts do."""
    said = item.model_dump(mode="json", by_alias=True, exclude_defaults=True, exclude=CLOCK)
    return json.dumps([name, written_one_way(said)], sort_keys=True, ensure_ascii=False)


def written_one_way(value: object) -> object:
    """A value with every text in it composed (Unicode's NFC), each of its blocks on one line."""
    if isinstance(value, str):
        return on_single_lines(unicodedata.normalize("NFC", value))
    if isinstance(value, dict):
        return {key: written_one_way(child) for key, child in value.items()}
    if isinstance(value, list):
        return [written_one_way(child) for child in value]
    return value


def on_single_lines(text: str) -> str:
    """A text with one line for each paragraph and list item, and single spaces in it."""
    lines = text.splitlines()
    return "\n".join(
        ("- " if lines[number].lstrip().startswith("- ") else "") + " ".join(block.split())
        for number, block in blocks(text)
    )
