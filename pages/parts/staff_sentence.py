"""One sentence for the staff, from somebody who cannot or does not want to speak."""

from html import escape

from logic.content.reading import SOURCE_LANGUAGE
from pages.parts import aloud, cards, session
from pages.parts.choices import Ways
from pages.parts.drawn import Drawn
from pages.parts.show import spoken

# Each is a text of the UI strings, and so is the name of its button.
SENTENCES = ("talk", "now", "other_way")


def offer() -> Drawn:
    """What the screen can say for somebody, below the control that has it said."""
    words = session.ui().contacts
    return (cards.note(f"{words.staff_title} {words.staff_lead}"),)


def names() -> Ways:
    """What there is to say: each sentence with the name of its button."""
    return [(one, str(getattr(session.ui().contacts, f"name_of_{one}"))) for one in SENTENCES]


def large() -> str:
    """The sentence that was chosen, as large as fits; in the staff's language beneath it."""
    own = session.pack().language
    languages = dict.fromkeys((own, SOURCE_LANGUAGE))  # once, where they are the same
    told = "".join(in_language(one) for one in languages)
    return aloud.section(f'<div class="for-staff">{told}</div>', session.heading("for_staff"))


def in_language(language: str) -> str:
    """The sentence in one language."""
    with session.speaking(language):
        sentence = str(getattr(session.ui().contacts, session.visit().sentence))
    return f"<p {spoken(language)}>{escape(sentence)}</p>"
