"""Which content belongs to the condition a visitor picked, and in what order it is shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar, get_args

from logic.content.items import AssessmentCheck, Claim, GuideSection, Item, ReferralResource
from logic.content.pack import Pack
from logic.content.questions import Question
from logic.content.studies import StudySummary
from logic.content.vocabulary import Certainty, CommonPart, ConditionPart

ItemT = TypeVar("ItemT", bound=Item)

URGENCY_ORDER = ("emergency", "urgent", "routine")
SUREST_FIRST: tuple[Certainty, ...] = get_args(Certainty)
FILTERS = ("all", "largest", "another_treatment", "no_clear_difference")


def about(items: Iterable[ItemT], condition: str | None) -> list[ItemT]:
    """The items that name a condition, and those that are for every condition."""
    return [item for item in items if not item.conditions or condition in item.conditions]


def fits(question: Question, condition: str) -> bool:
    """Whether a question can be asked of a condition."""
    return not question.conditions or condition in question.conditions


def own_sections(pack: Pack, condition: str) -> list[GuideSection]:
    """A condition's own guide sections, in the order of the guide."""
    mine = [section for section in pack.guide_sections if condition in section.conditions]
    return sorted(mine, key=lambda section: get_args(ConditionPart).index(section.part))


def common_sections(pack: Pack) -> list[GuideSection]:
    """The guide sections that are for everyone, in the order of the guide."""
    shared = [section for section in pack.guide_sections if section.is_common]
    return sorted(shared, key=lambda section: get_args(CommonPart).index(section.part))


def following_section(
    pack: Pack, order: Sequence[GuideSection], section: str
) -> GuideSection | None:
    """The guide section after this one in the order of a guide, or none after the last.

    The harms that were shown beside a finding do not follow it once more.
    """
    here = next(index for index, one in enumerate(order) if one.id == section)
    beside = harms_beside(pack, order[here])
    return next((one for one in order[here + 1 :] if one != beside), None)


def harms_beside(pack: Pack, section: GuideSection) -> GuideSection | None:
    """The section on harms that must stand on the same screen as what studies found."""
    if section.part != "found":
        return None
    harms = (one for one in pack.guide_sections if one.part == "harms")
    return next(one for one in harms if set(one.conditions) >= set(section.conditions))


def partners(study: StudySummary, known: Mapping[str, StudySummary]) -> list[StudySummary]:
    """The studies without which this one tells only half."""
    return [known[name] for name in study.read_with if name in known]


def with_partners(
    studies: Iterable[StudySummary], known: Mapping[str, StudySummary]
) -> list[StudySummary]:
    """Studies, each followed by its partners; the partners of those are not followed further."""
    shown: dict[str, StudySummary] = {}
    for study in studies:
        for one in (study, *partners(study, known)):
            shown.setdefault(one.id, one)
    return list(shown.values())


def studies_of(pack: Pack, condition: str) -> list[StudySummary]:
    """The studies of a condition, the surest first and then the newest."""
    mine = (study for study in pack.study_summaries if condition in study.conditions)
    return sorted(
        mine,
        key=lambda study: (SUREST_FIRST.index(study.certainty), -study.published, study.id),
    )


@dataclass(frozen=True)
class Listing:
    """The studies of a condition seen one way: those that fit, and what must stand beside them.

    `beside` holds the partners that do not fit themselves, of another condition perhaps. A pair is
    never parted, and nothing is passed off as fitting.
    """

    fitting: tuple[StudySummary, ...]
    beside: tuple[StudySummary, ...]

    def in_order(self) -> list[StudySummary]:
        """Each fitting study, and right behind it the partners that stand beside for its sake."""
        shown: dict[str, StudySummary] = {}
        for study in self.fitting:
            behind = [one for one in self.beside if one.id in study.read_with]
            for one in (study, *behind):
                shown.setdefault(one.id, one)
        return list(shown.values())

    def reasons(self, study: StudySummary) -> list[StudySummary]:
        """The fitting studies for whose sake a study stands beside them; none where it fits."""
        if study in self.fitting:
            return []
        return [one for one in self.fitting if study.id in one.read_with]


def listing(pack: Pack, condition: str, choice: str) -> Listing:
    """The studies of a condition, seen one of the ways in FILTERS."""
    fitting = studies_of(pack, condition)
    if choice == "largest":
        fitting = sorted(fitting, key=lambda study: -(study.participants or 0))
    if choice == "another_treatment":
        fitting = [study for study in fitting if study.compared_with == "another-treatment"]
    if choice == "no_clear_difference":
        fitting = [study for study in fitting if study.main_finding == "no-clear-difference"]
    beside = [one for one in with_partners(fitting, pack.study) if one not in fitting]
    return Listing(tuple(fitting), tuple(beside))


def checks_for(pack: Pack, condition: str | None) -> list[AssessmentCheck]:
    """What a clinician checks first for a condition, in its order."""
    return sorted(about(pack.assessment_checks, condition), key=lambda check: check.order)


def claims_for(pack: Pack, condition: str | None) -> tuple[list[Claim], list[Claim]]:
    """The claims that name a condition, and all others; each in their order, never by verdict."""
    ordered = sorted(pack.claims, key=lambda claim: claim.order)
    own = [claim for claim in ordered if condition in claim.conditions]
    return own, [claim for claim in ordered if claim not in own]


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
