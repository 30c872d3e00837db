"""Little time, and one card at a time: what is left out, and what never is."""

import pytest

from logic.content.prose import plain
from logic.matching import listing, own_sections, partners, studies_of
from pages.parts import cards, session
from tests.app.conftest import last_day_of_all
from tests.app.screen import Screen
from tests.conftest import SHIPPED

PLAIN, TRIAL = "short-nights", "river-trial"


def began(*taps: str) -> Screen:
    """A visit at the parts of a guide, and what was tapped there."""
    screen = Screen().tap("start").tap(f"condition-{PLAIN}")
    for name in taps:
        screen.tap(name)
    return screen


@pytest.mark.parametrize(
    ("depth", "steps"),
    [
        ("short", ["guide", "questions", "referral"]),
        ("middle", ["guide", "studies", "questions", "referral"]),
        ("long", ["guide", "studies", "assessment", "questions", "referral"]),
    ],
)
def test_the_time_there_is_decides_the_way_and_each_ends_on_the_referral(
    depth: str, steps: list[str]
) -> None:
    screen = began(f"depth-{depth}")
    walked = [screen.visit.step]

    while screen.controls["next"]:
        walked.append(screen.tap("next").visit.step)

    assert walked == steps


def found_and_harms() -> list[str]:
    """What the guide says was found, and what harm."""
    own = own_sections(session.pack(), PLAIN)
    told = [plain(one.message) for one in own if one.part in {"found", "harms"}]
    assert len(told) == 2
    return told


@pytest.mark.parametrize("depth", ["short", "middle", "long"])
def test_with_any_time_the_guide_shows_what_was_found_and_the_harms(depth: str) -> None:
    screen = began(f"depth-{depth}")

    assert all(words in screen.words for words in found_and_harms())


@pytest.mark.parametrize("depth", ["short", "middle", "long"])
def test_in_calm_mode_what_was_found_never_stands_without_the_harms(depth: str) -> None:
    screen = began(f"depth-{depth}", "comfort", "is_calm-True", "done")
    seen = []

    while True:
        seen.append([words in screen.words for words in found_and_harms()])
        if not screen.controls["card-next"]:
            break
        screen.tap("card-next")

    assert all(one in ([True, True], [False, False]) for one in seen)
    assert seen.count([True, True]) == 1
    assert depth != "short" or seen[0] == [True, True]  # Next leads past the other cards


def test_a_part_in_two_minutes_says_when_it_was_checked_and_lists_its_sources() -> None:
    screen = began("depth-short")

    labels = session.ui().labels
    for part in own_sections(session.pack(), PLAIN):
        told = screen.html.split(f"<h2>{part.title}</h2>")[1].split("<h2>")[0]
        assert cards.reviewed([part]) in told
        assert f"<summary>{labels.sources_here}</summary>" in told


def test_in_calm_mode_back_from_a_part_leads_to_the_card_it_was_opened_from() -> None:
    screen = began("comfort", "is_calm-True", "done", "card-next", "card-next")
    card = screen.visit.card
    part = next(name for name in screen.controls if name.startswith("open-"))

    back = screen.tap(part).tap("back").visit.card
    all_parts = screen.tap(part).tap("all-parts").visit.card

    assert card == 2
    assert (back, all_parts) == (card, card)


def test_in_calm_mode_a_card_that_follows_is_not_one_that_was_come_back_to() -> None:
    screen = began("comfort", "is_calm-True", "done", "card-next", "talk", "back")
    assert screen.visit.again is not None

    assert screen.tap("card-next").visit.again is None


def test_in_five_minutes_each_study_is_told_in_a_sentence_with_its_harms_and_its_partners(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("KIOSK_CONTENT", str(SHIPPED))  # the sample has no partner of elsewhere
    session.read_once.cache_clear()
    monkeypatch.setenv("KIOSK_TODAY", last_day_of_all().isoformat())
    screen = Screen().tap("start").tap("condition-depression").tap("depth-middle").tap("next")

    found = listing(session.pack(), "depression", "all")
    assert found.beside
    for study in found.in_order():
        assert plain(study.title) in screen.words
        assert plain(study.in_short) in screen.words
        assert plain(study.harms_in_short) in screen.words
    assert session.ui().labels.more_about_study not in screen.html
    assert session.ui().filters.all in screen.words


def test_back_goes_past_what_next_went_past() -> None:
    screen = began("depth-short", "step-assessment")

    assert screen.tap("back").visit.step == "guide"


def test_a_step_that_is_gone_past_is_one_tap_away_all_the_same() -> None:
    screen = began("depth-short", "step-assessment")

    assert screen.visit.step == "assessment"
    assert screen.tap("next").visit.step == "questions"


def test_calm_mode_shows_one_study_at_a_time_with_those_without_which_it_tells_half() -> None:
    screen = began("comfort", "is_calm-True", "done", "next")
    found = studies_of(session.pack(), PLAIN)
    seen = []

    for study in found:
        shown = [one.id for one in session.pack().study_summaries if one.title in screen.html]
        together = {study.id, *(one.id for one in partners(study, session.pack().study))}
        assert set(shown) == together
        assert (session.ui().labels.card_together in screen.words) == (len(together) > 1)
        seen.append(study.id)
        if screen.controls["card-next"]:
            screen.tap("card-next")

    assert seen == [one.id for one in found]


def test_in_calm_mode_the_first_card_has_none_before_and_the_last_none_after() -> None:
    screen = began("comfort", "is_calm-True", "done")
    first = screen.controls["card-before"], screen.controls["card-next"]

    while screen.controls["card-next"]:
        screen.tap("card-next")

    assert first == (False, True)
    assert screen.controls["card-before"]


def test_what_was_chosen_for_comfort_is_forgotten_with_the_visit() -> None:
    screen = began("comfort", "size-largest", "look-dark", "is_calm-True", "is_helper-True")
    chosen = screen.visit.comfort

    screen.tap("clear")

    assert (chosen.size, chosen.look, chosen.is_calm, chosen.is_helper) == (
        "largest",
        "dark",
        True,
        True,
    )
    assert screen.visit.comfort == type(chosen)()


def test_comfort_is_one_tap_away_and_leads_back_to_the_very_part_that_was_read() -> None:
    screen = began("open-harms")
    reading = screen.visit.section

    screen.tap("comfort").tap("size-large").tap("done")

    assert (screen.visit.step, screen.visit.section) == ("guide", reading)
    assert 'data-size="large"' in screen.html


def test_the_way_to_comfort_stands_on_every_page_but_its_own() -> None:
    screen = began()

    for step in ("guide", "studies", "assessment", "about", "claims"):
        if screen.visit.step != step:
            screen.tap(f"step-{step}")
        assert screen.controls["comfort"]
    assert "comfort" not in screen.tap("comfort").controls


def test_in_calm_mode_the_first_study_tells_in_which_order_they_come() -> None:
    screen = began("comfort", "is_calm-True", "done", "next")

    assert session.ui().filters.all in screen.words
    assert session.ui().filters.all not in screen.tap("card-next").words
