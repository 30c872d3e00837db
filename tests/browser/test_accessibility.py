"""Every page of every condition in every language, at the plain look and size, held to axe's rules.

WCAG 2.2, levels A, AA and AAA, and good practice; contrast and the size of what is tapped. Whatever
opens is open. In every look and size of text, and with axe's second rule of contrast, which finds
nothing that the first one, made as strict, does not: test_every_look.py.
"""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Page, expect

from pages.parts import session
from tests.browser.conftest import Visitor
from tests.browser.inspector import (
    CONTRAST,
    CONTRAST_OF_AAA,
    EXEMPT,
    Exempt,
    Inspector,
    breaches,
)
from tests.browser.places import CONDITIONS
from tests.browser.walking import LANGUAGES, WAYS, Walker, by_length_of_words
from tests.conftest import Tell

# The way that shows most on a page; `make test-all` sees the others, too.
SEEN_ALWAYS = [(language, way) for language, way in WAYS if way.startswith("beside")]

Come = Callable[[str], Walker]
Inspect = Callable[[Iterator[str], str], int]


@pytest.fixture
def come(page: Page, kiosk: str) -> Come:
    """Somebody comes to a clear screen, and reads in a language."""
    return lambda language: Walker(page, kiosk, language)


@pytest.fixture
def inspect(page: Page, record_property: Tell) -> Inspect:
    """Hold every state of a walk to the rules; how many there were. A failure tells each breach."""

    def inspected(walk: Iterator[str], told: str) -> int:
        inspector = Inspector(page)
        for state in walk:
            inspector.looks_at(state, (CONTRAST_OF_AAA,))
            for always in (".foot p.crisis", "[data-tap=talk]"):
                expect(page.locator(always)).to_be_in_viewport(ratio=1)
        inspector.tells(record_property, told)
        assert not inspector.faults, "\n".join(inspector.faults)
        return len(inspector.states)

    return inspected


def test_every_rule_of_axe_is_tried_but_deprecated_ones(come: Come) -> None:
    page = come(LANGUAGES[0]).page
    _, ran = breaches(page)

    rules = page.evaluate("() => axe.getRules().map(one => [one.ruleId, one.tags])")

    assert ran == {name for name, tags in rules if "deprecated" not in tags}
    assert {"color-contrast-enhanced", "target-size", "identical-links-same-purpose"} <= ran
    assert set(LANGUAGES) == set(session.kiosk().languages)


@pytest.mark.parametrize("exempt", EXEMPT, ids=lambda one: str(one.rule))
def test_whatever_a_rule_is_not_held_to_would_break_it(come: Come, exempt: Exempt) -> None:
    walker = come(LANGUAGES[0])
    if exempt.place != "welcome":
        walker.tap(exempt.place)

    found, _ = breaches(walker.page, exempt=())

    assert any(one.startswith(f"{exempt.rule}: ") for one in found)


def test_a_pale_text_at_the_end_of_a_long_page_is_found(come: Come) -> None:
    walker = come(LANGUAGES[0])
    walker.tap("step-about")

    walker.page.locator(".st-key-body .piece").last.evaluate(
        """one => {
          one.insertAdjacentHTML('beforeend', '<p id="pale">Pale.</p>');
          one.lastElementChild.style.color = '#666';
        }"""
    )
    inspector = Inspector(walker.page)
    inspector.looks_at("about")

    rules = [one.split(": ")[1] for one in inspector.faults if "#pale" in one]
    assert rules == [CONTRAST_OF_AAA, CONTRAST]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_for_everyone_are_accessible(come: Come, inspect: Inspect, language: str) -> None:
    walk = come(language).what_is_for_everyone()

    assert inspect(walk, f"what is for everyone, {language}") == 8


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_common_part_of_the_guide_is_accessible(
    come: Come, inspect: Inspect, language: str
) -> None:
    walk = come(language).common_parts(CONDITIONS[0])

    assert inspect(walk, f"the common parts, {language}") >= 12


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_page_of_a_condition_is_accessible(
    come: Come, inspect: Inspect, condition: str, language: str
) -> None:
    walk = come(language).every_page(condition)

    assert inspect(walk, f"{condition}, {language}") >= 14


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_a_small_control_opens_is_accessible(
    come: Come, inspect: Inspect, language: str
) -> None:
    walk = come(language).what_small_controls_open(CONDITIONS[0])

    assert inspect(walk, f"what small controls open, {language}") == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_of_a_visitors_own_are_accessible(
    come: Come, inspect: Inspect, language: str
) -> None:
    walk = come(language).own_pages(CONDITIONS[0])

    assert inspect(walk, f"the pages of a visitor's own, {language}") == 4


@pytest.mark.parametrize(("language", "way"), SEEN_ALWAYS)
def test_the_condition_with_the_longest_words_is_accessible_whichever_way_it_is_read(
    come: Come, inspect: Inspect, language: str, way: str
) -> None:
    walk = come(language).straight_through(by_length_of_words(language)[-1], way)

    assert inspect(walk, f"the condition with the longest words, {language}, {way}") >= 2


@pytest.mark.long
@pytest.mark.parametrize(("language", "way"), WAYS)
@pytest.mark.parametrize("condition", CONDITIONS)
def test_every_condition_is_accessible_whichever_way_it_is_read(
    come: Come, inspect: Inspect, condition: str, language: str, way: str
) -> None:
    walk = come(language).straight_through(condition, way)

    assert inspect(walk, f"{condition}, {language}, {way}") >= 2


def test_a_screen_reader_is_told_which_studies_are_shown(visitor: Visitor) -> None:
    ui = session.ui()
    visitor.picks(CONDITIONS[0]).goes_on(ui.headings.studies)
    status = visitor.page.get_by_test_id("stApp").get_by_role("status")
    before = status.inner_text()

    visitor.tap(ui.filters.no_clear_difference)

    chosen = f"✓ {ui.filters.no_clear_difference}"
    visitor.page.get_by_role("button", name=chosen, exact=True).wait_for()
    assert status.inner_text() != before
