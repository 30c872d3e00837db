"""Every page of every condition of the shipped content, in every way it can be shown."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import get_args

import pytest

from logic.content.content_file import read_file
from logic.content.items import AvoidedPhrases, Condition, GuideSection, Item
from logic.content.pack import KINDS
from logic.content.prose import Marker, plain, sentences
from logic.content.reading import build
from logic.content.studies import StudySummary
from logic.content.vocabulary import CommonPart, ConditionPart
from logic.matching import FILTERS, in_every_page
from logic.rules.phrases import pattern
from logic.says_who import in_our_words, of_finding, of_harms, rating
from pages.parts import ahead, session
from pages.parts.prose import name
from tests.app.conftest import last_day_of_all
from tests.app.screen import CONTROL, Screen, as_read, every_state
from tests.conftest import SHIPPED, Tell

# Whoever says so, as a screen reader is told of the mark: `Says who? 2: Popova and others, 2019`.
MARK = re.compile(r'<button class="who[^"]*" [^>]*aria-label="[^":]*: ([^"]*)">[^<]*</button>')
# Of the others a visitor meets what is cited, and the words that are linked.
READ_IN_FULL = KINDS.keys() - {"sources", "glossary"}


@dataclass(frozen=True)
class Seen:
    """What stood on the screen in one state."""

    name: str
    heading: str
    own_words: str
    html: str
    controls: dict[str, bool]
    condition: str | None


@pytest.fixture(autouse=True)
def only_the_sample() -> None:
    """The tests here are about the shipped content."""


@pytest.fixture(autouse=True)
def read_anew() -> None:
    """The tests here share one kiosk."""


@pytest.fixture(scope="module")
def states(tmp_path_factory: pytest.TempPathFactory) -> Iterator[list[Seen]]:
    """Every state of the shipped kiosk, seen once for all tests here."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_CONTENT", str(SHIPPED))
        clinic = tmp_path_factory.mktemp("clinic") / "kiosk.toml"
        clinic.write_text("# A clinic that says nothing of itself.\n")
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        session.read_once.cache_clear()
        patch.setenv("KIOSK_TODAY", last_day_of_all().isoformat())
        yield [
            Seen(
                name,
                screen.heading,
                screen.own_words,
                screen.html,
                screen.controls,
                screen.visit.condition,
            )
            for name, screen in every_state(Screen())
        ]
    session.read_once.cache_clear()


def test_every_state_was_seen(states: list[Seen], record_property: Tell) -> None:
    conditions = session.pack().conditions
    parts = len(get_args(ConditionPart)) + len(get_args(CommonPart))
    own = len(("questions", "matters", "take_home"))
    pages = own + len(("guide", "claims", "studies", "assessment", "referral"))
    recalls = 1 + 3 * 3  # before a tap, and after one on each sentence of each
    of_a_condition = pages + recalls + parts + len(ahead.STUDY_VIEWS) * len(FILTERS)
    of_all = len(("welcome", "about", "claims", "referral", "for staff", "conditions"))
    calm = sum(condition.about_suicide for condition in conditions)
    expected = of_all + calm + of_a_condition * len(conditions)

    record_property("states of the shipped kiosk seen", len(states))

    assert len({state.name for state in states}) >= expected >= 380


@pytest.mark.usefixtures("states")
def test_what_visitors_see_is_what_is_drawn_ahead_and_no_more() -> None:
    drawn = session.kiosk().drawn[session.today()]
    seen = set(drawn)
    drawn.clear()

    ahead.draw()

    assert set(drawn) == seen


def test_the_referral_is_one_tap_away_and_clear_screen_too(states: list[Seen]) -> None:
    missing = [
        state.name for state in states if not (state.controls["talk"] and state.controls["clear"])
    ]

    assert missing == []


def test_the_crisis_line_stands_in_every_state(states: list[Seen]) -> None:
    numbers = [str(resource.short) for resource in in_every_page(session.pack())]

    missing = [state.name for state in states if any(one not in state.html for one in numbers)]

    assert len(numbers) >= 2
    assert missing == []


def test_no_heading_tells_the_condition(states: list[Seen]) -> None:
    giveaways = {word for one in session.pack().conditions for word in one.giveaways}
    headings = re.compile(r"<h[12][^>]*>(.*?)</h[12]>", re.DOTALL)
    # What stands there before a condition is picked tells none.
    unpicked = [state for state in states if state.condition is None]
    told_to_all = {one for state in unpicked for one in headings.findall(state.html)}

    telling = [
        (state.name, heading, word)
        for state in states
        for heading in set(headings.findall(state.html)) - told_to_all
        for word in giveaways
        if re.search(rf"(?<!\w){re.escape(word)}", heading, re.IGNORECASE)
    ]

    assert telling == []


def test_no_state_holds_a_phrase_of_the_list(states: list[Seen]) -> None:
    avoided = build(AvoidedPhrases, read_file(SHIPPED / "avoided_phrases" / "en.yaml"))
    patterns = [pattern(phrase) for phrase in avoided.phrases]
    lines = {line: state.name for state in states for line in state.own_words.splitlines()}

    held = [
        (name, found[0], line[:80])
        for line, name in lines.items()
        for matcher in patterns
        if (found := matcher.search(line))
    ]

    assert held == []


def test_every_state_that_tells_of_a_condition_says_that_it_is_a_draft(states: list[Seen]) -> None:
    draft, comfort = session.ui().labels.draft, session.ui().headings.comfort
    told = [state for state in states if state.condition and state.heading != comfort]

    # That no questionnaire is known is a card of its own in calm mode, and no item's words.
    nothing_told = session.ui().labels.tools_none

    silent = [
        state.name
        for state in told
        if draft not in state.own_words
        and not ("calm" in state.name and nothing_told in state.html)
    ]

    assert silent == []


def test_no_state_holds_a_link_an_input_or_a_picture_from_elsewhere(states: list[Seen]) -> None:
    outside = re.compile(r'<a\b|href=|<input|<form|<iframe|src=(?!"data:image/)|url\(')

    assert [state.name for state in states if outside.search(state.html)] == []


def test_what_a_small_control_opens_stands_on_the_same_page_once(states: list[Seen]) -> None:
    wrong = []
    for state in states:
        opened = set(re.findall(r'popovertarget="([^"]+)"', state.html))
        there = re.findall(r'<div id="([^"]+)" popover', state.html)
        if len(there) != len(set(there)) or not opened <= set(there):
            wrong.append((state.name, sorted(opened - set(there))))

    assert wrong == []


def test_every_sentence_is_followed_by_who_says_so(
    states: list[Seen], record_property: Tell
) -> None:
    whose = said_by_whom(set(KINDS))
    lines = {line: state.name for state in states for line in with_names(state.html)}
    seen, unsaid = set[str](), []

    for line, state in lines.items():
        left = line
        for sentence in sorted(whose, key=len, reverse=True):  # one may end in the words of another
            if sentence in left:
                seen.add(sentence)
                for names in whose[sentence]:
                    left = left.replace(f"{sentence}{names}", "…")
            if sentence in left and begins(sentence, left):
                unsaid.append((state, sentence, left))

    record_property("sentences of the shipped content seen with who says so", len(seen))
    assert unsaid == []
    assert [one for one in said_by_whom(READ_IN_FULL) if one not in seen] == []


def begins(sentence: str, line: str) -> bool:
    """Whether a sentence begins in a line, rather than being the end of another one."""
    return bool(re.search(rf"(?:^|[.?!)…”] ){re.escape(sentence)}", line))


def with_names(html: str) -> set[str]:
    """The lines that can be read, with the name of who says so in place of each mark.

    What a control says is what it leads to, or whether that is so is asked there.
    """
    named = MARK.sub(lambda found: f" ({found[1]})", CONTROL.sub("", html))
    return {" ".join(line.split()) for line in as_read(named).splitlines()}


def said_by_whom(kinds: Iterable[str]) -> dict[str, set[str]]:
    """Every sentence of the content that has a mark, and the names that may stand behind it.

    Two items may say the same words from different works.
    """
    said: dict[str, set[str]] = {}
    for item in (one for kind in kinds for one in getattr(session.pack(), kind)):
        for text, given in with_markers(item):
            names = "".join(f" ({name(marker)})" for marker in given)
            said.setdefault(" ".join(text.split()), set()).add(names)
    return said


def with_markers(item: Item) -> Iterator[tuple[str, tuple[Marker, ...]]]:
    """The sentences of an item and their markers, those that the code sets too."""
    for (field, *_), text in item.words():
        if field == "helping":  # said to a helper alone
            continue
        drawn: str = text
        if isinstance(item, StudySummary) and field in {"in_short", "harms_in_short"}:
            yield plain(text), of_finding(item) if field == "in_short" else of_harms(item)
            continue
        if isinstance(item, Condition) and field == "summary":
            drawn = in_our_words(text)
        if isinstance(item, GuideSection | StudySummary) and field == "certainty-reason":
            drawn = rating(text, item.certainty_by or "project")
        yield from ((one.text, one.markers) for one in sentences(drawn) if one.markers)
