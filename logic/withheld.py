"""Which items are being checked again, because their review date or that of a study has passed."""

from collections.abc import Iterable
from datetime import date

from logic.content.items import Condition, GuideSection, Item
from logic.content.pack import Pack
from logic.content.prose import markers
from logic.content.studies import StudySummary
from logic.matching import harms_beside, with_partners


def is_withheld(study: StudySummary, pack: Pack, today: date) -> bool:
    """Whether a study, or a partner of it, is being checked again."""
    return any(one.is_due(today) for one in with_partners([study], pack.study))


def tells_of_withheld(items: Iterable[Item], pack: Pack, today: date) -> bool:
    """Whether items cite a study that is being checked again."""
    cited = {mark.source for one in items for _, text in one.words() for mark in markers(text)}
    told = [study for study in pack.study_summaries if study.source in cited]
    return any(is_withheld(study, pack, today) for study in told)


def condition_is_withheld(condition: Condition, pack: Pack, today: date) -> bool:
    """Whether what is said of a condition, or a study that it cites, is being checked again."""
    return condition.is_due(today) or tells_of_withheld([condition], pack, today)


def section_is_withheld(section: GuideSection, pack: Pack, today: date) -> bool:
    """Whether a guide section, or a study that it tells of, is being checked again.

    A finding is withheld with its harms: it would stand alone without them.
    """
    shown = [one for one in (section, harms_beside(pack, section)) if one]
    named = [pack.study[name] for one in shown for name in one.read_with]
    return (
        any(one.is_due(today) for one in shown)
        or any(is_withheld(one, pack, today) for one in named)
        or tells_of_withheld(shown, pack, today)
    )
