"""What a kiosk shows once a review date has passed: that it is being checked, and no number."""

import re

import pytest

from logic.content.items import Item
from logic.content.prose import plain
from logic.matching import about, checks_for
from pages.parts import session
from pages.parts.formats import day
from tests.app.screen import Screen, every_state
from tests.conftest import Edit

LATER = "2030-01-01"
DESK = "referral_resources/front-desk.en.md"
EMERGENCY = "referral_resources/emergency.en.md"
POPOVER = r'<div id="[^"]+" popover.*?class="close"'


@pytest.fixture
def overdue(monkeypatch: pytest.MonkeyPatch) -> Screen:
    """A kiosk on a day on which every item of the sample is overdue."""
    monkeypatch.setenv("KIOSK_TODAY", LATER)
    return Screen()


def texts(item: Item) -> list[str]:
    """The texts of an item as they are read, but for its name and what it is for."""
    held_back = (words for place, words in item.words() if place[0] not in {"title", "summary"})
    return [line.removeprefix("- ") for words in held_back for line in plain(words).splitlines()]


def in_sight(screen: Screen) -> str:
    """A page without the cards that its small controls open."""
    return re.sub(POPOVER, "", screen.html)


def test_in_no_state_a_text_is_shown_that_is_overdue(overdue: Screen) -> None:
    pack = session.pack()
    kinds = (
        pack.guide_sections,
        pack.study_summaries,
        pack.claims,
        pack.conditions,
        pack.screening_tools,
        pack.assessment_checks,
        pack.glossary,
    )
    held = {text for kind in kinds for item in kind for text in texts(item) if len(text) > 20}

    shown = [
        (name, text)
        for name, screen in every_state(overdue)
        for text in held
        if text in screen.words
    ]

    assert len(held) > 50
    assert shown == []


def test_a_table_tells_of_an_overdue_study_across_its_whole_row(overdue: Screen) -> None:
    overdue.tap("start").tap("condition-short-nights").tap("next").tap("study_view-table")

    columns = overdue.html.count('role="columnheader"')
    assert f'colspan="{columns - 1}">{session.ui().labels.being_checked}' in overdue.html


def test_before_its_day_is_past_nothing_is_held_back_and_the_day_is_told() -> None:
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-found")

    section = session.pack().section["short-nights-found"]
    assert session.ui().labels.being_checked not in screen.words
    assert session.ui().labels.next_review.format(date=day(section.next_review)) in screen.words


def test_a_way_to_help_is_never_held_back(overdue: Screen) -> None:
    overdue.tap("talk")

    for resource in session.pack().referral_resources:
        assert resource.title in overdue.words
        assert (resource.call or "") in overdue.words


@pytest.mark.parametrize("urgency", ["emergency", "urgent"])
def test_help_that_cannot_wait_is_in_no_doubt_in_sight(
    edited_content: Edit, monkeypatch: pytest.MonkeyPatch, urgency: str
) -> None:
    edited_content(DESK, "[^ours]", "[^example-page]")
    content = edited_content(EMERGENCY, "urgency: emergency", f"urgency: {urgency}")
    monkeypatch.setenv("KIOSK_CONTENT", str(content))
    monkeypatch.setenv("KIOSK_TODAY", LATER)

    screen = Screen().tap("talk")

    told, cards = session.ui().labels.being_checked_short, in_sight(screen).split('class="card')
    for resource in session.pack().referral_resources:
        (card,) = (one for one in cards if f">{resource.title}<" in one)
        assert (told in card) == (resource.urgency == "routine"), resource.id


def test_the_calm_page_puts_no_number_in_doubt_and_each_source_tells_the_day(
    overdue: Screen,
) -> None:
    overdue.tap("start").tap("condition-grey-days")

    labels, source = session.ui().labels, session.pack().source["example-page"]
    (opened,) = re.findall(POPOVER, overdue.html)
    assert "crisis-card" in in_sight(overdue)
    assert labels.being_checked_short not in in_sight(overdue)
    assert labels.number_being_checked in opened
    assert labels.last_reviewed.format(date=day(source.last_reviewed)) in opened


def test_a_sentence_says_in_sight_that_its_source_is_being_checked(
    edited_content: Edit, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = "sources/example-page.en.md"
    content = edited_content(source, "next_review: 2026-07-15", "next_review: 2026-02-02")
    monkeypatch.setenv("KIOSK_CONTENT", str(content))
    labels = session.ui().labels

    screen = Screen().tap("start").tap("condition-short-nights").tap("open-cost")

    assert f">1 · {labels.being_checked_short}</button>" in screen.html
    assert labels.being_checked not in screen.words


def test_every_item_tells_when_it_was_checked_and_when_it_is_due() -> None:
    pack, labels = session.pack(), session.ui().labels
    due = labels.next_review.format(date=day(pack.sources[0].next_review))
    # Where an item begins and ends: a study, a claim, a part of the guide, what a tap opens.
    places = {
        '<article class="card study">': "</article>",
        '<article class="card claim">': "</article>",
        '<section class="passage': 'class="card',
        '<div class="cited">': 'class="close"',
        labels.meaning_ours: 'class="close"',
    }

    seen = [
        (name, begin, piece.split(end)[0])
        for name, screen in every_state(Screen())
        for begin, end in places.items()
        for piece in screen.html.split(begin)[1:]
    ]

    assert {begin for _, begin, _ in seen} == places.keys()
    assert [(name, begin) for name, begin, piece in seen if due not in piece] == []


@pytest.mark.parametrize(
    ("taps", "groups"),
    [(("talk",), 1), (("start", "condition-short-nights", "next", "next"), 2)],
)
def test_everything_on_a_page_tells_its_own_days_and_each_group_its_first(
    taps: tuple[str, ...], groups: int
) -> None:
    screen = Screen()
    for control in taps:
        screen.tap(control)

    pack, labels = session.pack(), session.ui().labels
    checked = [*checks_for(pack, "short-nights"), *about(pack.screening_tools, "short-nights")]
    shown = pack.referral_resources if taps == ("talk",) else checked
    due = labels.next_review.format(date=day(pack.sources[0].next_review))
    assert in_sight(screen).count(due) == len(shown) + groups
