"""The questions that we ship: easy, and about every concern."""

import pytest

from logic.content.items import Condition
from logic.content.pack import Draft, read_draft
from logic.content.questions import Concern, Question
from logic.grade import glossary_words, grade
from logic.rules.questions import RAISING
from tests.conftest import SHIPPED

HARDEST = 6.0  # US school grade


@pytest.fixture(scope="module")
def draft() -> Draft:
    """The shipped content, in the language of the source."""
    return read_draft(SHIPPED)


def asked(draft: Draft) -> list[str]:
    """Every question as a visitor asks it, and as a helper does."""
    return [str(text) for entry in draft.of(Question) for _, text in entry.item.words()]


def test_a_question_reads_at_grade_6_or_less(draft: Draft) -> None:
    known = glossary_words(draft)

    hard = [text for text in asked(draft) if grade(text, known) > HARDEST]

    assert hard == []


def test_whatever_matters_there_is_a_question_about_it_for_every_condition(draft: Draft) -> None:
    concerns = {entry.item.id: set(entry.item.concerns) for entry in draft.of(Question)}

    missing = []
    for condition in draft.ids(Condition):
        about = set[str]()
        for kind in RAISING:
            for entry in draft.of(kind):
                if not entry.item.conditions or condition in entry.item.conditions:
                    about |= concerns[entry.item.question or ""]
        missing += [(condition, concern) for concern in draft.ids(Concern) - about]

    assert missing == []
