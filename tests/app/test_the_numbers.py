"""The numbers of a study: what the work prints stays as it is, and what is ours says so."""

import re

from logic.content.intervals import Interval
from logic.content.prose import plain
from pages.parts import numbers, session
from pages.parts.opened import Piece
from pages.parts.prose import Notes
from tests.app.screen import Screen, as_read


def outcome(name: str) -> str:
    """What is told of one outcome of the sample's studies, as it is read."""
    shown = Screen().tap("start").tap("condition-short-nights").tap("next").html
    (found,) = re.findall(rf'<h4>[^<]*{name}.*?<dl class="lines">(.*?)</dl>', shown, re.DOTALL)
    return as_read(found)


def test_an_interval_of_ours_stands_with_its_method_and_is_called_our_own() -> None:
    labels, choices = session.ui().labels, session.ui().choices

    told = outcome("Burned their tongue")

    assert labels.our_difference.format(arm="Tea", comparator="Warm water") in told
    interval = labels.interval.format(percent=95, low="2", high="20.1")
    ours = f"{choices.effect_measure['risk-difference']}: 10, {interval}. {labels.our_arithmetic}"
    assert f"{ours}{labels.ours_short}" in told


def test_where_the_work_prints_an_interval_it_stands_alone() -> None:
    labels = session.ui().labels

    told = outcome("Slept longer")

    assert labels.interval.format(percent=95, low="0.2", high="33.1") in told
    assert labels.our_arithmetic not in told


def test_how_many_times_as_likely_stands_beside_the_difference() -> None:
    def estimate(value: float, low: float, high: float) -> dict[str, float]:
        return {"value": value, "low": low, "high": high}

    arms = {
        "arm": {"id": "tea", "events": 20, "analysed": 40, **estimate(50, 35.2, 64.8)},
        "comparator": {"id": "water", "events": 10, "analysed": 40, **estimate(25, 14.2, 40.2)},
    }
    made = Interval.model_validate(
        {
            "study": "river-trial",
            "outcome": 1,
            **arms,
            "risk_difference": estimate(25, 3.6, 43.4),
            "relative_risk": estimate(2, 1.08, 3.72),
        }
    )
    ui = session.ui()

    told = as_read(numbers.our_difference(made, Notes(Piece("here"), [])))

    ratio = plain(ui.choices.effect_measure["relative-risk"])
    assert f"{ratio}: 2, {ui.labels.interval.format(percent=95, low='1.08', high='3.72')}" in told
