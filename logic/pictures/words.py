"""What is said beside a picture of people: how many there are, how they differ, how it is read."""

from babel import Locale

from logic.content.shares import HUNDRED, Share, whole
from logic.content.strings import Labels, UiStrings
from logic.formats import counted, listed, number
from logic.pictures.differences import Difference
from logic.pictures.outcomes import Picture


def count(share: Share, labels: Labels) -> str:
    """How many people of how many; `about` where the work prints no count."""
    if share.percent and not share.people:
        return labels.fewer_than_one
    form = labels.count_of if share.is_printed else labels.about_count_of
    return form.format(people=share.people, of=share.of)


def apart(given: Difference, ui: UiStrings, locale: Locale, *, several: bool) -> str:
    """By how many of 100 an arm differs from its comparator."""
    forms, people = ui.counted, given.people
    more_or_fewer = forms.difference_more if people > 0 else forms.difference_fewer
    told = counted(more_or_fewer, abs(people), locale) if people else ui.labels.difference_none
    return f"{given.arm.name}: {told}" if several else told


def how_far_off(given: Difference, labels: Labels) -> str:
    """Between which numbers the true one may lie; nothing where nobody says so."""
    if given.low is None or given.high is None:
        return ""
    form = labels.our_interval if given.is_ours else labels.printed_interval
    return form.format(percent=given.percent, low=with_sign(given.low), high=with_sign(given.high))


def with_sign(given: float) -> str:
    """A whole number of people with its sign, which 0 has not."""
    return f"{whole(given):+d}".replace("-", "−") if whole(given) else "0"


def dots_agree(picture: Picture) -> bool:
    """Whether whoever counts the dots finds the difference that is told in words."""
    against = picture.panels[-1].share.people
    return all(
        panel.share.people - against == given.people
        for panel, given in zip(picture.panels, picture.differences, strict=False)
    )


def legend(labels: Labels, locale: Locale, *drawn: Picture) -> str:
    """How the dots are read."""
    outcome = drawn[0].outcome
    a_hundred = all(panel.share.of == HUNDRED for one in drawn for panel in one.panels)
    told: list[str] = [labels.dots_hundred if a_hundred else labels.dots_people, labels.dots_filled]
    if any(difference.people for one in drawn for difference in one.differences):
        is_better = outcome.higher_is == "better"
        told.append(labels.dots_more_better if is_better else labels.dots_more_worse)
    for one in drawn:
        if not dots_agree(one):
            every = (number(float(f"{panel.share.percent:.3g}"), locale) for panel in one.panels)
            told.append(labels.rounded.format(percents=listed(every, locale)))
    return " ".join(told)
