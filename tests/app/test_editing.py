"""The kiosk of an editor: it follows the content, and the visit keeps its place."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from logic.pseudo import LANGUAGE, add_to
from logic.visit import Visit
from pages.parts import editing, session, shell
from tests.app.screen import FRAME, Screen
from tests.conftest import SAMPLE, Edit

LEAD = "welcome_lead: Questions about ketamine or esketamine? Read first. Then ask a person."


@pytest.fixture(autouse=True)
def editors(sample: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """The sample under watch, copied."""
    monkeypatch.setenv("KIOSK_CONTENT", str(sample))
    editing.watch.cache_clear()
    monkeypatch.setattr(session, "newest", editing.watch().newest)
    yield
    editing.watch.cache_clear()


@pytest.fixture
def screen() -> Screen:
    """An editor's kiosk."""
    return Screen(FRAME.with_name("editors_frame.py"))


def looked(screen: Screen) -> Screen:
    """The screen after a change came to rest, drawn again."""
    editing.watch().look()
    editing.watch().look()
    screen.app.run()
    screen.is_whole()
    return screen


def test_a_change_is_on_the_page_when_it_is_drawn_again(
    screen: Screen, edited_content: Edit
) -> None:
    edited_content("ui_strings/en.yaml", LEAD, "welcome_lead: New words.")

    assert "New words." in looked(screen).words


def test_a_broken_change_leaves_the_last_good_page(
    screen: Screen, edited_content: Edit, capsys: pytest.CaptureFixture[str]
) -> None:
    before = screen.words
    capsys.readouterr()
    edited_content("ui_strings/en.yaml", LEAD, "welcome_led: New words.")

    assert looked(screen).words == before
    assert capsys.readouterr().out.endswith("to fix. What was good stays on screen.\n")


def test_the_visit_keeps_its_place(screen: Screen, edited_content: Edit) -> None:
    screen.tap("start").tap("condition-short-nights").tap("open-found")
    before, found = screen.visit, session.pack().section["short-nights-found"]
    edited_content(f"guide_sections/{found.id}.en.md", f"title: {found.title}", "title: New words")

    assert "New words" in looked(screen).words
    assert screen.visit == before


def test_where_the_condition_is_gone_the_visit_goes_to_the_topics(screen: Screen) -> None:
    screen.app.session_state["visit"] = Visit(step="studies", condition="gone")

    screen.app.run()
    screen.is_whole()

    assert (screen.visit.step, screen.visit.condition) == ("conditions", None)


def test_the_page_of_a_browser_that_is_loaded_again_has_the_new_words_too(
    screen: Screen, edited_content: Edit
) -> None:
    assert "<title>Ask First</title>" in shell.page(session.kiosk())
    edited_content("ui_strings/en.yaml", "kiosk_name: Ask First", "kiosk_name: New words")

    looked(screen)

    assert "<title>New words</title>" in shell.page(session.kiosk())


def test_in_another_language_a_page_is_drawn_once_where_nothing_is_newer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    both, drawn = tmp_path / "both", list[None]()
    add_to(SAMPLE, both)
    monkeypatch.setenv("KIOSK_CONTENT", str(both))
    editing.watch.cache_clear()
    monkeypatch.setattr(session, "newest", editing.watch().newest)
    screen = Screen(FRAME.with_name("editors_frame.py"))
    monkeypatch.setattr(editing, "notice", lambda: drawn.append(None))

    screen.tap(f"language-{LANGUAGE}")

    assert drawn == [None]


def test_only_an_editor_is_told_that_it_is_not_public(screen: Screen) -> None:
    assert session.ui().labels.editing in screen.words
    assert session.ui().labels.editing not in Screen().words


def test_a_translation_that_is_not_fit_is_told_to_the_editor(
    sample: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (sample / "ui_strings" / "es.yaml").write_text("language_name: Español\n", encoding="utf-8")

    editing.watch().look()
    editing.watch().look()

    assert (
        "es: its own words have mistakes. The language is not offered." in capsys.readouterr().out
    )
