"""Somebody who helps another person: the words turn where the content says so, and nowhere else."""

from pages.parts import ahead, session
from tests.app.screen import Screen


def helped() -> Screen:
    """A visit of somebody who helps, at the first page."""
    return Screen().tap("comfort").tap("is_helper-True").tap("done")


def test_a_helper_is_told_of_the_person_they_are_with() -> None:
    screen = helped()

    ui = session.read_once().pack.ui_strings
    assert ui.labels.welcome_is_not in Screen().words
    assert ui.helping.labels["welcome_is_not"] in screen.words
    assert ui.labels.welcome_is_not not in screen.words


def test_the_words_turn_back_with_one_tap_and_with_the_end_of_the_visit() -> None:
    screen = helped().tap("comfort").tap("is_helper-False").tap("done")
    again = helped().tap("clear")

    told = session.read_once().pack.ui_strings.labels.welcome_is_not
    assert told in screen.words
    assert told in again.words


def test_what_says_nothing_else_to_a_helper_is_drawn_and_kept_once() -> None:
    ahead.draw()
    with session.speaking("en", is_to_helper=True):
        for piece, *given in ahead.pieces():
            session.drawn(piece, *given)

    kiosk = session.read_once()
    assert kiosk.to_helper
    plain, turned = (one.drawn[session.today()] for one in (kiosk, kiosk.to_helper))
    same = [key for key in plain if plain[key] == turned[key]]
    assert plain.keys() == turned.keys()
    assert len(same) < len(plain)
    assert same
    assert all(plain[key] is turned[key] for key in same)
