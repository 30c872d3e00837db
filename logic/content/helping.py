"""The words for somebody who helps another person: "the person you are with" in place of "you".

The forms stand in the content, under `helping` of each item and of the UI strings. Nothing here
makes one out of a text: who is meant by "you" is for an editor to judge.
"""

from collections.abc import Mapping
from typing import Any, TypeVar

from logic.content.items import Item
from logic.content.pack import KINDS, Pack
from logic.content.problems import Location
from logic.content.strings import UiHelping, UiStrings
from logic.content.vocabulary import Content, Words

HELPING = "helping"

ContentT = TypeVar("ContentT", bound=Content)
ItemT = TypeVar("ItemT", bound=Item)


def for_a_helper(pack: Pack) -> Pack:
    """The pack with every such form in place; what does not turn is shared with the pack given."""
    kinds = {folder: all_turned(getattr(pack, folder)) for folder in KINDS}
    turned = {**kinds, "ui_strings": ui_turned(pack.ui_strings), "turned_from": pack}
    # Nothing is copied over that was worked out from the words as they were.
    return Pack.model_construct(None, **{**dict(pack), **turned})


def all_turned(items: tuple[Item, ...]) -> tuple[Item, ...]:
    """Items with their forms for a helper in place; the very same tuple where none turns."""
    said = tuple(turned(one) for one in items)
    return said if any(a is not b for a, b in zip(said, items, strict=True)) else items


def turned(item: ItemT) -> ItemT:
    """An item with its forms for a helper in place; the very same one where none differs."""
    return with_words(item, item.helping)


def ui_turned(ui: UiStrings) -> UiStrings:
    """The UI strings with their forms for a helper in place."""
    groups = {name: getattr(ui, name) for name in UiHelping.model_fields}
    said = {name: with_words(one, getattr(ui.helping, name)) for name, one in groups.items()}
    changed = {name: one for name, one in said.items() if one is not groups[name]}
    return ui.model_copy(update=changed) if changed else ui


def with_words(content: ContentT, forms: Mapping[str, Words]) -> ContentT:
    """Content that says these words under the names that authors write."""
    names = {author: name for name, author in authors_names(content).items()}
    changed: dict[str, Any] = {
        names[author]: words
        for author, words in forms.items()
        if getattr(content, names[author]) != words
    }
    return content.model_copy(update=changed) if changed else content


def authors_names(content: Content) -> dict[str, str]:
    """Each field by its name in the code, with the name under which authors write it."""
    return {name: field.alias or name for name, field in type(content).model_fields.items()}


def field_of(location: Location) -> str | int:
    """The field whose words stand at a place: under `helping` it is the one that is turned."""
    return location[1] if location[0] == HELPING else location[0]
