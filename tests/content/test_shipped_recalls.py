"""The recalls that we ship: what the guide does not say is as easy to read, and tells no figure."""

import pytest

from logic.content.pack import Draft, read_draft
from logic.content.prose import NUMBER
from logic.content.questions import Recall
from logic.content.translations import translations_of
from logic.grade import SCALES, glossary_words
from tests.conftest import SHIPPED

HARDEST = {"en": 6.0, "es": 60.0}  # US school grade; INFLESZ, where more is easier


@pytest.fixture(scope="module")
def drafts() -> list[Draft]:
    """The shipped content, in every language."""
    source = read_draft(SHIPPED)
    return [source, *(one.draft for one in translations_of(source))]


def not_said(draft: Draft) -> list[str]:
    """Every sentence that the guide does not say."""
    return [str(text) for entry in draft.of(Recall) for text in entry.item.not_said]


def test_what_the_guide_does_not_say_is_easy_to_read(drafts: list[Draft]) -> None:
    hard = [
        text
        for draft, scale in ((draft, SCALES[draft.language]) for draft in drafts)
        for text in not_said(draft)
        if scale.is_harder(scale.measure(text, glossary_words(draft)), HARDEST[draft.language])
    ]

    assert hard == []


def test_what_the_guide_does_not_say_tells_no_figure_to_remember(drafts: list[Draft]) -> None:
    telling = [text for draft in drafts for text in not_said(draft) if NUMBER.search(text)]

    assert telling == []


def test_no_two_recalls_hold_the_same_sentence(drafts: list[Draft]) -> None:
    for draft in drafts:
        told = [text for entry in draft.of(Recall) for text in entry.item.sentences()]

        assert len(set(told)) == len(told)
