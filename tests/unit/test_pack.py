"""All content in one language, built from a content folder."""

from pathlib import Path

import pytest

from logic.content.items import Condition, GuideSection
from logic.content.pack import KINDS, Draft, Pack, content_folder, load_pack, read_draft
from logic.rules import RULES
from tests.conftest import SAMPLE, SHIPPED, Edit


def test_a_pack_holds_every_file_of_its_folder(pack: Pack) -> None:
    for folder in KINDS:
        names = {path.name.removesuffix(".en.md") for path in SAMPLE.glob(f"{folder}/*")}

        assert {item.id for item in getattr(pack, folder)} == names


def test_an_item_is_found_by_its_id(pack: Pack) -> None:
    assert pack.source["lake-paper"].title == "Lake and others, 2020"
    assert pack.term["tea"].title == "Tea"
    assert pack.study["hill-trial"].participants == 1200
    assert pack.condition["grey-days"].about_suicide
    assert pack.section["common-cost"].part == "cost"


def test_a_draft_gives_the_entries_and_ids_of_one_kind(draft: Draft) -> None:
    kinds = {type(entry.item) for entry in draft.of(GuideSection)}

    assert kinds == {GuideSection}
    assert draft.ids(Condition) == {"grey-days", "short-nights"}


def test_nothing_that_was_read_can_change(pack: Pack) -> None:
    with pytest.raises(ValueError, match="frozen"):
        pack.term["tea"].title = "Coffee"  # type: ignore[assignment, misc]  # the point of the test


def test_a_text_with_windows_line_ends_is_read_like_any_other(sample: Path, pack: Pack) -> None:
    for path in sample.rglob("*.md"):
        path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))

    assert load_pack(sample, RULES) == pack


def test_what_an_editor_or_a_system_hides_in_the_folder_is_not_looked_at(
    sample: Path, pack: Pack
) -> None:
    systems = (".DS_Store", ".git/config")
    editors = (".tea.en.md.swp", ".#tea.en.md", "#tea.en.md#", "tea.en.md~", "tea.tmp", "4913")
    for name in (*systems, *(f"glossary/{one}" for one in editors)):
        (sample / name).parent.mkdir(exist_ok=True)
        (sample / name).write_text("Not for us.")

    assert load_pack(sample, RULES) == pack


def test_a_file_may_end_right_after_its_header(edited_content: Edit) -> None:
    content = edited_content(
        "sources/unread-law.en.md",
        "---\nAn invented law that nobody has read.\n",
        "---",
    )

    (law,) = (one.item for one in read_draft(content).entries if one.item.id == "unread-law")

    assert law.body is None


def test_the_shipped_content_is_shown_unless_another_folder_is_named(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    named = content_folder()
    monkeypatch.delenv("KIOSK_CONTENT")

    assert named == SAMPLE
    assert content_folder() == SHIPPED
