"""The clinic's people on the referral page, by the clock; and the sentence for the staff."""

import re
from pathlib import Path

import pytest

from logic.matching import in_every_page
from logic.pseudo import LANGUAGE, add_to
from pages.parts import session, staff_sentence
from tests.app.screen import Screen, as_read
from tests.conftest import SAMPLE

PROFILE = """\
clinic_name = "A sample clinic"
time_zone = "America/Chicago"
map = "map.svg"
map_text = "Go left to the green desk."

[[contacts]]
name = "A sample line"
kind = "mental-health"
phone = "+1 202 456 1111"
desk = "The green desk"
languages = ["en", "es", "ase"]
closed_on = [2026-03-04]
[contacts.hours]
monday = ["09:00-12:30", "13:00-17:00"]
wednesday = ["09:00-17:00"]
friday = ["09:00-17:00"]

[[contacts]]
name = "Another one"
kind = "front-desk"
desk = "By the door"
"""


@pytest.fixture
def clinic(settings: Path) -> Path:
    """A clinic that says all it can of itself."""
    settings.write_text(PROFILE, encoding="utf-8")
    (settings.parent / "map.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg"/>')
    return settings


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample in two languages, as the kiosk's content."""
    folder = tmp_path / "both"
    add_to(SAMPLE, folder)
    monkeypatch.setenv("KIOSK_CONTENT", str(folder))
    return folder


def card_of(name: str, screen: Screen) -> str:
    """The card of a contact."""
    return next(one for one in screen.html.split('<div class="card ') if f"{name}</" in one)


@pytest.mark.usefixtures("clinic")
def test_a_contact_is_told_with_what_for_how_to_reach_it_and_in_which_languages() -> None:
    card = card_of("A sample line", Screen().tap("talk"))

    words = session.ui().contacts
    told = as_read(card)
    assert session.ui().choices.contact_kind["mental-health"] in told
    assert "(202) 456-1111" in told
    assert f"{words.desk} The green desk" in told
    spoken = '<span lang="en" dir="ltr">English</span>, <span lang="es" dir="ltr">español</span>'
    assert words.languages.format(languages=f"{spoken}, American Sign Language") in card


@pytest.mark.usefixtures("clinic", "content")
def test_a_signed_language_without_a_name_in_that_of_the_page_has_its_english_one() -> None:
    html = Screen().tap(f"language-{LANGUAGE}").tap("talk").html

    assert '<span lang="en" dir="ltr">American Sign Language</span>' in html


@pytest.mark.usefixtures("clinic")
@pytest.mark.parametrize(
    ("now", "told"),
    [
        ("2026-03-02T09:00", "Open now until 12:30 PM"),
        ("2026-03-02T12:30", "Closed now. Opens today at 1 PM"),
        ("2026-03-02T13:00", "Open now until 5 PM"),
        ("2026-03-02T17:00", "Closed now. Opens Friday at 9 AM"),
        ("2026-03-01T20:00", "Closed now. Opens tomorrow at 9 AM"),
    ],
)
def test_whether_somebody_answers_is_told_at_the_tap_by_the_clinics_clock(
    monkeypatch: pytest.MonkeyPatch, now: str, told: str
) -> None:
    monkeypatch.setenv("KIOSK_TODAY", "2026-03-02T03:00")
    Screen().tap("talk")  # somebody who came before
    monkeypatch.setenv("KIOSK_TODAY", now)

    card = card_of("A sample line", Screen().tap("talk"))

    opening = f'<p class="opening">{told}</p>'
    assert opening in card.replace("\N{NARROW NO-BREAK SPACE}", " ")


@pytest.mark.usefixtures("clinic")
def test_who_says_no_hours_is_not_said_to_be_open_or_closed() -> None:
    assert "opening" not in card_of("Another one", Screen().tap("talk"))


@pytest.mark.usefixtures("clinic")
def test_the_map_stands_with_the_same_in_words() -> None:
    html = Screen().tap("talk").html

    picture = r'<img class="way-there" src="data:image/svg\+xml;[^"]+" alt="">'
    told = re.search(rf"{picture}(.*?)</p>", html)
    assert told is not None
    assert as_read(told[1]).strip() == "Go left to the green desk."


@pytest.mark.usefixtures("clinic", "content")
def test_what_the_clinic_wrote_is_marked_as_of_its_language_on_a_page_in_another() -> None:
    html = Screen().tap(f"language-{LANGUAGE}").tap("talk").html

    for words in (
        "A sample clinic",
        "A sample line",
        "The green desk",
        "Go left to the green desk.",
    ):
        assert f'<span lang="en" dir="ltr">{words}</span>' in html


def test_the_screen_turns_into_one_sentence_with_help_still_in_sight_and_no_topic() -> None:
    screen = Screen().tap("start").tap("condition-short-nights").tap("talk").tap("show-staff")

    words, page = session.ui().contacts, screen.html.split("<h1")[1]
    (sentence,) = re.findall(r'<div class="for-staff">(.*?)</div>', page)
    assert as_read(sentence).strip() == words.talk
    assert session.pack().condition["short-nights"].title not in screen.words
    assert all(str(one.short) in screen.html for one in in_every_page(session.pack()))


def test_each_sentence_can_be_chosen_and_close_leads_back_to_the_people() -> None:
    screen = Screen().tap("talk").tap("show-staff")

    shown = [sentence_on(screen.tap(f"sentence-{one}")) for one in staff_sentence.SENTENCES]

    words = session.ui().contacts
    assert shown == [words.talk, words.now, words.other_way]
    assert screen.tap("close").visit.step == "referral"
    assert screen.tap("back").visit.step == "welcome"


@pytest.mark.usefixtures("content")
def test_the_staff_read_it_in_their_language_beneath_that_of_the_visitor() -> None:
    screen = Screen().tap(f"language-{LANGUAGE}").tap("talk").tap("show-staff")

    told = re.search(r'<div class="for-staff">(.*?)</div>', screen.html)
    assert told is not None
    own, theirs = re.findall(r'<p (lang="[^"]+" dir="\w+")>(.*?)</p>', told[1])
    sentence = session.read_once().pack.ui_strings.contacts.talk
    assert own[0] == f'lang="{LANGUAGE}" dir="rtl"'
    assert theirs == ('lang="en" dir="ltr"', sentence)


def test_a_helper_says_it_for_the_person_they_are_with() -> None:
    screen = Screen().tap("comfort").tap("is_helper-True").tap("done")

    sentence = sentence_on(screen.tap("talk").tap("show-staff"))

    assert sentence == session.read_once().pack.ui_strings.helping.contacts["talk"]


def sentence_on(screen: Screen) -> str:
    """The sentence that is shown to the staff."""
    told = re.search(r'<div class="for-staff">(.*?)</div>', screen.html)
    return as_read(told[1]).strip() if told else ""
