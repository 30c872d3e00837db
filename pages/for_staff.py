"""The screen as one large sentence, to be shown to the staff. It names no topic."""

from pages.parts import acts, session, sheet, staff_sentence
from pages.parts.choices import choices
from pages.parts.controls import MAIN, control

sheet.piece(staff_sentence.large())
choices("sentence", session.visit().sentence, staff_sentence.names, acts.change_visit)
control("close", lambda: session.ui().labels.close, acts.go_back, MAIN)
