"""The questions that we ship: easy, about every concern, and none asks whether to be treated."""

import pytest

from logic.content.items import Condition
from logic.content.pack import Draft, read_draft
from logic.content.questions import Concern, Question
from logic.content.translations import translations_of
from logic.grade import glossary_words, grade
from logic.rules.phrases import finder
from logic.rules.questions import RAISING
from tests.conftest import SHIPPED

HARDEST = 6.0  # US school grade


@pytest.fixture(scope="module")
def draft() -> Draft:
    """The shipped content, in the language of the source."""
    return read_draft(SHIPPED)


@pytest.fixture(scope="module")
def drafts(draft: Draft) -> list[Draft]:
    """The shipped content, in every language."""
    return [draft, *(one.draft for one in translations_of(draft))]


def asked(draft: Draft) -> list[str]:
    """Every question as a visitor asks it, and as a helper does."""
    return [str(text) for entry in draft.of(Question) for _, text in entry.item.words()]


def test_a_question_reads_at_grade_6_or_less(draft: Draft) -> None:
    known = glossary_words(draft)

    hard = [text for text in asked(draft) if grade(text, known) > HARDEST]

    assert hard == []


@pytest.mark.parametrize(
    ("language", "wrong"),
    [
        ("en", "Should I take ketamine?"),
        ("en", "Should I have esketamine?"),
        ("en", "Should I start this now?"),
        ("en", "Should the person I am with try it?"),
        ("en", "Would it be good for me?"),
        ("en", "Which of the two is the safest?"),
        ("en", "The safest kind, which people should take."),
        ("en", "Everybody should try it."),
        ("es", "¿Debo tomar ketamina?"),
        ("es", "¿Debería yo recibir esketamina?"),
        ("es", "¿Me conviene empezar?"),
        ("es", "¿Cuál de las dos es más segura?"),
        ("es", "¿Es para mí?"),
    ],
)
def test_no_question_asks_whether_to_have_a_treatment(
    drafts: list[Draft], language: str, wrong: str
) -> None:
    (draft,) = (one for one in drafts if one.language == language)

    found = finder(draft.avoided)

    assert found(wrong)


@pytest.mark.parametrize(
    ("language", "right"),
    [
        ("en", "What should I have with me on the day?"),
        ("en", "Whom should I call at night?"),
        ("en", "What would this mean with my blood pressure medicine?"),
        ("es", "¿Qué debo llevar conmigo ese día?"),
        ("es", "¿A quién debería llamar de noche?"),
    ],
)
def test_a_question_may_ask_what_to_bring_and_whom_to_call(
    drafts: list[Draft], language: str, right: str
) -> None:
    (draft,) = (one for one in drafts if one.language == language)

    found = finder(draft.avoided)

    assert found(right) == ()


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
