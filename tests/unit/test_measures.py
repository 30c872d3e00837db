"""What each measure sees: one edit to the sample, and by how much its count moves."""

from dataclasses import replace
from pathlib import Path

import pytest

from logic.assessing.findings import Finding
from logic.assessing.measures import MEASURES
from logic.content.items import GuideSection, Item
from logic.content.pack import Draft, read_draft
from logic.content.studies import StudySummary
from tests.conftest import Edit
from tests.sign_offs import sign_off

COST = "guide_sections/common-cost.en.md"
FOUND = "guide_sections/short-nights-found.en.md"
HARMS = "guide_sections/short-nights-harms.en.md"
HILL = "study_summaries/hill-trial.en.md"
IS = "guide_sections/short-nights-what-it-is.en.md"
LIST = "screening_tools/evening-list.en.md"
PAPER = "sources/river-paper.en.md"
PHRASES = "avoided_phrases/en.yaml"
RIVER = "study_summaries/river-trial.en.md"
TOLD = "Prices differ from town to town.[^example-page]"
LONG = f"{TOLD} {'So it is. ' * 67}"
NOUN = "Considerable geographical variability characterises international expenditure."
FEW = "events: 10\n        analysed: 20"
MEANS = "mean: 4.5\n        sd: 1.2\n      - arm: cocoa\n        mean: 4.4"
RATES = "percent: 4.5\n        sd: 1.2\n      - arm: cocoa\n        percent: 4.4"
# The measure, an edit, and by how much the fitting ones and all of them become more.
EDITS = [
    ("sentences-with-a-source", COST, TOLD, "Prices differ.", (-1, 0)),
    ("sentences-with-a-source", COST, TOLD, f"{TOLD} Do they?", (0, 0)),
    ("sentences-with-a-source", COST, TOLD, f"{TOLD} They do.[^ours]", (1, 1)),
    ("sources-with-a-year", PAPER, "year: 2019\n", "", (-1, 0)),
    ("facts-read-first-hand", COST, "[^example-page]", "[^example-page second-hand]", (-1, 0)),
    ("facts-read-first-hand", COST, "[^example-page]", "[^ours]", (-1, -1)),
    ("items-reviewed-within-a-year", COST, "2026-07-15", "2027-07-15", (-1, 0)),
    ("conditions-with-open-questions", FOUND, "part: found\n", "part: session\n", (-1, 0)),
    (
        "harm-has-its-share",
        FOUND,
        "- In the river",
        f"- {'so it is ' * 30}\n- In the river",
        (-1, 0),
    ),
    ("harm-stands-with-benefit", HARMS, "part: harms\n", "part: session\n", (-1, 0)),
    ("benefits-of-each-choice", FOUND, "part: found\n", "part: session\n", (-1, 0)),
    ("harms-of-each-choice", HARMS, "part: harms\n", "part: session\n", (-1, 0)),
    ("other-care-named", IS, "a cup of milk\nc", "a cup of milk\n  - the warm milk\nc", (1, 0)),
    ("texts-without-avoided-phrases", COST, "A cup is", "A miracle is", (-1, 0)),
    ("texts-that-neither-rank-nor-test", COST, "A cup is", "The finest tea is", (-1, 0)),
    ("texts-that-neither-rank-nor-test", COST, "A cup is", "A miracle is", (0, 0)),
    ("texts-that-neither-rank-nor-test", LIST, "was last on.", "was last on?", (-1, 0)),
    ("studies-with-event-rates", HILL, MEANS, RATES, (1, 0)),
    ("studies-with-event-rates", HILL, "another-treatment", "nothing", (0, -1)),
    ("pictures-of-one-size", RIVER, "events: 30\n        analysed: 60", FEW, (-1, 0)),
    ("pictures-without-sums", RIVER, "events: 30\n        analysed: 60", FEW, (-1, 0)),
    ("chances-that-are-drawn", RIVER, "worse\n", "worse\n    told_in: words\n", (-1, 0)),
    ("pictures-without-sums", RIVER, "worse\n", "worse\n    told_in: words\n", (-1, -1)),
    ("sides-with-a-picture", RIVER, "worse\n", "worse\n    told_in: words\n", (-1, 0)),
    ("studies-tell-their-people", HILL, "participants: 1200\n", "", (-1, 0)),
    ("numbers-as-people-count", FOUND, "30 of 60", "50.0 percent of", (-1, 0)),
    ("effects-in-plain-units", RIVER, "risk-difference", "odds-ratio", (-1, 0)),
    ("sections-at-grade-six", COST, TOLD, f"{NOUN}[^ours]", (-1, 0)),
    ("words-that-can-be-tapped", COST, "A cup is", "A cup of tea is", (0, 1)),
    ("words-that-can-be-tapped", COST, "A cup is", "A cup of [tea](term:tea) is", (1, 1)),
    (
        "words-that-can-be-tapped",
        COST,
        "A cup is",
        "The leaf of a cup of [tea](term:tea) is",
        (1, 2),
    ),
    ("sections-that-are-short", COST, TOLD, LONG, (-1, 0)),
]


def moved(before: Finding, after: Finding) -> tuple[int, int]:
    """By how much the fitting ones and all of them became more."""
    return after.fitting - before.fitting, after.of - before.of


@pytest.mark.parametrize(
    ("measure", "file", "old", "new", "more"), EDITS, ids=[measure for measure, *_ in EDITS]
)
def test_an_edit_moves_a_measure(  # noqa: PLR0913, PLR0917 (a table: an edit, then what it moves)
    edited_content: Edit,
    draft: Draft,
    measure: str,
    file: str,
    old: str,
    new: str,
    more: tuple[int, int],
) -> None:
    edited = read_draft(edited_content(file, old, new))

    assert moved(MEASURES[measure](draft), MEASURES[measure](edited)) == more


def without(draft: Draft, name: str, **fields: object) -> Draft:
    """The draft with fields of one item set to what no file could say."""
    return replace(
        draft,
        entries=tuple(
            replace(entry, item=entry.item.model_copy(update=fields))
            if entry.item.id == name
            else entry
            for entry in draft.entries
        ),
    )


def test_a_finding_without_a_reason_for_its_certainty_is_seen(draft: Draft) -> None:
    measure = MEASURES["findings-with-certainty"]

    of_a_condition = without(draft, "short-nights-found", certainty_reason=None)
    of_a_study = without(draft, "hill-trial", certainty_reason="")

    assert moved(measure(draft), measure(of_a_condition)) == (-1, 0)
    assert moved(measure(draft), measure(of_a_study)) == (-1, 0)


def test_an_outcome_without_its_time_is_seen(draft: Draft) -> None:
    measure = MEASURES["outcomes-at-one-time"]
    study = next(one.item for one in draft.of(StudySummary) if one.item.id == "hill-trial")
    timeless = tuple(one.model_copy(update={"time_point": ""}) for one in study.outcomes)

    edited = without(draft, "hill-trial", outcomes=timeless)

    assert moved(measure(draft), measure(edited)) == (-1, 0)


def test_a_condition_that_does_not_tell_of_approval_is_seen(draft: Draft) -> None:
    measure = MEASURES["approval-told"]
    assert any(one.item.id == "short-nights-regulators" for one in draft.of(GuideSection))

    edited = without(draft, "short-nights-regulators", us_approval=None)

    assert moved(measure(draft), measure(edited)) == (-1, 0)


def test_a_language_without_a_list_of_phrases_is_seen(sample: Path) -> None:
    measure = MEASURES["languages-held-to-the-list"]
    draft = read_draft(sample)
    before = measure(draft)
    (sample / "ui_strings" / "es.yaml").write_text("# Another language\n")

    assert moved(before, measure(draft)) == (0, 1)


def test_a_sign_off_counts_as_long_as_it_holds(draft: Draft) -> None:
    measure = MEASURES["items-signed-off"]
    tea: Item = draft.items()["glossary/tea"]

    signed = replace(draft, sign_offs=(sign_off(tea),))
    changed = without(signed, "tea", body="Something else.")

    assert moved(measure(draft), measure(signed)) == (1, 0)
    assert moved(measure(draft), measure(changed)) == (0, 0)


def test_every_measure_is_tried_here() -> None:
    elsewhere = {
        "findings-with-certainty",
        "outcomes-at-one-time",
        "approval-told",
        "languages-held-to-the-list",
        "items-signed-off",
    }

    assert {measure for measure, *_ in EDITS} | elsewhere == MEASURES.keys()
