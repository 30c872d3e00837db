"""What a visitor sees where a clinic shows no drafts: what is signed off, and never half of it."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from logic.content.items import Item
from logic.content.pack import load_pack
from logic.content.prose import plain
from logic.matching import in_every_page
from logic.rules import RULES
from logic.signing import record
from pages.parts import session
from pages.parts.formats import day
from tests.app.screen import Screen, every_state
from tests.conftest import SAMPLE
from tests.sign_offs import REVIEWER, SIGNED_ON, items_of, sign_off


@pytest.fixture
def content(sample: Path, monkeypatch: pytest.MonkeyPatch, settings: Path) -> Path:
    """A sample that a test may sign, at a clinic that shows no drafts."""
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    settings.write_text("show_drafts = false\n")
    return sample


def everything() -> list[Item]:
    return items_of(load_pack(SAMPLE, RULES))


def signed(content: Path, items: Iterable[Item]) -> Screen:
    """The kiosk once some items of its content were signed off."""
    record(content, [sign_off(item) for item in items])
    return Screen()


def all_but(*names: str) -> list[Item]:
    return [item for item in everything() if item.id not in names]


@pytest.mark.usefixtures("content")
def test_with_nothing_signed_off_no_condition_is_offered_and_help_is_there() -> None:
    screen = Screen().tap("start")

    labels = session.ui().labels
    assert labels.conditions_none in screen.words
    assert not [name for name in screen.controls if name.startswith("condition-")]
    assert not screen.controls["next"]
    for resource in in_every_page(session.pack()):
        assert str(resource.short) in screen.html


@pytest.mark.usefixtures("content")
def test_with_nothing_signed_off_every_page_is_drawn_and_tells_no_draft() -> None:
    pack = load_pack(SAMPLE, RULES)
    kinds = (pack.guide_sections, pack.study_summaries, pack.claims, pack.screening_tools)
    texts = {plain(text) for kind in kinds for one in kind for _, text in one.words()}
    drafts = {text for text in texts if len(text) > 20}

    shown = [
        (name, text)
        for name, screen in every_state(Screen())
        for text in drafts
        if text in screen.words
    ]

    assert len(drafts) > 50
    assert shown == []


@pytest.mark.usefixtures("content")
def test_help_that_cannot_wait_is_shown_whoever_reviewed_it() -> None:
    screen = Screen().tap("talk")

    for resource in session.pack().referral_resources:
        is_shown = plain(resource.summary) in screen.words
        assert is_shown == (resource.urgency != "routine"), resource.id
    assert session.ui().labels.waiting_for_review in screen.words


def test_with_everything_signed_off_all_is_shown_and_told_as_reviewed(content: Path) -> None:
    screen = signed(content, everything())

    labels = session.ui().labels
    seen = [(name, one.words) for name, one in every_state(screen)]
    assert len(seen) > 50
    for name, words in seen:
        assert labels.draft not in words, name
        assert labels.waiting_for_review not in words, name
    name = labels.reviewer_on.format(name=REVIEWER, date=day(SIGNED_ON))
    told = labels.reviewed_by.format(names=name)
    assert all(told in words for state, words in seen if state.startswith("guide"))


def test_a_condition_waits_until_its_whole_guide_is_signed_off(content: Path) -> None:
    screen = signed(content, all_but("short-nights-harms")).tap("start")

    assert "condition-grey-days" in screen.controls
    assert "condition-short-nights" not in screen.controls


@pytest.mark.parametrize(
    ("unsigned", "taps"),
    [
        ("evening-list", ["next", "next"]),
        ("other-cups", ["next", "next"]),
        ("meadow-study", ["next"]),
        ("common-cost", ["open-cost"]),
    ],
)
def test_what_nobody_signed_off_says_that_it_waits(
    content: Path, unsigned: str, taps: list[str]
) -> None:
    screen = signed(content, all_but(unsigned)).tap("start").tap("condition-short-nights")
    (item,) = [one for one in everything() if one.id == unsigned]

    for control in taps:
        screen.tap(control)

    held = [plain(text) for place, text in item.words() if place[0] not in {"title", "summary"}]
    assert session.ui().labels.waiting_for_review in screen.words
    assert [text for text in held if len(text) > 20 and text in screen.words] == []


def test_a_word_that_nobody_signed_off_has_no_meaning_yet(content: Path) -> None:
    screen = signed(content, all_but("tea"))
    term = session.pack().term["tea"]

    states = [one.words for _, one in every_state(screen)]

    assert not any(plain(term.body) in words for words in states)
    assert any(session.ui().labels.waiting_for_review in words for words in states)


def test_where_drafts_are_shown_one_draft_makes_its_whole_group_one(
    content: Path, settings: Path
) -> None:
    settings.write_text("show_drafts = true\n")
    screen = signed(content, all_but("other-cups")).tap("start").tap("condition-short-nights")
    labels, (check, *_) = session.ui().labels, session.pack().assessment_checks
    checked = labels.last_reviewed.format(date=day(check.last_reviewed))

    guide = screen.html
    checks = screen.tap("next").tap("next").html

    assert f"{labels.draft} {checked}" not in guide
    assert checks.count(f"{labels.draft} {checked}") == len(("other-cups", "its group"))


def test_a_question_or_a_concern_that_nobody_signed_is_not_offered(content: Path) -> None:
    screen = signed(content, all_but("which-cup", "company"))

    screen.tap("start").tap("condition-short-nights").tap("step-questions")
    assert session.pack().question["how-long-warm"].title in screen.words
    assert session.pack().question["which-cup"].title not in screen.words

    screen.tap("to-matters")
    assert "concern-warmth" in screen.controls
    assert "concern-company" not in screen.controls
