"""What is drawn of the shipped studies: the numbers that must be seen, each with its source.

The table holds what the works print, rounded to whole people; it was written from the works, not
from the content. A study is named with its pair: neither may be on a page without the other.
"""

import pytest

from logic.content.outcomes import Outcome
from logic.content.pack import Pack, load_pack
from logic.content.shares import HUNDRED, is_second_hand, shares
from logic.pictures.outcomes import pictures_of
from logic.rules import RULES
from tests.conftest import SHIPPED, Tell

# Study, time point, source and level, people in the drug's arm and in its comparator's.
OF_A_HUNDRED = (
    ("transform-2", "4 weeks", "citrome-2020 abstract", 63, 50),
    ("transform-2", "4 weeks", "citrome-2020 abstract", 48, 30),
    ("transform-1", "4 weeks", "benefit-risk-2021 table", 54, 39),
    ("transform-1", "4 weeks", "benefit-risk-2021 table", 53, 39),
    ("transform-3", "4 weeks", "benefit-risk-2021 table", 27, 13),
    ("escape-trd", "8 weeks", "reif-2023 abstract", 27, 18),
    ("elekt-d", "3 weeks", "anand-2023 abstract", 55, 41),
    ("ketect", "end of treatment, up to 12 sessions", "ekstrand-2022 abstract", 46, 63),
    ("sustain-1", "During the follow-up", "daly-2019 abstract", 27, 45),
    ("grunebaum-2018", "1 day", "grunebaum-2018", 55, 30),
    ("abbar-2022", "3 days", "abbar-2022 abstract", 63, 32),
    ("su-2023", "4 hours, day 1", "su-2023 table", 33, 7),
    ("su-2023", "5 days", "su-2023 table", 26, 7),
    ("su-2023", "7 days", "su-2023 table", 19, 12),
    ("su-2023", "14 days", "su-2023 table", 17, 17),
    ("benefit-risk-2021", "4 weeks", "esketamine-label-2021 label", 8, 0),
    ("benefit-risk-2021", "4 weeks", "esketamine-label-2021 label", 13, 3),
    ("transform-3", "4 weeks", "esketamine-label-2021 label", 17, 2),
    ("transform-3", "4 weeks", "esketamine-label-2021 label", 14, 3),
    ("hardy-2012", "3 to 5 days", "hardy-2012 abstract", 31, 27),
)
# The same, and how many people there were in each arm.
AS_THEY_WERE = (
    ("murrough-2013", "1 day", "murrough-2013 abstract", (30, 47), (7, 25)),
    ("lii-2023", "1 day", "lii-2023 table", (12, 20), (10, 20)),
    ("lii-2023", "3 days", "lii-2023 table", (9, 20), (10, 20)),
    ("lii-2023", "14 days", "lii-2023 table", (8, 19), (11, 19)),
    ("rodriguez-2013", "1 week", "rodriguez-2013 abstract", (4, 8), (0, 7)),
    ("feder-2021", "2 weeks", "feder-2021", (10, 15), (3, 15)),
)
IN_WORDS = (
    ("diazgranados-2010-bipolar", "any time up to 14 days"),
    ("abdallah-2022", "during treatment and 4 weeks after"),
    ("karma-dep-2", "end of treatment, about 4 weeks"),
)
NEVER_ALONE = (
    ("transform-2", "transform-1"),
    ("transform-2", "transform-3"),
    ("murrough-2013", "lii-2023"),
    ("murrough-2013", "karma-dep-2"),
    ("grunebaum-2018", "su-2023"),
    ("abbar-2022", "su-2023"),
    ("feder-2021", "abdallah-2022"),
    ("elekt-d", "ketect"),
)


@pytest.fixture(scope="module")
def shipped() -> Pack:
    return load_pack(SHIPPED, RULES)


def outcomes(pack: Pack, study: str, time_point: str) -> list[Outcome]:
    """The outcomes of a study at one time."""
    return [one for one in pack.study[study].outcomes if one.time_point == time_point]


def drawn(pack: Pack, study: str, time_point: str, source: str) -> list[list[tuple[int, int]]]:
    """What is drawn of a study at one time from one source: for each outcome, (people, of)."""
    return [
        [(share.people, share.of) for share in found]
        for one in outcomes(pack, study, time_point)
        if one.source == source and (found := shares(pack.study[study], one, pack.source))
    ]


@pytest.mark.parametrize(("study", "time_point", "source", "drug", "comparator"), OF_A_HUNDRED)
def test_what_the_works_print_is_drawn_of_a_hundred_people(  # noqa: PLR0913, PLR0917
    shipped: Pack, study: str, time_point: str, source: str, drug: int, comparator: int
) -> None:
    found = drawn(shipped, study, time_point, source)

    assert [(drug, HUNDRED), (comparator, HUNDRED)] in found


@pytest.mark.parametrize(("study", "time_point", "source", "drug", "comparator"), AS_THEY_WERE)
def test_few_people_are_drawn_as_they_were(  # noqa: PLR0913, PLR0917
    shipped: Pack,
    study: str,
    time_point: str,
    source: str,
    drug: tuple[int, int],
    comparator: tuple[int, int],
) -> None:
    assert [drug, comparator] in drawn(shipped, study, time_point, source)


@pytest.mark.parametrize(("study", "time_point"), IN_WORDS)
def test_what_may_not_be_drawn_is_there_and_told_in_words(
    shipped: Pack, study: str, time_point: str
) -> None:
    told = outcomes(shipped, study, time_point)

    assert told
    assert not any(shares(shipped.study[study], one, shipped.source) for one in told)


@pytest.mark.parametrize(("study", "partner"), NEVER_ALONE)
def test_a_gain_that_is_drawn_never_stands_without_the_other_half(
    shipped: Pack, study: str, partner: str
) -> None:
    assert partner in shipped.study[study].read_with


def test_every_figure_that_is_drawn_was_read_in_a_source_that_is_named(
    shipped: Pack, record_property: Tell
) -> None:
    seen = 0
    for name, each in pictures_of(shipped).items():
        for picture in (*each.single, *(one for times in each.over_time for one in times)):
            source, _, level = picture.outcome.source.partition(" ")
            levels = shipped.source[source].levels
            assert (level or next(iter(levels))) in levels - {"second-hand", "not-checked"}, name
            assert not is_second_hand(picture.outcome, shipped.source), name
            seen += 1

    record_property("outcomes of the shipped studies drawn, each from a source that was read", seen)
    assert seen > len(OF_A_HUNDRED)
