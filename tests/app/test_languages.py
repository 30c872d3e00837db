"""Languages on the pages: which are offered, what changes with one, and what stays in the source.

The sample content has the invented language beside its own.
"""

import re
from html import escape
from pathlib import Path

import pytest

from logic.formats import language_name
from logic.pseudo import LANGUAGE, add_to, pseudo
from pages.parts import ahead, session, shell
from tests.app.screen import Screen, every_state
from tests.conftest import SAMPLE

OTHER = f"language-{LANGUAGE}"
FOUND = "short-nights-found"
# The bars, the languages' own names, and what the script presses.
IN_ONE_LANGUAGE = re.compile(
    r"(back|talk|clear|next|comfort|see-list|other)$|(step|more|asks|language)-"
)
IDS = re.compile(r'\bid="([^"]+)"')


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The sample in two languages, as the kiosk's content."""
    folder = tmp_path / "both"
    add_to(SAMPLE, folder)
    monkeypatch.setenv("KIOSK_CONTENT", str(folder))
    return folder


def began() -> Screen:
    """A visit in the invented language at the parts of a guide."""
    return Screen().tap(OTHER).tap("start").tap("condition-short-nights")


def english(content: Path, name: str, old: str, new: str) -> None:
    """Change a text of the source, so that its translation falls behind."""
    path = content / f"{name}.en.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.mark.usefixtures("content")
def test_the_first_page_offers_every_language_named_in_itself_the_source_first() -> None:
    screen = Screen()

    offered = [one.label for one in screen.every_control if one.name.startswith("language-")]

    assert offered == ["✓ English", pseudo("English")]


def test_where_there_is_one_language_none_is_offered(screen: Screen) -> None:
    assert not any(name.startswith(("language", "other")) for name in screen.controls)


@pytest.mark.usefixtures("content")
def test_a_language_can_be_changed_on_any_page_without_losing_the_place() -> None:
    screen = began().tap("open-found")
    before = screen.visit

    screen.tap("other")

    after = screen.visit
    assert (after.step, after.section, after.turn) == (before.step, before.section, before.turn)
    assert screen.heading == session.ui().headings.guide
    assert 'lang="en" dir="ltr"' in screen.html


@pytest.mark.usefixtures("content")
def test_the_page_names_its_language_and_the_way_it_is_read() -> None:
    screen = began()

    assert f'<h1 lang="{LANGUAGE}" dir="rtl"' in screen.html
    assert screen.heading == pseudo(session.ui().headings.guide)


@pytest.mark.usefixtures("content")
def test_a_chosen_language_is_forgotten_with_the_visit() -> None:
    screen = Screen().tap(OTHER)
    chosen = screen.visit.comfort.language

    screen.tap("clear")

    assert (chosen, screen.visit.comfort.language) == (LANGUAGE, None)
    assert screen.heading == session.ui().headings.welcome


@pytest.mark.usefixtures("content")
def test_a_welcome_page_in_a_chosen_language_is_not_clear_so_it_goes_back_by_itself() -> None:
    uses = [re.findall(r'data-use="(\w+)"', one.html) for one in (Screen(), Screen().tap(OTHER))]

    assert uses == [["clear"], ["choices"]]


def test_a_text_that_has_fallen_behind_stands_in_the_source_and_says_so(content: Path) -> None:
    english(content, f"guide_sections/{FOUND}", "title: ", "title: Now ")

    screen = began().tap("open-found")

    kiosk = session.read_once()
    section, labels = kiosk.pack.section[FOUND], kiosk.translated[LANGUAGE].pack.ui_strings.labels
    name = language_name("en", kiosk.translated[LANGUAGE].locale)
    told = labels.not_translated.format(language=name)
    part = screen.html[screen.html.index(told) :]
    assert section.title in part
    assert part.index('<div lang="en" dir="ltr">') < part.index(section.title)
    assert kiosk.behind == (f"{LANGUAGE}: texts that stand in the language of the source: 1.",)


def test_in_a_text_of_the_source_the_kiosks_own_words_are_those_of_the_source_too(
    content: Path,
) -> None:
    english(content, f"guide_sections/{FOUND}", "title: ", "title: Now ")

    html = began().tap("open-found").html
    part = html[html.index('<div lang="en" dir="ltr">') :]

    labels = session.read_once().pack.ui_strings.labels
    assert labels.sources_here in part
    assert pseudo(labels.certainty) not in part.split("</section>")[0]


def test_a_study_that_is_not_translated_is_named_in_its_own_language_wherever_it_is_named(
    content: Path,
) -> None:
    english(content, "study_summaries/hill-trial", "title: ", "title: Now ")

    screen = Screen().tap(OTHER).tap("start").tap("condition-short-nights").tap("next")

    named = '<span lang="en" dir="ltr">Now Tea or cocoa on the hill</span>'
    labels = session.read_once().translated[LANGUAGE].pack.ui_strings.labels
    for asked in (labels.ground_agree, labels.read_together):
        answers = [told.split("</p>")[0] for told in screen.html.split(escape(asked))[1:]]
        assert any(named in answer for answer in answers), asked
    on_the_map = screen.tap("study_view-map").html
    assert on_the_map.count('<td role="cell"><div lang="en" dir="ltr">') == 1


@pytest.mark.usefixtures("content")
def test_the_name_of_a_work_keeps_its_language_on_a_page_in_another() -> None:
    names = {
        language: re.findall(r"<cite(.*?)>", screen.tap("step-about").html)
        for language, screen in {"en": Screen(), LANGUAGE: Screen().tap(OTHER)}.items()
    }

    assert set(names["en"]) == {""}
    assert set(names[LANGUAGE]) == {' lang="en" dir="ltr"'}


def test_a_control_says_where_its_words_are_of_the_source(content: Path) -> None:
    english(content, "conditions/short-nights", "title: ", "title: Now ")

    screen = Screen().tap(OTHER).tap("start")

    assert screen.control("condition-short-nights").language == "en"
    assert screen.control("condition-grey-days").language is None


def test_a_language_whose_own_words_are_broken_is_not_offered_and_stops_nothing(
    content: Path,
) -> None:
    (content / "ui_strings" / f"{LANGUAGE}.yaml").write_text("language_name: X\n")

    screen = Screen()

    assert not any(name.startswith(("language", "other")) for name in screen.controls)
    assert session.read_once().behind == (
        f"{LANGUAGE}: its own words have mistakes. The language is not offered.",
    )


@pytest.mark.usefixtures("content")
def test_two_languages_stand_side_by_side_each_part_beside_its_twin() -> None:
    screen = began().tap("comfort").tap("beside-en").tap("done").tap("open-found")

    section = session.read_once().pack.section[FOUND]
    both = [row for row in screen.html.split('<div class="both">') if section.title in row]
    assert len(both) == 1
    assert f'<div lang="{LANGUAGE}" dir="rtl">' in both[0]
    assert both[0].index(pseudo(section.title)) < both[0].index(section.title)
    assert '<div lang="en" dir="ltr">' in both[0]


@pytest.mark.usefixtures("content")
def test_side_by_side_each_square_says_in_which_language_it_is() -> None:
    screen = began().tap("step-questions").tap("to-take_home")
    names = list(session.names_of_languages().values())
    assert not any(f": {name}<" in screen.html for name in names)

    screen.tap("comfort").tap("beside-en").tap("done")

    squares = screen.html.split('<img class="qr"')
    assert len(squares) == 3
    assert all(f": {name}<" in screen.html for name in names)


@pytest.mark.usefixtures("content")
def test_side_by_side_no_id_stands_twice_on_a_page() -> None:
    screen = began().tap("comfort").tap("beside-en").tap("done").tap("next")

    ids = IDS.findall(screen.html)

    assert len(ids) > 4
    assert len(ids) == len(set(ids))


def test_side_by_side_no_id_stands_twice_where_an_item_stands_in_the_source(content: Path) -> None:
    english(content, f"guide_sections/{FOUND}", "title: ", "title: Now ")
    english(content, "conditions/short-nights", "title: ", "title: Now ")
    screen = Screen().tap(OTHER).tap("start").tap("condition-short-nights")

    ids = IDS.findall(screen.tap("comfort").tap("beside-en").tap("done").html)

    assert any(one.startswith("first-found") for one in ids)
    assert len(ids) == len(set(ids))


@pytest.mark.usefixtures("content")
def test_side_by_side_every_control_of_a_page_says_both_and_marks_the_second() -> None:
    screen = Screen().tap("comfort").tap(f"beside-{LANGUAGE}").tap("done")

    seen = set()
    for state, shown in every_state(screen):
        for one in shown.every_control:
            if IN_ONE_LANGUAGE.match(one.name):
                continue
            first, second = one.label.splitlines(), one.second.splitlines()
            assert len(first) == len(second) > 0, f"{state}: {one}"
            assert first[0] != second[0], f"{state}: {one}"
            seen.add(one.name.split("-")[0])
    assert {"condition", "concern", "recall", "open", "depth", "size", "sooner"} <= seen


def test_side_by_side_a_control_without_a_translation_says_its_words_once(content: Path) -> None:
    recall = "recall-short-nights-not-known-1"
    for name in ("recalls/short-nights-not-known", "concerns/warmth"):
        (content / f"{name}.{LANGUAGE}.md").unlink()
    screen = Screen().tap("comfort").tap(f"beside-{LANGUAGE}").tap("done")
    screen.tap("start").tap("condition-short-nights").tap("step-questions")

    concern = screen.tap("to-matters").control("concern-warmth")
    sentence = screen.tap("done").tap("to-recall").tap(recall).control(recall)

    assert (concern.second, sentence.second) == ("", "")
    told = screen.tap("other").control(recall)
    assert told.language == "en"
    assert session.ui().asking.recall_tapped in told.label


@pytest.mark.usefixtures("content")
def test_where_the_second_language_becomes_the_first_they_change_places() -> None:
    screen = began().tap("comfort").tap("beside-en").tap("done").tap("other")

    comfort = screen.visit.comfort
    assert (comfort.language, comfort.beside) == (None, LANGUAGE)


@pytest.mark.usefixtures("content")
def test_the_guard_brings_its_words_and_the_crisis_line_in_every_language() -> None:
    kiosk = session.read_once()

    found = re.findall(
        r'<template lang="(.*?)" dir="(.*?)">(.*?)</template>', shell.page(kiosk), re.DOTALL
    )

    labels = kiosk.pack.ui_strings.labels
    assert [(tag, direction) for tag, direction, _ in found] == [("en", "ltr"), (LANGUAGE, "rtl")]
    assert all(words.count('class="crisis"') == words.count("<dialog") + 1 for *_, words in found)
    assert labels.still_there in found[0][2]
    assert pseudo(labels.still_there) in found[1][2]


@pytest.mark.usefixtures("content")
def test_every_language_is_drawn_ahead() -> None:
    began()
    kiosk = session.read_once()
    ahead.draw()

    today = session.today()
    source, other = (one.drawn[today] for one in kiosk.languages.values())
    assert source.keys() == other.keys()
