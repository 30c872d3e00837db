"""The words by which a figure is known, in each language.

A language that is not here is judged by its readers.
"""

import re
from dataclasses import dataclass

from logic.rules.pleading import whole_words

# A number, whole, but not where it is part of a name: COVID-19, vitamin B12, type 2 diabetes.
DIGITS = r"(?<![\w-])(?<!type )(?<!phase )(?<!tipo )(?<!fase )[$€]?\d+(?:[.,–-]\d+)*%?"
# Of people, of money: no size, year or age by which somebody would name a study.
SHARE = r"[$€] ?\d+|\d+(?:[.,]\d+)?\s?%"


@dataclass(frozen=True)
class FigureWords:
    """What is looked for in one language: patterns for whole words, beside numbers in digits."""

    figures: tuple[str, ...]

    @property
    def figure(self) -> re.Pattern[str]:
        """A share, a price, a multiple, or a number in digits."""
        return re.compile(rf"{DIGITS}|{whole_words(*self.figures).pattern}", re.IGNORECASE)

    @property
    def share(self) -> re.Pattern[str]:
        """A share, a price or a multiple: what a finding is told in."""
        return re.compile(rf"{SHARE}|{whole_words(*self.figures).pattern}", re.IGNORECASE)


WORDS = {
    "en": FigureWords(
        figures=(
            r"[\w-]+ (?:percent|per cent|dollars|euros|cents)",
            r"[\w-]+ out of [\w-]+",
            r"(?:half|third|quarter) of|half (?:the|all)|(?:most|few) (?:people|patients)",
            r"twice as|twice the|double the|[\w-]+ times (?:as|more|less|the)",
        ),
    ),
    "es": FigureWords(
        figures=(
            r"[\w-]+ (?:por ciento|dólares|euros|centavos)",
            r"[\w-]+ de cada (?:dos|tres|cuatro|cinco|diez|veinte|cien|\d+)",
            r"(?:la mitad|un tercio|un cuarto) de|la mayoría de las personas",
            r"(?:el doble|el triple)|[\w-]+ veces (?:más|menos|mayor|menor)",
        ),
    ),
}
