"""Reading aloud: whole and in order, in a voice of this machine, and silent the moment it must be.

The browser's speech is a stand-in: what is held here is what it is asked to say, and when.
"""

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from pages.parts import aloud, session
from tests.browser import places
from tests.browser.conftest import Visitor
from tests.browser.faults import Witness
from tests.browser.moving_time import QUESTION, TOUCHES, goes_on
from tests.browser.speech import HERE, Speech, Voice, stand_in

BUTTONS = ".st-key-body button.aloud"
PASSAGE = ".st-key-body section.passage"
MARKED = "[...(CSS.highlights.get('spoken') ?? [])].map(String).join('')"
# The words of a passage, told from its HTML alone.
WORDS = r"""(passage) => {
  const copy = passage.cloneNode(true);
  const aside = ".who, .controls, .aloud, details, summary, [aria-hidden]";
  copy.querySelectorAll(aside).forEach((one) => one.remove());
  return copy.textContent.replace(/\s+/g, "");
}"""
CHOICES, LISTENS_FOR = 60, 600  # seconds
A_SENTENCE = 8  # seconds
NEVER = 3600  # seconds after which a sentence has ended, whatever it says


@pytest.fixture
def voices() -> list[Voice]:
    """The voices of the machine."""
    return HERE


@pytest.fixture
def speech(fresh: Page, voices: list[Voice]) -> Speech:
    """The speech of a page that is not opened yet."""
    return stand_in(fresh, voices)


@pytest.fixture
def listener(fresh: Page, speech: Speech, kiosk: str) -> Visitor:  # noqa: ARG001
    """A visitor with headphones, in front of a part of the guide."""
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    listener = Visitor(fresh, kiosk)
    places.section(listener)
    return listener


@pytest.fixture
def witness(fresh: Page, speech: Speech, kiosk: str) -> Witness:  # noqa: ARG001
    """The same, whose watch can be moved, in front of a guide."""
    fresh.add_init_script(TOUCHES)
    witness = Witness(fresh, kiosk, moves_time=True)
    places.guide(witness)
    return witness


def first(page: Page) -> Locator:
    """The first control in sight that reads aloud."""
    return page.locator(BUTTONS).locator("visible=true").first


def press(page: Page, does: str) -> Locator:
    """A control of the bar."""
    return page.locator(f"#player [data-aloud={does}]")


def adds(page: Page, html: str) -> Locator:
    """Put a section of a test's own into the page; the control that reads it."""
    section = f'<div id="own">{html}{aloud.button("own")}</div>'
    page.evaluate(
        "(html) => document.querySelector('h1').insertAdjacentHTML('afterend', html)", section
    )
    return page.locator("#own > button.aloud")


def is_silent(page: Page, speech: Speech) -> None:
    """Hold a page to being silent, with nothing marked and no bar."""
    expect(page.locator("#player")).to_be_hidden()
    assert not speech.is_heard()
    assert page.evaluate(MARKED) == ""


@pytest.mark.parametrize(
    "voices",
    [[], [("en-US", False), ("en-GB", False)], [("fr-FR", True)], [("not a language", True)]],
    ids=["none", "all elsewhere", "of another language", "of no language"],
)
def test_without_a_voice_of_this_machine_there_is_no_button(listener: Visitor) -> None:
    expect(listener.page.locator(BUTTONS)).not_to_have_count(0)
    assert listener.page.locator("button.aloud").locator("visible=true").count() == 0
    expect(listener.page.locator("#player")).to_be_hidden()


@pytest.mark.parametrize("voices", [[("en-US", True)], [("en", True)], [("en_GB", True)]])
def test_with_a_voice_every_section_has_a_button_that_says_what_it_reads(
    listener: Visitor,
) -> None:
    page, says = listener.page, session.ui().labels.aloud

    for passage in page.locator(PASSAGE).all():
        title = passage.get_by_role("heading").first.inner_text()
        button = passage.get_by_role("button", name=f"{says}: {title}", exact=True)
        expect(button).to_be_visible()
        expect(button).to_have_text(says)


@pytest.mark.parametrize("voices", [[]])
def test_a_voice_that_the_browser_finds_late_brings_the_buttons(
    listener: Visitor, speech: Speech
) -> None:
    expect(first(listener.page)).to_have_count(0)

    speech.brings("en-US")

    expect(first(listener.page)).to_be_visible()


@pytest.mark.parametrize(
    "place", ["studies", "assessment", "referral", "claims", "calm", "welcome", "conditions"]
)
def test_every_card_and_every_lead_can_be_read(
    fresh: Page,
    speech: Speech,  # noqa: ARG001
    kiosk: str,
    place: str,
) -> None:
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    visitor = Visitor(fresh, kiosk)

    places.PLACES[place](visitor)

    kinds = ".card:not(.gap):not(.message), div:has(> .lead)"
    cards = fresh.locator(".st-key-body").locator(kinds).all()
    assert cards
    for card in cards:
        expect(card.locator("> button.aloud, > header > button.aloud")).to_be_visible()


def test_a_passage_is_read_whole_and_in_order_without_marks(
    listener: Visitor, speech: Speech
) -> None:
    page = listener.page
    words = page.locator(PASSAGE).first.evaluate(WORDS)

    first(page).click()
    speech.ends_all()

    assert "".join(speech.said).replace(" ", "") == words
    assert len(speech.said) > 5
    is_silent(page, speech)


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ("<p>One. Two!\nThree, of 2.5 or 3?</p>", ["One.", "Two!", "Three, of 2.5 or 3?"]),
        ("<p>Two lines\nof one</p>", ["Two lines of one"]),
        ("<h2>Head</h2><ul><li>a</li><li>b</li></ul>", ["Head", "a", "b"]),
        ("<table><tr><td>7</td><td>of 9</td></tr></table>", ["7", "of 9"]),
        ("<p>A <button class='term'>word</button> here.</p>", ["A word here."]),
        ("<p>Said<button class='who'>1</button>. End</p>", ["Said.", "End"]),
        ("<p>Seen <img alt='7 of 9 people'> here</p>", ["Seen", "7 of 9 people", "here"]),
        ("<p>A<span aria-hidden='true'>B</span></p>", ["A"]),
        ("<p hidden>A</p><p style='visibility: hidden'>B</p><p>C</p>", ["C"]),
        ("<details><summary>A</summary><p>B</p></details><p>C</p>", ["C"]),
        ("<details open><summary>A</summary><p>B</p></details><p>C</p>", ["B", "C"]),
        ("<p>A<br>B</p><p>· –</p>", ["A", "B"]),
    ],
)
def test_words_are_read_as_they_stand_in_sentences_of_one_block(
    listener: Visitor, speech: Speech, html: str, said: list[str]
) -> None:
    adds(listener.page, html).click()
    speech.ends_all()

    assert speech.said == said


def test_the_sentence_that_is_read_is_the_one_that_is_marked(
    listener: Visitor, speech: Speech
) -> None:
    first(listener.page).click()

    for _ in range(4):
        marked = re.sub(r"\s+", " ", listener.page.evaluate(MARKED))
        assert marked.startswith(speech.said[-1][:20])
        assert marked.endswith(speech.said[-1][-10:])
        speech.ends()


def test_the_sentence_that_is_read_comes_into_sight(listener: Visitor, speech: Speech) -> None:
    page = listener.page
    page.set_viewport_size({"width": 800, "height": 700})
    first(page).click()

    while speech.is_heard():
        top, foot = page.evaluate(
            "[[...CSS.highlights.get('spoken')][0].getBoundingClientRect().top,"
            " document.getElementById('player').getBoundingClientRect().top]"
        )
        assert 0 < top < foot, speech.said[-1]
        speech.ends()


@pytest.mark.parametrize(
    ("voices", "chosen"),
    [
        ([("en-US", True), ("es-ES", True), ("es-419", True)], "es-419"),
        ([("en-US", True), ("es-MX", True), ("es-US", False)], "es-MX"),
        ([("en-US", True), ("es-ES", True)], "es-ES"),
    ],
)
def test_a_part_in_another_language_is_read_in_its_own(
    listener: Visitor, speech: Speech, chosen: str
) -> None:
    html = "<p>One.</p><p lang='es'>Dos.</p><p>Three <i lang='es'>cuatro</i></p>"
    adds(listener.page, html).click()
    speech.ends_all()

    told = [(one["text"], one["lang"], one["voice"]) for one in speech.asked]
    assert told == [
        ("One.", "en-US", "en-US"),
        ("Dos.", chosen, chosen),
        ("Three", "en-US", "en-US"),
        ("cuatro", chosen, chosen),
    ]


@pytest.mark.parametrize("voices", [[("en-US", True), ("es-US", False)]])
def test_a_section_of_which_a_part_cannot_be_read_has_no_button(listener: Visitor) -> None:
    expect(adds(listener.page, "<p>One.</p><p>Two.</p>")).to_be_visible()
    listener.page.locator("#own").evaluate("(own) => own.remove()")

    expect(adds(listener.page, "<p>One.</p><p lang='es'>Dos.</p>")).to_be_hidden()


@pytest.mark.parametrize("voices", [[("es-MX", True)]])
def test_the_buttons_follow_the_language_of_the_page(listener: Visitor) -> None:
    expect(first(listener.page)).to_have_count(0)

    listener.page.evaluate("document.documentElement.lang = 'es'")

    expect(first(listener.page)).to_be_visible()


def test_the_bar_asks_for_headphones_as_long_as_it_reads(listener: Visitor, speech: Speech) -> None:
    page, labels = listener.page, session.ui().labels
    asks = page.get_by_text(labels.aloud_headphones)
    expect(asks).to_be_hidden()

    first(page).click()

    expect(asks).to_be_in_viewport(ratio=1)
    expect(page.get_by_role("button", name=labels.aloud_pause, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=labels.aloud_stop, exact=True)).to_be_visible()
    expect(page.get_by_role("button", name=labels.aloud_go_on, exact=True)).to_be_hidden()
    speech.ends_all()
    expect(asks).to_be_hidden()


def test_a_pause_is_silent_and_goes_on_with_the_same_sentence(
    listener: Visitor, speech: Speech
) -> None:
    page = listener.page
    first(page).click()
    speech.ends()
    before = speech.said[-1]

    press(page, "pause").dblclick()  # a hand that trembles

    assert not speech.is_heard()
    expect(press(page, "pause")).to_be_hidden()
    expect(page.locator("html")).not_to_have_attribute("data-settling", "")
    press(page, "go-on").click()
    assert speech.is_heard()
    assert speech.said[-1] == before
    speech.ends()
    assert speech.said[-1] != before


def test_stop_is_silent_and_the_same_button_begins_anew(listener: Visitor, speech: Speech) -> None:
    page = listener.page
    first(page).click()
    speech.ends()

    press(page, "stop").click()

    is_silent(page, speech)
    assert speech.was_silenced()
    count = len(speech.said)
    expect(page.locator("html")).not_to_have_attribute("data-settling", "")
    first(page).click()
    assert speech.said[count] == speech.said[0]


def test_the_same_button_begins_anew_while_it_reads(listener: Visitor, speech: Speech) -> None:
    first(listener.page).click()
    speech.ends()
    speech.ends()

    first(listener.page).click()

    assert speech.said[-1] == speech.said[0]
    speech.ends()
    assert speech.said[-1] == speech.said[1]


SILENCES: dict[str, Callable[[Visitor], object]] = {
    "Hide": lambda one: one.tap(session.ui().labels.hide),
    "Next": lambda one: one.page.locator("[class*='st-key-next-'] button").click(),
    "another part": lambda one: one.tap(session.ui().labels.all_parts),
    "Talk": lambda one: one.tap(session.ui().labels.talk),
    "Clear screen": lambda one: one.tap(session.ui().labels.clear_screen),
    "a fault": lambda one: one.page.route("**/kiosk/well", lambda asked: asked.abort()),
    "a new page": lambda one: one.page.reload(),
    "the section is gone": lambda one: one.page.locator(PASSAGE).first.evaluate(
        "it => it.remove()"
    ),
}


@pytest.mark.parametrize("by", SILENCES)
def test_it_falls_silent(listener: Visitor, speech: Speech, by: str) -> None:
    page = listener.page
    first(page).click()
    speech.ends()

    SILENCES[by](listener)

    expect(page.locator("#player")).to_be_hidden()
    page.wait_for_function("!speechSynthesis.speaking")
    assert speech.was_silenced()
    told = len(speech.told)
    page.unroute_all()
    expect(page.locator("#cover[open]")).to_have_count(0)
    assert len(speech.told) == told


def minutes_of(count: int) -> str:
    """As many sentences."""
    return "<p>" + " ".join(f"Sentence {one}." for one in range(count)) + "</p>"


def test_whoever_listens_is_there_and_is_asked_later(witness: Witness, speech: Speech) -> None:
    page = witness.page
    adds(page, minutes_of(20)).click()

    while speech.is_heard():
        page.clock.fast_forward(A_SENTENCE * 1000)
        expect(page.locator(QUESTION)).to_have_count(0)
        speech.ends()

    assert len(speech.said) * A_SENTENCE > 2 * CHOICES
    page.clock.fast_forward((CHOICES + 2) * 1000)
    expect(page.locator(QUESTION)).to_be_visible()


def test_nobody_listens_for_ever_and_the_question_is_asked_in_silence(
    witness: Witness, speech: Speech
) -> None:
    page = witness.page
    adds(page, minutes_of(200)).click()

    while page.locator(QUESTION).count() == 0:
        assert len(speech.said) * A_SENTENCE <= LISTENS_FOR + CHOICES + 2 * A_SENTENCE
        speech.ends()
        page.clock.fast_forward(A_SENTENCE * 1000)

    assert len(speech.said) * A_SENTENCE >= LISTENS_FOR + CHOICES - A_SENTENCE
    is_silent(page, speech)


def test_a_pause_holds_nothing_up(witness: Witness, speech: Speech) -> None:
    page = witness.page
    first(page).click()
    press(page, "pause").click()

    page.clock.fast_forward((CHOICES + 2) * 1000)

    expect(page.locator(QUESTION)).to_be_visible()
    is_silent(page, speech)


def gets_stuck(page: Page, speech: Speech) -> None:  # noqa: ARG001
    """The sentence never ends."""
    page.clock.fast_forward(NEVER // 60 * 1000)


def fails(page: Page, speech: Speech) -> None:  # noqa: ARG001
    """The engine cannot say the sentence."""
    speech.fails()


@pytest.mark.parametrize("breaks", [gets_stuck, fails])
def test_a_voice_that_never_speaks_takes_its_buttons_along(
    witness: Witness, speech: Speech, breaks: Callable[[Page, Speech], None]
) -> None:
    page = witness.page
    adds(page, "<p>One.</p>").click()

    breaks(page, speech)

    is_silent(page, speech)
    goes_on(page)
    expect(first(page)).to_have_count(0)
    witness.tap(session.ui().labels.talk).reads(session.ui().headings.referral)
    expect(first(page)).to_have_count(0)


def test_a_voice_that_has_spoken_and_fails_once_can_be_asked_again(
    listener: Visitor, speech: Speech
) -> None:
    first(listener.page).click()
    speech.ends()

    speech.fails()

    is_silent(listener.page, speech)
    first(listener.page).click()
    assert speech.said[-1] == speech.said[0]


def test_a_browser_that_cannot_speak_shows_no_button(browser: Browser, kiosk: str) -> None:
    page = browser.new_context().new_page()
    page.add_init_script("delete Window.prototype.speechSynthesis; delete window.speechSynthesis")
    complaints: list[str] = []
    page.on("pageerror", lambda error: complaints.append(str(error)))

    places.guide(Visitor(page, kiosk))

    assert page.evaluate("window.speechSynthesis === undefined")
    assert page.locator("button.aloud").locator("visible=true").count() == 0
    assert complaints == []
    page.context.close()
