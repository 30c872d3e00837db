"""Rules about balance: benefit beside harm, and no study where it does not belong."""

import re
from collections.abc import Iterator, Mapping
from typing import get_args

from logic.content.items import Claim, Condition, GuideSection
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.prose import markers, plain
from logic.content.reading import Entry
from logic.content.studies import StudySummary
from logic.content.vocabulary import CommonPart, ConditionPart
from logic.matching import with_partners

# The drugs that the kiosk is about, as a text names them: the other drugs have no one name.
NAMED_DRUGS = {"ketamine", "esketamine"}


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
    """A drug whose studies are told in what was found is named in the harms of the condition."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    for found in sections(draft, "found"):
        told = {drug for name in studies_told(found, studies) for drug in studies[name].drugs}
        for entry in sections(draft, "harms"):
            if not set(entry.item.conditions) & set(found.item.conditions):
                continue
            text = plain(f"{entry.item.message} {entry.item.body}").lower()
            for drug in sorted(told & NAMED_DRUGS):
                if not re.search(rf"\b{drug}\b", text):
                    message = f"`{found.item.id}` tells of {drug}, this does not. Add its harms."
                    yield entry.problem(("body",), message)


def sections(draft: Draft, part: str) -> list[Entry[GuideSection]]:
    """The guide sections of one part."""
    return [entry for entry in draft.of(GuideSection) if entry.item.part == part]


def studies_cited(
    entry: Entry[GuideSection | Claim], studies: Mapping[str, StudySummary]
) -> set[str]:
    """The studies whose source is cited in any text of an item."""
    cited = {marker.source for line in entry.lines() for marker in markers(line.text)}
    return {one.id for one in studies.values() if one.source in cited}


def studies_told(
    entry: Entry[GuideSection | Claim], studies: Mapping[str, StudySummary]
) -> set[str]:
    """The studies that an item tells of: cited in any text of it, or named to be read with it."""
    return studies_cited(entry, studies) | (set(entry.item.read_with) & studies.keys())


def a_section_tells_only_of_its_condition(draft: Draft) -> Iterator[Problem]:
    """What studies found for a condition comes from studies of it, or ones read with those."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    by_source: dict[str, set[str]] = {}
    for study in studies.values():
        by_source.setdefault(study.source, set()).add(study.id)
    for entry in sections(draft, "found"):
        own = [one for one in studies.values() if set(one.conditions) & set(entry.item.conditions)]
        fitting = {one.id for one in with_partners(own, studies)}
        for line in entry.lines():
            for marker in markers(line.text):
                about = by_source.get(marker.source, set())
                if about and not about & fitting:
                    message = f"`{marker.source}` did not study this condition. Leave it out here."
                    yield line.problem(message)


def a_section_names_the_studies_it_pairs(draft: Draft) -> Iterator[Problem]:
    """A finding that is told from one study of a pair is told with the other study too."""
    studies = {entry.item.id: entry.item for entry in draft.of(StudySummary)}
    for entry in sections(draft, "found"):
        told = studies_told(entry, studies)
        for message in half_told(told, told, studies):
            yield entry.problem(("body",), message)


def half_told(
    cited: set[str], told: set[str], studies: Mapping[str, StudySummary]
) -> Iterator[str]:
    """What is wrong where one study of a pair is cited, and the other is not told of."""
    for name in sorted(cited):
        for partner in studies[name].read_with:
            if partner not in told and partner in studies:
                message = f"`{name}` is told without `{partner}`. Tell it too, or name it in"
                yield f"{message} `read_with`."


RULES: tuple[Rule, ...] = (
    every_condition_has_every_section,
    every_common_section_exists,
    a_finding_stands_with_its_harms,
    a_section_tells_only_of_its_condition,
    a_section_names_the_studies_it_pairs,
)
