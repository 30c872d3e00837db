"""Questions in a real browser: one tap, at once, and the same for every visitor who comes after."""

from playwright.sync_api import expect

from pages.parts import session
from tests.browser import places
from tests.browser.conftest import Visitor

# Two taps of one hand in the same moment, and what the question says right after them.
TREMBLES = """one => {
  const tap = (detail) => new MouseEvent('click', { bubbles: true, detail });
  for (const count of [1, 2]) one.dispatchEvent(tap(count));
  return one.ariaPressed;
}"""


def asked(visitor: Visitor) -> str:
    """The questions that the page says are on the list."""
    return visitor.page.locator("h1").get_attribute("data-asked") or ""


def test_a_tap_asks_a_question_and_the_page_says_so_wherever_it_stands(visitor: Visitor) -> None:
    places.studies(visitor)
    question = visitor.page.locator("button.ask").first
    name = question.get_attribute("data-tap")
    same = visitor.page.locator(f"button.ask[data-tap='{name}']")

    question.click()

    expect(same.and_(visitor.page.locator("[aria-pressed=true]"))).to_have_count(same.count())
    visitor.reads(session.ui().headings.studies)
    assert f"asks-{asked(visitor)}" == name
    expect(question).to_contain_text(session.ui().asking.added)
    expect(question).not_to_contain_text(session.ui().asking.add, use_inner_text=True)


def test_a_second_tap_takes_it_off_but_not_that_of_a_hand_that_trembles(visitor: Visitor) -> None:
    places.section(visitor)
    question = visitor.page.locator("button.ask").first

    assert question.evaluate(TREMBLES) == "true"
    visitor.reads(session.ui().headings.guide)
    question.click()

    expect(question).to_have_attribute("aria-pressed", "false")


def test_the_way_to_the_list_is_there_once_something_is_on_it(visitor: Visitor) -> None:
    places.section(visitor)
    way = visitor.page.locator("button.see-list").first
    expect(way).to_be_hidden()

    visitor.page.locator("button.ask").first.click()
    visitor.reads(session.ui().headings.guide)
    way.click()

    visitor.reads(session.ui().headings.questions)
    visitor.tap(session.ui().labels.back).reads(session.ui().headings.guide)


def test_the_page_stays_where_it_was_when_a_question_is_asked(visitor: Visitor) -> None:
    places.studies(visitor)
    question = visitor.page.locator("button.ask").nth(2)
    question.scroll_into_view_if_needed()
    before = question.bounding_box()

    question.click()
    visitor.reads(session.ui().headings.studies)
    expect(question).to_have_attribute("aria-pressed", "true")

    after = question.bounding_box()
    assert before
    assert after
    assert abs(after["y"] - before["y"]) < 2


def test_the_next_visitor_has_no_question_of_the_last_one(visitor: Visitor) -> None:
    places.section(visitor)
    visitor.page.locator("button.ask").first.click()
    visitor.clears()

    places.section(Visitor(visitor.page, visitor.address))

    expect(visitor.page.locator("button.ask[aria-pressed=true]")).to_have_count(0)
    assert asked(visitor) == ""


def test_a_question_is_asked_with_the_keyboard_too(visitor: Visitor) -> None:
    places.section(visitor)
    question = visitor.page.locator("button.ask").first

    question.focus()
    visitor.page.keyboard.press("Enter")

    expect(question).to_have_attribute("aria-pressed", "true")
    expect(question).to_be_focused()
