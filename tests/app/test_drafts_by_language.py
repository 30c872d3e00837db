"""Where a clinic shows no drafts, each language shows what was signed off in its own words.

The sample content has the invented language beside its own.
"""

from collections.abc import Iterable
from pathlib import Path

import pytest

from logic.content.items import Item
from logic.content.pack import name_of, pack_of, read_draft
from logic.content.prose import plain
from logic.content.translations import read_translation
from logic.pseudo import LANGUAGE, add_to
from logic.rules import translations
from logic.signing import record
from pages.parts import session
from tests.app.screen import Screen
from tests.conftest import SAMPLE
from tests.sign_offs import REVIEWER, items_of, sign_off

TILE = "condition-short-nights"
FOUND, HARMS = "guide_sections/short-nights-found", "guide_sections/short-nights-harms"


@pytest.fixture
def content(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, settings: Path) -> Path:
    """The sample in two languages, that a test may sign, at a clinic that shows no drafts."""
    folder = tmp_path / "both"
    add_to(SAMPLE, folder)
    monkeypatch.setenv("KIOSK_CONTENT", str(folder))
    settings.write_text("show_drafts = false\n")
    return folder


def items_in(content: Path, language: str) -> list[Item]:
    """Every item in the words of a language."""
    draft = read_draft(content)
    if language == draft.language:
        return items_of(pack_of(draft))
    return items_of(pack_of(read_translation(draft, language, translations.RULES).draft))


def sign(content: Path, language: str, *but: str) -> None:
    """Sign off all of a language, but for some."""
    signed: Iterable[Item] = (one for one in items_in(content, language) if name_of(one) not in but)
    record(content, [sign_off(one) for one in signed], language)


def waits(screen: Screen) -> bool:
    """Whether something on the screen says, in any language, that it waits for review."""
    said = (one.pack.ui_strings.labels for one in session.read_once().languages.values())
    return any(labels.waiting_for_review in screen.words for labels in said)


def told_in(language: str) -> list[str]:
    """What each part of a guide says first, in a language."""
    sections = session.read_once().languages[language].pack.guide_sections
    return [plain(one.message) for one in sections if "short-nights" in one.conditions]


def finding() -> str:
    """How a finding begins in the words of the source."""
    body = session.read_once().pack.section["short-nights-found"].body
    return plain(str(body)).splitlines()[0].removeprefix("- ")


def test_what_is_signed_off_in_the_source_alone_is_offered_in_no_other_language(
    content: Path,
) -> None:
    sign(content, "en")

    english = Screen().tap("start").controls
    other = Screen().tap(f"language-{LANGUAGE}").tap("start")

    assert TILE in english
    assert not [name for name in other.controls if name.startswith("condition-")]
    said = session.read_once().translated[LANGUAGE].pack.ui_strings.labels
    assert said.conditions_none in other.words


def test_whoever_changes_to_a_language_that_nobody_signed_off_is_told_that_it_waits(
    content: Path,
) -> None:
    sign(content, "en")
    screen = Screen().tap("start").tap(TILE)

    english = screen.words
    other = screen.tap("other").words

    assert all(text in english for text in told_in("en"))
    assert not any(text in other for text in told_in(LANGUAGE))
    assert waits(screen)


def test_beside_a_language_that_is_signed_off_a_control_says_nothing_of_one_that_is_not(
    content: Path,
) -> None:
    sign(content, "en")
    screen = Screen().tap("comfort").tap(f"beside-{LANGUAGE}").tap("done").tap("start").tap(TILE)
    told = [one.label for one in screen.tap("step-questions").tap("to-matters").every_control]
    told += [one.label for one in screen.tap("done").tap("to-recall").every_control]

    unsigned = session.read_once().languages[LANGUAGE].pack
    words = [plain(one.title) for one in unsigned.concerns]
    words += [plain(sentence) for one in unsigned.recalls for sentence in one.sentences()]
    assert plain(session.read_once().pack.concerns[0].title) in "".join(told)
    assert not [one for one in words if any(one in label for label in told)]


def test_what_is_signed_off_in_its_own_words_is_offered_in_its_language(content: Path) -> None:
    sign(content, LANGUAGE)

    english = Screen().tap("start").controls
    other = Screen().tap(f"language-{LANGUAGE}").tap("start")

    assert TILE not in english
    assert TILE in other.controls
    words, said = other.tap(TILE).words, session.read_once().translated[LANGUAGE].pack.ui_strings
    assert said.labels.reviewed_by.partition("{")[0] in words
    assert REVIEWER in words
    assert said.labels.draft not in words
    assert not waits(other)


def test_what_stands_as_in_the_source_is_shown_where_its_own_words_are_signed_off(
    content: Path,
) -> None:
    sign(content, LANGUAGE, FOUND)
    sign(content, "en")
    (content / f"{FOUND}.{LANGUAGE}.md").unlink()

    screen = Screen().tap(f"language-{LANGUAGE}").tap("start").tap(TILE)

    assert finding() in screen.tap("open-found").words
    assert not waits(screen)


def test_a_finding_in_the_words_of_the_source_never_stands_without_its_harms_beside_it(
    content: Path,
) -> None:
    sign(content, "en")
    sign(content, LANGUAGE, FOUND, HARMS)
    (content / f"{FOUND}.{LANGUAGE}.md").unlink()
    screen = Screen().tap("start").tap(TILE).tap("open-found")

    english = screen.words
    other = screen.tap("other").words

    assert finding() in english
    assert finding() not in other
    assert waits(screen)
