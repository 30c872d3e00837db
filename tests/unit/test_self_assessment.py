"""Scores from measures and answers, what they come to, and the page that tells them."""

from dataclasses import replace
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.assessing.findings import Finding, counted
from logic.assessing.marks import Scorer, headline, mark_of, score_of, totals
from logic.assessing.measures import ALL, MEASURES
from logic.content.pack import Draft
from logic.content.self_assessment import CRITERIA, Criterion, Group, Scale, Score, ToldAs
from tests.conftest import SAMPLE, Edit
from tests.html_pages import Page, read_page

NINE: list[Score] = ["met"] * 9


def group(
    scores: list[Score],
    scale: Scale = "zero-or-one",
    told_as: ToldAs = "count",
    pass_mark: float | None = None,
) -> Group:
    """A group of criteria that were answered so."""
    criteria = tuple(
        Criterion(id=f"D{number}", question="Is it tea?", score=score, why="It is.")
        for number, score in enumerate(scores, 1)
    )
    return Group(name="Tea", scale=scale, told_as=told_as, pass_mark=pass_mark, criteria=criteria)


@pytest.mark.parametrize(
    ("fitting", "of", "scale", "score"),
    [
        (9, 9, "zero-or-one", "met"),
        (999, 1000, "zero-or-one", "not-met"),
        (0, 0, "zero-or-one", "not-met"),
        (2, 3, "one-to-four", "mostly"),
        (65, 100, "one-to-four", "little"),
        (999, 1000, "one-to-four", "mostly"),
        (1, 2, "one-to-five", "partly"),
        (999, 1000, "one-to-five", "mostly"),
        (1, 5, "one-to-five", "not-met"),
        (7, 7, "one-to-five", "met"),
    ],
)
def test_a_computed_score_is_what_was_earned_in_full(
    fitting: int, of: int, scale: Scale, score: Score
) -> None:
    assert score_of(Finding(fitting, of, ""), scale) == score


@pytest.mark.parametrize(
    ("score", "scale", "mark"),
    [
        ("not-met", "zero-or-one", 0),
        ("met", "zero-or-one", 1),
        ("not-met", "one-to-four", 1),
        ("mostly", "one-to-four", 3),
        ("mostly", "one-to-five", 4),
        ("met", "one-to-five", 5),
        ("not-applicable", "one-to-five", None),
    ],
)
def test_a_score_has_the_mark_of_its_scale(score: Score, scale: Scale, mark: int | None) -> None:
    assert mark_of(score, scale) == mark


@pytest.mark.parametrize(
    ("answered", "told"),
    [
        (group(["met", "not-met", "not-applicable"]), "1 of 2 met"),
        (group(["met", "not-met", "mostly"], "one-to-five", "sum"), "10 of 15"),
        (group(["met", "not-met", "not-applicable"], told_as="percent"), "50 of 100"),
        (group(["not-applicable"], told_as="percent"), "0 of 100"),
        (
            group([*NINE, "not-met"], told_as="percent", pass_mark=90),
            "90 of 100; the pass mark of 90 is reached",
        ),
        (
            group([*NINE[1:], "not-met"], told_as="percent", pass_mark=90),
            "89 of 100; the pass mark of 90 is not reached",
        ),
    ],
)
def test_a_group_is_told_as_its_instrument_counts(draft: Draft, answered: Group, told: str) -> None:
    found = totals(Scorer(draft).marked(answered), answered.scale)

    assert headline(answered, found) == told


def test_what_is_in_between_is_neither_met_nor_not_met(draft: Draft) -> None:
    answered = group(["met", "little", "mostly", "not-met", "not-applicable"], "one-to-four")

    found = totals(Scorer(draft).marked(answered), "one-to-four")

    assert (found.met, found.in_between, found.not_met, found.not_applicable) == (1, 2, 1, 1)


def test_a_computed_score_tells_the_figure_that_was_seen(draft: Draft) -> None:
    criterion = Criterion(id="J2", question="Who?", computed="items-signed-off")

    marked = Scorer(draft).one(criterion, "zero-or-one")

    assert marked.score == "not-met"
    assert marked.why == f"0 of {len(draft.entries)} items are signed off by a reviewer."


def test_what_is_counted_is_told_with_both_numbers() -> None:
    assert counted([True, False, True], "cups are full.") == Finding(2, 3, "2 of 3 cups are full.")


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_counts_within_what_it_looked_at(draft: Draft, name: str) -> None:
    found = MEASURES[name](draft)

    assert 0 <= found.fitting <= found.of
    assert found.of > 0
    assert str(found.fitting) in found.told


@pytest.mark.parametrize("name", MEASURES)
def test_a_measure_of_nothing_claims_nothing(draft: Draft, name: str) -> None:
    empty = replace(draft, entries=(), folder=Path("/nowhere"))

    found = MEASURES[name](empty)

    of_the_kiosks_own_words = found.of == sum(1 for _ in draft.ui_strings.words())
    assert of_the_kiosks_own_words or score_of(found, "one-to-five") == "not-met"


def test_every_measure_has_a_name_of_its_own() -> None:
    assert len(MEASURES) == len(ALL)


@pytest.mark.parametrize(
    ("instrument", "count"),
    [
        ("discern", 16), ("pemat", 26), ("cci", 20), ("ipdas", 44),
        ("pif-tick", 10), ("jama", 4), ("nice", 21), ("non-promotion", 12),
    ],
)  # fmt: skip
def test_every_instrument_has_all_its_criteria(instrument: str, count: int) -> None:
    criteria = dict(CRITERIA.items())[instrument]  # type: ignore[index]  # the table names them all

    assert len(set(criteria)) == len(criteria) == count


def page_of(content: Path, out: Path) -> Page:
    """The report of a content folder, written and read again."""
    assert main(["assess", "--content", str(content), "--out", str(out)]) == 0
    return read_page(out)


def test_the_report_tells_every_answer_with_its_evidence(tmp_path: Path) -> None:
    page = page_of(SAMPLE, tmp_path / "report.html")

    assert page.rows["jama"] == [
        ["J1", "Who wrote it?", "Not met", "None claimed", "Nobody did."],
        [
            "J2",
            "Who says so?",
            "Met (computed)",
            "tests/sample.py::test_tea",
            page.rows["jama"][1][4],
        ],
        ["J3", "Who pays?", "Met", "docs/teas & cups.md", "It says <nobody>."],
        ["J4", "When?", "Not applicable", "None claimed", "It has no time."],
    ]
    assert page.rows[""] == [["Sample benchmarks", "All four", "2", "0", "1", "1", "2 of 3 met"]]


def test_the_report_says_who_answered_when_and_what_it_does_not_claim(tmp_path: Path) -> None:
    page = page_of(SAMPLE, tmp_path / "report.html")

    assert "The sample claims nothing." in page.text
    assert "Answered by nobody, for tests, on 2026-02-01." in page.text
    assert "0 are signed off by a reviewer." in page.text


def test_the_report_says_how_much_was_checked_after_the_answers(
    edited_content: Edit, tmp_path: Path
) -> None:
    content = edited_content("self_assessment/en.yaml", "2026-02-01", "2020-01-01")

    page = page_of(content, tmp_path / "report.html")

    count = len(list(content.glob("*/*.md")))
    assert f"Of its {count} items, {count} were checked after these answers were given" in page.text


def test_links_lead_from_where_the_report_stands(sample: Path, tmp_path: Path) -> None:
    page = page_of(sample, tmp_path / "kept" / "here" / "report.html")

    assert "../../docs/teas%20%26%20cups.md" in page.links
    assert "../../tests/sample.py" in page.links


def test_without_answers_nothing_is_written(
    sample: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sample / "self_assessment" / "en.yaml").unlink()
    out = tmp_path / "report.html"

    status = main(["assess", "--content", str(sample), "--out", str(out)])

    assert status == 1
    assert not out.exists()
    assert capsys.readouterr().out.endswith("en.yaml:1: The file is missing. Put it back.\n")


def test_with_a_criterion_unanswered_nothing_is_written(
    edited_content: Edit, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    content = edited_content("self_assessment/en.yaml", "            score: met\n", "")
    out = tmp_path / "report.html"

    status = main(["assess", "--content", str(content), "--out", str(out)])

    assert status == 1
    assert not out.exists()
    assert "`J3` is not answered." in capsys.readouterr().out


def test_the_report_goes_into_the_current_folder_unless_told_otherwise(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)

    status = main(["assess", "--content", str(SAMPLE)])

    assert status == 0
    assert capsys.readouterr().out == "self-assessment.html\n"
    assert (tmp_path / "self-assessment.html").exists()
