"""Whom to talk to: every visit ends here. Nothing of it is left out for whoever has little time."""

from functools import partial

from pages.parts import acts, contacts, own_questions, session, staff_sentence, ways_to_help
from pages.parts.controls import control
from pages.parts.show import show, show_once

condition = session.visit().condition or ""

show_once(ways_to_help.lead)
control(
    "show-staff",
    lambda: session.ui().contacts.show_staff,
    partial(acts.go_to, "for_staff"),
)
show_once(staff_sentence.offer)
show(ways_to_help.at_first, condition)
if condition:
    own_questions.opener("take_home", lambda: session.ui().taking.open)
show_once(contacts.clinic)
show(ways_to_help.later, condition)
