"""The kiosk's own words: every one is used, and each holds the placeholders that are filled."""

import re
from pathlib import Path
from typing import get_args

from logic.clinic.opening import Told
from logic.content.strings import (
    COUNTED_PLACEHOLDERS,
    PLACEHOLDERS,
    ContactLabels,
    CountedLabels,
    HandoutLabels,
    Labels,
    Sentences,
)
from pages.parts.staff_sentence import SENTENCES

PROJECT = Path(__file__).parents[2]


def code() -> str:
    """All code that lays out or makes tables."""
    logic = PROJECT / "logic"
    files = [*(PROJECT / "pages").rglob("*.py"), logic / "tables.py", logic / "pictures/words.py"]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_label_is_used_by_a_page() -> None:
    used = code()

    unused = [name for name in Labels.model_fields if not re.search(rf"\.{name}\b", used)]

    assert unused == []


def test_all_that_is_said_of_a_number_is_used_by_a_page() -> None:
    used = code()

    names = CountedLabels.model_fields
    assert [name for name in names if not re.search(rf"\.{name}\b", used)] == []


def test_whatever_is_said_of_contacts_is_used_by_a_page() -> None:
    used, names = code(), set(ContactLabels.model_fields)
    by_name = {*get_args(Told), *SENTENCES, *(f"name_of_{one}" for one in SENTENCES)}

    unused = [one for one in names - by_name if not re.search(rf"\.{one}\b", used)]

    assert by_name <= names
    assert unused == []


def test_every_label_of_the_paper_is_used_on_it() -> None:
    used = (PROJECT / "logic/handout/making.py").read_text(encoding="utf-8")

    names = HandoutLabels.model_fields
    assert [name for name in names if not re.search(rf"\.{name}\b", used)] == []


def test_every_placeholder_belongs_to_a_label() -> None:
    named = {name for group in Sentences.__subclasses__() for name in group.model_fields}

    assert set(PLACEHOLDERS) <= named
    assert set(COUNTED_PLACEHOLDERS) <= set(CountedLabels.model_fields)
