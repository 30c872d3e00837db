"""Whether all that the kiosk promises to cover is there, or is named as a gap with a reason."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from logic.content.content_file import read_text
from logic.content.items import (
    AssessmentCheck,
    Claim,
    Condition,
    GlossaryTerm,
    GuideSection,
    ScreeningTool,
    Source,
)
from logic.content.pack import Draft
from logic.content.problems import Problem
from logic.content.studies import StudySummary
from logic.content.vocabulary import CommonPart, ConditionPart

REGISTER = "content-register.md"
GAPS = "content-gaps.md"
FEWEST_TERMS = 40
LIST_LINE = re.compile(r"\s*[-*+]\s")
NAMED = re.compile(r"- `(?P<name>[a-z0-9-]+)`: \S")


def documents(draft: Draft) -> Path:
    """The folder of documents that belongs to a content folder."""
    return draft.folder.parent / "docs"


def named_in(path: Path) -> dict[str, int]:
    """The ids that a document lists, each with its line."""
    return {found["name"]: line for line, text in lists_of(path) if (found := NAMED.match(text))}


def lists_of(path: Path) -> list[tuple[int, str]]:
    """The lines of a document's lists, numbered; none where there is no document."""
    lines = read_text(path).splitlines() if path.exists() else []
    return [(number, line) for number, line in enumerate(lines, 1) if LIST_LINE.match(line)]


def coverage_lines(draft: Draft) -> Iterator[str]:
    """One line for each thing that is counted."""
    conditions = draft.ids(Condition)
    parts = len(get_args(ConditionPart))
    sections = [entry.item for entry in draft.of(GuideSection)]
    complete = [
        name for name in conditions if sum(name in one.conditions for one in sections) == parts
    ]
    common = sum(section.is_common for section in sections)
    gaps = named_in(documents(draft) / GAPS)
    yield f"{len(complete)} of {len(conditions)} conditions with all {parts} sections"
    yield f"{common} of {len(get_args(CommonPart))} common sections"
    yield f"{len(draft.ids(StudySummary))} studies shown, {len(gaps)} named as gaps with a reason"
    yield f"{len(draft.ids(Claim))} claims checked"
    yield f"{len(draft.ids(ScreeningTool))} questionnaires described"
    yield f"{len(draft.ids(AssessmentCheck))} things that a clinician checks"
    yield f"{len(draft.ids(GlossaryTerm))} terms, {FEWEST_TERMS} or more wanted"
    yield f"{len(draft.ids(Source))} sources"


def everything_is_covered(draft: Draft) -> Iterator[Problem]:
    """Everything in `docs/content-register.md` is shown, or named in `docs/content-gaps.md`."""
    register, gaps_file = documents(draft) / REGISTER, documents(draft) / GAPS
    if not documents(draft).is_dir():  # a folder of content alone, under review, promises nothing
        return
    if not register.exists():
        yield Problem(register, 1, "The file is missing. Put it back.")
    for path in (register, gaps_file):
        for line, text in lists_of(path):
            if not NAMED.match(text):
                message = "This line names nothing. Write it like - `an-id`: why it stands here."
                yield Problem(path, line, message)
    shown = (
        draft.ids(Condition)
        | draft.ids(StudySummary)
        | draft.ids(Claim)
        | draft.ids(ScreeningTool)
        | draft.ids(AssessmentCheck)
    )
    gaps = named_in(gaps_file)
    for name, line in named_in(register).items():
        if name not in shown and name not in gaps:
            message = f"`{name}` is neither shown nor named in `docs/{GAPS}`. Do one of the two."
            yield Problem(register, line, message)
        if name in shown and name in gaps:
            message = f"`{name}` is shown and named as a gap. Take it out of `docs/{GAPS}`."
            yield Problem(register, line, message)
    if len(draft.ids(GlossaryTerm)) < FEWEST_TERMS:
        message = f"The glossary has fewer than {FEWEST_TERMS} terms. Add the ones texts use."
        yield Problem(draft.folder / "glossary", 1, message)
