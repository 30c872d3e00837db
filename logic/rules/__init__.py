"""What must hold between files. One rule is one function; its docstring is its documentation.

No kiosk shows what `RULES` find: it is untrue, unsafe or unreadable.
"""

from logic.content.pack import Rule
from logic.rules import (
    addresses,
    asked,
    balance,
    claims,
    dates,
    facts,
    figures,
    harms,
    helping,
    intervals,
    phones,
    phrases,
    pleas,
    questions,
    references,
    sign_offs,
)

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *facts.RULES,
    *addresses.RULES,
    *phones.RULES,
    *figures.RULES,
    *intervals.RULES,
    *balance.RULES,
    *harms.RULES,
    *claims.RULES,
    *dates.RULES,
    *phrases.RULES,
    *pleas.RULES,
    *helping.RULES,
    *questions.RULES,
    *asked.RULES,
    *sign_offs.RULES,
)
