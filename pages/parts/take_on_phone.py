"""What a visitor takes along on a phone: the square, how to read it, and what has no room in it.

Show it by `show_once`, never by `show`: what is drawn here is one visitor's own, and is not kept.
"""

from collections.abc import Sequence

from logic.asking import questions_in_sight
from logic.clinic.people import at_the_clinic
from logic.phone.square import square
from logic.phone.taken import phone_page, phone_text
from pages.parts import cards, qr, session
from pages.parts.drawn import Drawn
from pages.parts.formats import number


def in_a_square(condition: str | None, to_ask: Sequence[str]) -> Drawn:
    """The questions with these ids, most wanted first, for a phone; and whom to call."""
    pack, settings, labels = session.pack(), session.kiosk().settings, session.ui().phone
    questions = questions_in_sight(pack, to_ask, session.today())
    if settings.public_url:
        taken = phone_page(pack, settings.public_url, condition, questions)
        told: list[str] = [labels.scan_page, labels.scan_page_private]
        alt = labels.square_page_alt
    else:
        here = at_the_clinic(settings, session.ui(), session.kiosk().locale, session.today())
        taken = phone_text(pack, settings.region, questions, here.people)
        scan, alt = labels.scan_text, labels.square_text_alt
        if not questions:
            scan, alt = labels.scan_text_no_questions, labels.square_text_alt_no_questions
        told = [scan, labels.scan_text_private, labels.scan_text_copy]
    if taken.left_out:
        told.insert(1, labels.not_in_square.format(count=number(len(taken.left_out))))
    if taken.unnamed:
        told.insert(1, labels.people_not_in_square)
    words = "".join(map(cards.text, told))
    code = qr.picture(square(taken.text), alt, qr.OF_MANY_WORDS)
    both = f'<div class="with-square">{code}<div>{words}</div></div>'
    # Side by side, there is another square in the other language.
    which = f": {session.ui().language_name}" if session.visit().comfort.beside else ""
    title = labels.title + which
    return (cards.card(cards.titled(title) + both, "phone"),)
