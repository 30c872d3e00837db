"""The PIN of the staff. After five wrong tries in a row nobody can try for five minutes."""

import hmac
import time
from collections.abc import Callable
from typing import Literal, TypeAlias

TRIES = 5
LOCKED_FOR = 300  # seconds

Answer: TypeAlias = Literal["right", "wrong", "locked"]


class Pin:
    """What guards the staff's part, for all screens of a kiosk at once."""

    def __init__(self, pin: str, clock: Callable[[], float] = time.monotonic) -> None:
        """Guard with a PIN. `clock` gives seconds, which no change of the time of day may move."""
        self.pin, self.clock = pin, clock
        self.wrong, self.locked_until = 0, 0.0

    def judge(self, given: str) -> Answer:
        """What a try is. While it is locked, the right PIN is told apart from no other."""
        if self.clock() < self.locked_until:
            return "locked"
        if hmac.compare_digest(given.encode(), self.pin.encode()):
            self.wrong = 0
            return "right"
        self.wrong += 1
        if self.wrong == TRIES:
            self.wrong, self.locked_until = 0, self.clock() + LOCKED_FOR
        return "wrong"
