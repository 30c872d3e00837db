"""The square as it is shown: a reader finds in it what was asked, on the card of every look.

The reader is zxing-cpp. How far a photo may be worse than the screen: docs/adr/0024-on-a-phone.md.
"""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from logic.asking import questions_in_sight
from logic.content.helping import for_a_helper
from logic.content.pack import Pack, languages, load_pack, pack_of, read_draft
from logic.content.questions import Question
from logic.content.translations import read_translation
from logic.matching import about
from logic.phone.square import QUIET, square
from logic.phone.taken import PhoneText, phone_page, phone_text
from logic.rules import RULES
from pages.parts import qr
from tests.asked import ROOM_AROUND, on_a_card, question, read_by_a_phone
from tests.conftest import SAMPLE, SHIPPED, TODAY, Tell

LOOKS = Path(__file__).parents[2] / "pages" / "static" / "looks.css"
ADDRESS = "https://clinic.example/ask-first"
# What a question may be made of. Each has made some reader take one alphabet for another.
HARD = ("¿Qué pasará mañana? Año, pingüino, “así”", "äöü", "ｱｲｳ 杏石 ラ", "مع من أتكلم؟", "1234567")


def surfaces() -> list[str]:
    """The colours of a card: that of strong contrast is the same as the usual one."""
    return re.findall(r"--surface: (#[0-9a-f]{6})", LOOKS.read_text(encoding="utf-8"))


def as_shown(text: str) -> str:
    """A square as the page holds it."""
    return qr.picture(square(text), "A square.", qr.OF_MANY_WORDS)


@pytest.fixture(scope="module")
def packs() -> dict[str, Pack]:
    """The shipped content in every language, for oneself and for a helper."""
    draft = read_draft(SHIPPED)
    drafts = [draft] + [
        read_translation(draft, language, ()).draft for language in languages(SHIPPED)[1:]
    ]
    own = {f"{one.language}, for oneself": pack_of(one) for one in drafts}
    return own | {f"{pack.language}, for a helper": for_a_helper(pack) for pack in own.values()}


def asked_for(pack: Pack) -> Iterator[tuple[str | None, tuple[Question, ...]]]:
    """What visitors may pick: of each condition what it begins with, and its longest; 60; all."""
    for condition in pack.conditions:
        longest = sorted(about(pack.questions, condition.id), key=lambda one: -len(one.title))
        yield condition.id, questions_in_sight(pack, condition.questions, TODAY)
        yield condition.id, tuple(longest[:5])
    yield None, pack.questions[:60]
    yield None, pack.questions


def test_every_square_of_the_shipped_content_says_what_was_asked(
    packs: dict[str, Pack], record_property: Tell
) -> None:
    taken: list[PhoneText] = []
    for pack in packs.values():
        for condition, questions in asked_for(pack):
            assert questions
            taken += [
                phone_text(pack, "US", questions),
                phone_page(pack, ADDRESS, condition, questions),
            ]

    for place, one in enumerate(taken):
        card = on_a_card(as_shown(one.text), surfaces()[place % len(surfaces())])
        assert read_by_a_phone(card) == one.text

    assert len(packs) == 4
    record_property("squares of the shipped content read back", len(taken))


def test_the_five_of_every_condition_have_room_in_every_language(packs: dict[str, Pack]) -> None:
    for name, pack in packs.items():
        for condition in pack.conditions:
            questions = questions_in_sight(pack, condition.questions, TODAY)

            assert len(questions) == 5, f"{name}: {condition.id}"
            assert phone_text(pack, "US", questions).left_out == (), f"{name}: {condition.id}"


@pytest.mark.parametrize("words", HARD)
def test_a_square_keeps_the_letters_of_every_alphabet(words: str) -> None:
    for colour in surfaces():
        assert read_by_a_phone(on_a_card(as_shown(words), colour)) == words


def test_a_square_as_full_as_it_may_be_is_read_in_every_look() -> None:
    text = phone_text(
        load_pack(SAMPLE, RULES), "US", [question(f"q-{at}", "¿Qué? " * 9) for at in range(60)]
    ).text

    assert {"#ffffff"} < set(surfaces())
    for colour in surfaces():
        assert read_by_a_phone(on_a_card(as_shown(text), colour)) == text


@pytest.mark.parametrize("text", ["short", "long " * 130])
def test_a_square_is_black_on_white_with_white_around_it_and_large_enough(text: str) -> None:
    code = square(text)
    card = on_a_card(as_shown(text), "#123456")

    size = card.width - 2 * ROOM_AROUND
    modules, _ = code.symbol_size(border=QUIET)
    module = size // modules
    assert module >= 6  # 1.5 mm on a kiosk's screen
    assert size >= qr.LEAST
    inside = card.crop((ROOM_AROUND, ROOM_AROUND, ROOM_AROUND + size, ROOM_AROUND + size))
    assert {colour for _, colour in inside.getcolors() or []} == {(0, 0, 0), (255, 255, 255)}
    quiet = inside.crop((0, 0, size, QUIET * module))
    assert {colour for _, colour in quiet.getcolors() or []} == {(255, 255, 255)}


def test_a_square_of_a_visitor_is_not_kept() -> None:
    kept = qr.image.cache_info().currsize

    as_shown("What one visitor picked")

    assert qr.image.cache_info().currsize == kept
    assert not hasattr(qr.picture, "cache_info")
