"""The languages of the kiosk, each named in itself."""

from functools import partial
from html import escape

from pages.parts import acts, session, sheet
from pages.parts.choices import choice
from pages.parts.controls import Looks, button, in_words


def every_language() -> None:
    """One button for each language; nothing where there is only one."""
    names = session.names_of_languages()
    if len(names) == 1:
        return
    with sheet.box("choices", "language"):
        for language, name in names.items():
            act, is_chosen = partial(acts.speak, language), language == session.pack().language
            looks = Looks(is_main=is_chosen, language=language)
            choice(f"language-{language}", partial(str, name), act, looks)


def the_other_one(name: str) -> str:
    """The other of two languages, for the bar. Where there are more, a page has them."""
    names = session.names_of_languages()
    others = [language for language in names if language != session.pack().language]
    if len(others) != 1:
        return ""
    [other] = others
    words, speak = in_words(escape(names[other])), partial(acts.speak, other)
    return button(name, words, speak, Looks(language=other))
