"""Every page in an invented language, from words alone: what reads as English was never a word.

What is cut or overlaps in it shows in tests/browser/test_another_language.py.
"""

import re
from collections.abc import Iterator

import pytest

from logic.pseudo import LANGUAGE, add_to
from pages.parts import session
from tests.app.conftest import last_day_of_all
from tests.app.screen import FOR_STAFF, Screen, every_state
from tests.conftest import SHIPPED, Tell

SPOKEN = re.compile(r'(?:alt|aria-label|data-name)="([^"]*)"')
ENGLISH = re.compile(r"(?<![\w/.@-])[A-Za-z]*[aeiouAEIOU][A-Za-z]*(?![\w/@-]|\.\w)")


@pytest.fixture(autouse=True)
def only_the_sample() -> None:
    """The tests here are about the shipped content."""


@pytest.fixture(autouse=True)
def read_anew() -> None:
    """The tests here share one kiosk."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[dict[str, str]]:
    """What is read in every state of the shipped kiosk in the invented language."""
    folder = tmp_path_factory.mktemp("pseudo")
    content, clinic = folder / "content", folder / "kiosk.toml"
    add_to(SHIPPED, content)
    clinic.write_text("# A clinic that says nothing of itself.\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(content))
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        session.read_once.cache_clear()
        patch.setenv("KIOSK_TODAY", last_day_of_all().isoformat())
        screen = Screen().tap(f"language-{LANGUAGE}")
        yield {name: read_or_heard(shown) for name, shown in every_state(screen)}
    session.read_once.cache_clear()


def read_or_heard(screen: Screen) -> str:
    """All that the kiosk says on a screen, and what it tells whoever does not see it."""
    return "\n".join([screen.own_words, *SPOKEN.findall(screen.html)])


def names() -> set[str]:
    """What is called the same in every language: people, journals, studies, codes."""
    pack = session.pack()
    told = " ".join(
        part
        for source in pack.sources
        for part in (source.authors, source.doi, source.registry)
        if part
    )
    told += " ".join(str(study.name) for study in pack.study_summaries if study.name)
    told += " ".join(session.names_of_languages().values())
    return set(re.findall(r"[A-Za-z]+", told)) | {"DOI", "PMID"}


def told_to_staff() -> set[str]:
    """What stands in the language of the staff on purpose, on one page."""
    return set(ENGLISH.findall(session.pack().ui_strings.contacts.talk))


def test_no_page_holds_a_word_that_was_not_translated(
    states: dict[str, str], record_property: Tell
) -> None:
    known = names()

    english = {
        (word, state)
        for state, words in states.items()
        for word in ENGLISH.findall(words)
        if word not in known | (told_to_staff() if state == FOR_STAFF else set())
    }

    record_property("states seen in an invented language", len(states))
    assert english == set()
