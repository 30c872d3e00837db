"""The numbers of a study: every outcome, what each group had, and the difference as printed.

Where a work prints counts and no interval, our own stands below, and says that it is ours.
"""

from collections.abc import Iterator
from html import escape

from logic.content.intervals import Interval
from logic.content.outcomes import Arm, Effect, Figure
from logic.content.prose import OURS, Marker
from logic.content.studies import StudySummary
from pages.parts import pictures, session
from pages.parts.formats import counted, number
from pages.parts.prose import Notes


def numbers(study: StudySummary, notes: Notes) -> str:
    """Every outcome of a study, one below the other."""
    return "".join(outcome_block(study, place, notes) for place in range(len(study.outcomes)))


def group(arm: Arm) -> str:
    """A group's name, and how many people it began with."""
    if arm.participants is None:
        return arm.name
    people = session.ui().labels.a_group_of.format(count=number(arm.participants))
    return f"{arm.name} ({people})"


def outcome_block(study: StudySummary, place: int, notes: Notes) -> str:
    """One outcome: what was measured and when, each group's number, and the difference."""
    labels, choices = session.ui().labels, session.ui().choices
    outcome, arms = study.outcomes[place], {arm.id: group(arm) for arm in study.arms}
    lines = [
        (labels.outcome, notes.line(outcome.measure)),
        (labels.time_point, notes.line(outcome.time_point)),
        *((arms[figure.arm], notes.line(told(figure))) for figure in outcome.figures),
        *differences(study, place, notes),
        (labels.clear_difference, escape(choices.clear_difference[outcome.clear_difference])),
    ]
    listed = "".join(f"<div><dt>{escape(a)}</dt><dd>{b}</dd></div>" for a, b in lines)
    kind = f"{escape(labels.main_question)} " if outcome.main else ""
    name = f"<h4>{kind}{notes.line(outcome.name)} {notes.source(outcome.source)}</h4>"
    return f'{name}{drawn(study, place, notes)}<dl class="lines">{listed}</dl>'


def drawn(study: StudySummary, place: int, notes: Notes) -> str:
    """The picture of an outcome, unless it stands on the card already."""
    known = session.kiosk().pictures[study.id]
    picture = next((one for one in known.single if one.place == place), None)
    if picture is None or pictures.is_in_sight(known, place):
        return ""
    return pictures.arrays(picture, notes)


def told(figure: Figure) -> str:
    """What one group had: people of 100, people of people, an average; only what is printed."""
    labels, forms = session.ui().labels, session.ui().counted
    parts = []
    if figure.percent is not None:
        parts.append(labels.out_of_hundred.format(percent=number(figure.percent)))
    if figure.events is not None and figure.analysed is not None:
        events = number(figure.events)
        parts.append(counted(forms.people_of_people, figure.analysed, events=events))
    elif figure.events is not None:
        parts.append(counted(forms.people_count, figure.events))
    if figure.mean is not None:
        parts.append(labels.mean_of.format(mean=number(figure.mean)))
    if figure.median is not None:
        parts.append(labels.median_of.format(median=number(figure.median)))
    if figure.sd is not None:
        parts.append(labels.spread_of.format(sd=number(figure.sd)))
    return ", ".join(parts)


def differences(study: StudySummary, place: int, notes: Notes) -> Iterator[tuple[str, str]]:
    """The difference as printed; where no interval is, those that we worked out of the counts."""
    labels, outcome = session.ui().labels, study.outcomes[place]
    names = {arm.id: arm.name for arm in study.arms}
    if outcome.effect:
        yield labels.difference_printed, difference(outcome.effect, notes)
    for figure in outcome.figures:
        if made := session.pack().interval.get((study.id, place, figure.arm)):
            arm, comparator = names[made.arm.id], names[made.comparator.id]
            named = labels.our_difference.format(arm=arm, comparator=comparator)
            yield named, our_difference(made, notes)


def difference(effect: Effect, notes: Notes) -> str:
    """A difference with the interval that the work prints, and nothing that it does not print."""
    ui = session.ui()
    value = "" if effect.value is None else f": {number(effect.value)}"
    parts = [f"{notes.line(ui.choices.effect_measure[effect.measure])}{value}"]
    if effect.low is not None and effect.high is not None:
        low, high = number(effect.low), number(effect.high)
        percent = effect.interval_percent
        parts.append(notes.line(ui.labels.interval.format(percent=percent, low=low, high=high)))
    if effect.standard_error is not None:
        parts.append(notes.line(ui.labels.standard_error.format(se=number(effect.standard_error))))
    if effect.p_value is not None:
        told = ui.labels.p_value_nominal if effect.p_is_nominal else ui.labels.p_value
        parts.append(notes.line(told.format(p=effect.p_value)))
    return ", ".join(parts)


def our_difference(made: Interval, notes: Notes) -> str:
    """A difference and a ratio with the intervals that we worked out, and that they are ours."""
    estimates = [Effect(measure="risk-difference", **made.risk_difference.model_dump())]
    if made.relative_risk:
        estimates.append(Effect(measure="relative-risk", **made.relative_risk.model_dump()))
    told = "; ".join(difference(one, notes) for one in estimates)
    return f"{told}. {notes.line(session.ui().labels.our_arithmetic, [Marker(OURS)])}"
