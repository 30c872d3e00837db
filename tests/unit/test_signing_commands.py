"""`sign`, `signed` and `due`: what they print, what they write, and how they end."""

import shutil
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.pack import load_pack, read_draft, sign_off_path
from logic.rules import RULES
from tests.conftest import SAMPLE, Edit

COST = "guide_sections/common-cost.en.md"
REVIEWER = ["--reviewer", "Test Reviewer, RN"]


def sign(content: Path, *given: str) -> int:
    return main(["sign", "--content", str(content), *given])


def test_sign_records_who_approved_what_and_prints_it(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = sign(sample, *REVIEWER, "glossary/tea", str(sample / COST), "glossary/tea")

    pack = load_pack(sample, RULES)
    found = pack.sign_off(pack.section["common-cost"])
    first, second, last = capsys.readouterr().out.splitlines()
    assert status == 0
    assert found is not None
    assert (found.reviewer, str(found.date)) == ("Test Reviewer, RN", "2026-03-01")
    assert pack.sign_off(pack.term["tea"])
    assert first.startswith("glossary/tea: “Tea”, hash ")
    assert second == f"guide_sections/common-cost: “Cost”, hash {found.hash[:12]}"
    assert last == "2 signed in en by Test Reviewer, RN on 2026-03-01."


def test_a_change_makes_an_item_a_draft_again_and_is_no_mistake(
    edited_content: Edit, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign(sample, *REVIEWER, "glossary/tea", "guide_sections/common-cost")
    edited_content(COST, "title: Cost", "title: Price")
    capsys.readouterr()

    statuses = main(["check", str(sample)]), main(["signed", str(sample)])

    pack = load_pack(sample, RULES)
    every = len(read_draft(sample).entries)
    assert statuses == (0, 0)
    assert capsys.readouterr().out.splitlines() == [
        "Nothing to fix.",
        (
            "void   en guide_sections/common-cost: "
            "changed since Test Reviewer, RN approved it on 2026-03-01"
        ),
        "holds  en glossary/tea: Test Reviewer, RN, 2026-03-01",
        f"1 of {every} items signed off in en; 1 void, drafts again.",
    ]
    assert pack.sign_off(pack.section["common-cost"]) is None


def test_whoever_signs_again_is_told_whose_place_it_takes(
    sample: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    sign(sample, *REVIEWER, "glossary/tea")
    monkeypatch.setenv("KIOSK_TODAY", "2026-03-05")
    capsys.readouterr()

    sign(sample, "--reviewer", "Another Test Reviewer, MD", "glossary/tea")

    (one,) = read_draft(sample).sign_offs
    assert one.reviewer == "Another Test Reviewer, MD"
    assert ", in place of Test Reviewer, RN on 2026-03-01" in capsys.readouterr().out


def test_a_file_of_other_content_is_not_signed_though_its_name_is_known_here(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = Path(shutil.copytree(sample, tmp_path / "elsewhere")) / COST

    status = sign(sample, *REVIEWER, "glossary/tea", str(other))

    first, last = capsys.readouterr().out.splitlines()
    assert status == 1
    assert first.startswith(f"`{other}` is no file in ")
    assert first.endswith("content. Name one there, or its `--content`.")
    assert last == "Nothing was signed."
    assert not sign_off_path(sample).exists()


def test_a_path_that_leads_nowhere_is_no_name(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = sign(sample, *REVIEWER, f"nowhere/{COST}")

    assert status == 1
    assert "No item is called `nowhere/guide_sections/common-cost`." in capsys.readouterr().out


def test_a_record_that_was_edited_is_told_apart_from_an_item_that_was_changed(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign(sample, *REVIEWER, "glossary/tea")
    path = sign_off_path(sample)
    path.write_text(path.read_text().replace("Test Reviewer", "Another Reviewer"))
    capsys.readouterr()

    main(["signed", str(sample)])
    before = capsys.readouterr().out
    sign(sample, *REVIEWER, "glossary/tea")
    capsys.readouterr()
    main(["signed", str(sample)])

    assert before.startswith("void   en glossary/tea: its record was edited by hand\n0 of ")
    after = capsys.readouterr().out
    assert after.startswith("holds  en glossary/tea: Test Reviewer, RN, 2026-03-01")


@pytest.mark.parametrize("reviewer", ["Test Reviewer", "", ",", "Test Reviewer,", ", RN", " , RN"])
def test_a_reviewer_without_name_or_credentials_is_refused(
    sample: Path, capsys: pytest.CaptureFixture[str], reviewer: str
) -> None:
    status = sign(sample, "--reviewer", reviewer, "glossary/tea")

    assert status == 1
    assert "does not say who approves. Write `Name, credentials`." in capsys.readouterr().out
    assert not sign_off_path(sample).exists()


def test_where_one_item_cannot_be_signed_none_is(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = sign(sample, *REVIEWER, "glossary/leaf", "glossary/tae")

    assert status == 1
    assert capsys.readouterr().out.splitlines() == [
        (
            "No item is called `glossary/tae`. Did you mean `glossary/tea`? "
            "Write it like `guide_sections/ptsd-found`."
        ),
        "Nothing was signed.",
    ]
    assert not sign_off_path(sample).exists()


def test_an_item_with_something_to_fix_is_not_signed_and_another_is(
    edited_content: Edit, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited_content(COST, "[^example-page]", "")

    statuses = (
        sign(sample, *REVIEWER, "guide_sections/common-cost"),
        sign(sample, *REVIEWER, "glossary/tea"),
    )

    told = capsys.readouterr().out
    assert statuses == (1, 0)
    assert f"{COST}:8: `body` names no source. Add `[^source]`.\nNothing was signed.\n" in told
    assert [one.item for one in read_draft(sample).sign_offs] == ["glossary/tea"]


def test_nothing_is_signed_in_content_that_cannot_be_read(
    edited_content: Edit, sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited_content(COST, "title: Cost\n", "")

    status = sign(sample, *REVIEWER, "glossary/tea")

    assert status == 1
    assert capsys.readouterr().out.strip().endswith(f"{COST}:2: `title` is missing.")
    assert not sign_off_path(sample).exists()


def test_signed_of_content_that_nobody_approved_says_so(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["signed", str(SAMPLE)])

    every = len(read_draft(SAMPLE).entries)
    assert status == 0
    told = f"0 of {every} items signed off in en; 0 void, drafts again.\n"
    assert capsys.readouterr().out == told


def test_due_lists_what_falls_due_the_oldest_first_and_counts_it(
    edited_content: Edit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited_content(COST, "next_review: 2026-07-15", "next_review: 2026-03-20")
    content = edited_content(
        "glossary/tea.en.md", "next_review: 2026-07-15", "next_review: 2026-02-02"
    )
    monkeypatch.chdir(content.parent)

    status = main(["due", str(content)])

    every = len(read_draft(content).entries)
    assert status == 0
    assert capsys.readouterr().out.splitlines() == [
        "2026-02-02  content/glossary/tea.en.md  (overdue)",
        f"2026-03-20  content/{COST}  (due in 0 to 30 days)",
        (
            "1 overdue, 1 due in 0 to 30 days, 0 due in 31 to 60 days, 0 due in 61 to 90 days; "
            f"{every} items in all."
        ),
    ]
