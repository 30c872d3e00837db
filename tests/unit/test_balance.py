"""What is counted as benefit and as harm, and how the table tells it."""

from dataclasses import replace
from pathlib import Path

import pytest

from logic.__main__ import main
from logic.balance import WHOLE_PACK, Balance, Side, balances
from logic.commands.balance import WIDTH, pair
from logic.content.pack import Draft, read_draft
from logic.content.studies import StudySummary
from tests.conftest import SAMPLE, Edit

CONDITIONS = ["short-nights", "grey-days"]
EVERYONE = "guide_sections/common-side-effects.en.md"
FOUND = "guide_sections/short-nights-found.en.md"
HARMS = "guide_sections/short-nights-harms.en.md"
RIVER = "study_summaries/river-trial.en.md"
SEVEN = "Seven more words stand here, quite plainly."


def of(name: str, content: Path) -> Balance:
    """The balance of one condition of a content folder, or of the whole pack."""
    return next(one for one in balances(read_draft(content)) if one.name == name)


def test_words_numbers_and_sentences_are_counted_as_they_are_read() -> None:
    side = Side(
        ("Of 1,200 [people](term:tea), two slept.[^hill-paper table]", "- None\n- Half"), 0, 0
    )

    assert (side.words, side.numbers, side.sentences) == (9, 3, 3)


@pytest.mark.parametrize(
    ("file", "old", "more"),
    [
        (FOUND, "clearly differ.[^hill-paper]\n", (7, 0)),
        (HARMS, "burned their tongue.[^river-paper table]\n", (0, 7)),
        (RIVER, "30 slept longer.[^river-paper table]\n", (7, 0)),
        (RIVER, "6 burned their tongue.[^river-paper table]\n", (0, 7)),
        (RIVER, "in_short: More people slept longer with tea.\n", (7, 0)),
        (RIVER, "harms_in_short: Some people burned their tongue.\n", (0, 7)),
        (FOUND, "The trials do not agree.[^hill-paper]\n", (0, 0)),
        (RIVER, "The seller of the tea wrote it.[^river-paper abstract]\n", (0, 0)),
        (EVERYONE, "Most spills are small.[^example-label]\n", (0, 0)),
    ],
    ids=["found", "harms", "study", "its harms", "short", "harm", "certainty", "limits", "common"],
)
def test_a_word_counts_by_where_it_stands(
    edited_content: Edit, sample: Path, file: str, old: str, more: tuple[int, int]
) -> None:
    counted = ("short-nights", WHOLE_PACK)
    before = [of(name, sample) for name in counted]
    edited_content(file, old, f"{old.rstrip()} {SEVEN}\n")

    after = [of(name, sample) for name in counted]

    grown = [
        (now.benefit.words - once.benefit.words, now.harm.words - once.harm.words)
        for once, now in zip(before, after, strict=True)
    ]
    assert grown == [more, more]


def test_an_outcome_counts_as_what_it_is_about(edited_content: Edit, sample: Path) -> None:
    before = of("short-nights", sample)
    edited_content(RIVER, "about: harm", "about: benefit")

    after = of("short-nights", sample)

    assert (before.benefit.outcomes, before.harm.outcomes) == (2, 1)
    assert (before.benefit.drawn, before.harm.drawn) == (1, 1)
    assert (after.benefit.outcomes, after.harm.outcomes, after.harm.drawn) == (3, 0, 0)


def test_a_study_of_two_conditions_counts_once_in_the_whole_pack(draft: Draft) -> None:
    shared = tuple(
        replace(entry, item=entry.item.model_copy(update={"conditions": tuple(CONDITIONS)}))
        if isinstance(entry.item, StudySummary)
        else entry
        for entry in draft.entries
    )

    *conditions, whole = balances(replace(draft, entries=shared))

    studies = len(list(draft.of(StudySummary)))
    assert [sum(one.findings.values()) for one in conditions] == [studies, studies]
    assert sum(whole.findings.values()) == studies


def test_other_care_is_counted_once_and_by_name(draft: Draft) -> None:
    *conditions, whole = balances(draft)

    assert [one.name for one in conditions] == CONDITIONS
    assert [one.other_care for one in (*conditions, whole)] == [("a cup of milk",)] * 3
    assert len(whole.approvals) == 2 * len(conditions)


def test_there_is_no_share_of_nothing() -> None:
    nothing = Side((), 0, 0)

    assert Balance("tea", nothing, nothing, {}, (), ()).harm_share("words") is None
    assert pair(0, 0, 5) == "    0    0   - "


def test_a_share_below_the_bar_is_marked() -> None:
    assert pair(61, 39, 4) == "  61  39  39!"
    assert pair(60, 40, 4) == "  60  40  40 "


def test_balance_prints_a_row_for_each_condition_and_the_pack(
    capsys: pytest.CaptureFixture[str],
) -> None:
    status = main(["balance", str(SAMPLE)])

    lines = capsys.readouterr().out.splitlines()
    assert status == 0
    for name in (*CONDITIONS, WHOLE_PACK):
        assert sum(line.startswith(name) for line in lines) == 3
    assert max(map(len, lines)) <= WIDTH
