"""What a screen reader is told: which page has come, what is read next, pictures as numbers."""

import re

import pytest
from playwright.sync_api import expect

from logic.formats import direction
from pages.parts import session
from tests.browser import places
from tests.browser.conftest import Visitor
from tests.browser.keys import EVERY_PLACE, FEWER_PLACES
from tests.browser.walking import Walker

SIZES = [(1080, 1920), (800, 1280), (390, 844)]
LAYERS = ("cover", "question", "curtain", "invitation")
NUMBERS = re.compile(r"\d+(?:\.\d+)?")
TITLES = (
    "welcome", "conditions", "guide", "studies", "assessment", "questions", "matters", "recall",
    "referral", "claims", "about",
)  # fmt: skip
# Every text in sight with its place, in the order of the page, which is that of reading. What is
# told to ears alone has no place.
BACKWARDS = """part => {
  const whole = document.querySelector(part);
  const texts = document.createTreeWalker(whole, NodeFilter.SHOW_TEXT);
  const [range, seen] = [document.createRange(), []];
  while (texts.nextNode()) {
    const { parentElement: one, data } = texts.currentNode;
    const head = one.closest('thead');
    const isClipped = head && getComputedStyle(head).clipPath !== 'none';
    if (!data.trim() || isClipped || !one.checkVisibility({ visibilityProperty: true })) continue;
    range.selectNodeContents(texts.currentNode);
    const { left, top, right, bottom } = range.getBoundingClientRect();
    seen.push({ told: data.trim().slice(0, 40), left, top, right, bottom });
  }
  const isBackwards = (one, next) => next.bottom <= one.top + 1 && next.left < one.right - 1;
  const pairs = seen.slice(1).map((next, at) => [seen[at], next]);
  return [seen.length, pairs.filter(([one, next]) => isBackwards(one, next))
    .map(([one, next]) => [one.told, next.told])];
}"""


def said(visitor: Visitor) -> str:
    """What the guard has a screen reader say."""
    return visitor.page.locator(".said").inner_text()


def topic() -> str:
    """The condition that is read of here, by its title."""
    return session.pack().condition[places.CONDITION].title


def test_of_the_first_page_nothing_more_is_said(visitor: Visitor) -> None:
    assert said(visitor) == ""


def test_each_page_is_said_with_its_topic_and_takes_the_focus_to_its_heading(
    visitor: Visitor,
) -> None:
    headings, labels = session.ui().headings, session.ui().labels
    assert visitor.page.locator(".said").get_attribute("role") == "status"

    visitor.tap(labels.start).reads(headings.conditions)
    assert said(visitor) == f"{headings.conditions}."
    places.guide(Visitor(visitor.page, visitor.address))
    assert said(visitor) == f"{topic()}. {headings.guide}."
    for step in ("studies", "assessment", "questions", "referral"):
        heading = getattr(headings, step)
        visitor.goes_on(heading)
        whole = heading if step == "questions" else f"{topic()}. {heading}"  # a list is for others
        assert said(visitor) == f"{whole}."
        assert visitor.page.evaluate("document.activeElement.tagName") == "H1"
    visitor.tap(labels.comfort).reads(headings.comfort)
    assert said(visitor) == f"{headings.comfort}."


def test_what_is_said_is_not_read_as_a_part_of_the_page(visitor: Visitor) -> None:
    places.guide(visitor)
    page = visitor.page

    place = page.locator(".said").bounding_box()

    assert place
    assert place["y"] + place["height"] < 0
    assert page.locator(".stApp .said").count() == 0  # what Streamlit draws anew is not heard


def test_the_same_page_in_another_language_is_said_in_it(visitor: Visitor) -> None:
    spanish = session.kiosk().languages["es"].pack.ui_strings
    places.guide(visitor)

    visitor.tap(spanish.language_name).reads(spanish.headings.guide)

    told = session.kiosk().languages["es"].pack.condition[places.CONDITION].title
    assert said(visitor) == f"{told}. {spanish.headings.guide}."
    expect(visitor.page.locator(".skip")).to_have_accessible_name(spanish.labels.skip)


def test_in_two_languages_each_word_is_said_in_its_own(visitor: Visitor) -> None:
    ui, spanish = session.ui(), session.kiosk().languages["es"].pack.ui_strings
    EVERY_PLACE["comfort"](visitor)
    visitor.page.locator("[data-tap=beside-es]").click()
    expect(visitor.page.locator("h1 [lang=es]")).to_have_text(spanish.headings.comfort)

    done = visitor.page.locator("[data-tap=done]")
    expect(done.locator(".second[lang=es]")).to_have_text(spanish.labels.comfort_done)

    done.click()
    visitor.page.locator(".st-key-body .where").wait_for()

    for language, heading in (("en", ui.headings.guide), ("es", spanish.headings.guide)):
        parts = visitor.page.locator(f".said [lang={language}][dir={direction(language)}]")
        expect(parts.last).to_have_text(heading)


def test_of_cards_that_come_one_at_a_time_the_one_in_sight_is_said(visitor: Visitor) -> None:
    ui, spanish = session.ui(), session.kiosk().languages["es"].pack.ui_strings
    walker = Walker(visitor.page, visitor.address, "en")
    for choice in ("comfort", "beside-es", "is_calm-True", "done"):
        walker.tap(choice)
    walker.picks(places.CONDITION)

    steps = [("card-next", 2), ("card-next", 3), ("next", 1), ("card-next", 2), ("next", 1)]
    for control, number in steps:
        walker.tap(control)
        for words in (ui, spanish):
            told = words.labels.card_of.partition("{count}")[0].format(number=number)
            expect(visitor.page.locator(".said")).to_contain_text(f" {told}")
        assert len(re.findall(r"\d of \d", said(visitor))) == 1


def test_another_size_of_text_is_not_said_to_be_another_page(visitor: Visitor) -> None:
    EVERY_PLACE["comfort"](visitor)
    visitor.page.evaluate("document.querySelector('.said').replaceChildren()")

    visitor.tap(session.ui().labels.size_large)

    expect(visitor.page.locator("html")).to_have_attribute("data-size", "large")
    assert said(visitor) == ""


def test_every_page_has_a_title_of_its_own_but_the_calm_one_tells_nothing(
    visitor: Visitor,
) -> None:
    titles = {}
    for name in (*TITLES, "comfort", "calm"):
        EVERY_PLACE[name](Visitor(visitor.page, visitor.address))
        heading = getattr(session.ui().headings, "guide" if name == "calm" else name)
        expect(visitor.page).to_have_title(f"{session.ui().labels.kiosk_name}: {heading}")
        titles[name] = visitor.page.title()

    assert titles.pop("calm") == titles["guide"]
    assert len(set(titles.values())) == len(TITLES) + 1


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_what_is_read_next_stands_below_or_beside(visitor: Visitor, place: str) -> None:
    EVERY_PLACE[place](visitor)

    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        for part in (".top", ".st-key-body", ".foot"):
            count, backwards = visitor.page.evaluate(BACKWARDS, part)
            assert count > 1, part
            assert backwards == [], (width, part)
    parts = visitor.page.locator(".top, .st-key-body, .foot")
    keys = parts.evaluate_all("all => all.map(one => one.className.match(/top|body|foot/)[0])")
    assert keys == ["top", "body", "foot"]
    assert visitor.page.locator("[aria-owns], [aria-flowto]").count() == 0


def test_dots_of_people_are_read_as_their_numbers(visitor: Visitor) -> None:
    visitor.picks(places.with_the_most_studies()).goes_on(session.ui().headings.studies)

    arrays = visitor.page.locator(".array:visible").all()

    labels = session.ui().labels
    for one in arrays:
        name = one.get_by_role("img").get_attribute("alt") or ""
        shown = one.locator("strong").inner_text()
        people, of = NUMBERS.findall(name)
        assert name == labels.picture_alt.format(people=people, of=of)
        assert shown == labels.fewer_than_one or NUMBERS.findall(shown) == [people, of]
    assert len(arrays) > 3


def test_the_map_is_read_as_its_numbers(visitor: Visitor) -> None:
    page, labels = visitor.page, session.ui().labels
    visitor.picks(places.with_the_most_studies()).goes_on(session.ui().headings.studies)
    visitor.tap(labels.view_map).page.locator("table.map").wait_for()

    drawn = page.locator("table.map img").all()

    for one in drawn:
        told = one.locator("xpath=following-sibling::p/strong").first.inner_text()
        assert NUMBERS.search(told)
        expect(one).to_have_accessible_name(labels.map_alt.format(told=told))
    assert len(drawn) > 1
    assert page.locator("table.map caption").inner_text() == labels.map_caption


@pytest.mark.parametrize("place", FEWER_PLACES)
def test_no_picture_is_without_words(visitor: Visitor, place: str) -> None:
    EVERY_PLACE[place](visitor)

    mute = "all => all.filter(one => !one.alt.trim()).map(one => one.src.slice(0, 60))"

    assert visitor.page.locator("#root img").evaluate_all(mute) == []


@pytest.mark.parametrize("layer", LAYERS)
def test_what_covers_the_page_is_a_named_dialog_and_takes_the_focus(
    visitor: Visitor, layer: str
) -> None:
    places.guide(visitor)
    page, labels = visitor.page, session.ui().labels
    names = {
        "cover": labels.away, "question": labels.still_there,
        "curtain": labels.hidden, "invitation": labels.kiosk_name,
    }  # fmt: skip

    if layer == "cover":  # while all is well, the guard closes it
        page.route("**/kiosk/well", lambda asked: asked.abort())
    has_focus = page.evaluate(
        """name => {
          const layer = document.getElementById(name);
          layer.showModal();
          return layer.contains(document.activeElement); // at once: the guard closes it
        }""",
        layer,
    )

    expect(page.get_by_role("dialog", name=names[layer], exact=True)).to_be_visible()
    assert has_focus


def test_the_question_is_read_out_with_its_time(visitor: Visitor) -> None:
    places.guide(visitor)
    more = visitor.page.get_by_role("button", name=session.ui().labels.more_time)

    visitor.page.evaluate(
        "document.querySelector('#question .seconds').textContent = '30';"
        "document.getElementById('question').showModal()"
    )

    expect(more).to_be_focused()
    expect(more).to_have_accessible_description(session.ui().labels.clears_in.format(seconds=30))


def test_a_cover_is_named_by_what_it_tells(visitor: Visitor) -> None:
    places.guide(visitor)

    named = visitor.page.evaluate(
        """() => {
          document.querySelector("[data-tap=clear]").click();
          return document.getElementById("cover").ariaLabel; // at once: it leaves soon
        }"""
    )

    assert named == session.ui().labels.clearing


def test_on_a_phone_what_is_a_sign_alone_has_a_name(visitor: Visitor) -> None:
    visitor.page.set_viewport_size({"width": 390, "height": 844})
    mute = (
        """all => all.filter(one => one.checkVisibility()).map(one => one.outerHTML.slice(0, 80))"""
    )
    named = visitor.page.locator(".top").get_by_role("button", name=re.compile(r"\w"))

    count = visitor.page.locator(".top").get_by_role("button").count()

    assert named.count() == count > 2, visitor.page.locator(".top button").evaluate_all(mute)
