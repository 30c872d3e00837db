"""What a visitor takes along on a phone: the words, the address, and what has no room."""

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from logic.addresses import LONGEST_ADDRESS
from logic.asking import questions_in_sight
from logic.clinic.people import Person, at_the_clinic
from logic.clinic.profile import Clinic
from logic.content.helping import for_a_helper
from logic.content.pack import Pack, load_pack
from logic.content.questions import Question
from logic.formats import locale_of
from logic.phone.codes import LENGTH, NO_CONDITION, code_of, fragment, shared
from logic.phone.square import LARGEST, ROOM, fits, square
from logic.phone.taken import phone_page, phone_text
from logic.rules import RULES
from tests.asked import question, with_questions
from tests.conftest import SAMPLE, TODAY
from tests.sign_offs import hiding_drafts

TASTE = question(
    "taste", "How would my cup taste?", "grey-days", helping="How would their cup taste?"
)
POUR = question("pour", "Who pours it, and when?")
STEEP = question("steep", "How long does it steep?")
SIXTY = [
    question(f"cup-{place}", f"What of cup number {place}, and of its lid?") for place in range(60)
]
CALLS = "Need help now?\nCall or text 988\nIn danger: 911"
ALPHABET = st.text("abcdefghijklmnopqrstuvwxyz-", min_size=1)


@pytest.fixture(scope="module")
def asked() -> Pack:
    """The sample with three questions."""
    return with_questions(load_pack(SAMPLE, RULES), (TASTE, POUR, STEEP))


def test_the_words_are_the_questions_most_wanted_first_and_then_whom_to_call(asked: Pack) -> None:
    taken = phone_text(asked, "US", [POUR, TASTE])

    assert taken.text == f"1. Who pours it, and when?\n2. How would my cup taste?\n\n{CALLS}"
    assert taken.left_out == ()


def test_without_a_question_the_words_are_whom_to_call(asked: Pack) -> None:
    assert phone_text(asked, "US", []).text == CALLS


def test_a_helper_takes_the_words_for_a_helper(asked: Pack) -> None:
    helpers = for_a_helper(asked)

    taken = phone_text(helpers, "US", questions_in_sight(helpers, ["taste"], TODAY))

    assert taken.text.startswith("1. How would their cup taste?\n")


def test_the_words_name_no_condition_and_no_kiosk(asked: Pack) -> None:
    text = phone_text(asked, "US", SIXTY).text.casefold()

    hidden = [*asked.condition["grey-days"].giveaways, asked.ui_strings.labels.kiosk_name]
    assert [word for word in hidden if word.casefold() in text] == []


def test_questions_are_taken_in_their_order_and_only_those_that_there_are(asked: Pack) -> None:
    assert questions_in_sight(asked, ["pour", "gone", "taste"], TODAY) == (POUR, TASTE)
    assert questions_in_sight(asked, [], TODAY) == ()


def test_what_is_held_back_on_the_screen_is_not_taken(asked: Pack) -> None:
    picked = ["taste", "pour", "steep"]
    after = date(2026, 7, 2)  # the day after the questions were due
    signed = hiding_drafts(asked, [POUR])

    assert questions_in_sight(asked, picked, after) == ()
    assert questions_in_sight(signed, picked, TODAY) == (POUR,)


def test_of_sixty_questions_the_most_wanted_have_room_and_the_rest_is_told(asked: Pack) -> None:
    taken = phone_text(asked, "US", SIXTY)

    held = 60 - len(taken.left_out)
    lines = [f"{place}. {one.title}" for place, one in enumerate(SIXTY, start=1)]
    told = f"(and {60 - held} more that had no room here)\n\n{CALLS}"
    assert taken.text == "\n".join([*lines[:held], told])
    assert taken.left_out == tuple(one.id for one in SIXTY[held:])
    assert fits(taken.text)
    assert not fits(f"{taken.text}\n{lines[held]}")


def test_no_short_question_goes_past_a_long_one_that_is_wanted_more(asked: Pack) -> None:
    long = question("long", f"What of {'very ' * 150}large cups?")

    taken = phone_text(asked, "US", [POUR, long, STEEP])

    assert taken.left_out == ("long", "steep")
    assert taken.text.startswith("1. Who pours it, and when?\n(and 2 more that had no room here)\n")


def test_where_no_question_has_room_the_words_still_say_whom_to_call(asked: Pack) -> None:
    longest = question("long", f"What of {'very ' * 200}large cups?")

    taken = phone_text(asked, "US", [longest])

    assert taken.left_out == ("long",)
    assert taken.text == f"(and 1 more that had no room here)\n\n{CALLS}"


def people(pack: Pack, *names: str) -> tuple[Person, ...]:
    """People at a clinic, each with a number and hours."""
    more = {"kind": "pain", "phone": "202-456-1111", "hours": {"monday": ["09:00-17:00"]}}
    told = {"time_zone": "America/New_York", "contacts": [{"name": one, **more} for one in names]}
    own = Clinic.model_validate(told)
    return at_the_clinic(own, pack.ui_strings, locale_of("en", "US"), TODAY).people


def test_the_clinics_people_come_last_and_what_for_is_not_told(asked: Pack) -> None:
    taken = phone_text(asked, "US", [POUR], people(asked, "Nurse line"))

    nurse = "Nurse line\n(202) 456-1111\nMonday: 9 AM to 5 PM"
    assert taken.text == f"1. Who pours it, and when?\n\n{CALLS}\n\n{nurse}"
    assert taken.unnamed == ()


def test_people_without_room_are_left_out_by_rank_and_told(asked: Pack) -> None:
    names = [f"Nurse {number}, on the {'very ' * 20}top floor" for number in range(9)]

    taken = phone_text(asked, "US", [POUR], people(asked, *names))

    held = len(names) - len(taken.unnamed)
    assert 0 < held < len(names)
    assert taken.unnamed == tuple(names[held:])
    assert fits(taken.text)
    assert names[held - 1] in taken.text


def test_nobody_is_named_where_a_question_is_left_out(asked: Pack) -> None:
    long = question("long", f"What of {'very ' * 150}large cups?")

    taken = phone_text(asked, "US", [POUR, long], people(asked, "Nurse line"))

    assert taken.left_out == ("long",)
    assert taken.unnamed == ("Nurse line",)
    assert "Nurse line" not in taken.text


@settings(max_examples=25)
@given(st.text("aé¿7A ", min_size=1, max_size=ROOM))
def test_what_has_room_makes_no_larger_square_than_phones_read(text: str) -> None:
    if fits(text):
        assert int(square(text).version) <= LARGEST


def test_the_room_is_all_that_the_largest_square_holds() -> None:
    assert square("a" * ROOM).version == LARGEST
    assert square("a" * (ROOM + 1)).version == LARGEST + 1
    assert fits("é" * (ROOM // 2))
    assert not fits("é" * (ROOM // 2 + 1))


def test_the_address_opens_the_page_of_the_language_and_tells_all_behind_its_mark(
    asked: Pack,
) -> None:
    taken = phone_page(asked, "https://clinic.example/ask", "grey-days", [POUR, TASTE])

    page, _, behind = taken.text.partition("#")
    assert page == "https://clinic.example/ask/en/"
    assert behind == "1" + code_of("grey-days") + code_of("pour") + code_of("taste")


def test_the_address_says_that_it_is_for_a_helper_or_of_no_condition(asked: Pack) -> None:
    taken = phone_page(for_a_helper(asked), "https://clinic.example", None, [POUR])

    assert taken.text == f"https://clinic.example/en/#2{NO_CONDITION}{code_of('pour')}"


def test_the_longest_address_has_room_for_every_question_of_a_large_list(asked: Pack) -> None:
    address = "https://".ljust(LONGEST_ADDRESS, "a")

    assert phone_page(asked, address, "grey-days", SIXTY + SIXTY[:40]).left_out == ()


def test_an_address_that_has_no_room_leaves_out_by_rank(asked: Pack) -> None:
    many: list[Question] = SIXTY * 3

    taken = phone_page(asked, "https://clinic.example", "grey-days", many)

    assert fits(taken.text)
    assert taken.left_out == tuple(one.id for one in many[180 - len(taken.left_out) :])
    assert 0 < len(taken.left_out) < 120


@given(ALPHABET, st.lists(ALPHABET), st.booleans())
def test_what_stands_behind_the_mark_can_be_taken_apart_again(
    condition: str,
    questions: list[str],
    is_to_helper: bool,  # noqa: FBT001 (hypothesis gives it)
) -> None:
    behind = fragment(condition, questions, is_to_helper=is_to_helper)

    assert re.fullmatch(r"[12](?:[a-z2-7]{5})+", behind)  # as logic/phone/ask-first.js reads it
    assert behind[0] == ("2" if is_to_helper else "1")
    codes = [behind[at : at + LENGTH] for at in range(1, len(behind), LENGTH)]
    assert codes == [code_of(condition), *map(code_of, questions)]


def test_a_code_stays_what_it_is_as_phones_keep_it() -> None:
    assert [code_of(name) for name in ("depression", "ocd", "after-hours")] == [
        "ot6s4",
        "rk7ml",
        "in3jh",
    ]


def test_names_that_share_a_code_are_found() -> None:
    names = [f"cup-{number}" for number in range(20_000)]

    found = shared(names)

    assert found
    assert all(len({code_of(name) for name in lot}) == 1 for lot in found)
    assert len({code_of(name) for name in names}) == 20_000 - sum(len(lot) - 1 for lot in found)
