"""The arithmetic of two arms' counts, with statsmodels: shares, their difference and their ratio.

Only `python -m logic intervals` runs it. Columns are pandas columns of whole numbers, one row for
each pair of arms; what comes back has the columns `value`, `low` and `high` of a 95% interval.
"""

import math
from collections.abc import Iterable
from typing import TypeAlias

import pandas as pd
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

from logic.content.intervals import ArmEstimate, Counts, Estimate, Interval, Pair

Column: TypeAlias = "pd.Series[int]"

LEVEL = 0.05  # the part of such intervals that misses, by chance alone
POINTS = 1  # decimals shown of people of 100
RATIO = 2  # decimals shown of a ratio


def shares(events: Column, analysed: Column) -> pd.DataFrame:
    """People of 100 to whom it happened, with Wilson's score interval.

    Raises ValueError where nobody was analysed, or fewer than it happened to.
    """
    refuse_impossible(events, analysed)
    low, high = proportion_confint(events, analysed, alpha=LEVEL, method="wilson")
    return 100 * pd.DataFrame({"value": events / analysed, "low": low, "high": high})


def risk_differences(
    events: Column, analysed: Column, events_against: Column, analysed_against: Column
) -> pd.DataFrame:
    """The first arm's people of 100 less the second's, with Newcombe's hybrid-score interval.

    It is made of the two arms' Wilson intervals, without a continuity correction (Newcombe 1998,
    Statistics in Medicine 17:873-890). Raises ValueError as `shares` does.
    """
    refuse_impossible(events, analysed)
    refuse_impossible(events_against, analysed_against)
    low, high = confint_proportions_2indep(
        events,
        analysed,
        events_against,
        analysed_against,
        method="newcomb",
        compare="diff",
        alpha=LEVEL,
    )
    value = events / analysed - events_against / analysed_against
    return 100 * pd.DataFrame({"value": value, "low": low, "high": high})


def relative_risks(
    events: Column, analysed: Column, events_against: Column, analysed_against: Column
) -> pd.DataFrame:
    """How many times as likely it was in the first arm, with the log interval.

    The formula is that of Katz and others 1978 (Biometrics 34:469-474). A row is empty (NaN) where
    it happened to nobody, or to everybody, in an arm: the logarithm, or its spread, is not defined
    there. Raises ValueError as `shares` does.
    """
    refuse_impossible(events, analysed)
    refuse_impossible(events_against, analysed_against)
    some = events.between(1, analysed - 1) & events_against.between(1, analysed_against - 1)
    low, high = confint_proportions_2indep(
        events[some],
        analysed[some],
        events_against[some],
        analysed_against[some],
        method="log",
        compare="ratio",
        alpha=LEVEL,
    )
    value = (events / analysed)[some] / (events_against / analysed_against)[some]
    return pd.DataFrame({"value": value, "low": low, "high": high}).reindex(events.index)


def refuse_impossible(events: Column, analysed: Column) -> None:
    """Raise ValueError for counts that no group of people can have."""
    counts = pd.DataFrame({"events": events, "analysed": analysed})
    wrong = counts.query("analysed < 1 or events < 0 or events > analysed")
    if not wrong.empty:
        raise ValueError(f"No group of people has these counts:\n{wrong}")


def intervals_of(pairs: Iterable[Pair]) -> tuple[Interval, ...]:
    """The interval of each pair, in the order given, rounded as it is shown.

    Raises ValueError as `shares` does.
    """
    given = list(pairs)
    here = pd.DataFrame([one.arm for one in given], columns=Counts._fields)
    there = pd.DataFrame([one.comparator for one in given], columns=Counts._fields)
    both = here["events"], here["analysed"], there["events"], there["analysed"]
    made = zip(
        given,
        rows(shares(*both[:2]), POINTS),
        rows(shares(*both[2:]), POINTS),
        rows(risk_differences(*both), POINTS),
        rows(relative_risks(*both), RATIO),
        strict=True,
    )
    return tuple(
        Interval(
            study=pair.study,
            outcome=pair.outcome + 1,
            arm=arm_estimate(pair.arm, arm),
            comparator=arm_estimate(pair.comparator, comparator),
            risk_difference=Estimate(**difference),
            relative_risk=None if math.isnan(ratio["value"]) else Estimate(**ratio),
        )
        for pair, arm, comparator, difference, ratio in made
    )


def rows(table: pd.DataFrame, decimals: int) -> list[dict[str, float]]:
    """The rows of a table, rounded; a zero has no sign."""
    return [
        {str(name): float(number) + 0.0 for name, number in row.items()}
        for row in table.round(decimals).to_dict("records")
    ]


def arm_estimate(counts: Counts, share: dict[str, float]) -> ArmEstimate:
    """One arm's share, with the counts that it comes from."""
    return ArmEstimate(id=counts.arm, events=counts.events, analysed=counts.analysed, **share)
