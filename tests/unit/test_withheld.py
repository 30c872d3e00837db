"""What is held back, and why: its day is past, or nobody signed it off."""

from datetime import date

import pytest

from logic.content.items import Item
from logic.content.pack import Pack
from logic.withheld import is_offered, is_withheld, why_withheld
from tests.conftest import TODAY
from tests.sign_offs import changed, hiding_drafts, items_of

LATER = date(2026, 7, 16)  # the day after the sample's review dates
PAST = date(2026, 2, 1)


def due(pack: Pack, kind: str, *names: str) -> Pack:
    """The sample with some items of a kind overdue."""
    items = tuple(
        item.model_copy(update={"next_review": PAST}) if item.id in names else item
        for item in getattr(pack, kind)
    )
    return changed(pack, **{kind: items})


def all_but(pack: Pack, *names: str) -> list[Item]:
    """Every item of the sample but some."""
    return [item for item in items_of(pack) if item.id not in names]


def test_nothing_is_withheld_while_its_day_is_ahead(pack: Pack) -> None:
    assert not any(is_withheld(item, pack, TODAY) for item in items_of(pack))


def test_the_review_day_itself_withholds_nothing(pack: Pack) -> None:
    study = pack.study["lake-review"]

    assert not is_withheld(study, pack, study.next_review)
    assert why_withheld(study, pack, LATER) == "due"


def test_an_item_of_any_kind_is_withheld_when_its_own_day_is_past(pack: Pack) -> None:
    assert {why_withheld(item, pack, LATER) for item in items_of(pack)} == {"due"}


def test_a_study_is_withheld_with_its_partner(pack: Pack) -> None:
    held = due(pack, "study_summaries", "hill-trial")

    assert is_withheld(held.study["river-trial"], held, TODAY)
    assert not is_withheld(held.study["meadow-study"], held, TODAY)


def test_a_study_and_a_questionnaire_are_withheld_with_the_one_work_they_tell_of(
    pack: Pack,
) -> None:
    (tool,) = pack.screening_tools
    held = due(pack, "sources", "lake-paper", tool.source)

    assert is_withheld(held.study["lake-review"], held, TODAY)
    assert is_withheld(tool, held, TODAY)
    assert not is_withheld(held.study["meadow-study"], held, TODAY)


def test_a_section_stands_on_its_own_day_when_a_work_that_is_no_study_is_due(pack: Pack) -> None:
    held = due(pack, "sources", "example-page")

    assert not is_withheld(held.section["common-cost"], held, TODAY)


@pytest.mark.parametrize(
    ("study", "section"),
    [
        ("lake-review", "grey-days-found"),  # named in `read_with`
        ("river-trial", "short-nights-found"),  # cited by its source
        ("hill-trial", "short-nights-harms"),  # a partner of one that is cited
    ],
)
def test_a_section_is_withheld_with_a_study_it_tells_of(
    pack: Pack, study: str, section: str
) -> None:
    held = due(pack, "study_summaries", study)

    assert is_withheld(held.section[section], held, TODAY)
    assert not is_withheld(held.section["common-cost"], held, TODAY)


def test_what_studies_found_is_withheld_with_its_harms(pack: Pack) -> None:
    names = [one.id for one in pack.guide_sections if one.part == "harms"]
    held = due(pack, "guide_sections", *names)

    assert is_withheld(held.section["grey-days-found"], held, TODAY)
    assert not is_withheld(held.section["grey-days-session"], held, TODAY)


@pytest.mark.parametrize(
    ("study", "claim"),
    [
        ("lake-review", "water-is-wet"),  # named in `read_with`
        ("river-trial", "tea-brings-sleep"),  # cited by its source
        ("hill-trial", "tea-brings-sleep"),  # a partner of one that is cited
    ],
)
def test_a_claim_is_withheld_with_a_study_it_tells_of(pack: Pack, study: str, claim: str) -> None:
    held = due(pack, "study_summaries", study)

    assert [one.id for one in held.claims if is_withheld(one, held, TODAY)] == [claim]


def test_where_drafts_are_shown_nothing_waits_for_a_review(pack: Pack) -> None:
    assert pack.show_drafts
    assert all(is_offered(one, pack) for one in pack.conditions)


def test_where_drafts_are_hidden_whatever_nobody_signed_off_is_withheld(pack: Pack) -> None:
    hidden = hiding_drafts(pack, [])

    assert {why_withheld(item, hidden, TODAY) for item in items_of(hidden)} == {"draft"}
    assert not any(is_offered(one, hidden) for one in hidden.conditions)


def test_what_is_signed_off_is_shown_until_its_day_is_past(pack: Pack) -> None:
    signed = hiding_drafts(pack, items_of(pack))

    assert {why_withheld(item, signed, TODAY) for item in items_of(signed)} == {None}
    assert {why_withheld(item, signed, LATER) for item in items_of(signed)} == {"due"}


def test_a_study_that_is_signed_off_waits_for_its_partner(pack: Pack) -> None:
    hidden = hiding_drafts(pack, all_but(pack, "hill-trial"))

    assert why_withheld(hidden.study["river-trial"], hidden, TODAY) == "draft"
    assert why_withheld(hidden.section["short-nights-harms"], hidden, TODAY) == "draft"


@pytest.mark.parametrize(
    "unsigned", ["short-nights", "short-nights-session", "short-nights-harms", "hill-trial"]
)
def test_a_condition_is_offered_once_it_and_its_guide_are_signed_off(
    pack: Pack, unsigned: str
) -> None:
    signed = hiding_drafts(pack, items_of(pack))
    hidden = hiding_drafts(pack, all_but(pack, unsigned))

    assert is_offered(signed.condition["short-nights"], signed)
    assert not is_offered(hidden.condition["short-nights"], hidden)
    assert is_offered(hidden.condition["grey-days"], hidden)


def test_a_condition_is_offered_whatever_day_it_is(pack: Pack) -> None:
    signed = hiding_drafts(due(pack, "guide_sections", "grey-days-session"), [])
    signed = hiding_drafts(signed, items_of(signed))

    assert is_offered(signed.condition["grey-days"], signed)
