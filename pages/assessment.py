"""What a clinician checks first, and the questionnaires a visitor may meet: told, never asked."""

from logic.matching import checks_for
from pages.parts import checks, one_at_a_time, session
from pages.parts.show import show

condition = session.visit().condition or ""

if session.visit().comfort.is_calm:
    found = checks_for(session.pack(), condition)
    place = one_at_a_time.place(len(found) + 1)
    if not place:  # a later card stands alone, at the top
        show(checks.lead, condition)
    if place < len(found):
        show(checks.one_check, found[place].id)
    else:
        show(checks.questionnaires, condition)
    one_at_a_time.ways(len(found) + 1)
else:
    show(checks.what_is_checked, condition)
    show(checks.questionnaires, condition)
