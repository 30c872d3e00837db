"""What the guard brings along: covers in the kiosk's words, each with the crisis line."""

import re

import pytest

from logic.matching import in_every_page
from pages.parts import session, shell
from pages.parts.kiosk import read_kiosk

LAYERS = re.compile(r'<dialog id="(\w+)".*?</dialog>', re.DOTALL)


def page(**settings: object) -> str:
    """The page that a browser gets from a clinic with these settings."""
    kiosk = read_kiosk()
    changed = kiosk.settings.model_copy(update=settings)
    object.__setattr__(kiosk, "settings", changed)
    return shell.page(kiosk)


def in_sight_first(whole: str) -> str:
    """A page without the words that wait in it in every language."""
    return re.sub("<template.*</template>", "", whole, flags=re.DOTALL)


def test_every_cover_holds_the_crisis_line() -> None:
    found = list(LAYERS.finditer(in_sight_first(page(staff_pin="2468"))))

    told = [str(one.short) for one in in_every_page(session.pack())]
    assert [one[1] for one in found] == [
        "cover",
        "question",
        "curtain",
        "invitation",
        "staff",
        "cleaning",
    ]
    assert told
    assert all(words in one[0] for one in found for words in told)


def test_without_a_pin_there_is_nothing_for_staff() -> None:
    assert [one[1] for one in LAYERS.finditer(in_sight_first(page()))][-1] == "invitation"


def test_the_pin_stands_in_no_page() -> None:
    assert "2468" not in page(staff_pin="2468")


def test_the_page_tells_the_guard_how_long_a_page_may_stand() -> None:
    told = page(idle_seconds=75, reading_seconds=120)

    assert 'data-choices="75"' in told
    assert 'data-reading="120"' in told


def test_nothing_that_waits_in_the_page_asks_for_the_focus_as_it_comes() -> None:
    words = re.findall(r"<(?:dialog|template).*</(?:dialog|template)>", page(), re.DOTALL)

    assert words
    assert "autofocus" not in "".join(words)  # a browser would note that it gave none


@pytest.mark.parametrize(("locked", "told"), [(True, "yes"), (False, "no")])
def test_only_an_editors_screen_is_not_locked(*, locked: bool, told: str) -> None:
    assert f'data-locked="{told}"' in shell.page(session.kiosk(), locked=locked)


def test_the_guard_is_within_the_page_so_that_no_lost_request_leaves_a_screen_without() -> None:
    whole = page()
    own = whole.index(shell.SCRIPT)

    assert whole.index('<div id="guard"') < own < whole.index("</body>")
    assert "/kiosk/" not in re.sub(re.escape(shell.SCRIPT), "", whole).replace("/kiosk/well", "")
    assert "#guard dialog {" in whole
