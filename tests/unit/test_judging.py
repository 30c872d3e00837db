"""Judging all content, and what is kept of it: the very same again, or nothing."""

from pathlib import Path

import pytest

from logic import judging
from logic.content.pack import languages
from logic.content.problems import ContentError
from logic.content.vocabulary import Words
from logic.judging import Judged, called, judge, keep, kept, kept_at
from logic.keeping import digest
from tests.conftest import SAMPLE, SHIPPED, Edit

LEAD = "welcome_lead: Questions about ketamine or esketamine? Read first. Then ask a person."


def name_of(content: Path) -> bytes:
    """What a judgement of a folder is called as it is now."""
    return called(digest(content))


@pytest.fixture
def judged(sample: Path) -> Judged:
    """What was judged of the sample, and kept."""
    found = judge(sample)
    keep(sample, name_of(sample), found)
    return found


@pytest.mark.parametrize("content", [SAMPLE, SHIPPED], ids=["sample", "shipped"])
def test_what_was_kept_is_read_back_to_the_letter_in_every_language(content: Path) -> None:
    found = judge(content)

    keep(content, name_of(content), found)

    again = kept(content, name_of(content))
    assert again == found
    assert tuple(one.language for one in again.packs) == languages(content)
    for one, other in zip(again.packs, found.packs, strict=True):
        said = list(one.words())
        assert said == list(other.words())
        assert said
        assert all(type(text) is Words for _, text in said)


def test_before_anything_is_kept_there_is_nothing(sample: Path) -> None:
    assert kept(sample, name_of(sample)) is None


def test_other_words_are_judged_anew(judged: Judged, sample: Path, edited_content: Edit) -> None:
    assert kept(sample, name_of(sample)) == judged

    edited_content("ui_strings/en.yaml", LEAD, "welcome_lead: New words.")

    assert kept(sample, name_of(sample)) is None


def test_other_words_of_the_clinic_are_judged_anew(
    judged: Judged, sample: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text('clinic_name = "Harbor Clinic"\n')
    monkeypatch.setenv("KIOSK_SETTINGS", str(clinic))

    assert kept(sample, name_of(sample)) != judged


def test_other_rules_judge_anew(
    judged: Judged, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(judging, "own_code", lambda: b"other")

    assert kept(sample, name_of(sample)) != judged


@pytest.mark.usefixtures("judged")
def test_what_was_kept_with_one_letter_changed_is_nothing(sample: Path) -> None:
    whole = kept_at(sample).read_bytes()
    assert b"Short nights" in whole
    kept_at(sample).write_bytes(whole.replace(b"Short nights", b"Short lights", 1))

    assert kept(sample, name_of(sample)) is None


@pytest.mark.parametrize("left", [0, 1, 64, 200])
@pytest.mark.usefixtures("judged")
def test_what_was_cut_short_is_nothing(sample: Path, left: int) -> None:
    kept_at(sample).write_bytes(kept_at(sample).read_bytes()[:left])

    assert kept(sample, name_of(sample)) is None


def test_what_changed_while_it_was_judged_is_not_kept(sample: Path, edited_content: Edit) -> None:
    name, found = name_of(sample), judge(sample)
    edited_content("ui_strings/en.yaml", LEAD, "welcome_lead: New words.")

    keep(sample, name, found)

    assert not kept_at(sample).exists()


def test_what_has_something_to_fix_is_told_with_every_problem(
    sample: Path, edited_content: Edit
) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "welcome_lead: TODO")

    with pytest.raises(ContentError, match=r"en\.yaml"):
        judge(sample)
