"""The kiosk's own words: every one is used, and each holds the placeholders that are filled."""

import re
from pathlib import Path
from typing import get_args

from logic.clinic.opening import Told
from logic.content.strings import (
    COUNTED_PLACEHOLDERS,
    PLACEHOLDERS,
    CountedLabels,
    Sentences,
)
from logic.printing.states import Kind
from pages.parts.staff_sentence import SENTENCES

PROJECT = Path(__file__).parents[2]


def labels() -> set[str]:
    """The name of every label, of whatever group."""
    return {name for group in Sentences.__subclasses__() for name in group.model_fields}


def code() -> str:
    """All code that lays out, makes tables, names works, or writes for paper and phones."""
    logic = PROJECT / "logic"
    names = ("tables.py", "works.py", "pictures/words.py")
    files = [*(PROJECT / "pages").rglob("*.py"), *(logic / name for name in names)]
    files += [one for of in ("phone", "handout", "clinic") for one in (logic / of).rglob("*.py")]
    return "\n".join(path.read_text(encoding="utf-8") for path in files)


def test_every_label_is_used_by_a_page() -> None:
    used = code()
    # These are looked up by the name of what they tell.
    by_name = {
        *get_args(Told),
        *get_args(Kind),
        *SENTENCES,
        *(f"name_of_{one}" for one in SENTENCES),
    }

    unused = [name for name in labels() - by_name if not re.search(rf"\.{name}\b", used)]

    assert by_name <= labels()
    assert unused == []


def test_all_that_is_said_of_a_number_is_used_by_a_page() -> None:
    used = code()

    names = CountedLabels.model_fields
    assert [name for name in names if not re.search(rf"\.{name}\b", used)] == []


def test_every_placeholder_belongs_to_a_label() -> None:
    assert set(PLACEHOLDERS) <= labels()
    assert set(COUNTED_PLACEHOLDERS) <= set(CountedLabels.model_fields)
