"""What a rating of certainty rests on, counted from the studies themselves."""

from logic.content.pack import Pack
from logic.grounds import found_otherwise, grounds


def test_the_studies_are_counted_by_what_they_are(pack: Pack) -> None:
    names = ("river-trial", "hill-trial", "meadow-study")

    found = grounds(pack.study[name] for name in names)

    assert found.studies == 3
    assert (found.fewest, found.most) == (30, 1200)
    assert found.by_chance == 2  # a trial and a crossover; the third compared nothing
    assert found.masked == 0
    assert found.findings == {"difference": 1, "no-clear-difference": 1, "no-comparison": 1}


def test_no_studies_have_no_size() -> None:
    found = grounds(())

    assert (found.studies, found.fewest, found.most) == (0, None, None)


def test_a_study_is_held_against_those_to_be_read_with_it(pack: Pack) -> None:
    river, hill = pack.study["river-trial"], pack.study["hill-trial"]
    alike = river.model_copy(update={"main_finding": hill.main_finding})

    assert found_otherwise(river, pack.study) == [hill]
    assert found_otherwise(alike, pack.study) == []
    assert found_otherwise(pack.study["meadow-study"], pack.study) == []
