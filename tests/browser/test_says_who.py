"""Who says so, in a browser: one tap on a sentence's mark, and the card that it opens."""

import pytest
from playwright.sync_api import expect

from logic.content.prose import OURS
from logic.says_who import address
from pages.parts import session
from tests.browser.conftest import Visitor

CONDITION = "ptsd"
LEAST = 220  # CSS pixels of a code: 3.5 cm on a kiosk's screen
OPEN = ".note:popover-open"


@pytest.fixture
def reader(visitor: Visitor) -> Visitor:
    """A visitor who reads what studies found."""
    section = session.pack().section[f"{CONDITION}-found"]
    visitor.picks(CONDITION).opens(section.title)
    return visitor


def test_one_tap_on_a_mark_opens_the_source_with_all_that_is_told_of_it(reader: Visitor) -> None:
    labels, choices = session.ui().labels, session.ui().choices
    study = session.pack().study["abdallah-2022"]
    source = session.pack().source[study.source]

    reader.page.locator(f".message .who[aria-label$='{source.title}']").first.click()

    card = reader.page.get_by_role("dialog", name=source.title)
    expect(card).to_be_visible()
    for told in (
        source.title,
        str(source.year),
        *(choices.verification[level] for level in source.levels),
        f"{labels.funding}:",
        labels.next_review.partition("{")[0],
        labels.scan,
        source.doi or "",
    ):
        expect(card).to_contain_text(told)
    code = card.get_by_role("img", name=labels.scan_alt.format(title=source.title))
    box = code.bounding_box()
    assert address(source)
    assert box
    assert box["width"] == box["height"] >= LEAST
    card.get_by_role("button", name=labels.close).click()
    expect(reader.page.locator(OPEN)).to_have_count(0)


def test_a_tap_on_our_own_mark_says_that_the_words_are_ours(reader: Visitor) -> None:
    labels = session.ui().labels

    reader.page.locator(f".who.{OURS}").locator("visible=true").first.click()

    card = reader.page.get_by_role("dialog", name=labels.ours)
    expect(card).to_contain_text(labels.ours_told)


def test_the_list_of_sources_opens_the_same_cards_with_full_size_controls(reader: Visitor) -> None:
    labels = session.ui().labels
    reader.page.get_by_text(labels.sources_here).first.click()
    entries = reader.page.locator(".controls details[open] .open")

    heights = entries.evaluate_all("all => all.map(one => one.getBoundingClientRect().height)")
    entries.first.click()

    assert heights
    assert min(heights) >= 60
    expect(reader.page.locator(f"{OPEN} .qr")).to_be_visible()


@pytest.mark.parametrize("size", [(1080, 1920), (1920, 1080), (800, 1280), (390, 844)])
def test_the_card_stays_above_the_foot_with_its_close_in_sight(
    reader: Visitor, size: tuple[int, int]
) -> None:
    reader.page.set_viewport_size({"width": size[0], "height": size[1]})

    reader.page.locator(".message .who").first.click()

    expect(reader.page.locator(f"{OPEN} .close")).to_be_in_viewport(ratio=1)
    card = reader.page.locator(OPEN).bounding_box()
    foot = reader.page.locator(".foot").bounding_box()
    assert card
    assert foot
    assert card["y"] >= 0
    assert card["y"] + card["height"] <= foot["y"]
