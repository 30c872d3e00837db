"""Whether everything that is promised is there, or named as a gap with a reason."""

from dataclasses import replace
from pathlib import Path

import pytest

from logic.content.items import GlossaryTerm
from logic.content.pack import Draft, read_draft
from logic.coverage import FEWEST_TERMS, coverage_lines, everything_is_covered, named_in


def promise(content: Path, register: str, gaps: str = "") -> None:
    documents = content.parent / "docs"
    documents.mkdir()
    (documents / "content-register.md").write_text(register, encoding="utf-8")
    if gaps:
        (documents / "content-gaps.md").write_text(gaps, encoding="utf-8")


def test_a_document_names_what_stands_in_its_list_with_a_reason(tmp_path: Path) -> None:
    path = tmp_path / "content-gaps.md"
    path.write_text("# `not-this`\n\n- `pond-trial`: no one read it\n- `bare`:\n- other: x\n")

    assert named_in(path) == {"pond-trial": 3}


def test_a_document_that_does_not_exist_names_nothing(tmp_path: Path) -> None:
    assert named_in(tmp_path / "content-gaps.md") == {}


def test_what_the_content_covers_is_counted(sample: Path) -> None:
    promise(sample, "- `hill-trial`: a trial\n", "- `pond-trial`: no one read it\n")

    lines = list(coverage_lines(read_draft(sample)))

    assert lines == [
        "2 of 2 conditions with all 6 sections",
        "12 of 12 common sections",
        "4 studies shown, 1 named as gaps with a reason",
        "2 claims checked",
        "1 questionnaires described",
        "2 things that a clinician checks",
        "3 terms, 40 or more wanted",
        "7 sources",
    ]


def test_without_documents_nothing_is_promised(draft: Draft) -> None:
    assert list(everything_is_covered(draft)) == []


@pytest.mark.parametrize(
    "name", ["short-nights", "hill-trial", "water-is-wet", "evening-list", "kettle"]
)
def test_each_kind_that_is_shown_keeps_its_promise(sample: Path, name: str) -> None:
    promise(sample, f"- `{name}`: it is here\n")

    problems = list(everything_is_covered(with_enough_terms(read_draft(sample))))

    assert problems == []


def test_a_gap_with_a_reason_keeps_its_promise(sample: Path) -> None:
    promise(sample, "- `pond-trial`: a trial\n", "- `pond-trial`: no one read it\n")

    problems = list(everything_is_covered(with_enough_terms(read_draft(sample))))

    assert problems == []


def with_enough_terms(draft: Draft) -> Draft:
    """The sample with as many glossary terms as are wanted."""
    term = next(draft.of(GlossaryTerm))
    more = tuple(
        replace(term, item=term.item.model_copy(update={"id": f"term-{number}"}))
        for number in range(FEWEST_TERMS)
    )
    return replace(draft, entries=(*draft.entries, *more))
