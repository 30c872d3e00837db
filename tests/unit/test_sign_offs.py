"""What a reviewer approves, what voids it, and how it is written down."""

from datetime import date
from pathlib import Path

import pytest

from logic.content.items import GlossaryTerm, Item
from logic.content.pack import (
    Draft,
    Pack,
    load_pack,
    name_of,
    read_draft,
    read_sign_offs,
    sign_off_path,
)
from logic.content.problems import ContentError
from logic.content.sign_offs import approval, hash_of
from logic.content.vocabulary import Words
from logic.rules import RULES
from logic.signing import record
from tests.conftest import Edit
from tests.sign_offs import REVIEWER, changed, sign_off

COST = "guide_sections/common-cost.en.md"
HILL = "study_summaries/hill-trial.en.md"


def after(content: Path, name: str) -> Item:
    """An item as it stands in a content folder."""
    return read_draft(content).items()[name]


def test_the_hash_of_an_item_is_always_the_same(pack: Pack) -> None:
    tea = pack.term["tea"]

    assert hash_of("glossary/tea", tea) == hash_of("glossary/tea", tea.model_copy())
    assert hash_of("glossary/tea", tea) != hash_of("glossary/leaf", tea)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (COST, "title: Cost", "title: Price"),
        (HILL, "participants: 1200", "participants: 1201"),
        (HILL, "        mean: 4.5\n", "        mean: 4.6\n"),
        (HILL, "Do people sleep longer after tea", "Do people sleep better after tea"),
        (HILL, "Tea first or cocoa first.[^hill-paper]", "Tea first or cocoa first.[^lake-paper]"),
    ],
)
def test_a_change_of_words_or_facts_voids_a_sign_off(
    edited_content: Edit, draft: Draft, file: str, old: str, new: str
) -> None:
    name = file.removesuffix(".en.md")

    changed_item = after(edited_content(file, old, new), name)

    assert not sign_off(draft.items()[name]).approves(changed_item)


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        (COST, "next_review: 2026-07-15", "next_review: 2026-07-16"),
        (COST, "last_reviewed: 2026-01-15", "last_reviewed: 2026-01-16"),
        (HILL, "Do people sleep longer after tea", "Do people   sleep\nlonger after tea"),
        (HILL, "masking: not-masked\n", 'masking: "not-masked"\n'),
        (HILL, "    main: yes\n", "    main: true\n"),
        (HILL, "    time_point: 4 weeks\n", "    time_point: 4 weeks\n    told_in: picture\n"),
    ],
)
def test_dates_line_ends_and_ways_of_writing_void_nothing(
    edited_content: Edit, draft: Draft, file: str, old: str, new: str
) -> None:
    name = file.removesuffix(".en.md")

    changed_item = after(edited_content(file, old, new), name)

    assert sign_off(draft.items()[name]).approves(changed_item)


@pytest.mark.parametrize(
    ("signed", "now", "approved"),
    [
        ("Some slept\nbetter.", "Some  slept better.", True),
        (
            "- Some slept\n  better.\n- Others did not.",
            "- Some slept better.\n\n- Others did not.",
            True,
        ),
        ("- Some slept.\n- Others did not.", "- Some slept. - Others did not.", False),
        ("- Some slept.\n- Others did not.", "- Some slept.\n\nOthers did not.", False),
        ("Some slept.\n\nOthers did not.", "Some slept.\nOthers did not.", False),
    ],
    ids=["a line", "a line in a list", "two list items", "the last of a list", "two paragraphs"],
)
def test_lines_may_end_elsewhere_but_paragraphs_and_list_items_may_not(
    pack: Pack, signed: str, now: str, *, approved: bool
) -> None:
    before, after_it = (
        pack.section["common-cost"].model_copy(update={"body": text}) for text in (signed, now)
    )

    assert sign_off(before).approves(after_it) == approved


def test_a_letter_is_the_same_however_its_accent_is_written(pack: Pack) -> None:
    composed, apart = (
        pack.term["tea"].model_copy(update={"also": (word,)})
        for word in ("caf\u00e9", "cafe\u0301")
    )

    assert hash_of("glossary/tea", composed) == hash_of("glossary/tea", apart)


def test_a_field_that_a_later_version_adds_voids_nothing(pack: Pack) -> None:
    class LaterTerm(GlossaryTerm):
        more: Words | None = None

    later = LaterTerm.model_validate(pack.term["tea"].model_dump())

    assert hash_of("glossary/tea", later) == hash_of("glossary/tea", pack.term["tea"])


def test_a_pack_knows_what_is_signed_off_and_what_is_a_draft_again(pack: Pack) -> None:
    tea, leaf = pack.term["tea"], pack.term["leaf"]
    other = leaf.model_copy(update={"title": "Another leaf"})
    signed = changed(pack, sign_offs=(sign_off(tea), sign_off(other)))

    found = signed.sign_off(tea)

    assert found is not None
    assert found.item == "glossary/tea"
    assert signed.sign_off(leaf) is None
    assert pack.sign_off(tea) is None


def test_only_what_has_a_sign_off_costs_a_hash(pack: Pack, monkeypatch: pytest.MonkeyPatch) -> None:
    signed, hashed = changed(pack, sign_offs=(sign_off(pack.term["tea"]),)), list[str]()

    def hash_seen(name: str, _: Item) -> str:
        hashed.append(name)
        return ""

    monkeypatch.setattr("logic.content.sign_offs.hash_of", hash_seen)

    for study in signed.study_summaries:
        signed.sign_off(study)

    assert hashed == ["glossary/tea"]


def test_a_sign_off_is_written_and_read_back(sample: Path, draft: Draft) -> None:
    signed = [sign_off(draft.items()[name]) for name in ("glossary/tea", "glossary/leaf")]

    record(sample, signed)

    assert read_draft(sample).sign_offs == tuple(signed)
    assert [path.name for path in (sample / "sign_offs").iterdir()] == ["en.yaml"]
    assert load_pack(sample, RULES).sign_offs == tuple(signed)


def test_a_title_with_signs_of_its_own_is_written_and_read_back(sample: Path, draft: Draft) -> None:
    odd = sign_off(draft.items()["glossary/tea"]).model_copy(
        update={"title": "Tea: \u201chot\u201d # \"or\" 'cold' \\ {x}, \u00e9"}
    )

    record(sample, [odd])

    assert read_draft(sample).sign_offs == (odd,)


def test_a_new_sign_off_stands_in_place_of_the_earlier_one_and_comments_are_kept(
    sample: Path, draft: Draft
) -> None:
    tea, leaf = (sign_off(draft.items()[name]) for name in ("glossary/tea", "glossary/leaf"))
    record(sample, [tea, leaf])
    path = sign_off_path(sample)
    text = path.read_text().replace(
        "  - item: glossary/leaf", "# Seen twice.\n\n  - item: glossary/leaf"
    )
    path.write_text(text)

    record(sample, [later := tea.model_copy(update={"date": date(2026, 2, 20)})])

    assert read_draft(sample).sign_offs == (leaf, later)
    assert "# Seen twice." in path.read_text()


@pytest.mark.parametrize("indent", ["", "    "])
def test_a_list_that_an_editor_set_in_otherwise_is_added_to(
    sample: Path, draft: Draft, indent: str
) -> None:
    tea, leaf = (sign_off(draft.items()[name]) for name in ("glossary/tea", "glossary/leaf"))
    record(sample, [tea])
    path = sign_off_path(sample)
    head, _, rest = path.read_text().partition("sign_offs:\n")
    moved = "".join(f"{indent}{line[2:]}\n" for line in rest.splitlines())
    path.write_text(f"{head}sign_offs:\n{moved}")

    record(sample, [leaf])

    assert read_draft(sample).sign_offs == (tea, leaf)


def test_a_file_that_cannot_be_added_to_is_left_as_it_is(sample: Path, draft: Draft) -> None:
    tea, leaf = (sign_off(draft.items()[name]) for name in ("glossary/tea", "glossary/leaf"))
    path = sign_off_path(sample)
    path.parent.mkdir()
    path.write_text(f"sign_offs: [{tea.model_dump_json()}]\n")
    before = path.read_text()

    with pytest.raises(ContentError) as caught:
        record(sample, [leaf])

    assert str(caught.value).startswith(f"{path}:1: Nothing can be added to this file")
    assert path.read_text() == before
    assert [one.name for one in path.parent.iterdir()] == ["en.yaml"]


def test_every_item_has_a_name_of_its_own(draft: Draft) -> None:
    assert len(draft.items()) == len(draft.entries)
    assert name_of(draft.entries[0].item) in draft.items()


def test_each_language_has_a_file_of_its_own(sample: Path, draft: Draft) -> None:
    tea, leaf = (sign_off(draft.items()[name]) for name in ("glossary/tea", "glossary/leaf"))
    record(sample, [tea])
    before = sign_off_path(sample).read_text()

    record(sample, [leaf], "es")

    assert sign_off_path(sample).read_text() == before
    assert read_sign_offs(sample, "en")[1] == (tea,)
    assert read_sign_offs(sample, "es")[1] == (leaf,)


def test_of_two_sign_offs_of_one_item_neither_holds(pack: Pack) -> None:
    tea, leaf = pack.term["tea"], pack.term["leaf"]
    later = approval("glossary/tea", tea, REVIEWER, date(2026, 2, 20))

    signed = changed(pack, sign_offs=(sign_off(tea), later, sign_off(leaf)))

    assert signed.sign_off(tea) is None
    assert signed.sign_off(leaf)
