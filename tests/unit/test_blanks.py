"""The blanks that `new` writes, for every kind of content, and what it refuses."""

import re
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from logic.__main__ import main
from logic.blanks import blank
from logic.commands.check import problems_in
from logic.content.content_file import read_file
from logic.content.pack import KINDS
from logic.content.reading import PLACEHOLDER, read_entry
from tests.conftest import Edit

FIELD = re.compile(r"(?P<hidden>(?:# *| )*)(?P<field>[a-z_-]+:(?: TODO)?|- *(?:TODO)?)")


def new(content: Path, *given: str) -> int:
    return main(["new", *given, "--content", str(content)])


def errors(text: str, kind: str, tmp_path: Path) -> set[str]:
    """The kinds of errors that a model finds in a file, before a placeholder is replaced."""
    path = tmp_path / "green-tea.en.md"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].model_validate({**read_file(path).fields, "id": "green-tea"})
    return {error["type"] for error in caught.value.errors()}


def uncovered(text: str) -> str:
    """A blank with every line that may be left out put in."""
    return "\n".join(
        line.replace("# ", "").replace("#", "") if FIELD.fullmatch(line) else line
        for line in text.split("\n")
    )


@pytest.mark.parametrize("kind", KINDS)
def test_every_placeholder_of_a_blank_is_told_at_its_line(sample: Path, kind: str) -> None:
    status = new(sample, kind, "green-tea", "--condition", "grey-days")

    path = sample / kind / "green-tea.en.md"
    lines = path.read_text(encoding="utf-8").splitlines()
    open_lines = [
        number
        for number, line in enumerate(lines, 1)
        if PLACEHOLDER in line and not line.lstrip().startswith("#")
    ]
    problems = problems_in(sample)
    assert status == 0
    assert {problem.path for problem in problems} == {path}
    assert sorted(problem.line for problem in problems) == open_lines
    assert len(open_lines) >= 3
    assert all(problem.message.endswith("Replace TODO.") for problem in problems)


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_holds_every_field_that_its_kind_needs_and_no_other(
    kind: str, tmp_path: Path
) -> None:
    found = errors(blank(kind), kind, tmp_path)

    assert not found & {"missing", "extra_forbidden"}


@pytest.mark.parametrize("kind", KINDS)
def test_a_blank_names_every_field_that_may_be_left_out(kind: str, tmp_path: Path) -> None:
    whole = uncovered(blank(kind))

    assert not errors(whole, kind, tmp_path) & {"missing", "extra_forbidden"}
    header = whole.split("---")[1]
    written = set(re.findall(r"^([a-z_-]+):", header, re.MULTILINE))
    below = {name.lower() for name in re.findall(r"## (.+?)(?:,|$)", whole, re.MULTILINE)}
    known = {field.alias or name for name, field in KINDS[kind].model_fields.items()}
    assert written | {name.replace(" ", "-") for name in below} >= known - {"id", "body"}


@pytest.mark.parametrize("kind", KINDS)
def test_above_each_field_stands_what_it_allows(kind: str) -> None:
    lines = blank(kind).split("---")[1].strip().splitlines()

    for above, line in pairwise(lines):
        if FIELD.fullmatch(line) and not line.strip("# ").startswith("-"):
            assert above.lstrip().startswith("#")
            assert not FIELD.fullmatch(above), f"Nothing stands above `{line}`."


def test_a_blank_asks_for_what_only_a_rule_asks_for() -> None:
    assert "\nquestion: TODO\n" in blank("claims")
    assert "\nquestions:\n" + "  - TODO\n" * 5 + "#" in blank("conditions")
    assert "\nconditions:\n  - TODO\n" in blank("recalls")


# A section's other fields hang on its part, and a work is found by one of three: the blank of each
# holds them as what may be left out.
@pytest.mark.parametrize("kind", sorted(KINDS.keys() - {"guide_sections", "sources"}))
def test_a_blank_that_is_filled_in_as_it_says_can_be_read(sample: Path, kind: str) -> None:
    new(sample, kind, "green-tea", "--condition", "grey-days")
    path = sample / kind / "green-tea.en.md"
    fill_in(path, status="not-stated")

    item = read_entry(KINDS[kind], path).item

    assert item.conditions == ("grey-days",)


def fill_in(path: Path, **given: str) -> None:
    """Put in place of every placeholder what the line above it allows, or what is given."""
    values = {"last_reviewed": "2026-01-15", "next_review": "2026-07-15", **given}
    lines, note, is_told = list[str](), "", False
    for line in path.read_text(encoding="utf-8").splitlines():
        if is_comment := line.strip().startswith("#"):
            goes_on = is_told and PLACEHOLDER not in lines[-1]
            note = f"{note if goes_on else ''}{line.partition('#')[2]}"
        name, is_told = line.strip(" -").partition(":")[0], is_comment
        value = PLACEHOLDER if is_comment else values.get(name) or allowed_by(note)
        lines.append(line.replace(PLACEHOLDER, value))
    path.write_text("\n".join(lines), encoding="utf-8")


def allowed_by(note: str) -> str:
    """A value that the line above a field allows."""
    if choices := re.search(r"one of: ([\w-]+)", note):
        return choices[1]
    if least := re.search(r"a whole number, (?:more than )?(\d+)", note):
        return least[1] if least[1] != "0" else "1"
    return "two-words" if "like two-words" in note else "Green tea"


def test_a_question_a_concern_and_a_recall_are_filled_in_and_have_nothing_to_fix(
    edited_content: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    edited_content("conditions/grey-days.en.md", "- what-else", "- green-tea")
    content = edited_content("questions/who-pours.en.md", "- company", "- company\n  - new")
    (content / "recalls" / "grey-days-found.en.md").unlink()
    new(content, "questions", "green-tea")
    new(content, "concerns", "new")
    new(content, "recalls", "found", "--condition", "grey-days")

    fill_in(content / "questions" / "green-tea.en.md", title="Is it green?")
    fill_in(content / "concerns" / "new.en.md", order="3")
    fill_in(
        content / "recalls" / "found.en.md",
        section="grey-days-found",
        said="Good and bad days.[^lake-paper abstract]",
    )

    status = main(["check", str(content)])
    assert status == 0, capsys.readouterr().out


def test_a_blank_that_is_filled_in_has_nothing_to_fix(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    new(sample, "glossary", "green-tea")
    path = sample / "glossary" / "green-tea.en.md"
    text = path.read_text(encoding="utf-8")
    for value in ("Green tea", "2026-01-15", "2026-07-15", "Tea that is green."):
        text = re.sub(rf"(?m)^((?!#).*){PLACEHOLDER}", rf"\g<1>{value}", text, count=1)
    path.write_text(text, encoding="utf-8")

    status = main(["check", str(sample)])

    assert status == 0, capsys.readouterr().out


def test_the_conditions_that_are_named_are_filled_in(sample: Path) -> None:
    new(sample, "glossary", "mug", "--condition", "grey-days", "--condition", "short-nights")

    written = (sample / "glossary" / "mug.en.md").read_text(encoding="utf-8")

    assert "conditions:\n  - grey-days\n  - short-nights\n" in written


def test_a_placeholder_within_a_text_is_told_at_its_line(sample: Path) -> None:
    path = sample / "glossary" / "tea.en.md"
    with path.open("a", encoding="utf-8") as term:
        term.write("\nTODO: say more.\n")
    line = len(path.read_text(encoding="utf-8").splitlines())

    (problem,) = problems_in(sample)

    assert str(problem) == f"{path}:{line}: `body` is not written yet. Replace TODO."


USE = ", ".join(f"`{kind}`" for kind in KINDS)
REFUSALS = [
    (
        ("glosary", "mug"),
        "glosary/mug",
        f"No kind is called `glosary`. Did you mean `glossary`? Use {USE}.",
    ),
    (
        ("glossary", "Big Mug"),
        "glossary/Big Mug",
        "`Big Mug` cannot be an id. Write it like `two-words`.",
    ),
    (
        ("glossary", "../mug"),
        "glossary/../mug",
        "`../mug` cannot be an id. Write it like `two-words`.",
    ),
    (
        ("glossary", "tea"),
        "glossary/tea",
        "The file is there already. Open it, or choose another id.",
    ),
    (
        ("glossary", "mug", "--condition", "gray-days"),
        "glossary/mug",
        "No condition is called `gray-days`. Did you mean `grey-days`? Name one that has a file.",
    ),
]


@pytest.mark.parametrize(("given", "name", "told"), REFUSALS)
def test_what_cannot_be_written_is_refused(
    sample: Path, capsys: pytest.CaptureFixture[str], given: tuple[str, ...], name: str, told: str
) -> None:
    before = {path: path.read_bytes() for path in sample.rglob("*.md")}

    status = new(sample, *given)

    assert status == 1
    assert capsys.readouterr().out.endswith(f"/content/{name}.en.md:1: {told}\n")
    assert {path: path.read_bytes() for path in sample.rglob("*.md")} == before


def test_a_form_for_a_helper_has_the_name_of_a_text() -> None:
    text = blank("questions")

    assert f"#   title: {PLACEHOLDER}" in text.splitlines()
