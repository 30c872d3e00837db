"""The first page: in which language, and what this is; then the way in."""

from functools import partial

from pages.parts import claim_cards, greeting, languages, session
from pages.parts.controls import ONWARD, control
from pages.parts.show import show

languages.every_language()
show(greeting.lead)
control(
    "start",
    lambda: session.ui().labels.start,
    partial(session.go_to, "conditions"),
    **ONWARD,
    type="primary",
)
claim_cards.opener()
show(greeting.told)
