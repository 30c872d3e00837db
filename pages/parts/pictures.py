"""Pictures of numbers: people as dots in every arm, and an effect that fades from time to time.

A picture holds no words. What it shows stands beside it in numbers, and in words below it.
"""

from html import escape

from logic.content.shares import Share
from logic.content.vocabulary import OutcomeAbout
from logic.pictures import words
from logic.pictures.differences import Difference
from logic.pictures.outcomes import Panel, Picture, Pictures
from pages.parts import session
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
    """How many people of how many."""
    return words.count(share, session.ui().labels)


def in_words(picture: Picture) -> str:
    """The difference in words, and whether it is a clear one."""
    labels, outcome = session.ui().labels, picture.outcome
    clear = session.ui().choices.clear_difference[outcome.clear_difference]
    several = len(picture.differences) > 1
    told = "".join(difference(one, several=several) for one in picture.differences)
    return f'<p class="difference">{told}{escape(labels.clear_difference)} {escape(clear)}.</p>'


def difference(given: Difference, *, several: bool) -> str:
    """By how many of 100 an arm differs from its comparator, and how far off that may be."""
    ui = session.ui()
    told = escape(words.apart(given, ui, session.kiosk().locale, several=several))
    ends = escape(words.how_far_off(given, ui.labels))
    return f"<strong>{told}</strong>{ends and ' '}{ends}<br>"


def legend(*drawn: Picture) -> str:
    """How the dots are read."""
    return words.legend(session.ui().labels, session.kiosk().locale, *drawn)


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
    apart = "; ".join(words.with_sign(one.value) for one in picture.differences)
    last = f"<strong>{apart}</strong> <br>{escape(session.ui().labels.clear_short)} {escape(clear)}"
    when = f'<th scope="row" role="rowheader">{notes.line(picture.outcome.time_point)}</th>'
    return f'<tr role="row">{when}{cells}<td role="cell">{last}</td></tr>'
