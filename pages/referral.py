"""Whom to talk to: every visit ends here. Nothing of it is left out for whoever has little time."""

from pages.parts import session, ways_to_help
from pages.parts.show import show

show(ways_to_help.in_order, session.visit().condition or "")
