"""Who says so: the mark behind a sentence, and the card that it opens."""

import re
from base64 import b64decode
from collections.abc import Callable
from html import unescape
from io import BytesIO

import pytest
import zxingcpp
from PIL import Image, ImageChops

from logic.content.prose import OURS
from logic.says_who import address
from pages.parts import session
from pages.parts.prose import kept_together
from tests.app.screen import Screen, as_read
from tests.conftest import Edit

Change = Callable[[str, str, str], None]
LARGER = 6  # pixels for each module, as a kiosk's screen shows it


@pytest.fixture
def change(edited_content: Edit, monkeypatch: pytest.MonkeyPatch) -> Change:
    """Change one piece of text in one file of the sample, and show that."""

    def edit(name: str, old: str, new: str) -> None:
        monkeypatch.setenv("KIOSK_CONTENT", str(edited_content(name, old, new)))
        session.read_once.cache_clear()

    return edit


def card(screen: Screen, name: str) -> str:
    """The one card that is called so, as HTML."""
    found = re.findall(rf'<div id="[^"]+" popover [^>]*aria-label="{name}">.*?Close<', screen.html)
    assert len(found) == 1, f"{len(found)} cards are called {name!r}"
    return str(found[0])


def studies() -> Screen:
    """The studies of one condition."""
    return Screen().tap("start").tap("condition-short-nights").tap("next")


def code_on(html: str) -> Image.Image:
    """The code on a card, a pixel for each module."""
    data = re.findall(r'<img class="qr" src="data:image/png;base64,([^"]+)"', html)[0]
    return Image.open(BytesIO(b64decode(data))).convert("L")


def scanned(html: str) -> str:
    """What a phone reads in the code on a card."""
    code = code_on(html)
    size = (code.width * LARGER, code.height * LARGER)
    (found,) = zxingcpp.read_barcodes(code.resize(size, Image.Resampling.NEAREST))
    return str(found.text)


def test_a_card_tells_the_work_the_check_who_paid_and_the_next_look() -> None:
    labels, choices = session.ui().labels, session.ui().choices

    told = as_read(card(studies(), "Hill and others, 2021"))

    source = session.pack().source["hill-paper"]
    (level,) = source.levels
    assert str(source.year) in told
    assert choices.verification[level] in told
    assert f"{labels.funding}: {choices.funding['not-stated']}" in told
    assert labels.next_review.split("{")[0] in told
    assert labels.scan in told


def test_who_paid_is_told_of_a_study_with_who_says_so() -> None:
    labels = session.ui().labels

    cards = re.findall(r'aria-label="River and others, 2019">.*?Close<', studies().html)

    assert len(cards) >= 2, "one for each level, one for the work as a whole"
    for one in cards:
        who = "An invented seller of tea (River and others, 2019)"
        assert f"{labels.funding}: {who}" in as_read(one)


def test_who_paid_is_held_back_with_its_study(
    change: Change, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = "referral_resources/front-desk.en.md"  # a way to help is shown whatever is due
    change(desk, "tell more.[^ours]", "tell you more.[^river-paper table]")
    monkeypatch.setenv("KIOSK_TODAY", "2030-01-01")

    told = as_read(card(Screen().tap("talk"), "River and others, 2019"))

    assert session.ui().labels.being_checked in told
    assert "An invented seller of tea" not in told


def test_of_an_official_page_it_is_told_who_issued_it_and_that_it_has_no_number() -> None:
    labels, choices = session.ui().labels, session.ui().choices
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-cost")

    told = as_read(card(screen, "Example page"))

    assert labels.issued_by.format(body=choices.official_body["nlm"]) in told
    assert labels.funding not in told
    assert labels.scan_none in told


def test_who_paid_for_an_official_page_is_told_once_we_know_it(change: Change) -> None:
    new = "funding:\n  status: named\n  who: An invented town.[^ours]\nreadings:\n"
    change("sources/example-page.en.md", "readings:\n", new)
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-cost")

    told = as_read(card(screen, "Example page"))

    assert f"{session.ui().labels.funding}: An invented town. (Our own words)" in told


def test_a_phone_reads_the_address_of_the_work_in_its_code() -> None:
    screen = studies()

    for name in ("hill-paper", "meadow-paper"):
        source = session.pack().source[name]
        assert scanned(card(screen, source.title)) == address(source)
        assert (source.doi or source.pmid or "") in as_read(card(screen, source.title))


def test_a_code_has_four_modules_of_white_around_it() -> None:
    code = code_on(card(studies(), "Hill and others, 2021"))

    within = (4, 4, code.width - 4, code.height - 4)
    assert ImageChops.invert(code).getbbox() == within


def test_a_number_seen_in_other_lists_says_so_beside_its_code(change: Change) -> None:
    change("sources/hill-paper.en.md", "readings:", "identifier_check: second-hand\nreadings:")

    code = card(studies(), "Hill and others, 2021").split('class="scan"')[1]

    assert session.ui().labels.number_second_hand in unescape(code)


def test_our_own_words_open_a_card_that_says_so_and_that_they_are_a_draft() -> None:
    labels = session.ui().labels
    screen = Screen().tap("start").tap("condition-short-nights").tap("open-not-known")

    told = as_read(card(screen, labels.ours))

    assert labels.ours_told in told
    assert labels.draft in told


def test_a_card_stands_on_a_page_once_however_many_marks_open_it() -> None:
    screen = studies()

    target = re.findall(
        r'<div id="([^"]+)" popover [^>]*aria-label="Hill and others, 2021"', screen.html
    )

    assert len(target) == 1
    assert screen.html.count(f'popovertarget="{target[0]}"') > 5


def test_a_certainty_that_we_rate_is_said_by_ourselves(change: Change) -> None:
    change(
        "study_summaries/meadow-study.en.md",
        "It had a single group.[^meadow-paper]",
        "It had one group.",
    )

    found = re.search(r"It had one <span[^>]*>group\.<button class=\"who ours\"", studies().html)

    assert found, f"no `{OURS}` mark"


def test_the_guide_says_the_words_of_a_tile_again_and_whose_they_are() -> None:
    screen = Screen().tap("start").tap("condition-short-nights")

    summary = session.pack().condition["short-nights"].summary
    assert f"{summary}{session.ui().labels.ours_short}" in as_read(screen.html)


@pytest.mark.parametrize(
    ("told", "kept"),
    [
        ('a <button class="term" x>lasting word</button>. Then', "lasting word</button>."),
        ('a word.<button class="who" y>1</button> Then', 'word.<button class="who" y>1</button>'),
        (
            'a <button class="term" x>word</button>.<button class="who" y>1</button> Then',
            'word</button>.<button class="who" y>1</button>',
        ),
    ],
    ids=["a full stop", "a mark", "both"],
)
def test_a_full_stop_and_a_mark_stay_on_the_line_of_their_word(told: str, kept: str) -> None:
    html = kept_together(told)

    assert html.count('<span class="nowrap">') == 1
    line = html.partition('<span class="nowrap">')[2].partition("</span>")[0]
    assert line.endswith(kept)
    assert re.sub("</?span[^>]*>", "", html) == told
