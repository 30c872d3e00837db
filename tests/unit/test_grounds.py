"""What a rating of certainty rests on, counted from the studies themselves."""

from logic.content.pack import Pack
from logic.grounds import grounds


def test_the_studies_are_counted_by_what_they_are(pack: Pack) -> None:
    names = ("river-trial", "hill-trial", "meadow-study")

    found = grounds(pack.study[name] for name in names)

    assert found.studies == 3
    assert (found.fewest, found.most) == (30, 1200)
    assert found.by_chance == 2  # a trial and a crossover; the third compared nothing
    assert (found.single, found.reviews) == (3, 0)
    assert found.masked == 0
    assert found.findings == {"difference": 1, "no-clear-difference": 1, "no-comparison": 1}


def test_no_studies_have_no_size() -> None:
    found = grounds(())

    assert (found.studies, found.fewest, found.most) == (0, None, None)


def test_a_review_is_no_single_study(pack: Pack) -> None:
    found = grounds([pack.study["lake-review"], pack.study["river-trial"]])

    assert (found.single, found.by_chance, found.reviews) == (1, 1, 1)
