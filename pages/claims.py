"""What people say about the two drugs, and how each of it holds up: the visitor's topic first."""

from pages.parts import asking, claim_cards, one_at_a_time, session
from pages.parts.show import show

condition = session.visit().condition or ""
every = claim_cards.in_order(condition)

if session.visit().comfort.is_calm and every:
    if not session.visit().card:  # a later card stands alone, at the top
        show(claim_cards.lead, condition)
    show(claim_cards.one_claim, every[one_at_a_time.place(len(every))].id)
    one_at_a_time.ways(len(every))
else:
    show(claim_cards.every_claim, condition)
asking.takers(every)
