"""A tap as a screen tells it: on which page, and on which of its controls."""

import re
from typing import NamedTuple

# Whoever taps on these means them, whatever page has come meanwhile.
ON_EVERY_PAGE = ("talk", "clear")
TOLD = re.compile(r"(?P<page>[0-9a-f]{8}-\d{1,9}) (?P<control>[\w-]{1,100})", re.ASCII)


class Tap(NamedTuple):
    """One tap. `page` is the number of the visit and its turn, such as `0a1b2c3d-4`."""

    page: str
    control: str

    def is_meant_for(self, page: str) -> bool:
        """Whether it was meant for this page. The second tap of a hand that trembles is not."""
        return self.page == page or self.control in ON_EVERY_PAGE


def tap_in(told: str) -> Tap | None:
    """The tap that a screen tells of, such as `0a1b2c3d-4 next`; nothing where it is no tap."""
    found = TOLD.fullmatch(told)
    return Tap(**found.groupdict()) if found else None
