"""When nobody is there: the question at the right second, its countdown, and the end of a visit."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from pages.parts import session
from tests.browser import places
from tests.browser.faults import Witness
from tests.browser.moving_time import COVER, QUESTION, TOUCHES, goes_on, seconds_until
from tests.browser.places import CONDITION

CHOICES, READING, COUNTDOWN = 60, 90, 30  # seconds
HIDDEN = 45  # seconds for which a page stays behind the curtain, of whatever use it is
HOUR = 3600  # seconds after which a clear screen is opened anew
LATE = 1.5  # seconds by which the guard may be later than the right second
LISTENS_FOR = 600  # seconds after a touch in which a sound is somebody
MUCH_LATER = 1_500_000  # milliseconds
CARD = "[popover]:popover-open"
SILENCE = """() => {
  const wav = new Uint8Array(44 + 8000);
  const view = new DataView(wav.buffer);
  const write = (at, text) => [...text].forEach((one, i) => { wav[at + i] = one.charCodeAt(0); });
  write(0, "RIFF"); write(8, "WAVEfmt "); write(36, "data");
  view.setUint32(4, 36 + 8000, true); view.setUint32(16, 16, true); view.setUint16(20, 1, true);
  view.setUint16(22, 1, true); view.setUint32(24, 8000, true); view.setUint32(28, 8000, true);
  view.setUint16(32, 1, true); view.setUint16(34, 8, true); view.setUint32(40, 8000, true);
  wav.fill(128, 44);
  const audio = document.body.appendChild(document.createElement("audio"));
  audio.src = "data:audio/wav;base64," + btoa(String.fromCharCode(...wav));
  Object.assign(audio, { loop: true, muted: true });
  return audio.play();
}"""
SPEECH = "() => Object.defineProperty(speechSynthesis, 'speaking', { get: () => true })"
# Each word by the place where it stands. The guard counts by paragraphs.
WORDS = """() => {
  const texts = document.createTreeWalker(document.querySelector(".stApp"), NodeFilter.SHOW_TEXT);
  let words = 0;
  while (texts.nextNode()) {
    const text = texts.currentNode;
    if (!text.parentElement.checkVisibility({ visibilityProperty: true })) continue;
    for (const { index, 0: word } of text.data.matchAll(/\\S+/g)) {
      const place = document.createRange();
      place.setStart(text, index);
      place.setEnd(text, index + word.length);
      const { top, bottom, width } = place.getBoundingClientRect();
      if (width > 0 && bottom > 0 && top < innerHeight) words += 1;
    }
  }
  return words;
}"""


@pytest.fixture
def witness(fresh: Page, kiosk: str) -> Witness:
    """A visitor whose watch can be moved, in front of a clear screen."""
    fresh.add_init_script(TOUCHES)
    return Witness(fresh, kiosk, moves_time=True)


def ends_clean(witness: Witness) -> None:
    """Wait for the end of the countdown, and hold the screen to being clean."""
    goes_on(witness.page)
    witness.page.clock.fast_forward(COUNTDOWN * 1000)
    witness.seen.is_clean()


@pytest.mark.parametrize("place", ["conditions", "guide"])
def test_a_page_of_choices_asks_after_a_minute_counts_down_and_ends_clean(
    witness: Witness, place: str
) -> None:
    page = witness.page
    places.PLACES[place](witness)
    witness.seen.is_about_to_fail(CONDITION if place == "guide" else None)

    asked = seconds_until(page, QUESTION, CHOICES)

    assert CHOICES <= asked <= CHOICES + LATE
    assert int(page.locator("#question .seconds").inner_text()) in {COUNTDOWN, COUNTDOWN - 1}
    page.clock.run_for(10_000)
    assert int(page.locator("#question .seconds").inner_text()) in {20, 19, 18}
    expect(page.get_by_role("button", name=session.ui().labels.more_time)).to_be_focused()
    wiped = seconds_until(page, COVER, CHOICES + COUNTDOWN)
    assert CHOICES + COUNTDOWN <= wiped <= CHOICES + COUNTDOWN + LATE
    goes_on(page)
    witness.seen.is_clean()


@pytest.mark.parametrize(("width", "height"), [(1080, 1920), (390, 500)])
def test_a_page_of_text_asks_when_a_slow_reader_has_read_what_is_in_sight(
    witness: Witness, width: int, height: int
) -> None:
    witness.page.set_viewport_size({"width": width, "height": height})
    places.section(witness)
    witness.page.mouse.click(width / 2, height / 2)
    reads = witness.page.evaluate(WORDS) * 60 / 100
    right = max(READING, reads)

    asked = seconds_until(witness.page, QUESTION, right)

    assert (reads > READING) == (height > 1000), reads
    assert abs(asked - right) <= LATE + right * 0.05, (asked, reads)
    ends_clean(witness)


def test_more_time_doubles_it_up_to_ten_minutes_as_often_as_it_is_asked_for(
    witness: Witness,
) -> None:
    places.conditions(witness)
    witness.seen.is_about_to_fail()

    for right in (60, 120, 240, 480, *[600] * 8):
        asked = seconds_until(witness.page, QUESTION, right)
        assert right <= asked <= right + LATE
        witness.tap(session.ui().labels.more_time)
        goes_on(witness.page)
        expect(witness.page.locator(QUESTION)).to_have_count(0)

    witness.seen.is_whole()


def test_more_time_is_no_longer_given_to_whoever_comes_after_a_clear_screen(
    witness: Witness,
) -> None:
    places.conditions(witness)
    seconds_until(witness.page, QUESTION, CHOICES)
    goes_on(witness.page)
    witness.tap(session.ui().labels.more_time).reads(session.ui().headings.conditions)
    witness.tap(session.ui().labels.back).reads(session.ui().headings.welcome)
    witness.page.clock.fast_forward(5_000)  # nothing is chosen: this screen may be anybody's
    places.conditions(witness)

    asked = seconds_until(witness.page, QUESTION, CHOICES)

    assert CHOICES <= asked <= CHOICES + LATE


def test_a_touch_puts_the_question_off(witness: Witness) -> None:
    places.conditions(witness)
    witness.page.clock.fast_forward(50_000)
    witness.page.locator("h1").click()

    asked = seconds_until(witness.page, QUESTION, CHOICES)

    assert CHOICES <= asked <= CHOICES + LATE


def test_a_finger_that_stays_on_the_glass_holds_nothing_up(witness: Witness) -> None:
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    witness.page.mouse.move(500, 900)
    witness.page.mouse.down()

    asked = seconds_until(witness.page, QUESTION, CHOICES)

    assert CHOICES <= asked <= CHOICES + LATE
    ends_clean(witness)


@pytest.fixture
def listener(browser: Browser, kiosk: str) -> Iterator[Witness]:
    """A visitor in a guide, in a page that lets sounds in: the kiosk itself does not."""
    page = browser.new_context(bypass_csp=True).new_page()
    page.add_init_script(TOUCHES)
    witness = Witness(page, kiosk, moves_time=True)
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    yield witness
    page.context.close()


def test_a_sound_that_plays_is_somebody_who_listens(listener: Witness) -> None:
    page = listener.page
    page.evaluate(SILENCE)
    page.wait_for_function("() => document.querySelector('audio').currentTime > 0")

    page.clock.fast_forward((LISTENS_FOR - 60) * 1000)
    page.clock.fast_forward(2_000)

    expect(page.locator(QUESTION)).to_have_count(0)
    listener.seen.is_whole()
    page.evaluate("document.querySelector('audio').pause(); window.touchedAt = performance.now()")
    assert CHOICES - 1 <= seconds_until(page, QUESTION, CHOICES) <= CHOICES + LATE


@pytest.mark.parametrize("sound", [SILENCE, SPEECH], ids=["an audio element", "speech"])
def test_a_sound_that_never_ends_ends_the_visit_clean(listener: Witness, sound: str) -> None:
    listener.page.evaluate(sound)
    listener.page.clock.fast_forward((LISTENS_FOR - 15) * 1000)
    listener.page.clock.run_for(30_000)  # the guard listens twice a second

    asked = seconds_until(listener.page, QUESTION, LISTENS_FOR + CHOICES)

    assert abs(asked - LISTENS_FOR - CHOICES) <= LATE
    ends_clean(listener)


def test_a_sound_that_begins_under_the_question_is_no_answer(listener: Witness) -> None:
    listener.page.clock.fast_forward(65_000)
    expect(listener.page.locator(QUESTION)).to_be_visible()

    listener.page.evaluate(SPEECH)

    ends_clean(listener)


def test_a_clear_welcome_page_is_left_alone(witness: Witness) -> None:
    witness.seen.is_about_to_fail()

    witness.page.clock.fast_forward(MUCH_LATER)
    expect(witness.page.locator("#invitation[open]")).to_be_visible()
    witness.page.clock.fast_forward(1_200_000)  # 50 minutes in all: within the hour

    expect(witness.page.locator(QUESTION)).to_have_count(0)
    witness.page.locator("#invitation").click()
    witness.seen.is_whole()


def test_a_clear_screen_is_opened_anew_after_an_hour(witness: Witness) -> None:
    witness.seen.is_about_to_fail()

    witness.page.clock.fast_forward((HOUR - 60) * 1000)
    expect(witness.page.locator("#invitation[open]")).to_be_visible()
    assert witness.seen.number == witness.seen.shown
    with witness.page.expect_navigation():
        witness.page.clock.fast_forward(120_000)

    witness.seen.is_clean()


def test_a_welcome_page_with_a_condition_chosen_ends_clean(witness: Witness) -> None:
    places.welcome(witness)
    witness.seen.is_about_to_fail(CONDITION)

    asked = seconds_until(witness.page, QUESTION, CHOICES)

    assert CHOICES <= asked <= CHOICES + LATE
    ends_clean(witness)


def test_clear_screen_beside_the_question_ends_the_visit_clean(witness: Witness) -> None:
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    witness.page.clock.fast_forward(65_000)

    with witness.page.expect_navigation(timeout=10_000):  # long before the countdown ends
        witness.page.locator("#question [data-guard=clear]").click()

    witness.seen.is_clean()


def test_a_page_behind_the_curtain_is_asked_for_sooner_and_ends_clean(witness: Witness) -> None:
    places.guide(witness)
    witness.seen.is_about_to_fail(CONDITION)
    witness.page.locator("[data-guard=curtain]").click()

    asked = seconds_until(witness.page, QUESTION, HIDDEN)

    assert HIDDEN <= asked <= HIDDEN + LATE
    ends_clean(witness)


def test_an_open_source_card_is_back_after_every_layer_and_gone_with_the_visit(
    witness: Witness,
) -> None:
    page, card = witness.page, witness.page.locator(CARD)
    places.guide(witness)
    page.locator("button[popovertarget]").locator("visible=true").first.click()
    expect(card).to_be_visible()
    witness.seen.is_about_to_fail(CONDITION)
    page.clock.fast_forward(65_000)
    expect(page.locator(QUESTION)).to_be_visible()

    page.route("**/kiosk/well", lambda route: route.abort())
    expect(page.locator(COVER)).to_be_visible()
    page.unroute("**/kiosk/well")
    expect(page.locator(COVER)).to_have_count(0)

    expect(card).to_have_count(0)  # the question is still there
    witness.tap(session.ui().labels.more_time)
    expect(card).to_be_visible()
    witness.seen.is_whole()
    seconds_until(page, QUESTION, 2 * CHOICES)
    ends_clean(witness)
    expect(card).to_have_count(0)
