"""What two texts must have alike that say the same to other readers, or in another language."""

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass

from logic.content.prose import MENTION, markers, terms

DIGITS = re.compile(r"\d+(?:[.,:]\d+)*")


@dataclass(frozen=True)
class Comparison:
    """One thing that is looked at in both texts, and what an editor is told where it differs."""

    told_in: Callable[[str], object]
    message: str

    def differs(self, text: str, other: str) -> bool:
        """Whether the two texts are not alike in it."""
        return self.told_in(text) != self.told_in(other)


MARKERS = Comparison(markers, "The source markers are not the same.")
TERMS = Comparison(lambda text: set(terms(text)), "The linked terms are not the same.")
MENTIONS = Comparison(lambda text: len(MENTION.findall(text)), "The mentions are not as many.")
NUMBERS = Comparison(lambda text: Counter(DIGITS.findall(text)), "The numbers differ.")

COMPARISONS = (MARKERS, TERMS, MENTIONS, NUMBERS)
