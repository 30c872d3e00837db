"""The commands for content editors: what they print, and the status they end with."""

import re
from pathlib import Path

import pytest

from logic.__main__ import COMMANDS, main
from logic.commands.check import EVERY_RULE
from logic.pseudo import LANGUAGE, add_to
from tests.conftest import SAMPLE, Edit

COST = "guide_sections/common-cost.en.md"


def last_words(capsys: pytest.CaptureFixture[str]) -> str:
    return capsys.readouterr().out.splitlines()[-1]


def test_check_finds_nothing_in_good_content(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["check", str(SAMPLE)])

    assert status == 0
    assert capsys.readouterr().out == "Nothing to fix.\n"


def test_check_says_nothing_of_what_is_overdue(
    edited_content: Edit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_TODAY", "2026-03-01")
    content = edited_content(COST, "next_review: 2026-07-15", "next_review: 2026-02-01")

    status = main(["check", str(content)])

    assert status == 0
    assert capsys.readouterr().out == "Nothing to fix.\n"


def test_check_tells_each_problem_and_how_many(
    edited_content: Edit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    edited_content(COST, "[^example-page]", "[^ours]")
    content = edited_content("assessment_checks/kettle.en.md", "- short-nights", "- no-nights")
    monkeypatch.chdir(content.parent)

    status = main(["check", str(content)])

    assert status == 1
    assert capsys.readouterr().out.splitlines() == [
        (
            "content/assessment_checks/kettle.en.md:4: No condition is called `no-nights`. "
            "Did you mean `short-nights`? Name one that has a file."
        ),
        f"content/{COST}:9: `body` names no source. Add `[^source]`.",
        "2 to fix.",
    ]


def test_check_tells_what_cannot_be_read_before_any_rule_speaks(
    edited_content: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edited_content("assessment_checks/kettle.en.md", "- short-nights", "- no-nights")
    content = edited_content(COST, "part: cost", "part: prize")

    status = main(["check", str(content)])

    assert status == 1
    assert last_words(capsys) == "1 to fix."


def test_check_looks_at_the_content_that_is_shown_unless_told_otherwise(
    edited_content: Edit, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KIOSK_CONTENT", str(edited_content(COST, "[^example-page]", "[^ours]")))

    status = main(["check"])

    assert status == 1
    assert last_words(capsys) == "1 to fix."


def test_reading_tells_every_section_and_its_sentences_the_hardest_first_and_the_median(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["reading", str(SAMPLE)])

    scale, *sections, median = capsys.readouterr().out.splitlines()
    assert scale == "language en, grade, lower is easier"
    own = [line for line in sections if not line.startswith("      ")]
    grades = [float(line.split()[0]) for line in own]
    assert status == 0
    assert grades == sorted(grades, reverse=True)
    first = [float(line.split()[0]) for line in sections[1 : sections.index(own[1])]]
    assert 1 < len(first) <= 3
    assert first == sorted(first, reverse=True)
    assert median.endswith("the median of 24 sections")


def test_reading_of_content_without_sections_says_so(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for path in sample.glob("guide_sections/*"):
        path.unlink()

    status = main(["reading", str(sample)])

    assert status == 0
    assert last_words(capsys) == "language en: no guide section to read."


def test_reading_tells_each_language_on_its_own_scale(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = tmp_path / "both"
    add_to(SAMPLE, content)
    renamed(content, "es")
    (content / "guide_sections" / "common-cost.es.md").unlink()  # so it stands in English

    assert main(["reading", str(content)]) == 0
    told = capsys.readouterr().out.partition("language es, INFLESZ, higher is easier\n")[2]
    sections = [line for line in told.splitlines()[:-1] if not line.startswith("      ")]
    scores = [float(line.split()[0]) for line in sections]
    assert len(scores) > 1
    assert scores == sorted(scores)
    assert len(scores) == 23


def test_reading_says_so_where_no_scale_is_known(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    add_to(SAMPLE, tmp_path / "both")

    assert main(["reading", str(tmp_path / "both")]) == 0
    assert last_words(capsys) == f"language {LANGUAGE}: no scale is known for it."


def renamed(content: Path, language: str) -> None:
    """Call the invented language something else."""
    for path in [*content.glob(f"*/*{LANGUAGE}.*")]:
        path.rename(path.with_name(path.name.replace(LANGUAGE, language)))


def test_coverage_is_complete_when_nothing_more_is_promised(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["coverage", str(SAMPLE)])

    assert status == 0
    assert last_words(capsys) == "7 sources"


def test_coverage_tells_what_is_missing(sample: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (sample.parent / "docs").mkdir()
    (sample.parent / "docs" / "content-register.md").write_text("- `pond-trial`: a trial\n")

    status = main(["coverage", str(sample)])

    assert status == 1
    assert "`pond-trial` is neither shown nor named" in capsys.readouterr().out


def test_rules_prints_one_row_for_each_rule(capsys: pytest.CaptureFixture[str]) -> None:
    status = main(["rules"])

    rows = [line for line in capsys.readouterr().out.splitlines() if line.startswith("| ")]
    assert status == 0
    assert len(rows) == len(EVERY_RULE) + 1  # the heading


@pytest.mark.parametrize("command", ["reading", "coverage"])
def test_a_command_ends_with_the_problems_of_content_that_cannot_be_read(
    edited_content: Edit, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    content = edited_content(COST, "title: Cost\n", "")

    status = main([command, str(content)])

    assert status == 1
    assert last_words(capsys).endswith(f"{COST}:2: `title` is missing.")


@pytest.mark.parametrize("arguments", [[], ["brew"]])
def test_what_is_no_command_is_refused(
    arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(arguments)

    assert caught.value.code == 2
    assert "usage: python -m logic" in capsys.readouterr().err


def test_the_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main(["--help"])

    told = capsys.readouterr().out
    assert end.value.code == 0
    assert [name for name in COMMANDS if not re.search(rf"^    {name}\b", told, re.MULTILINE)] == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_tells_how_it_is_used(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])

    assert end.value.code == 0
    assert f"python -m logic {name}" in capsys.readouterr().out


def test_pseudo_writes_a_copy_in_an_invented_language_and_never_over_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / "copy"

    assert main(["pseudo", str(copy)]) == 0
    assert last_words(capsys) == f"{copy} holds the content, in the language `ar-XB` too."
    assert (copy / "glossary" / "tea.ar-XB.md").is_file()
    assert main(["pseudo", str(copy)]) == 1
    assert last_words(capsys) == (
        f"{copy}:1: The folder is there already. Delete it, or name another."
    )


def test_translate_writes_a_blank_for_all_that_is_missing_and_never_over_a_file(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", "eo", "--content", str(sample)]) == 0
    written = [*sample.glob("*/*.eo.md"), *sample.glob("*/eo.yaml")]
    tea, ui = sample / "glossary" / "tea.eo.md", sample / "ui_strings" / "eo.yaml"
    assert last_words(capsys) == f"Written: {len(written)}. There already: 0."
    assert "  welcome: TODO Welcome\n" in ui.read_text()
    assert tea.read_text().splitlines()[2:] == [
        "title: TODO Tea",
        "also:",
        "- TODO cup of tea",
        "- TODO teas",
        "---",
        "TODO Hot water in which [leaves](term:leaf) have stood.",
    ]

    tea.write_text("mine")
    (sample / "glossary" / "leaf.eo.md").unlink()
    main(["translate", "eo", "--content", str(sample)])

    assert last_words(capsys) == f"Written: 1. There already: {len(written) - 1}."
    assert tea.read_text() == "mine"


@pytest.mark.parametrize("language", ["en", "Spanish", "e", "qq"])
def test_translate_wants_the_tag_of_another_language(
    sample: Path, language: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["translate", language, "--content", str(sample)]) == 1
    assert last_words(capsys).endswith(
        f"`{language}` is no other language. Write its tag, such as `es`."
    )
