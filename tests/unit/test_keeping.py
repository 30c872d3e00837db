"""The kept copy: whole or not there, the newest alone, and only of what had nothing to fix."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from logic import keeping
from logic.content.pack import files
from logic.keeping import copies_of, digest, keep, kept_copy, kept_on, state_folder
from tests.conftest import Edit

LEAD = "Questions about ketamine or esketamine? Read first. Then ask a person."


def held(folder: Path) -> dict[str, bytes]:
    """What a folder of content holds."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in files(folder, "**/*")}


def all_in_the_state_folder() -> list[str]:
    """The name of everything that is kept."""
    return [path.name for place in state_folder().iterdir() for path in place.iterdir()]


@pytest.fixture
def kept(sample: Path) -> Path:
    """The copy of the sample, which has been kept."""
    keep(sample, digest(sample))
    copy = kept_copy(sample)
    assert copy
    return copy


def test_a_copy_holds_every_file_to_the_letter_and_what_is_hidden_is_left_out(
    sample: Path,
) -> None:
    shown = held(sample)
    (sample / "conditions" / ".draft.en.md").write_text("hidden")

    keep(sample, digest(sample))

    copy = kept_copy(sample)
    assert copy
    assert {str(path.relative_to(copy)) for path in copy.rglob("*") if path.is_file()} == {*shown}
    assert held(copy) == shown


def test_without_a_copy_none_is_found(sample: Path) -> None:
    assert kept_copy(sample) is None


def test_a_newer_copy_takes_the_place_of_the_last(
    sample: Path, kept: Path, edited_content: Edit
) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "New words.")

    keep(sample, digest(sample))

    newer = kept_copy(sample)
    assert newer
    assert newer != kept
    assert held(newer) == held(sample)
    assert all_in_the_state_folder() == [newer.name]


def test_what_is_kept_already_is_not_written_again(
    sample: Path, kept: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = list[Path]()
    monkeypatch.setattr(keeping, "write", lambda *given: written.extend(given))

    keep(sample, digest(sample))

    assert written == []
    assert kept_copy(sample) == kept


def test_when_the_disk_is_full_half_way_the_last_copy_is_still_whole(
    sample: Path, kept: Path, edited_content: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    before, write, room = held(kept), Path.write_bytes, iter(range(5))

    def until_full(path: Path, data: bytes) -> int:
        if next(room, None) is None:
            raise OSError(28, "No space left on device")
        return write(path, data)

    edited_content("ui_strings/en.yaml", LEAD, "New words.")
    monkeypatch.setattr(Path, "write_bytes", until_full)
    with pytest.raises(OSError, match="No space left"):
        keep(sample, digest(sample))

    assert kept_copy(sample) == kept
    assert held(kept) == before
    assert all_in_the_state_folder() == [kept.name]


def test_what_a_loss_of_power_left_half_written_is_no_copy_and_is_written_anew(
    sample: Path, kept: Path
) -> None:
    (kept / "ui_strings" / "en.yaml").write_bytes(b"")
    (kept.parent / ".fresh").mkdir()

    assert kept_copy(sample) is None
    keep(sample, digest(sample))

    assert kept_copy(sample) == kept
    assert held(kept) == held(sample)
    assert all_in_the_state_folder() == [kept.name]


def test_content_that_changed_while_it_was_copied_is_not_kept(
    sample: Path, kept: Path, edited_content: Edit
) -> None:
    judged = digest(edited_content("ui_strings/en.yaml", LEAD, "New words."))
    edited_content("ui_strings/en.yaml", "New words.", "Words that nobody has judged.")

    keep(sample, judged)

    assert kept_copy(sample) == kept
    assert all_in_the_state_folder() == [kept.name]


def test_of_two_copies_the_newer_is_taken(
    sample: Path, kept: Path, edited_content: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    os.utime(kept, (1, 1))
    edited_content("ui_strings/en.yaml", LEAD, "New words.")
    with monkeypatch.context() as patch:
        patch.setattr(keeping, "rmtree", lambda *_, **__: None)  # ends before the last is removed
        keep(sample, digest(sample))

    newer = kept_copy(sample)
    assert newer
    assert kept.is_dir()
    assert held(newer) == held(sample)
    assert kept_on(newer) > kept_on(kept)


def test_another_content_folder_has_a_copy_of_its_own(sample: Path, kept: Path) -> None:
    review = sample.rename(sample.with_name("under_review"))

    assert kept_copy(review) is None
    keep(review, digest(review))

    assert kept_copy(sample) == kept
    assert copies_of(review) != copies_of(sample)


def rename(path: Path) -> None:
    path.rename(path.with_name("teas.en.md"))  # in the same place among the files


def change(path: Path) -> None:
    path.write_bytes(path.read_bytes() + b" ")


@pytest.mark.parametrize("edit", [rename, change, Path.unlink])
def test_the_name_of_what_a_folder_holds_changes_with_every_file(
    sample: Path, edit: Callable[[Path], object]
) -> None:
    before = digest(sample)

    edit(sample / "glossary" / "tea.en.md")

    assert digest(sample) != before


@pytest.mark.parametrize(
    ("told", "folder"),
    [
        ({"KIOSK_STATE": "/a", "STATE_DIRECTORY": "/b", "XDG_STATE_HOME": "/c"}, "/a"),
        ({"STATE_DIRECTORY": "/b", "XDG_STATE_HOME": "/c"}, "/b"),
        ({"STATE_DIRECTORY": "/b:/b2"}, "/b"),
        ({"XDG_STATE_HOME": "/c"}, "/c/ask-first"),
        ({}, "/home/x/.local/state/ask-first"),
    ],
)
def test_where_copies_are_kept(
    monkeypatch: pytest.MonkeyPatch, told: dict[str, str], folder: str
) -> None:
    for name in ("KIOSK_STATE", "STATE_DIRECTORY", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/home/x", **told}.items():
        monkeypatch.setenv(name, value)

    assert state_folder() == Path(folder)
