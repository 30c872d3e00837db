"""Which content belongs to the condition a visitor picked, and in what order it is shown."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar, get_args

from logic.content.items import AssessmentCheck, GuideSection, Item, ReferralResource
from logic.content.pack import Pack
from logic.content.prose import markers
from logic.content.studies import StudySummary
from logic.content.vocabulary import CommonPart, ConditionPart

ItemT = TypeVar("ItemT", bound=Item)

URGENCY_ORDER = ("emergency", "urgent", "routine")
FILTERS = ("all", "largest", "another_treatment", "no_clear_difference")


def about(items: Iterable[ItemT], condition: str | None) -> list[ItemT]:
    """The items that name a condition, and those that are for every condition."""
    return [item for item in items if not item.conditions or condition in item.conditions]


def own_sections(pack: Pack, condition: str) -> list[GuideSection]:
    """A condition's own guide sections, in the order of the guide."""
    mine = [section for section in pack.guide_sections if condition in section.conditions]
    return sorted(mine, key=lambda section: get_args(ConditionPart).index(section.part))


def common_sections(pack: Pack) -> list[GuideSection]:
    """The guide sections that are for everyone, in the order of the guide."""
    shared = [section for section in pack.guide_sections if section.is_common]
    return sorted(shared, key=lambda section: get_args(CommonPart).index(section.part))


def following_section(pack: Pack, condition: str, section: str) -> GuideSection | None:
    """The guide section after this one, or none after the last."""
    order = own_sections(pack, condition) + common_sections(pack)
    here = next(index for index, one in enumerate(order) if one.id == section)
    return order[here + 1] if here + 1 < len(order) else None


def harms_beside(pack: Pack, section: GuideSection) -> GuideSection | None:
    """The section on harms that must stand on the same screen as what studies found."""
    if section.part != "found":
        return None
    return next(
        one
        for one in pack.guide_sections
        if one.part == "harms" and set(one.conditions) & set(section.conditions)
    )


def together(
    studies: Iterable[StudySummary], known: Mapping[str, StudySummary]
) -> list[StudySummary]:
    """Studies, each followed by those it must be read with, wherever they come from."""
    shown: dict[str, StudySummary] = {}

    def add(study: StudySummary) -> None:
        if study.id not in shown:
            shown[study.id] = study
            for name in study.read_with:
                if name in known:
                    add(known[name])

    for study in studies:
        add(study)
    return list(shown.values())


def studies_of(pack: Pack, condition: str) -> list[StudySummary]:
    """The studies of a condition, newest first, each with those it must be read with."""
    mine = [study for study in pack.study_summaries if condition in study.conditions]
    newest = sorted(mine, key=lambda study: (-study.published, study.id))
    return together(newest, pack.study)


def filtered(pack: Pack, condition: str, choice: str) -> list[StudySummary]:
    """The studies of a condition seen one way. A pair is never parted by it."""
    studies = studies_of(pack, condition)
    if choice == "largest":
        studies = sorted(studies, key=lambda study: -(study.participants or 0))
    if choice == "another_treatment":
        studies = [study for study in studies if study.compared_with == "another-treatment"]
    if choice == "no_clear_difference":
        studies = [study for study in studies if study.main_finding == "no-clear-difference"]
    return together(studies, pack.study)


def is_withheld(study: StudySummary, pack: Pack, today: date) -> bool:
    """Whether a study, or one that it must be read with, is being checked again."""
    return any(one.is_due(today) for one in together([study], pack.study))


def section_is_withheld(section: GuideSection, pack: Pack, today: date) -> bool:
    """Whether a guide section, or a study that it tells of, is being checked again.

    A finding is withheld with its harms: it would stand alone without them.
    """
    shown = [one for one in (section, harms_beside(pack, section)) if one]
    named = {name for one in shown for name in one.read_with}
    cited = {marker.source for one in shown for _, text in one.words() for marker in markers(text)}
    studies = [one for one in pack.study_summaries if one.id in named or one.source in cited]
    return any(one.is_due(today) for one in shown) or any(
        is_withheld(one, pack, today) for one in studies
    )


def checks_for(pack: Pack, condition: str | None) -> list[AssessmentCheck]:
    """What a clinician checks first for a condition, in its order."""
    return sorted(about(pack.assessment_checks, condition), key=lambda check: check.order)


def soonest_first(
    resources: Iterable[ReferralResource], *, crisis_line_first: bool = False
) -> list[ReferralResource]:
    """Referral resources in the order a visitor should try them."""
    return sorted(
        resources,
        key=lambda resource: (
            crisis_line_first and not resource.crisis_line,
            URGENCY_ORDER.index(resource.urgency),
            resource.order,
        ),
    )


def in_every_page(pack: Pack) -> list[ReferralResource]:
    """What stands in the bar at the foot of every page: the crisis line, then the emergency."""
    short = [resource for resource in pack.referral_resources if resource.short]
    return soonest_first(short, crisis_line_first=True)
