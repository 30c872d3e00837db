"""The arithmetic of counts, held against what papers print and against a second reckoning.

A paper's interval is reproduced by the paper's own method and with the people whom it analysed, not
those whom chance had put in its groups. The product has one method for all; those of papers stand
here alone. What a paper prints is also looked up in the content that we ship.
"""

from statistics import NormalDist
from typing import NamedTuple

import numpy as np
import pandas as pd
import pytest
import statsmodels.api as sm
from statsmodels.stats.proportion import confint_proportions_2indep

from logic.arithmetic import intervals_of, relative_risks, risk_differences, shares
from logic.content.intervals import Counts, Pair
from logic.content.reading import read_entry
from logic.content.studies import StudySummary
from tests.conftest import SHIPPED

FourCounts = tuple[int, int, int, int]  # events and people of the drug's arm, then the comparator's


class Printed(NamedTuple):
    """A value with its interval, as a study's paper prints it, and the counts behind it."""

    study: str
    counts: FourCounts
    value: float
    low: float
    high: float


# Clin Pharmacol Ther 2021;109:536-546, table 1 (TRANSFORM-1 and -2, together and each) and table 2
# (TRANSFORM-3). It prints percentages, with the people still measured at day 28 for what got better
# and all treated for side effects; the counts are the whole numbers that give those percentages.
WALD = [
    Printed("transform-2", (70, 101, 52, 100), 17.3, 4.01, 30.60),
    Printed("transform-2", (53, 101, 31, 100), 21.5, 8.17, 34.78),
    Printed("transform-1", (60, 111, 42, 108), 15.2, 2.11, 28.22),
    Printed("transform-1", (52, 98, 42, 108), 14.2, 0.68, 27.67),
    Printed("transform-1", (40, 111, 33, 108), 5.5, -6.98, 17.94),
    Printed("transform-1", (38, 98, 33, 108), 8.2, -4.76, 21.20),
    Printed("transform-3", (17, 63, 8, 60), 13.7, -0.28, 27.58),
    Printed("transform-3", (11, 63, 4, 60), 10.8, -0.51, 22.09),
    Printed("transform-3", (3, 72, 2, 65), 1.1, -5.15, 7.33),
    Printed("transform-3", (8, 58, 9, 54), -2.9, -16.20, 10.45),
    Printed("benefit-risk-2021", (41, 343, 8, 222), 8.4, 4.13, 12.57),
    Printed("benefit-risk-2021", (35, 343, 3, 222), 8.9, 5.31, 12.40),
    Printed("benefit-risk-2021", (26, 254, 20, 162), -2.1, -8.40, 4.18),
]
# N Engl J Med 2023;388:2315-2325, abstract: 55.4 and 41.2 percent of the 195 and 170 treated.
ELEKT_D = Printed("elekt-d", (108, 195, 70, 170), 14.2, 3.9, 24.2)
# BMJ 2022;376:e067194, abstract: 63.0 and 31.6 percent, of 73 and of 79 people.
ABBAR = Printed("abbar-2022", (46, 73, 25, 79), 3.7, 1.9, 7.3)
# Am J Psychiatry 2018;175:327-335, abstract: 55 and 30 percent, of 40 people each.
GRUNEBAUM = Printed("grunebaum-2018", (22, 40, 12, 40), 2.85, 1.14, 7.15)
# J Clin Oncol 2012;30:3611-3617, abstract: 29 of 93 and 25 of 92; it prints parts of 1.
HARDY = Printed("hardy-2012", (29, 93, 25, 92), 4, -10, 18)

# A second reckoning, made outside this code, in whole people of 100: each arm's share with Wilson's
# interval, then the difference with Newcombe's. Counts are as printed, or the whole numbers that
# give the printed percentages.
RECKONED: list[tuple[str, FourCounts, str, str, str]] = [
    ("TRANSFORM-2, all, response", (71, 112, 54, 109), "63 (54 72)", "50 (40 59)", "14 (1 26)"),
    ("TRANSFORM-2, response", (70, 101, 52, 100), "69 (60 77)", "52 (42 62)", "17 (4 30)"),
    ("TRANSFORM-2, all, remission", (54, 112, 33, 109), "48 (39 57)", "30 (22 39)", "18 (5 30)"),
    ("TRANSFORM-2, remission", (53, 101, 31, 100), "52 (43 62)", "31 (23 41)", "21 (8 34)"),
    ("TRANSFORM-1, lower", (60, 111, 42, 108), "54 (45 63)", "39 (30 48)", "15 (2 28)"),
    ("TRANSFORM-1, higher", (52, 98, 42, 108), "53 (43 63)", "39 (30 48)", "14 (1 27)"),
    ("TRANSFORM-3", (17, 63, 8, 60), "27 (18 39)", "13 (7 24)", "14 (-1 27)"),
    ("ESCAPE-TRD", (91, 336, 60, 340), "27 (23 32)", "18 (14 22)", "9 (3 16)"),
    ("ELEKT-D", (108, 195, 70, 170), "55 (48 62)", "41 (34 49)", "14 (4 24)"),
    ("Murrough 2013", (30, 47, 7, 25), "64 (50 76)", "28 (14 48)", "36 (12 54)"),
    ("KARMA-Dep 2, response", (15, 32, 10, 30), "47 (31 64)", "33 (19 51)", "14 (-10 35)"),
    ("KARMA-Dep 2, remission", (14, 32, 9, 30), "44 (28 61)", "30 (17 48)", "14 (-10 35)"),
    ("Lii 2023, day 1", (12, 20, 10, 20), "60 (39 78)", "50 (30 70)", "10 (-19 37)"),
    ("Lii 2023, day 3", (9, 20, 10, 20), "45 (26 66)", "50 (30 70)", "-5 (-33 24)"),
    ("Lii 2023, day 14", (8, 19, 11, 19), "42 (23 64)", "58 (36 77)", "-16 (-43 15)"),
    ("SUSTAIN-1", (24, 90, 39, 86), "27 (19 37)", "45 (35 56)", "-19 (-32 -5)"),
    ("Grunebaum 2018", (22, 40, 12, 40), "55 (40 69)", "30 (18 45)", "25 (3 44)"),
    ("Abbar 2022", (46, 73, 25, 79), "63 (52 73)", "32 (22 43)", "31 (16 45)"),
    ("Su 2023, day 1", (14, 42, 3, 42), "33 (21 48)", "7 (2 19)", "26 (9 42)"),
    ("Su 2023, day 7", (8, 42, 5, 42), "19 (10 33)", "12 (5 25)", "7 (-9 23)"),
    ("Su 2023, day 14", (7, 42, 7, 42), "17 (8 31)", "17 (8 31)", "0 (-16 16)"),
    # Its abstract prints the counts and no interval (Neuropsychopharmacology 2013;38:2475-2483).
    ("Rodriguez 2013", (4, 8, 0, 7), "50 (22 78)", "0 (0 35)", "50 (5 78)"),
    ("Feder 2021", (10, 15, 3, 15), "67 (42 85)", "20 (7 45)", "47 (11 69)"),
    ("Hardy 2012", (29, 93, 25, 92), "31 (23 41)", "27 (19 37)", "4 (-9 17)"),
]


def columns(*counts: FourCounts) -> "list[pd.Series[int]]":
    """The four counts as the columns that the arithmetic takes."""
    table = pd.DataFrame(counts)
    return [table[name] for name in table]


def whole(table: pd.DataFrame) -> str:
    """The only row of a table, in whole numbers."""
    value, low, high = (round(float(number)) for number in table.iloc[0])
    return f"{value} ({low} {high})"


def points(counts: FourCounts, method: str) -> tuple[float, float, float]:
    """A difference in people of 100 and the ends of its interval, by one of the methods."""
    low, high = confint_proportions_2indep(*counts, method=method, compare="diff")
    events, people, events_against, people_against = counts
    return 100 * (events / people - events_against / people_against), 100 * low, 100 * high


@pytest.mark.parametrize(
    ("counts", "arm", "comparator", "difference"),
    [row[1:] for row in RECKONED],
    ids=[row[0] for row in RECKONED],
)
def test_our_intervals_are_those_of_a_second_reckoning(
    counts: FourCounts, arm: str, comparator: str, difference: str
) -> None:
    given = columns(counts)

    assert whole(shares(*given[:2])) == arm
    assert whole(shares(*given[2:])) == comparator
    assert whole(risk_differences(*given)) == difference


@pytest.mark.parametrize("printed", WALD, ids=lambda printed: f"{printed.study} {printed.value:g}")
def test_the_tables_of_the_licensing_trials_are_reproduced_by_walds_method(
    printed: Printed,
) -> None:
    value, low, high = points(printed.counts, "wald")

    assert (f"{low:.2f}", f"{high:.2f}") == (f"{printed.low:.2f}", f"{printed.high:.2f}")
    # 8.35 and 8.85 are printed as 8.4 and 8.9: the paper rounds a half upwards.
    assert value == pytest.approx(printed.value, abs=0.051)


def test_elekt_d_is_reproduced_by_the_method_of_agresti_and_caffo() -> None:
    # The abstract names no method. Of those that statsmodels has, this alone gives both ends to the
    # digit; Wald's gives 4.0 to 24.4, Newcombe's 3.9 to 24.1.
    value, _, _ = points(ELEKT_D.counts, "wald")
    _, low, high = points(ELEKT_D.counts, "agresti-caffo")

    assert (round(value, 1), round(low, 1), round(high, 1)) == ELEKT_D[2:]


def test_grunebaum_2018_is_reproduced_by_walds_method_for_the_odds() -> None:
    low, high = confint_proportions_2indep(*GRUNEBAUM.counts, method="logit", compare="odds-ratio")

    assert round(odds_ratio(GRUNEBAUM.counts), 2) == GRUNEBAUM.value
    assert (round(float(low), 2), round(float(high), 2)) == (GRUNEBAUM.low, GRUNEBAUM.high)


# At the best odds ratio the model fits both arms exactly, which statsmodels remarks upon.
@pytest.mark.filterwarnings("ignore:Perfect separation")
def test_abbar_2022_is_reproduced_by_the_likelihood_of_a_logistic_regression() -> None:
    # Wald's method gives 1.9 to 7.2. Where the likelihood has fallen by half of chi-squared's 95%
    # point are the ends of the profile interval: they lie where they round to the printed 1.9, 7.3.
    allowed = NormalDist().inv_cdf(0.975) ** 2
    best = log_likelihood(ABBAR.counts, odds_ratio(ABBAR.counts))

    fallen = {
        odds: 2 * (best - log_likelihood(ABBAR.counts, odds)) for odds in (1.85, 1.95, 7.25, 7.35)
    }

    assert round(odds_ratio(ABBAR.counts), 1) == ABBAR.value
    assert fallen[1.85] > allowed > fallen[1.95]
    assert fallen[7.25] < allowed < fallen[7.35]


def test_hardy_2012_is_reproduced_by_walds_method_with_yates_correction() -> None:
    # Without the correction Wald's method gives -9 to 17. statsmodels has none for a difference; it
    # widens both ends by half of one person in each arm.
    _, people, _, people_against = HARDY.counts
    wider = 100 * (1 / people + 1 / people_against) / 2

    value, low, high = points(HARDY.counts, "wald")

    assert (round(value), round(low - wider), round(high + wider)) == HARDY[2:]


@pytest.mark.parametrize(
    "printed",
    [*WALD, ELEKT_D, ABBAR, GRUNEBAUM, HARDY],
    ids=lambda printed: f"{printed.study} {printed.value:g}",
)
def test_what_a_paper_prints_stands_in_its_study_as_printed(printed: Printed) -> None:
    study = read_entry(StudySummary, SHIPPED / "study_summaries" / f"{printed.study}.en.md").item
    effects = [outcome.effect for outcome in study.outcomes if outcome.effect]

    assert printed[2:] in [(one.value, one.low, one.high) for one in effects]


def test_a_relative_risk_has_the_log_interval() -> None:
    # The example of SciPy's documentation of `relative_risk`: 10 of 75 and 12 of 225.
    (row,) = relative_risks(*columns((10, 75, 12, 225))).round(4).to_dict("records")

    assert row == {"value": 2.5, "low": 1.1262, "high": 5.5499}


@pytest.mark.parametrize(
    "counts", [(4, 8, 0, 7), (0, 8, 4, 7), (8, 8, 4, 7), (4, 8, 7, 7), (7, 7, 9, 9), (0, 7, 0, 9)]
)
def test_there_is_no_relative_risk_where_it_happened_to_nobody_or_everybody_in_an_arm(
    counts: FourCounts,
) -> None:
    first, second = (Counts("drug", *counts[:2]), Counts("dummy", *counts[2:]))

    (made,) = intervals_of([Pair("a-study", 0, first, second)])

    assert made.relative_risk is None
    assert made.risk_difference.low < made.risk_difference.high


def test_intervals_are_rounded_as_they_are_shown_and_a_zero_has_no_sign() -> None:
    drug, dummy = Counts("drug", 3, 122), Counts("dummy", 2, 80)

    (made,) = intervals_of([Pair("a-study", 4, drug, dummy)])

    assert made.outcome == 5
    assert str(made.risk_difference.value) == "0.0"
    assert made.relative_risk is not None
    assert made.relative_risk.value == 0.98


def test_no_pairs_make_no_intervals() -> None:
    assert intervals_of([]) == ()


@pytest.mark.parametrize("counts", [(9, 8, 0, 7), (4, 8, 8, 7), (0, 0, 0, 7), (-1, 8, 0, 7)])
def test_counts_that_no_group_can_have_are_refused(counts: FourCounts) -> None:
    for work_out in (risk_differences, relative_risks):
        with pytest.raises(ValueError, match="No group of people has these counts"):
            work_out(*columns(counts))


def odds_ratio(counts: FourCounts) -> float:
    """The odds in the first arm, as many times those in the second."""
    events, people, events_against, people_against = counts
    return (events / (people - events)) / (events_against / (people_against - events_against))


def log_likelihood(counts: FourCounts, odds: float) -> float:
    """How likely the counts are, in logarithms, at the best intercept for an odds ratio."""
    events, people, events_against, people_against = counts
    model = sm.GLM(
        np.array([[events, people - events], [events_against, people_against - events_against]]),
        np.ones(2),
        family=sm.families.Binomial(),
        offset=np.array([np.log(odds), 0]),
    )
    return float(model.fit().llf)
