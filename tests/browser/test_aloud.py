"""Reading aloud: whole and in order, in a voice of this machine, and silent the moment it must be.

The browser's speech is a stand-in: what is held here is what it is asked to say, and when.
"""

import io
import re
from collections.abc import Callable

import pytest
from PIL import Image
from playwright.sync_api import Browser, Locator, Page, expect

from pages.parts import aloud, session
from tests.browser import places
from tests.browser.conftest import Visitor
from tests.browser.dressing import dress
from tests.browser.faults import Witness
from tests.browser.moving_time import QUESTION, TOUCHES, goes_on
from tests.browser.speech import HERE, Speech, Voice, stand_in

BUTTONS = ".st-key-body button.aloud"
PASSAGE = ".st-key-body section.passage"
MARKED = "[...(CSS.highlights.get('spoken') ?? [])].map(String).join('')"
# The words of a passage, told from its HTML alone.
WORDS = r"""(passage) => {
  const copy = passage.cloneNode(true);
  const aside = ".who, .controls, .aloud, .ask, .see-list, details, summary, [aria-hidden]";
  copy.querySelectorAll(aside).forEach((one) => one.remove());
  return copy.textContent.replace(/\s+/g, "");
}"""
# The words of a table from its HTML alone, each cell behind the heading of its column.
CELLS = r"""(table) => {
  const names = [...table.querySelectorAll("thead th")].map((one) => one.textContent);
  const words = (cell) => {
    const copy = cell.cloneNode(true);
    copy.querySelectorAll(".who, img, [aria-hidden]").forEach((one) => one.remove());
    return copy.textContent;
  };
  const rows = [...table.tBodies[0].rows].map((row) => [...row.cells].map(
    (cell, at) => (cell.colSpan > 1 ? "" : names[at]) + words(cell)).join(""));
  return [table.caption.textContent, ...rows].join("").replace(/\s+/g, "");
}"""
HEADED = (
    "<table><thead><tr><th>Who</th><th>Ill</th><th>Well</th></tr></thead><tbody><tr><th>We</th>"
)
CARD = ".note:popover-open"
PINK, LONG_PINK = (255, 0, 255), '<div style="background: #f0f; height: 4000px"></div>'
CHOICES, LISTENS_FOR = 60, 600  # seconds
A_SENTENCE = 8  # seconds
A_LINE = 20  # pixels
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


def is_hushed(page: Page, speech: Speech) -> None:
    """Hold a page to being silent, without its bar."""
    expect(page.locator("#player")).to_be_hidden()
    assert not speech.is_heard()


def is_silent(page: Page, speech: Speech) -> None:
    """Hold a page to having ended what it read: nothing is marked."""
    is_hushed(page, speech)
    assert page.evaluate(MARKED) == ""


def settles(page: Page) -> None:
    """Wait until a tap counts again."""
    expect(page.locator("html")).not_to_have_attribute("data-settling", "")


def falls_silent(page: Page, speech: Speech) -> None:
    """Wait until nothing is said, and hold the page to having ended it itself."""
    page.wait_for_function("() => !speechSynthesis.speaking")
    assert speech.was_silenced()


def opens(page: Page, small: str) -> Locator:
    """Open a card by a small control; the card."""
    page.locator(f"{PASSAGE} {small}").locator("visible=true").first.click()
    return page.locator(CARD)


@pytest.mark.parametrize(
    "voices",
    [[], [("en-US", False), ("en-GB", False)], [("fr-FR", True)], [("not a language", True)]],
    ids=["none", "all elsewhere", "of another language", "of no language"],
)
def test_without_a_voice_of_this_machine_there_is_no_button(listener: Visitor) -> None:
    page = listener.page

    page.locator(f"{PASSAGE} .who").first.click()

    expect(page.locator(f"{CARD} button.aloud")).to_have_count(1)
    expect(page.locator(BUTTONS)).not_to_have_count(0)
    assert page.locator("button.aloud").locator("visible=true").count() == 0
    expect(page.locator("#player")).to_be_hidden()


@pytest.mark.parametrize("voices", [[("en-US", False), ("en-GB", False)]])
def test_voices_that_are_elsewhere_are_looked_through_once(
    listener: Visitor, speech: Speech
) -> None:
    before = speech.listed

    for _ in range(3):
        expect(adds(listener.page, "<p>One.</p>")).to_be_hidden()
        listener.page.locator("#own").evaluate("(own) => own.remove()")

    assert speech.listed == before


@pytest.mark.parametrize("voices", [[("en-US", True)], [("en", True)], [("en_GB", True)]])
def test_with_a_voice_every_section_has_a_button_that_says_what_it_reads(
    listener: Visitor,
) -> None:
    page, says = listener.page, session.ui().labels.aloud

    expect(page.locator(PASSAGE)).not_to_have_count(0)
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


def studies_in_short(visitor: Visitor) -> None:
    """Look at the studies in five minutes, a sentence for what each found."""
    places.guide(visitor)
    visitor.tap(session.ui().labels.time_middle).page.get_by_role(
        "button", name=f"✓ {session.ui().labels.time_middle}", exact=True
    ).wait_for()
    visitor.reads(session.ui().headings.guide).goes_on(session.ui().headings.studies)


READ: dict[str, places.Place] = {
    **{name: go for name, go in places.PLACES.items() if name not in {"guide", "section"}},
    "studies_in_short": studies_in_short,
}


@pytest.mark.parametrize("place", READ)
def test_every_card_every_table_and_every_lead_can_be_read(
    fresh: Page,
    speech: Speech,  # noqa: ARG001
    kiosk: str,
    place: str,
) -> None:
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    visitor = Visitor(fresh, kiosk)

    READ[place](visitor)

    kinds = ".card:has(:is(h2, h3)), div:has(> :is(.lead, table.map, table.studies))"
    cards = fresh.locator(".st-key-body").locator(kinds).all()
    assert cards
    for card in cards:
        expect(card.locator("> button.aloud, > header > button.aloud")).to_be_visible()


def test_for_whom_the_kiosk_is_is_read_with_what_it_is(
    fresh: Page, speech: Speech, kiosk: str
) -> None:
    Visitor(fresh, kiosk)

    first(fresh).click()
    speech.ends_all()

    labels = session.ui().labels
    assert " ".join(speech.said) == f"{labels.welcome_lead} {labels.welcome_adults}"


@pytest.mark.parametrize("place", ["studies_on_a_map", "studies_in_a_table"])
def test_a_map_and_a_table_are_read_row_by_row_each_cell_with_its_heading(
    fresh: Page, speech: Speech, kiosk: str, place: str
) -> None:
    fresh.set_viewport_size({"width": 1080, "height": 1920})
    places.PLACES[place](Visitor(fresh, kiosk))
    whole = fresh.locator(".st-key-body div:has(> table)")
    words = whole.locator("> table").evaluate(CELLS)
    above = "".join(whole.locator("> header p").all_inner_texts())

    for width in (1080, 390):  # there the headings are hidden from the eye
        fresh.set_viewport_size({"width": width, "height": 1920})
        count = len(speech.said)
        whole.locator("> header > button.aloud").click()
        speech.ends_all()

        said = "".join(speech.said[count:]).replace(" ", "")
        assert said == above.replace(" ", "") + words


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


AS_THEY_STAND = [
    ("<p>One. Two!\nThree, of 2.5 or 3?</p>", ["One.", "Two!", "Three, of 2.5 or 3?"]),
    ("<p>Two lines\nof one</p>", ["Two lines of one"]),
    ("<h2>Head</h2><ul><li>a</li><li>b</li></ul>", ["Head", "a", "b"]),
    ("<table><tr><td>7</td><td>of 9</td></tr></table>", ["7", "of 9"]),
    (
        f"{HEADED}<td><img alt='9'>9.<p>So.</p></td><td>3</td>",
        ["Who", "We", "Ill", "9.", "So.", "Well", "3"],
    ),
    (f"{HEADED}<td colspan='2'>Held</td>", ["Who", "We", "Held"]),
    ("<p>A <button class='term'>word</button> here.</p>", ["A word here."]),
    ("<p>Said<button class='who'>1</button>. End</p>", ["Said.", "End"]),
    ("<p>Seen <img alt='7 of 9 people'> here</p>", ["Seen", "7 of 9 people", "here"]),
    ("<p>A<span aria-hidden='true'>B</span></p>", ["A"]),
    ("<p hidden>A</p><p style='visibility: hidden'>B</p><p>C</p>", ["C"]),
    ("<details><summary>A</summary><p>B</p></details><p>C</p>", ["C"]),
    ("<details open><summary>A</summary><p>B</p></details><p>C</p>", ["B", "C"]),
    ("<p>A<br>B</p><p>· –</p>", ["A", "B"]),
]


def test_words_are_read_as_they_stand_in_sentences_of_one_block(
    listener: Visitor, speech: Speech
) -> None:
    for html, said in AS_THEY_STAND:
        count = len(speech.said)

        adds(listener.page, html).click()
        speech.ends_all()

        assert speech.said[count:] == said, html
        listener.page.locator("#own").evaluate("(own) => own.remove()")


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
    assert len(speech.said) > 5


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


SIZES = [
    (1080, 1920, "usual"), (1920, 1080, "usual"), (800, 1280, "usual"), (390, 844, "usual"),
    (390, 844, "largest"), (320, 568, "usual"), (640, 360, "usual"),
]  # fmt: skip


def test_the_bar_is_whole_at_every_size_and_no_text_shows_below_it(
    listener: Visitor, speech: Speech
) -> None:
    page, bar = listener.page, listener.page.locator("#player")
    adds(page, f"<p>One.</p>{LONG_PINK}").click()
    ours = page.locator("#own > div")

    for width, height, size in SIZES:
        page.set_viewport_size({"width": width, "height": height})
        dress(page, size=size)
        ours.evaluate("(one) => one.scrollIntoView()")

        for part in bar.locator("p, button:not([hidden])").all():
            expect(part).to_be_in_viewport(ratio=1)
            assert part.evaluate("(one) => one.scrollWidth <= one.clientWidth + 1"), (width, size)
        box = bar.bounding_box()
        assert box
        drawn, top = Image.open(io.BytesIO(page.screenshot())).convert("RGB"), round(box["y"])
        above, below = drawn.crop((0, 0, width, top - 2)), drawn.crop((0, top + 2, width, height))
        assert PINK in colours(above), (width, size)
        assert PINK not in colours(below), (width, size)
    assert speech.is_heard()


def colours(drawn: Image.Image) -> set[object]:
    """Every colour of a picture."""
    return {colour for _, colour in drawn.getcolors(drawn.width * drawn.height) or ()}


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
    settles(page)
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
    settles(page)
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


@pytest.mark.parametrize("small", [".who", ".term"])
def test_a_card_is_read_whole_with_pause_and_stop_in_it(
    listener: Visitor, speech: Speech, small: str
) -> None:
    page = listener.page
    card = opens(page, small)
    words = card.evaluate(WORDS.replace("details", "button, details"))
    told = "".join(card.locator("img").evaluate_all("all => all.map((one) => one.alt)"))

    card.locator("button.aloud").click()
    speech.ends()
    before = speech.said[-1]
    press(page, "pause").click()
    assert not speech.is_heard()
    settles(page)
    press(page, "go-on").click()
    assert speech.said[-1] == before
    expect(card.locator("#player")).to_be_visible()
    speech.ends_all()

    said = [one for at, one in enumerate(speech.said) if at != speech.said.index(before)]
    assert sorted("".join(said).replace(" ", "")) == sorted(words + told.replace(" ", ""))
    is_silent(page, speech)
    expect(card).to_be_visible()


def test_the_sentence_of_a_card_that_is_read_comes_into_sight(
    listener: Visitor, speech: Speech
) -> None:
    page = listener.page
    card = opens(page, ".who")

    for width, height in ((1080, 1920), (390, 844), (320, 568)):
        page.set_viewport_size({"width": width, "height": height})
        card.locator("button.aloud").click()
        while speech.is_heard():
            top, above, foot = page.evaluate(
                "[[...CSS.highlights.get('spoken')][0].getClientRects()[0].top,"
                " document.querySelector(':popover-open').getBoundingClientRect().top,"
                " document.getElementById('player').getBoundingClientRect().top]"
            )
            assert above < top < foot - A_LINE, (width, speech.said[-1])
            for does in ("pause", "stop"):
                expect(press(page, does)).to_be_in_viewport(ratio=1)
            speech.ends()
    assert len(speech.said) > 5


def test_the_bar_hides_nothing_that_has_the_focus(listener: Visitor, speech: Speech) -> None:
    page, seen = listener.page, 0
    page.set_viewport_size({"width": 800, "height": 700})
    first(page).click()
    foot = page.locator("#player").evaluate("(one) => one.getBoundingClientRect().top")

    for _ in range(40):
        page.keyboard.press("Tab")
        low = page.evaluate(
            "() => document.activeElement.closest('.st-key-body')"
            " && document.activeElement.getBoundingClientRect().bottom"
        )
        seen += low is not None
        assert low is None or low <= foot
    assert seen > 10
    assert speech.is_heard()


CLOSES: dict[str, Callable[[Page], object]] = {
    "Close": lambda page: page.locator(f"{CARD} .close").click(),
    "Escape": lambda page: page.keyboard.press("Escape"),
    "a tap beside": lambda page: page.mouse.click(5, 300),
}


@pytest.mark.parametrize("by", CLOSES)
def test_a_card_that_is_closed_is_silent(listener: Visitor, speech: Speech, by: str) -> None:
    page = listener.page
    opens(page, ".who").locator("button.aloud").click()
    speech.ends()

    CLOSES[by](page)

    expect(page.locator(CARD)).to_have_count(0)
    expect(page.locator("body > #player[hidden]")).to_have_count(1)
    falls_silent(page, speech)
    is_silent(page, speech)


def test_a_card_that_is_opened_takes_the_bar_along_and_the_page_is_read_on(
    listener: Visitor, speech: Speech
) -> None:
    page = listener.page
    first(page).click()

    card = opens(page, ".who")

    expect(card.locator("#player")).to_be_visible()
    assert speech.is_heard()
    card.locator(".close").click()
    expect(page.locator("body > #player")).to_be_visible()
    assert speech.is_heard()
    assert not any(what == "is silenced" for what, _ in speech.told)


def test_the_bar_speaks_the_language_of_the_page_in_a_card_too(
    listener: Visitor,
    speech: Speech,  # noqa: ARG001
) -> None:
    page, spanish = listener.page, session.kiosk().languages["es"].pack.ui_strings
    opens(page, ".who").locator("button.aloud").click()
    expect(page.locator(f"{CARD} #player[lang=en]")).to_be_visible()
    page.locator(f"{CARD} .close").click()

    listener.tap(spanish.language_name).reads(spanish.headings.guide)
    opens(page, ".who").locator("button.aloud").click()

    expect(page.locator(f"{CARD} #player[lang=es]")).to_contain_text(spanish.labels.aloud_stop)


SILENCES: dict[str, Callable[[Visitor], object]] = {
    "Hide": lambda one: one.tap(session.ui().labels.hide),
    "Next": lambda one: one.page.locator("[data-tap=next]").click(),
    "another part": lambda one: one.tap(session.ui().labels.all_parts),
    "Talk": lambda one: one.tap(session.ui().labels.talk),
    "Clear screen": lambda one: one.clears(),
    "a fault": lambda one: one.page.route("**/kiosk/well", lambda asked: asked.abort()),
    "a new page": lambda one: one.page.reload(),
    "another page that keeps the section": lambda one: one.page.locator("h1[data-page]").evaluate(
        "it => { it.dataset.page += '0'; }"
    ),
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
    falls_silent(page, speech)
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
    is_hushed(page, speech)


def test_whoever_comes_back_goes_on_with_the_same_sentence(
    listener: Visitor, speech: Speech
) -> None:
    page, labels = listener.page, session.ui().labels
    first(page).click()
    speech.ends()
    before = speech.said[-1]

    listener.tap(labels.hide)
    is_hushed(page, speech)
    settles(page)
    listener.tap(labels.show_again)
    settles(page)
    assert not speech.is_heard()
    press(page, "go-on").click()

    assert speech.is_heard()
    assert speech.said[-1] == before


def test_a_pause_holds_nothing_up(witness: Witness, speech: Speech) -> None:
    page = witness.page
    first(page).click()
    press(page, "pause").click()

    page.clock.fast_forward((CHOICES + 2) * 1000)

    expect(page.locator(QUESTION)).to_be_visible()
    is_hushed(page, speech)


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
