"""Every look in every size of text, held to all that the plain one is held to.

In `make test` these are the pages of two conditions in each language: the one whose texts have the
longest words, and the one with the shortest. Contrast, of all rules by far the one that takes
longest, is measured there in every look at the usual text: no size has colours of its own.
`make test-all` sees every page of every condition with every rule. The plain look and size of the
same pages: test_accessibility.py.
"""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PROJECT, serving
from tests.browser.dressing import DRESSES, PLAIN, dress
from tests.browser.inspector import CONTRAST, CONTRAST_OF_AAA, Inspector
from tests.browser.places import CONDITIONS
from tests.browser.walking import LANGUAGES, Walker, by_length_of_words
from tests.conftest import Tell

NOT_PLAIN = [one for one in DRESSES if one != PLAIN]


def in_every_look(
    page: Page,
    walk: Iterator[str],
    dresses: list[dict[str, str]] = DRESSES,
    *,
    with_all_rules: bool = False,
) -> Inspector:
    """Go through a walk, and look at each state in every look and size, or in some of them."""
    inspector = Inspector(page)
    for state in walk:
        for chosen in dresses:
            dress(page, **chosen)
            is_usual = chosen["size"] == PLAIN["size"]
            shorter = (CONTRAST_OF_AAA,) if is_usual else (CONTRAST, CONTRAST_OF_AAA)
            without = () if with_all_rules else shorter
            inspector.looks_at(f"{state}, {chosen['look']}, {chosen['size']}", without)
        dress(page, **PLAIN)
    return inspector


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("at", [0, -1], ids=["shortest words", "longest words"])
def test_the_pages_of_the_shortest_and_of_the_longest_words_are_accessible_in_every_look(
    page: Page, kiosk: str, at: int, language: str, record_property: Tell
) -> None:
    order = by_length_of_words(language)

    seen = in_every_look(page, Walker(page, kiosk, language).every_page(order[at]), NOT_PLAIN)

    seen.tells(record_property, f"{order[at]}, {language}, every other look and size")
    assert order[0] != order[-1]
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 16 * len(NOT_PLAIN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_for_everyone_are_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell
) -> None:
    seen = in_every_look(page, Walker(page, kiosk, language).what_is_for_everyone(), NOT_PLAIN)

    seen.tells(record_property, f"what is for everyone, {language}, every other look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 8 * len(NOT_PLAIN)


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_small_control_opens_is_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell
) -> None:
    walker, condition = Walker(page, kiosk, language), by_length_of_words(language)[-1]

    seen = in_every_look(page, walker.what_small_controls_open(condition))

    seen.tells(record_property, f"what small controls open, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 3 * len(DRESSES)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_visitors_own_are_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell
) -> None:
    walker, condition = Walker(page, kiosk, language), by_length_of_words(language)[-1]

    seen = in_every_look(page, walker.own_pages(condition))

    seen.tells(record_property, f"the pages of a visitor's own, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 4 * len(DRESSES)


@pytest.fixture(scope="module")
def with_a_pin(shipped: None, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk whose staff have a PIN, so that the guard has every layer."""
    folder = tmp_path_factory.mktemp("pin")
    clinic = folder / "kiosk.toml"
    clinic.write_text('staff_pin = "2468"\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        with serving(PROJECT, folder / "log") as address:
            yield address


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_layer_of_the_guard_is_accessible_in_every_look(
    page: Page, with_a_pin: str, language: str, record_property: Tell
) -> None:
    Walker(page, with_a_pin, language).tap("start")

    seen = in_every_look(page, layers(page))

    seen.tells(record_property, f"layers of the guard, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 6 * len(DRESSES)


def layers(page: Page) -> Iterator[str]:
    """Open each layer of the guard, one after the other."""
    for name in page.locator("#guard > dialog").evaluate_all("all => all.map(one => one.id)"):
        page.evaluate("name => document.getElementById(name).showModal()", name)
        yield name
        page.evaluate("name => document.getElementById(name).close()", name)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_page_of_every_condition_is_accessible_in_every_look(
    page: Page, kiosk: str, condition: str, language: str, record_property: Tell
) -> None:
    seen = in_every_look(
        page, Walker(page, kiosk, language).every_page(condition), with_all_rules=True
    )

    seen.tells(record_property, f"{condition}, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 16 * len(DRESSES)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_common_part_of_the_guide_is_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell
) -> None:
    seen = in_every_look(
        page, Walker(page, kiosk, language).common_parts(CONDITIONS[0]), with_all_rules=True
    )

    seen.tells(record_property, f"the common parts, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 12 * len(DRESSES)
