"""Rules about balance: benefit beside harm, and no study where it does not belong."""

from collections.abc import Iterator
from typing import get_args

from logic.content.items import Condition, GuideSection
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import markers
from logic.content.studies import StudySummary
from logic.content.vocabulary import CommonPart, ConditionPart
from logic.matching import together


def every_condition_has_every_section(draft: Draft) -> Iterator[Problem]:
    """Every condition has each part of the guide once, so benefit never stands without harm."""
    sections = [entry.item for entry in draft.of(GuideSection)]
    for entry in draft.of(Condition):
        for part in get_args(ConditionPart):
            about = [
                one for one in sections if one.part == part and entry.item.id in one.conditions
            ]
            if len(about) != 1:
                wrong = "has no section" if not about else f"has {len(about)} sections"
                yield entry.problem((), f"This condition {wrong} `{part}`. Write exactly one.")


def every_common_section_exists(draft: Draft) -> Iterator[Problem]:
    """Each part of the guide that is for everyone is written once."""
    parts = [entry.item.part for entry in draft.of(GuideSection)]
    for part in get_args(CommonPart):
        if parts.count(part) != 1:
            folder = draft.folder / "guide_sections"
            message = f"The guide needs exactly one section `{part}`, not {parts.count(part)}."
            yield Problem(folder / f"{part}.en.md", 1, f"{message} Write it.")


def a_finding_stands_with_its_harms(draft: Draft) -> Iterator[Problem]:
    """A study with a figure for benefit has a figure or a sourced sentence for harm."""
    for entry in draft.of(StudySummary):
        study = entry.item
        benefit = any(one.figures and one.higher_is == "better" for one in study.outcomes)
        harm = any(one.higher_is == "worse" for one in study.outcomes) or markers(study.harms)
        if benefit and not harm:
            message = "Benefit is told in figures, harm without a source. Add what harm was found."
            yield entry.problem(("harms",), message)


def a_section_tells_only_of_its_condition(draft: Draft) -> Iterator[Problem]:
    """What studies found for a condition comes from studies of it, or ones read with those."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    by_source: dict[str, set[str]] = {}
    for study in studies.values():
        by_source.setdefault(study.source, set()).add(study.id)
    for entry in draft.of(GuideSection):
        if entry.item.part != "found":
            continue
        own = [one for one in studies.values() if set(one.conditions) & set(entry.item.conditions)]
        fitting = {one.id for one in together(own, studies)}
        for number, line in enumerate((entry.item.body or "").splitlines()):
            for marker in markers(line):
                about = by_source.get(marker.source, set())
                if about and not about & fitting:
                    message = f"`{marker.source}` did not study this condition. Leave it out here."
                    yield entry.problem(("body",), message, number)


def a_section_names_the_studies_it_pairs(draft: Draft) -> Iterator[Problem]:
    """A finding that is told from one study of a pair is told with the other study too."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    for entry in draft.of(GuideSection):
        told = {marker.source for marker in markers(entry.item.body or "")}
        if entry.item.part != "found":
            continue
        named = {one.id for one in studies.values() if one.source in told}
        named |= set(entry.item.read_with)
        for name in sorted(named & studies.keys()):
            for partner in studies[name].read_with:
                if partner not in named and partner in studies:
                    message = (
                        f"`{name}` is told without `{partner}`. Tell it too, "
                        "or name it in `read_with`."
                    )
                    yield entry.problem(("body",), message)


RULES: tuple[Rule, ...] = (
    every_condition_has_every_section,
    every_common_section_exists,
    a_finding_stands_with_its_harms,
    a_section_tells_only_of_its_condition,
    a_section_names_the_studies_it_pairs,
)
