"""What the self-assessment is held to: every criterion answered once, no score without evidence."""

import re
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

from logic.assessing.marks import SCALES, criteria_of
from logic.assessing.measures import MEASURES
from logic.content.content_file import read_text
from logic.content.pack import Draft, Rule, self_assessment_path
from logic.content.problems import Location, Problem
from logic.content.self_assessment import CRITERIA, Criterion, Group, InstrumentName
from logic.content.wording import did_you_mean
from logic.coverage import documents

CLAIMS_NOTHING = ("not-met", "not-applicable")


def every_instrument_is_answered(draft: Draft) -> Iterator[Problem]:
    """Every instrument is answered, once, and none of its criteria is left out."""
    path = self_assessment_path(draft.folder)
    if draft.self_assessment is None:
        if documents(draft).is_dir():  # a folder of content alone promises no report
            yield Problem(path, 1, "The file is missing. Put it back.")
        return
    answered: set[InstrumentName] = set()
    for index, instrument in enumerate(draft.self_assessment.instruments):
        place: Location = ("instruments", index, "id")
        if instrument.id in answered:
            yield problem(draft, place, f"`{instrument.id}` stands here twice. Keep one.")
        answered.add(instrument.id)
        given = [criterion.id for _, _, criterion in criteria_of(instrument)]
        if missing := [name for name in CRITERIA[instrument.id] if name not in given]:
            message = f"Not answered: {', '.join(missing)}. Add each under `criteria`."
            yield problem(draft, place, message)
    if documents(draft).is_dir():
        for name in get_args(InstrumentName):
            if name not in answered:
                message = f"`{name}` is not answered. Add it under `instruments`."
                yield problem(draft, ("instruments",), message)


def every_criterion_has_one_answer(draft: Draft) -> Iterator[Problem]:
    """Every criterion is one of its instrument, stands once, and is computed or has a score."""
    if draft.self_assessment is None:
        return
    for index, instrument in enumerate(draft.self_assessment.instruments):
        seen: set[str] = set()
        for inner, _, criterion in criteria_of(instrument):
            name, place = criterion.id, at(index, inner, "id")
            if name not in CRITERIA[instrument.id]:
                known = ", ".join(CRITERIA[instrument.id])
                message = f"`{instrument.id}` has no `{name}`. Use one of: {known}."
                yield problem(draft, place, message)
            if name in seen:
                yield problem(draft, place, f"`{name}` is answered twice. Keep one.")
            seen.add(name)
            if criterion.computed and criterion.score:
                message = f"`{name}` has two answers. Keep `computed`, or `score` with `why`."
                yield problem(draft, at(index, inner, "score"), message)
            if not (criterion.computed or criterion.score):
                message = f"`{name}` is not answered. Give `computed`, or `score` with `why`."
                yield problem(draft, place, message)


def no_score_without_its_evidence(draft: Draft) -> Iterator[Problem]:
    """A score is one of its scale and says why; whatever claims something names its evidence."""
    for place, group, criterion in answers(draft):
        if wrong := score_problem(group, criterion):
            yield problem(draft, (*place, "score"), wrong)
        claims = criterion.computed or criterion.score not in (None, *CLAIMS_NOTHING)
        if claims and not criterion.evidence:
            message = f"`{criterion.id}` claims a score without `evidence`. Name a file or a test."
            yield problem(draft, (*place, "id"), message)


def score_problem(group: Group, criterion: Criterion) -> str | None:
    """What is wrong with a score as it was given, if anything."""
    score, scale = criterion.score, (*SCALES[group.scale], "not-applicable")
    if score and score not in scale:
        return f"`{score}` is not on the scale. Write one of: {', '.join(scale)}."
    if bool(score) != bool(criterion.why):
        return "`why` stands with a `score`, and only there. Write both, or neither."
    return None


def evidence_exists(draft: Draft) -> Iterator[Problem]:
    """Every file and every test that the self-assessment names as evidence is there."""
    if not documents(draft).is_dir():  # the files of a project do not stand beside content alone
        return
    project = draft.folder.parent
    for place, _, criterion in answers(draft):
        for number, named in enumerate(criterion.evidence):
            if wrong := evidence_problem(project, named):
                yield problem(draft, (*place, "evidence", number), wrong)


def evidence_problem(project: Path, named: str) -> str | None:
    """What is wrong with one piece of evidence, if anything."""
    name, _, test = named.partition("::")
    path = project / name
    if not (path.exists() and path.resolve().is_relative_to(project.resolve())):
        return f"`{name}` is no file of the project. Name one, such as `docs/rules.md`."
    if test and not re.search(rf"^def {re.escape(test)}\(", read_text(path), re.MULTILINE):
        return f"`{name}` holds no test `{test}`. Name one that it holds."
    return None


def measures_exist(draft: Draft) -> Iterator[Problem]:
    """Every measure that a criterion names is one that the code can take."""
    for place, _, criterion in answers(draft):
        name = criterion.computed
        if name and name not in MEASURES:
            hint = did_you_mean(name, MEASURES)
            message = f"No measure is called `{name}`.{hint} Name one, or give a `score`."
            yield problem(draft, (*place, "computed"), message)


def answers(draft: Draft) -> Iterator[tuple[Location, Group, Criterion]]:
    """Every criterion with its group and its place in the file."""
    instruments = draft.self_assessment.instruments if draft.self_assessment else ()
    for index, instrument in enumerate(instruments):
        for inner, group, criterion in criteria_of(instrument):
            yield at(index, inner), group, criterion


def at(index: int, inner: tuple[int, int], *field: str) -> Location:
    """The place of a criterion in the file, or of one of its fields."""
    group, criterion = inner
    return ("instruments", index, "groups", group, "criteria", criterion, *field)


def problem(draft: Draft, location: Location, message: str) -> Problem:
    """Name a problem at the line of one field of the self-assessment."""
    if draft.self_assessment_file is None:
        raise LookupError("Only a draft with a self-assessment has answers.")
    return draft.self_assessment_file.problem(location, message)


RULES: tuple[Rule, ...] = (
    every_instrument_is_answered,
    every_criterion_has_one_answer,
    no_score_without_its_evidence,
    evidence_exists,
    measures_exist,
)
