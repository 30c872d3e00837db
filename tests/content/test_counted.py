"""Words that change with a number: what an editor is told, and what another language begins with.

Which form is said of which number: `tests/unit/test_formats.py`.
"""

from pathlib import Path

import pytest

from logic.commands.check import problems_in
from logic.content.content_file import parsed, read_file
from logic.content.pack import pack_of, read_draft
from logic.content.problems import ContentError
from logic.content.translations import read_translation
from logic.formats import counted, locale_of
from logic.pseudo import LANGUAGE, add_to, pseudo
from logic.rules import translations
from logic.translating import words_alone
from tests.conftest import SAMPLE, Edit

UI = "ui_strings/en.yaml"
QUESTIONS = '    one: "{count} question"\n'
PLACE = ("counted", "tool_questions")
SIX = {"zero", "one", "two", "few", "many", "other"}


@pytest.mark.parametrize(
    ("new", "told"),
    [
        ("", "`tool_questions.one` is missing. Write it: it is for numbers like 1."),
        (
            f'{QUESTIONS}    few: "{{count}} questions"\n',
            "`tool_questions.few` is no form of this language. Take it out.",
        ),
    ],
    ids=["missing", "too much"],
)
def test_a_form_too_few_or_too_many_is_told(edited_content: Edit, new: str, told: str) -> None:
    content = edited_content(UI, QUESTIONS, new)

    [problem] = problems_in(content)

    lines = (content / UI).read_text(encoding="utf-8").splitlines()
    assert problem.message == told
    assert "tool_questions:" in "".join(lines[max(problem.line - 4, 0) : problem.line])


@pytest.mark.parametrize("text", ["a question", "{count} of {all}", "{count"])
def test_a_form_holds_what_the_kiosk_fills(edited_content: Edit, text: str) -> None:
    content = edited_content(UI, '    other: "{count} questions"', f'    other: "{text}"')

    with pytest.raises(ContentError, match="`other` of `tool_questions` must hold"):
        read_draft(content)


def test_a_form_for_one_number_may_say_it_in_a_word(edited_content: Edit) -> None:
    content = edited_content(UI, QUESTIONS, "    one: A single question\n")

    assert problems_in(content) == []


@pytest.mark.parametrize(
    ("language", "forms"),
    [("ja", {"other"}), ("es", {"one", "other"}), ("pl", {"one", "few", "many", "other"})],
)
def test_a_blank_in_another_language_asks_for_the_forms_of_that_language(
    language: str, forms: set[str]
) -> None:
    blank = parsed(Path("blank.yaml"), words_alone(read_draft(SAMPLE).ui_file, language, str))

    given = {place[2] for place in blank.lines if place[:2] == PLACE and len(place) > len(PLACE)}
    assert given == forms


def test_a_language_with_six_forms_has_them_all(tmp_path: Path) -> None:
    add_to(SAMPLE, tmp_path / "both")

    other = read_translation(read_draft(tmp_path / "both"), LANGUAGE, translations.RULES)

    forms = pack_of(other.draft).ui_strings.counted.tool_questions
    assert {str(place[0]) for place, _ in forms.words()} == SIX
    assert counted(forms, 1, locale_of(LANGUAGE, "US")) == pseudo("{count} question").format(
        count=1
    )


def test_a_language_that_lacks_a_form_is_not_there(tmp_path: Path) -> None:
    add_to(SAMPLE, tmp_path / "both")
    path = tmp_path / "both" / "ui_strings" / f"{LANGUAGE}.yaml"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    gone = read_file(path).line_of(("counted", "tool_questions", "few"))
    path.write_text("".join(lines[: gone - 1] + lines[gone:]), encoding="utf-8")

    with pytest.raises(ContentError, match=r"`tool_questions\.few` is missing.*like 3, 4, 5"):
        read_translation(read_draft(tmp_path / "both"), LANGUAGE, translations.RULES)


def test_a_language_that_nobody_knows_is_told_and_not_there(sample: Path) -> None:
    for folder in ("ui_strings", "avoided_phrases"):
        source = (sample / folder / "en.yaml").read_text(encoding="utf-8")
        (sample / folder / "qq.yaml").write_text(source, encoding="utf-8")

    with pytest.raises(ContentError, match="The CLDR knows no language `qq`"):
        read_translation(read_draft(sample), "qq", translations.RULES)
