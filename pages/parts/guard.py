"""What the guard in the browser shows: layers in the kiosk's own words, each with the crisis line.

When each of them is shown, and what a press on one does: pages/static/guard.js.
"""

from html import escape

from logic.content.strings import Labels
from logic.formats import direction
from logic.settings import Settings
from pages.parts import aloud, session
from pages.parts.bars import crisis_line
from pages.parts.kiosk import Kiosk

# What the guard asks to know whether its server is there. The door answers it: pages/parts/door.py.
WELL = "/kiosk/well"


def guard(kiosk: Kiosk, *, locked: bool) -> str:
    """All that the guard can show, hidden until it does; `locked` as in a waiting room.

    Its words in every language lie beside it: it changes into those of the page.
    """
    labels, settings = kiosk.pack.ui_strings.labels, kiosk.settings
    known = {
        "name": labels.kiosk_name,
        "well": WELL,
        "choices": settings.idle_seconds,
        "reading": settings.reading_seconds,
        "locked": "yes" if locked else "no",
    }
    told = " ".join(f'data-{name}="{escape(str(value))}"' for name, value in known.items())
    spoken = "".join(words(language) for language in kiosk.languages)
    return f'<div id="guard" {told}>{"".join(layers(labels, settings))}</div>{spoken}'


def words(language: str) -> str:
    """All that lies beside a page in one language: the crisis line, the guard, the player."""
    with session.speaking(language):
        labels = session.ui().labels
        told = skip() + waiting() + "".join(layers(labels, session.kiosk().settings))
        told += aloud.player(labels)
    return f'<template lang="{language}" dir="{direction(language)}">{told}</template>'


def skip() -> str:
    """The first thing that a key reaches: the way past the bar above. In sight while it has focus.

    A link, as screen readers list links; where it leads is told to them, and the guard goes there.
    """
    label = escape(session.ui().labels.skip)
    return f'<a class="skip" href="#stMain" data-guard="skip">{label}</a>'


def said() -> str:
    """Where the guard writes which page has come, to be heard and not seen.

    It stands from the first moment: of a place that comes with its words nobody is told.
    """
    return '<p role="status" aria-atomic="false" class="said"></p>'


def waiting() -> str:
    """The crisis line for as long as Streamlit has drawn none."""
    return f'<main class="waiting">{crisis_line()}</main>'


def layers(labels: Labels, settings: Settings) -> list[str]:
    """Every layer, the staff's own only where a PIN is set."""
    always = [cover(labels, settings), question(labels), curtain(labels), invitation(labels)]
    return [*always, staff(labels), cleaning(labels)] if settings.staff_pin else always


def layer(name: str, label: str, told: str, *, press: str = "", around: str = "") -> str:
    """One full screen. A tap anywhere on it may be a `press`; nothing but our script closes it."""
    known = f'id="{name}" aria-label="{escape(label)}" closedby="none" tabindex="-1"'
    pressed = f' data-guard="{press}"' if press else ""
    middle = f'<div class="middle">{told}</div>'
    return f"<dialog {known}{pressed}>{around}{middle}{crisis_line()}</dialog>"


def button(press: str, label: str, style: str = "", more: str = "") -> str:
    """A button of the guard's, by what its press means."""
    known = f'type="button" data-guard="{press}" class="{style}" {more}'
    return f"<button {known}>{escape(label)}</button>"


def seconds(label: str) -> str:
    """A sentence in which the guard counts down."""
    return escape(label).format(seconds='<span class="seconds"></span>')


def cover(labels: Labels, settings: Settings) -> str:
    """The server is away, for long perhaps, or a visit is being forgotten."""
    clearing = labels.clearing_counted if settings.counts.on else labels.clearing
    told = {"away": labels.away, "clearing": clearing, "rest": labels.not_ready}
    all_told = "".join(f'<p data-told="{name}">{escape(one)}</p>' for name, one in told.items())
    return layer("cover", labels.away, f'<div role="alert">{all_told}</div>')


def question(labels: Labels) -> str:
    """Nobody has touched the screen for a while."""
    clears = f'<p id="clears-in">{seconds(labels.clears_in)}</p>'
    told = f"<h2>{escape(labels.still_there)}</h2>{clears}"
    # Read out once, with the answer that is wanted, the first; counting aloud would drown it.
    # No `autofocus`: words in another language would ask for the focus as they come.
    more = button("more", labels.more_time, "main", 'data-wanted aria-describedby="clears-in"')
    ends = button("clear", labels.clear_screen)
    return layer("question", labels.still_there, told + more + ends)


def curtain(labels: Labels) -> str:
    """A visitor hid the page from somebody who walks by, whom it shall tell nothing."""
    told = f'<h2 class="name">{escape(labels.kiosk_name)}</h2>'
    ways = button("again", labels.show_again) + button("clear", labels.clear_screen)
    return layer("curtain", labels.hidden, told + ways)


def invitation(labels: Labels) -> str:
    """The screen is clear and nobody is there: what passers-by see."""
    name = f'<h2 class="name">{escape(labels.kiosk_name)}</h2>'
    lead = f'<p class="lead">{escape(labels.welcome_lead)}</p>'
    start = button("start", labels.touch_to_start, "main")
    still = button("still", labels.stop_moving, "small")
    light = '<span class="light"></span>'
    return layer(
        "invitation", labels.kiosk_name, name + lead + start + still, press="start", around=light
    )


def staff(labels: Labels) -> str:
    """Where staff enter their PIN."""
    digits = "".join(button(digit, digit) for digit in "123456789")
    last = button("delete", labels.staff_delete) + button("0", "0")
    keys = f'<div class="pad">{digits}{last}{button("enter", labels.staff_enter)}</div>'
    said = {"wrong": labels.staff_wrong, "locked": labels.staff_locked}
    says = "".join(
        f'<p role="alert" data-says="{name}" hidden>{escape(words)}</p>'
        for name, words in said.items()
    )
    asks = f'<h2>{escape(labels.staff_pin)}</h2><p class="typed"></p>'
    told = f'{asks}<div class="says">{says}</div>{keys}'
    return layer("staff", labels.staff_pin, told + button("close", labels.close))


def cleaning(labels: Labels) -> str:
    """Staff are wiping the glass."""
    told = f'<p>{seconds(labels.cleaning)}</p><p class="told"></p>'
    return layer("cleaning", labels.staff_pin, told)
