"""`sign`, `signed` and `due`: what they print, what they write, and how they end."""

import shutil
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.content.pack import load_pack, read_draft, read_sign_offs, sign_off_path
from logic.pseudo import LANGUAGE, add_to, pseudo
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
    assert f"{COST}:9: `body` names no source. Add `[^source]`.\nNothing was signed.\n" in told
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


@pytest.fixture
def both(tmp_path: Path) -> Path:
    """A copy of the sample, in the invented language too."""
    add_to(SAMPLE, tmp_path / "both")
    return tmp_path / "both"


def signs_in(content: Path, language: str) -> list[str]:
    """The names of all items that are signed off in a language."""
    return [one.item for one in read_sign_offs(content, language)[1]]


@pytest.mark.parametrize(
    "given",
    [
        ["--language", LANGUAGE, "glossary/tea"],
        ["--language", LANGUAGE, f"glossary/tea.{LANGUAGE}.md"],
        [f"glossary/tea.{LANGUAGE}.md"],
    ],
    ids=["asked", "asked, and its file", "its file alone"],
)
def test_sign_records_the_words_of_another_language_beside_those_of_the_source(
    both: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    given: list[str],
) -> None:
    monkeypatch.chdir(both)

    status = sign(both, *REVIEWER, *given)

    first, last = capsys.readouterr().out.splitlines()
    assert status == 0
    assert first.startswith(f"glossary/tea: “{pseudo('Tea')}”, hash ")
    assert last == f"1 signed in {LANGUAGE} by Test Reviewer, RN on 2026-03-01."
    assert (signs_in(both, "en"), signs_in(both, LANGUAGE)) == ([], ["glossary/tea"])


@pytest.mark.parametrize(
    ("given", "told"),
    [
        (
            ["glossary/leaf.en.md", f"glossary/tea.{LANGUAGE}.md"],
            f"You name texts in `{LANGUAGE}` and `en`. Sign those of one language at a time.",
        ),
        (
            ["glossary/leaf", f"glossary/tea.{LANGUAGE}.md"],
            f"You name texts in `{LANGUAGE}` and `en`. Sign those of one language at a time.",
        ),
        (
            ["--language", LANGUAGE, "glossary/tea.en.md"],
            f"You name texts in `{LANGUAGE}` and `en`. Sign those of one language at a time.",
        ),
        (
            ["--language", "eo", "glossary/tea"],
            f"There is no language `eo` here. Write one of: `en`, `{LANGUAGE}`.",
        ),
    ],
    ids=["two files", "a name and a file", "another file", "no language"],
)
def test_what_is_not_in_one_language_that_there_is_is_not_signed(
    both: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    given: list[str],
    told: str,
) -> None:
    monkeypatch.chdir(both)

    status = sign(both, *REVIEWER, *given)

    assert status == 1
    assert capsys.readouterr().out.splitlines() == [told, "Nothing was signed."]
    assert not (both / "sign_offs").exists()


def test_what_is_not_translated_or_has_fallen_behind_cannot_be_signed(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (both / f"glossary/leaf.{LANGUAGE}.md").unlink()
    tea = both / "glossary" / "tea.en.md"
    tea.write_text(tea.read_text().replace("title: Tea", "title: Green tea"))

    status = sign(both, *REVIEWER, "--language", LANGUAGE, "glossary/leaf", "glossary/tea")

    leaf_told, tea_told, last = capsys.readouterr().out.splitlines()
    assert status == 1
    assert leaf_told.endswith(
        f"glossary/leaf.{LANGUAGE}.md:1: This is not translated yet. "
        f"`python -m logic translate {LANGUAGE}` makes its blank."
    )
    assert (
        f"glossary/tea.{LANGUAGE}.md:2: These are not the words of `tea.en.md` as it stands."
        in tea_told
    )
    assert last == "Nothing was signed."
    assert signs_in(both, LANGUAGE) == []


def test_a_translation_of_facts_that_are_to_be_mended_is_not_signed(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = both / "study_summaries" / "river-trial.en.md"
    path.write_text(path.read_text().replace("next_review: 2026-", "next_review: 2029-"))

    status = sign(both, *REVIEWER, "--language", LANGUAGE, "study_summaries/river-trial")

    assert status == 1
    assert "study_summaries/river-trial.en.md:" in capsys.readouterr().out
    assert signs_in(both, LANGUAGE) == []


def test_signed_tells_of_each_language_what_holds_and_what_is_void(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("en", LANGUAGE):
        sign(both, *REVIEWER, "--language", language, "glossary/tea", "glossary/leaf")
    (both / f"glossary/leaf.{LANGUAGE}.md").unlink()
    capsys.readouterr()

    main(["signed", str(both)])

    every = len(read_draft(both).entries)
    by = "Test Reviewer, RN"
    assert capsys.readouterr().out.splitlines() == [
        f"holds  en glossary/tea: {by}, 2026-03-01",
        f"holds  en glossary/leaf: {by}, 2026-03-01",
        f"2 of {every} items signed off in en; 0 void, drafts again.",
        (
            f"void   {LANGUAGE} glossary/leaf: its translation was taken away, fell behind or "
            f"broke a rule since {by} approved it on 2026-03-01"
        ),
        f"holds  {LANGUAGE} glossary/tea: {by}, 2026-03-01",
        f"1 of {every} items signed off in {LANGUAGE}; 1 void, drafts again.",
    ]


def test_coverage_tells_of_each_language_what_is_signed_off(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sign(both, *REVIEWER, "guide_sections/grey-days-harms", "guide_sections/grey-days-found")
    sign(both, *REVIEWER, "--language", LANGUAGE, "guide_sections/grey-days-harms")
    capsys.readouterr()

    main(["coverage", str(both)])

    rows = [one for one in capsys.readouterr().out.splitlines() if one.startswith("grey-days")]
    assert [row.split().count("signed") for row in rows] == [2, 1]


def test_coverage_counts_no_translation_that_the_kiosk_does_not_show(
    both: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    name = "guide_sections/grey-days-harms"
    sign(both, *REVIEWER, "--language", LANGUAGE, name)
    phrases = both / "avoided_phrases" / f"{LANGUAGE}.yaml"
    phrases.write_text(
        phrases.read_text().replace("phrase: qq", f"phrase: {pseudo('keep you up')}")
    )
    capsys.readouterr()

    main(["coverage", str(both)])

    *_, row = [one for one in capsys.readouterr().out.splitlines() if one.startswith("grey-days")]
    assert (row.split().count("signed"), row.split().count("missing")) == (0, 1)
