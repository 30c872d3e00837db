"""What an editor is told of a file of sign-offs that was changed by hand, each at its line.

That an item was changed is no mistake: its sign-off is void, and it is a draft again.
"""

from pathlib import Path

import pytest

from logic.commands.check import problems_in
from logic.content.pack import Draft, load_pack, read_draft, sign_off_path
from logic.content.problems import ContentError
from logic.rules import RULES
from logic.signing import record
from tests.conftest import Edit
from tests.sign_offs import sign_off

REVIEWER_OF_LEAF = 'title: "Leaf"\n    reviewer: "Test Reviewer, RN"'

MISTAKES = [
    (
        "\nsign_offs:\n",
        "\nsignoffs:\n",
        (
            ":4: `signoffs` is not a field of SignOffs. Did you mean `sign_offs`?\n"
            "{path}:1: `sign_offs` is missing."
        ),
    ),
    (
        "  - item: glossary/tea\n",
        "  - item: tea\n",
        ":5: `sign_offs.1.item` cannot be 'tea'. Write it like `guide_sections/ptsd-found`.",
    ),
    (
        '    title: "Tea"\n    reviewer: "Test Reviewer, RN"\n',
        '    title: "Tea"\n    reviewer: Test Reviewer\n',
        (
            ":7: `sign_offs.1.reviewer` cannot be 'Test Reviewer'. "
            'Write it like `"Name, credentials"`.'
        ),
    ),
    (
        "    date: 2026-02-01\n    hash: {tea}\n",
        "    date: Sunday\n    hash: {tea}\n",
        ":8: `sign_offs.1.date` must be a date written YYYY-MM-DD, not 'Sunday'.",
    ),
    (
        "    hash: {tea}\n",
        "    hash: {tea}0\n",
        ":9: `sign_offs.1.hash` cannot be '{tea}0'.",
    ),
    (
        "    hash: {tea}\n",
        "    hash: {tea}\n    note: Fine\n",
        ":10: `sign_offs.1.note` is not a field of SignOff.",
    ),
    ("    hash: {tea}\n", "", ":5: `sign_offs.1.hash` is missing."),
    (
        "  - item: glossary/tea\n",
        "  - item: glossary/tae\n",
        (
            ":5: No item is called `glossary/tae`. Did you mean `glossary/tea`? "
            "Name one that has a file.\n"
            "{path}:5: The record of `glossary/tae` was edited by hand. "
            "Delete its lines, or sign again."
        ),
    ),
    (
        "  - item: glossary/leaf\n",
        "  - item: glossary/tea\n",
        (
            ":11: `glossary/tea` is signed off twice. Keep one.\n"
            "{path}:11: The record of `glossary/tea` was edited by hand. "
            "Delete its lines, or sign again."
        ),
    ),
    (
        "    date: 2026-02-01\n    hash: {leaf}\n",
        "    date: 2026-03-02\n    hash: {leaf}\n",
        (
            ":14: 2026-03-02 has not come yet. Write the day on which it was signed.\n"
            "{path}:11: The record of `glossary/leaf` was edited by hand. "
            "Delete its lines, or sign again."
        ),
    ),
]


@pytest.fixture
def signed(sample: Path, draft: Draft) -> Path:
    """The sample with two items signed off."""
    items = draft.items()
    record(sample, [sign_off(items["glossary/tea"]), sign_off(items["glossary/leaf"])])
    return sample


def edited(content: Path, draft: Draft, old: str, new: str, told: str) -> str:
    """Change the file of sign-offs by hand; what must be told of it."""
    path, items = sign_off_path(content), draft.items()
    hashes = {name: sign_off(items[f"glossary/{name}"]).hash for name in ("tea", "leaf")}
    old, new = old.format(**hashes), new.format(**hashes)
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{old!r} must appear once"
    path.write_text(text.replace(old, new), encoding="utf-8")
    return f"{path}{told.format(path=path, **hashes)}"


def test_good_sign_offs_are_no_problem(signed: Path) -> None:
    assert [one for one in problems_in(signed) if one.path == sign_off_path(signed)] == []


KINDS_OF_MISTAKE = (
    *("file", "item", "reviewer", "date", "hash", "field", "missing"),
    *("no item", "twice", "to come"),
)


@pytest.mark.parametrize(("old", "new", "told"), MISTAKES, ids=KINDS_OF_MISTAKE)
def test_a_mistake_is_told_at_its_line(
    signed: Path, draft: Draft, old: str, new: str, told: str
) -> None:
    expected = edited(signed, draft, old, new, told)

    problems = [one for one in problems_in(signed) if one.path == sign_off_path(signed)]

    assert sorted(map(str, problems)) == sorted(expected.splitlines())


def test_with_a_mistake_nothing_of_the_file_is_lost(signed: Path, draft: Draft) -> None:
    edited(signed, draft, "    hash: {tea}\n", "    hash: {tea}0\n", "")
    before = sign_off_path(signed).read_text()

    with pytest.raises(ContentError):
        read_draft(signed)

    assert sign_off_path(signed).read_text() == before


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('title: "Leaf"', 'title: "Leaves"'),
        ("date: 2026-02-01\n    hash: {leaf}", "date: 2026-02-02\n    hash: {leaf}"),
        ("hash: {leaf}", f"hash: {'0' * 64}"),
        ("hash: {leaf}", "hash: {tea}"),
        (REVIEWER_OF_LEAF, REVIEWER_OF_LEAF.replace("Test", "Another")),
    ],
    ids=["title", "date", "no hash", "another hash", "reviewer"],
)
def test_a_record_that_was_edited_is_named_and_its_item_is_a_draft(
    signed: Path, draft: Draft, old: str, new: str
) -> None:
    told = ":11: The record of `glossary/leaf` was edited by hand. Delete its lines, or sign again."
    expected = edited(signed, draft, old, new, told)

    problems = [one for one in problems_in(signed) if one.path == sign_off_path(signed)]
    pack = load_pack(signed, RULES)

    assert list(map(str, problems)) == [expected]
    assert pack.sign_off(pack.term["leaf"]) is None
    assert pack.sign_off(pack.term["tea"])


def test_an_item_that_was_changed_is_void_and_no_mistake(
    signed: Path, edited_content: Edit
) -> None:
    edited_content("glossary/tea.en.md", "title: Tea", "title: Green tea")

    problems = [one for one in problems_in(signed) if one.path == sign_off_path(signed)]
    pack = load_pack(signed, RULES)

    assert problems == []
    assert pack.sign_off(pack.term["tea"]) is None


def test_a_slow_clock_stops_no_kiosk(signed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KIOSK_TODAY", "2020-01-01")

    pack = load_pack(signed, RULES)

    assert pack.sign_off(pack.term["tea"])
