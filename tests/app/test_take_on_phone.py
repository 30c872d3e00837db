"""The piece of a page that shows the square: what it says of it, and what a reader finds in it."""

from dataclasses import replace
from html import unescape
from pathlib import Path

import pytest

from logic.asking import questions_in_sight
from logic.phone.square import square
from logic.phone.taken import phone_page, phone_text
from pages.parts import session, take_on_phone
from pages.parts.drawn import whole
from tests.asked import on_a_card, question, read_by_a_phone, with_questions
from tests.conftest import TODAY

PICKED = ("who-pours", "with-my-biscuits")


def shown(*to_ask: str) -> str:
    """The piece for who reads of grey days."""
    return whole(take_on_phone.in_a_square("grey-days", to_ask))


def test_the_square_holds_the_words_where_the_clinic_has_no_page() -> None:
    pack, labels = session.pack(), session.ui().phone

    html = shown(*PICKED)

    questions = questions_in_sight(pack, PICKED, TODAY)
    assert [one.id for one in questions] == list(PICKED)
    held = read_by_a_phone(on_a_card(html, "#ffffff"))
    assert held == phone_text(pack, "US", questions).text
    assert f'alt="{labels.square_text_alt}"' in html
    for told in (labels.scan_text, labels.scan_text_private, labels.scan_text_copy):
        assert told in unescape(html)
    assert labels.scan_page not in unescape(html)


def test_without_a_question_nothing_is_said_of_any() -> None:
    labels = session.ui().phone

    html = shown()

    assert f'alt="{labels.square_text_alt_no_questions}"' in html
    assert labels.scan_text_no_questions in html
    assert labels.scan_text not in html


def test_the_square_opens_the_page_of_a_clinic_that_has_one(settings: Path) -> None:
    settings.write_text('public_url = "https://riverside.org/ask"\n')
    pack, labels = session.pack(), session.ui().phone

    html = shown(*PICKED)

    questions = questions_in_sight(pack, PICKED, TODAY)
    opened = phone_page(pack, "https://riverside.org/ask", "grey-days", questions).text
    assert read_by_a_phone(on_a_card(html, "#ffffff")) == opened
    assert f'alt="{labels.square_page_alt}"' in html
    assert labels.scan_page_private in unescape(html)
    assert labels.scan_text not in unescape(html)


def test_what_has_no_room_in_the_square_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    many = [question(f"cup-{at}", f"What of cup number {at}, and of its lid?") for at in range(60)]
    kiosk = session.read_once()
    full = replace(kiosk, pack=with_questions(kiosk.pack, many))
    monkeypatch.setattr(session, "newest", lambda: full)

    html = shown(*(one.id for one in many))

    left_out = len(phone_text(full.pack, "US", many).left_out)
    assert left_out > 0
    assert full.pack.ui_strings.phone.not_in_square.format(count=left_out) in unescape(html)
    assert "without room" not in shown(many[0].id)


@pytest.mark.parametrize(("desk", "is_told"), [("Desk 2", False), ("far away, " * 60, True)])
def test_the_clinics_people_are_in_the_square_or_it_is_told_where_they_stand(
    settings: Path,
    desk: str,
    is_told: bool,  # noqa: FBT001 (pytest gives it)
) -> None:
    settings.write_text(f'[[contacts]]\nname = "Nurse line"\nkind = "pain"\ndesk = "{desk}"\n')

    html = shown(*PICKED)

    held = read_by_a_phone(on_a_card(html, "#ffffff"))
    assert (session.ui().phone.people_not_in_square in unescape(html)) == is_told
    assert (f"Nurse line\n{desk}" in held) != is_told


def test_the_piece_shows_the_picture_of_its_square_and_no_name_of_the_topic() -> None:
    pack = session.pack()

    html = shown(*PICKED)

    text = phone_text(pack, "US", questions_in_sight(pack, PICKED, TODAY)).text
    assert square(text).png_data_uri(border=4, scale=1) in html
    assert pack.condition["grey-days"].title not in html
