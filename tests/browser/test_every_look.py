"""Every look in every size of text, held to all that the plain one is held to.

A look changes colours alone, a size changes where things stand. So in `make test` a page is seen in
every look at the usual text, and in every size in one look, which is another one on the next page:
each pair of a look and a size is met, each page in each of them. Contrast, of all rules by far the
one that takes longest, is measured at the usual text: no size has colours of its own. The pages are
those of two conditions: the one whose texts have the longest words, and the one with the shortest.
`make test-all` sees every page of every condition in every look and size with every rule. The plain
look and size of the same pages: test_accessibility.py.
"""

from collections.abc import Iterator
from itertools import chain, count

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import PROJECT, serving
from tests.browser.dressing import DRESSES, LOOKS, PLAIN, SIZES, dress
from tests.browser.inspector import CONTRAST, CONTRAST_OF_AAA, OPEN_ALL, Inspector
from tests.browser.places import CONDITIONS
from tests.browser.walking import LANGUAGES, Walker, by_length_of_words
from tests.conftest import Tell

OTHER_LOOKS = [look for look in LOOKS if look != PLAIN["look"]]
OTHER_SIZES = [size for size in SIZES if size != PLAIN["size"]]
SOME = len(OTHER_LOOKS) + len(OTHER_SIZES)
# Whether every look is put on in every size, with every rule.
WHOLE = pytest.mark.parametrize(
    "whole", [False, pytest.param(True, marks=pytest.mark.long)], ids=["some", "whole"]
)


def some(place: int) -> list[dict[str, str]]:
    """Every other look at the usual text; every other size in a look that the place of a page says.

    Whatever follows three pages long meets every look in every size.
    """
    looks = [{"look": look, "size": PLAIN["size"]} for look in OTHER_LOOKS]
    sizes = zip(OTHER_SIZES, count(place), strict=False)
    return looks + [{"look": LOOKS[at % len(LOOKS)], "size": size} for size, at in sizes]


def in_every_look(page: Page, walk: Iterator[str], *, whole: bool = False) -> Inspector:
    """Go through a walk, and look at each state in every look and every size, or in all of both."""
    inspector = Inspector(page)
    for place, state in enumerate(walk):
        for chosen in DRESSES if whole else some(place):
            dress(page, **chosen)
            is_usual = chosen["size"] == PLAIN["size"]
            shorter = (CONTRAST_OF_AAA,) if is_usual else (CONTRAST, CONTRAST_OF_AAA)
            without = () if whole else shorter
            inspector.looks_at(f"{state}, {chosen['look']}, {chosen['size']}", without)
        dress(page, **PLAIN)
    return inspector


def seen_each(*, whole: bool) -> int:
    """How often each state of a walk is looked at."""
    return len(DRESSES) if whole else SOME


def test_every_look_is_met_in_every_size_and_on_every_page() -> None:
    pages = [some(place) for place in range(len(LOOKS))]

    worn = [(one["look"], one["size"]) for page in pages for one in page]
    assert {(one["look"], one["size"]) for one in DRESSES} <= {*worn, tuple(PLAIN.values())}
    for page in pages:
        assert {one["size"] for one in page} == set(SIZES)
        assert {one["look"] for one in page} == set(LOOKS)


@pytest.mark.parametrize(
    ("at", "language"),
    [(0, LANGUAGES[0]), (-1, LANGUAGES[-1])],
    ids=["shortest words", "longest words"],
)
def test_the_pages_of_the_shortest_and_of_the_longest_words_are_accessible_in_every_look(
    page: Page, kiosk: str, at: int, language: str, record_property: Tell
) -> None:
    order = by_length_of_words(language)

    seen = in_every_look(page, Walker(page, kiosk, language).every_page(order[at]))

    seen.tells(record_property, f"{order[at]}, {language}, every other look and size")
    assert order[0] != order[-1]
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 16 * SOME


@WHOLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_for_everyone_are_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell, *, whole: bool
) -> None:
    walk = Walker(page, kiosk, language).what_is_for_everyone()

    seen = in_every_look(page, walk, whole=whole)

    seen.tells(record_property, f"what is for everyone, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 8 * seen_each(whole=whole)


@WHOLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_small_control_opens_is_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell, *, whole: bool
) -> None:
    walker, condition = Walker(page, kiosk, language), by_length_of_words(language)[-1]

    seen = in_every_look(page, walker.what_small_controls_open(condition), whole=whole)

    seen.tells(record_property, f"what small controls open, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 3 * seen_each(whole=whole)


@WHOLE
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_visitors_own_are_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell, *, whole: bool
) -> None:
    walker, condition = Walker(page, kiosk, language), by_length_of_words(language)[-1]

    seen = in_every_look(page, walker.own_pages(condition), whole=whole)

    seen.tells(record_property, f"the pages of a visitor's own, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) == 4 * seen_each(whole=whole)


@pytest.mark.parametrize("language", LANGUAGES)
def test_on_a_phone_in_the_largest_text_no_page_can_be_pushed_sideways(
    page: Page, kiosk: str, language: str
) -> None:
    walker, condition = Walker(page, kiosk, language), by_length_of_words(language)[-1]
    seen, wide = 0, dict[str, int]()

    for state in chain(walker.own_pages(condition), walker.every_page(condition)):
        page.set_viewport_size({"width": 390, "height": 844})
        dress(page, size="largest")
        page.evaluate(OPEN_ALL)
        seen, width = seen + 1, page.evaluate("document.getElementById('stMain').scrollWidth")
        if width > 390:
            wide[state] = width
        dress(page, **PLAIN)
        page.set_viewport_size({"width": 1080, "height": 1920})

    assert seen >= 16
    assert wide == {}


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

    seen = in_every_look(page, layers(page), whole=True)

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
    seen = in_every_look(page, Walker(page, kiosk, language).every_page(condition), whole=True)

    seen.tells(record_property, f"{condition}, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 16 * len(DRESSES)


@pytest.mark.long
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_common_part_of_the_guide_is_accessible_in_every_look(
    page: Page, kiosk: str, language: str, record_property: Tell
) -> None:
    seen = in_every_look(
        page, Walker(page, kiosk, language).common_parts(CONDITIONS[0]), whole=True
    )

    seen.tells(record_property, f"the common parts, {language}, every look and size")
    assert not seen.faults, "\n".join(seen.faults)
    assert len(seen.states) >= 12 * len(DRESSES)
