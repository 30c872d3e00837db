"""Which items are held back, and why: a review date has passed, or nobody signed them off."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, TypeAlias, get_args

from logic.content.items import Claim, Condition, GuideSection, Item, ScreeningTool
from logic.content.pack import Pack
from logic.content.prose import markers
from logic.content.questions import Recall
from logic.content.studies import StudySummary
from logic.matching import harms_beside, own_sections, with_partners

Why: TypeAlias = Literal["draft", "due"]  # the first reason that holds is the one told


def is_withheld(item: Item, pack: Pack, today: date) -> bool:
    """Whether an item is held back."""
    return why_withheld(item, pack, today) is not None


def why_withheld(item: Item, pack: Pack, today: date) -> Why | None:
    """Why an item is held back, or something without which it would tell half; none if it is not.

    A study goes with its partners, a finding with its harms, and whatever tells of a study with it.
    """
    found = {why_alone(one, pack, today) for one in standing_together(item, pack)}
    return next((why for why in get_args(Why) if why in found), None)


def why_alone(item: Item, pack: Pack, today: date) -> Why | None:
    """Why an item is held back for its own sake.

    A study, or a questionnaire, is due with its source: it tells what that one work says.
    """
    if is_hidden_draft(item, pack):
        return "draft"
    works = [pack.source[item.source]] if isinstance(item, StudySummary | ScreeningTool) else []
    return "due" if any(one.is_due(today) for one in (item, *works)) else None


def is_hidden_draft(item: Item, pack: Pack) -> bool:
    """Whether nobody signed an item off, in a clinic that shows no drafts."""
    return not pack.show_drafts and pack.sign_off(item) is None


def standing_together(item: Item, pack: Pack) -> Iterator[Item]:
    """An item, and all without which it would tell half."""
    if isinstance(item, StudySummary):
        yield from with_partners([item], pack.study)
        return
    if isinstance(item, Recall):
        yield item
        yield from standing_together(pack.section[item.section], pack)
        return
    harms = harms_beside(pack, item) if isinstance(item, GuideSection) else None
    shown = [one for one in (item, harms) if one]
    yield from shown
    yield from with_partners(studies_told(shown, pack), pack.study)


def studies_told(items: Iterable[Item], pack: Pack) -> Iterator[StudySummary]:
    """The studies that items tell of: those they cite, and those they are to be read with."""
    for item in items:
        cited = {mark.source for _, text in item.words() for mark in markers(text)}
        for source in cited:
            yield from pack.studies_of_source.get(source, ())
        named = item.read_with if isinstance(item, GuideSection | Claim) else ()
        yield from (pack.study[name] for name in named if name in pack.study)


def is_offered(condition: Condition, pack: Pack) -> bool:
    """Whether a condition can be picked: where drafts are hidden, itself and its guide are signed.

    Review dates do not count, so it is judged on the first of all days, when none has passed.
    """
    parts = (condition, *own_sections(pack, condition.id))
    return pack.show_drafts or not any(is_withheld(one, pack, date.min) for one in parts)


def offered(pack: Pack, named: Iterable[str] | None) -> tuple[Condition, ...]:
    """The conditions that can be picked in a clinic that `named` some, or all; in their order."""
    among = pack.condition if named is None else tuple(named)
    shown = (one for one in pack.conditions if one.id in among and is_offered(one, pack))
    return tuple(sorted(shown, key=lambda condition: condition.order))
