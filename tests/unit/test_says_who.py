"""Who says what is shown: texts without marks of their own, and what is told of a work."""

import pytest

from logic.content.items import Disclosure, Source
from logic.content.pack import Pack
from logic.content.prose import Marker
from logic.says_who import address, of_finding, of_harms, of_seller, rating, who_paid


def test_what_sums_up_a_part_is_said_by_whoever_says_the_part(pack: Pack) -> None:
    study = pack.study["river-trial"]

    assert of_finding(study) == (Marker("river-paper", "table"),)
    assert of_harms(study) == (Marker("river-paper", "table"),)


def test_marks_of_its_own_are_kept_and_each_told_once(pack: Pack) -> None:
    told = "More slept.[^hill-paper][^river-paper table] Some longer.[^hill-paper]"
    study = pack.study["river-trial"].model_copy(update={"in_short": told})

    assert of_finding(study) == (Marker("hill-paper"), Marker("river-paper", "table"))


def test_whoever_says_who_paid_says_that_the_seller_made_it(pack: Pack) -> None:
    study = pack.study["river-trial"]
    silent = study.model_copy(update={"funding": Disclosure(status="not-checked")})

    assert of_seller(study) == (Marker("river-paper", "abstract"),)
    assert of_seller(silent) == (Marker("river-paper"),)


def test_our_own_rating_is_said_by_ourselves_where_it_names_no_source() -> None:
    reason = "Low. The trials are small.[^hill-paper]"

    assert rating(reason, "project") == "Low.[^ours] The trials are small.[^hill-paper]"
    assert rating(reason, "authors") == reason


def test_who_paid_stands_with_the_study_or_with_the_source(pack: Pack) -> None:
    study = pack.study["river-trial"]
    label = pack.source["example-label"]
    paid = Disclosure.model_validate({"status": "named", "who": "A town.[^example-page]"})

    assert who_paid(pack.source["river-paper"], pack) == study.funding
    assert who_paid(label.model_copy(update={"funding": paid}), pack) == paid
    assert who_paid(label, pack) == Disclosure(status="not-checked")


@pytest.mark.parametrize(
    ("doi", "pmid", "registry", "opened"),
    [
        ("10.1000/tea.5-a", "12", None, "HTTPS://DOI.ORG/10.1000/TEA.5-A"),
        ("10.1000/S01(17)a", "12", None, "https://doi.org/10.1000/S01(17)a"),
        (None, "12", "NCT00000000", "https://pubmed.ncbi.nlm.nih.gov/12/"),
        (None, None, "NCT00000000", "https://clinicaltrials.gov/study/NCT00000000"),
        (None, None, None, None),
    ],
)
def test_a_work_is_found_by_the_best_of_its_numbers(
    pack: Pack, doi: str | None, pmid: str | None, registry: str | None, opened: str | None
) -> None:
    numbers = {"doi": doi, "pmid": pmid, "registry": registry}
    source: Source = pack.source["river-paper"].model_copy(update=numbers)

    assert address(source) == opened
