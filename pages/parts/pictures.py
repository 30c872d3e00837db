"""Pictures of numbers: people as dots in every arm, and an effect that fades from time to time.

A picture holds no words. What it shows stands beside it in numbers, and in words below it.
"""

from html import escape

from logic.content.shares import HUNDRED, Share, whole
from logic.content.vocabulary import OutcomeAbout
from logic.pictures.differences import Difference
from logic.pictures.outcomes import Panel, Picture, Pictures
from pages.parts import session
from pages.parts.formats import counted, listed, number
from pages.parts.prose import Notes


def in_sight(drawn: Pictures, about: OutcomeAbout, notes: Notes) -> str:
    """What stands on a card for the gain or for the harm: one picture each, of the same size.

    Where only the other side can be drawn, that is said in the picture's place.
    """
    if over_time := drawn.times(about):
        return "".join(fading(times, notes) for times in over_time)
    if picture := drawn.first(about):
        return figure(picture, notes)
    side: OutcomeAbout = "harm" if about == "benefit" else "benefit"
    other = drawn.times(side) or drawn.first(side)
    labels = session.ui().labels
    said = labels.undrawn_benefit if about == "benefit" else labels.undrawn_harm
    return f'<p class="undrawn">{escape(said)}</p>' if other else ""


def is_in_sight(drawn: Pictures, place: int) -> bool:
    """Whether an outcome is drawn on the card already, so that it is not drawn twice."""
    sides: tuple[OutcomeAbout, ...] = ("benefit", "harm")
    shown = [drawn.first(about) for about in sides if not drawn.times(about)]
    shown += [picture for times in drawn.over_time for picture in times]
    return any(one is not None and one.place == place for one in shown)


def figure(picture: Picture, notes: Notes) -> str:
    """One outcome: what and when, the people of every arm, the difference, how to read it."""
    labels, outcome = session.ui().labels, picture.outcome
    main = f"{escape(labels.main_question)} " if outcome.main else ""
    when = f'<span class="soft">{notes.line(outcome.time_point)}</span>'
    head = f"{main}<strong>{notes.line(outcome.name)}</strong> {when}"
    drawn = "".join(array(panel, notes) for panel in picture.panels)
    return (
        f'<figure class="picture {outcome.about}">'
        f"<figcaption>{head} {notes.source(outcome.source)}</figcaption>"
        f'<div class="arrays">{drawn}</div>{in_words(picture)}'
        f'<p class="soft">{escape(legend(picture))}</p></figure>'
    )


def arrays(picture: Picture, notes: Notes) -> str:
    """The people of every arm alone, for a place that tells the rest in words."""
    drawn = "".join(array(panel, notes) for panel in picture.panels)
    return f'<div class="picture {picture.outcome.about}"><div class="arrays">{drawn}</div></div>'


def array(panel: Panel, notes: Notes) -> str:
    """One arm: its name, its people as dots, and their number."""
    return (
        f'<div class="array"><p>{notes.line(panel.share.arm.name)}</p>{dots(panel)}'
        f"<p><strong>{escape(count(panel.share))}</strong></p></div>"
    )


def dots(panel: Panel) -> str:
    """The drawing of an arm, with the same numbers for whoever cannot see it."""
    share = panel.share
    told = session.ui().labels.picture_alt.format(people=share.people, of=share.of)
    wide = min(share.of, 10)
    return f'<img src="{panel.image}" alt="{escape(told)}" style="--across:{wide}">'


def count(share: Share) -> str:
    """How many people of how many; `about` where the work prints no count."""
    labels = session.ui().labels
    if share.percent and not share.people:
        return labels.fewer_than_one
    form = labels.count_of if share.is_printed else labels.about_count_of
    return form.format(people=share.people, of=share.of)


def in_words(picture: Picture) -> str:
    """The difference in words, and whether it is a clear one."""
    labels, outcome = session.ui().labels, picture.outcome
    clear = session.ui().choices.clear_difference[outcome.clear_difference]
    several = len(picture.differences) > 1
    told = "".join(difference(one, several=several) for one in picture.differences)
    return f'<p class="difference">{told}{escape(labels.clear_difference)} {escape(clear)}.</p>'


def difference(given: Difference, *, several: bool) -> str:
    """By how many of 100 an arm differs from its comparator, and how far off that may be."""
    labels, forms, people = session.ui().labels, session.ui().counted, given.people
    more_or_fewer = forms.difference_more if people > 0 else forms.difference_fewer
    told = counted(more_or_fewer, abs(people)) if people else labels.difference_none
    told = f"{given.arm.name}: {told}" if several else told
    if given.low is None or given.high is None:
        return f"<strong>{escape(told)}</strong><br>"
    form = labels.our_interval if given.is_ours else labels.printed_interval
    ends = form.format(percent=given.percent, low=with_sign(given.low), high=with_sign(given.high))
    return f"<strong>{escape(told)}</strong> {escape(ends)}<br>"


def with_sign(number: float) -> str:
    """A whole number of people with its sign, which 0 has not."""
    return f"{whole(number):+d}".replace("-", "−") if whole(number) else "0"


def dots_agree(picture: Picture) -> bool:
    """Whether whoever counts the dots finds the difference that is told in words."""
    against = picture.panels[-1].share.people
    return all(
        panel.share.people - against == given.people
        for panel, given in zip(picture.panels, picture.differences, strict=False)
    )


def legend(*drawn: Picture) -> str:
    """How the dots are read."""
    labels, outcome = session.ui().labels, drawn[0].outcome
    a_hundred = all(panel.share.of == HUNDRED for one in drawn for panel in one.panels)
    told: list[str] = [labels.dots_hundred if a_hundred else labels.dots_people, labels.dots_filled]
    if any(difference.people for one in drawn for difference in one.differences):
        is_better = outcome.higher_is == "better"
        told.append(labels.dots_more_better if is_better else labels.dots_more_worse)
    for one in drawn:
        if not dots_agree(one):
            exact = listed(number(float(f"{panel.share.percent:.3g}")) for panel in one.panels)
            told.append(labels.rounded.format(percents=exact))
    return " ".join(told)


def fading(times: tuple[Picture, ...], notes: Notes) -> str:
    """An outcome that was counted at many times: a row for each, one below the other."""
    labels, first = session.ui().labels, times[0]
    arms = [panel.share.arm.name for panel in first.panels]
    heads = [labels.time_point, *arms, labels.difference]
    head = "".join(f'<th scope="col" role="columnheader">{escape(name)}</th>' for name in heads)
    rows = "".join(time_row(picture, notes) for picture in times)
    name = f"<strong>{notes.line(first.outcome.name)}</strong>, {escape(labels.over_time)}"
    return (
        f'<div class="picture {first.outcome.about}">'
        f"<p>{name} {notes.source(first.outcome.source)}</p>"
        f'<table role="table" class="over-time" aria-label="{escape(first.outcome.name)}">'
        f'<thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{rows}</tbody></table>'
        f'<p class="soft">{escape(legend(*times))}</p></div>'
    )


def time_row(picture: Picture, notes: Notes) -> str:
    """One time: the people of every arm, by how many they differ, and whether that is clear."""
    clear = session.ui().choices.clear_difference[picture.outcome.clear_difference]
    cells = "".join(
        f'<td role="cell" data-name="{escape(panel.share.arm.name)}">{dots(panel)}'
        f"<strong>{escape(count(panel.share))}</strong></td>"
        for panel in picture.panels
    )
    apart = "; ".join(with_sign(one.value) for one in picture.differences)
    last = f"<strong>{apart}</strong> <br>{escape(session.ui().labels.clear_short)} {escape(clear)}"
    when = f'<th scope="row" role="rowheader">{notes.line(picture.outcome.time_point)}</th>'
    return f'<tr role="row">{when}{cells}<td role="cell">{last}</td></tr>'
