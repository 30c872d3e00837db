"""A short calm page before reading of suicidal thoughts: help first, then the way on."""

from functools import partial

from logic.matching import in_every_page
from pages.parts import acts, cards, session, sheet, ways_to_help
from pages.parts.controls import MAIN, control
from pages.parts.show import show, show_once

show(ways_to_help.at_once)
with sheet.box("calm-ways"):
    help_at_once, read_on = partial(acts.go_to, "referral"), partial(acts.go_to, "guide")
    control("calm-referral", lambda: session.ui().labels.talk, help_at_once, MAIN)
    control("calm-guide", lambda: session.ui().labels.read_on, read_on)
show_once(lambda: (cards.reviewed(in_every_page(session.pack())),))
