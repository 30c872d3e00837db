"""The first page: in which language, and what this is; then the way in."""

from functools import partial

from pages.parts import acts, claim_cards, greeting, languages, session
from pages.parts.controls import ONWARD, Looks, control
from pages.parts.show import show

languages.every_language()
show(greeting.lead)
control(
    "start",
    lambda: session.ui().labels.start,
    partial(acts.go_to, "conditions"),
    Looks(ONWARD, is_main=True),
)
claim_cards.opener()
show(greeting.told)
