"""What an editor is told of a self-assessment that claims too much or leaves something out."""

from pathlib import Path

import pytest

from logic.assessing.rules import (
    RULES,
    every_criterion_has_one_answer,
    every_instrument_is_answered,
    evidence_exists,
    measures_exist,
    no_score_without_its_evidence,
)
from logic.commands.check import problems_in
from logic.content.pack import Rule, read_draft
from tests.conftest import Edit

FILE = "self_assessment/en.yaml"
COMPUTED = "            computed: sentences-with-a-source\n"
GIVEN = "            score: met\n            evidence: [docs/teas & cups.md]\n"
MISTAKES: list[tuple[Rule, str, str, str]] = [
    (
        every_instrument_is_answered,
        "          - id: J4\n",
        "          - id: J3\n",
        ":7: Not answered: J4. Add each under `criteria`.",
    ),
    (
        every_criterion_has_one_answer,
        "          - id: J4\n",
        "          - id: J3\n",
        ":28: `J3` is answered twice. Keep one.",
    ),
    (
        every_criterion_has_one_answer,
        "          - id: J4\n",
        "          - id: J5\n",
        ":28: `jama` has no `J5`. Use one of: J1, J2, J3, J4.",
    ),
    (
        every_criterion_has_one_answer,
        COMPUTED,
        "",
        ":19: `J2` is not answered. Give `computed`, or `score` with `why`.",
    ),
    (
        every_criterion_has_one_answer,
        COMPUTED,
        f"{COMPUTED}            score: met\n",
        ":22: `J2` has two answers. Keep `computed`, or `score` with `why`.",
    ),
    (
        no_score_without_its_evidence,
        "            score: met\n",
        "            score: mostly\n",
        ":25: `mostly` is not on the scale. Write one of: not-met, met, not-applicable.",
    ),
    (
        no_score_without_its_evidence,
        "            why: It says <nobody>.\n",
        "",
        ":25: `why` stands with a `score`, and only there. Write both, or neither.",
    ),
    (
        no_score_without_its_evidence,
        COMPUTED,
        f"{COMPUTED}            why: It is so.\n",
        ":19: `why` stands with a `score`, and only there. Write both, or neither.",
    ),
    (
        no_score_without_its_evidence,
        GIVEN,
        "            score: met\n",
        ":23: `J3` claims a score without `evidence`. Name a file or a test.",
    ),
    (
        no_score_without_its_evidence,
        "            evidence: [tests/sample.py::test_tea]\n",
        "",
        ":19: `J2` claims a score without `evidence`. Name a file or a test.",
    ),
    (
        evidence_exists,
        "docs/teas & cups.md",
        "docs/tea.md",
        ":26: `docs/tea.md` is no file of the project. Name one, such as `docs/rules.md`.",
    ),
    (
        evidence_exists,
        "docs/teas & cups.md",
        "../elsewhere.md",
        ":26: `../elsewhere.md` is no file of the project. Name one, such as `docs/rules.md`.",
    ),
    (
        evidence_exists,
        "test_tea]",
        "test_te]",
        ":22: `tests/sample.py` holds no test `test_te`. Name one that it holds.",
    ),
    (
        measures_exist,
        "sentences-with-a-source",
        "sentences-with-a-sauce",
        (
            ":21: No measure is called `sentences-with-a-sauce`. "
            "Did you mean `sentences-with-a-source`? Name one, or give a `score`."
        ),
    ),
]


@pytest.fixture
def evidence(sample: Path) -> Path:
    """A project around the sample, with what its self-assessment names as evidence."""
    project = sample.parent
    (project / "docs").mkdir()
    (project / "docs" / "teas & cups.md").write_text("# Teas and cups\n")
    (project.parent / "elsewhere.md").write_text("# Not of this project\n")
    (project / "tests").mkdir()
    (project / "tests" / "sample.py").write_text("def test_tea() -> None:\n    pass\n")
    return project


def told(rule: Rule, content: Path) -> list[str]:
    """What a rule tells of the sample, but that most instruments are missing from it."""
    problems = map(str, rule(read_draft(content)))
    return [one for one in problems if "Add it under `instruments`" not in one]


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize(
    ("rule", "old", "new", "expected"), MISTAKES, ids=[rule.__name__ for rule, *_ in MISTAKES]
)
def test_a_mistake_is_told_at_its_line(
    edited_content: Edit, rule: Rule, old: str, new: str, expected: str
) -> None:
    content = edited_content(FILE, old, new)

    assert told(rule, content) == [f"{content / FILE}{expected}"]


def test_every_rule_has_a_mistake_here() -> None:
    assert {rule for rule, *_ in MISTAKES} == set(RULES)


@pytest.mark.usefixtures("evidence")
@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.__name__)
def test_good_answers_are_no_problem(sample: Path, rule: Rule) -> None:
    assert told(rule, sample) == []


@pytest.mark.usefixtures("evidence")
def test_in_a_project_every_instrument_is_wanted(sample: Path) -> None:
    problems = [str(one) for one in every_instrument_is_answered(read_draft(sample))]

    expected = f"{sample / FILE}:6: `pif-tick` is not answered. Add it under `instruments`."
    assert expected in problems
    assert len(problems) == 7


def test_an_instrument_that_stands_twice_is_told(sample: Path) -> None:
    path = sample / FILE
    text = path.read_text(encoding="utf-8")
    path.write_text(text + text[text.index("  - id: jama") :], encoding="utf-8")

    problems = told(every_instrument_is_answered, sample)

    assert problems == [f"{path}:32: `jama` stands here twice. Keep one."]


@pytest.mark.usefixtures("evidence")
def test_in_a_project_the_file_is_wanted(sample: Path) -> None:
    (sample / FILE).unlink()

    problems = told(every_instrument_is_answered, sample)

    assert problems == [f"{sample / FILE}:1: The file is missing. Put it back."]


def test_a_folder_of_content_alone_needs_neither_file_nor_evidence(sample: Path) -> None:
    (sample / FILE).unlink()

    assert problems_in(sample) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("score: not-met", "score: bad", ":17: `instruments.1.groups.1.criteria.1.score` must be"),
        ("id: jama", "id: jamas", ":7: `instruments.1.id` must be"),
        ("2026-02-01", "lately", ":2: `answered_on` must be a date written YYYY-MM-DD"),
    ],
)
def test_a_field_that_cannot_be_is_told_at_its_line(
    edited_content: Edit, old: str, new: str, expected: str
) -> None:
    content = edited_content(FILE, old, new)

    problems = [str(one) for one in problems_in(content)]

    assert [one.startswith(f"{content / FILE}{expected}") for one in problems] == [True]
