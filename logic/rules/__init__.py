"""What must hold between files. One rule is one function; its docstring is its documentation.

`RULES` stop the start of a kiosk: what they find is untrue, unsafe or unreadable.
"""

from logic.content.pack import Rule
from logic.rules import (
    addresses,
    balance,
    claims,
    facts,
    figures,
    harms,
    intervals,
    phrases,
    references,
    sign_offs,
)

RULES: tuple[Rule, ...] = (
    *references.RULES,
    *facts.RULES,
    *addresses.RULES,
    *figures.RULES,
    *intervals.RULES,
    *balance.RULES,
    *harms.RULES,
    *claims.RULES,
    *phrases.RULES,
    *sign_offs.RULES,
)
