"""The numbers of a study: every outcome, what each group had, and the difference as printed."""

from html import escape

from logic.content.studies import Effect, Figure, Outcome, StudySummary
from pages.parts import session
from pages.parts.prose import Notes


def numbers(study: StudySummary, notes: Notes) -> str:
    """Every outcome of a study, one below the other."""
    arms: dict[str, str] = {arm.id: arm.name for arm in study.arms}
    return "".join(outcome_block(outcome, arms, notes) for outcome in study.outcomes)


def outcome_block(outcome: Outcome, arms: dict[str, str], notes: Notes) -> str:
    """One outcome: what was measured and when, each group's number, and the difference."""
    labels, choices = session.ui().labels, session.ui().choices
    lines = [
        (labels.outcome, notes.line(outcome.measure)),
        (labels.time_point, notes.line(outcome.time_point)),
        *((arms[figure.arm], escape(told(figure))) for figure in outcome.figures),
    ]
    if outcome.effect:
        lines.append((labels.difference, difference(outcome.effect, notes)))
    lines.append(
        (labels.clear_difference, escape(choices.clear_difference[outcome.clear_difference]))
    )
    listed = "".join(f"<div><dt>{escape(a)}</dt><dd>{b}</dd></div>" for a, b in lines)
    name = f"<h4>{notes.line(outcome.name)} {notes.source(outcome.source)}</h4>"
    return f'{name}<dl class="lines">{listed}</dl>'


def told(figure: Figure) -> str:
    """What one group had: people of 100, people of people, an average; only what is printed."""
    labels = session.ui().labels
    parts = []
    if figure.percent is not None:
        parts.append(labels.out_of_hundred.format(percent=f"{figure.percent:g}"))
    if figure.events is not None and figure.analysed is not None:
        people = labels.people_of_people
        parts.append(people.format(events=figure.events, analysed=figure.analysed))
    elif figure.events is not None:
        parts.append(labels.people_count.format(count=figure.events))
    if figure.mean is not None:
        parts.append(labels.mean_of.format(mean=f"{figure.mean:g}"))
    return ", ".join(parts)


def difference(effect: Effect, notes: Notes) -> str:
    """A difference with the interval that the work prints, and nothing that it does not print."""
    ui = session.ui()
    parts = [f"{notes.line(ui.choices.effect_measure[effect.measure])}: {effect.value:g}"]
    if effect.low is not None and effect.high is not None:
        parts.append(
            ui.labels.interval.format(
                percent=effect.interval_percent, low=f"{effect.low:g}", high=f"{effect.high:g}"
            )
        )
    return ", ".join(parts)
