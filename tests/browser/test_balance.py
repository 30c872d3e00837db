"""How much of the screen benefit and harm take: what `python -m logic balance` cannot see."""

from collections.abc import Iterable
from typing import NamedTuple

import pytest
from playwright.sync_api import Locator

from logic.commands.balance import NAME, pair
from logic.content.items import Condition
from logic.content.pack import load_pack
from logic.matching import own_sections
from logic.rules.harms import LEAST_HARM
from pages.parts import session
from tests.browser.conftest import Visitor
from tests.conftest import SHIPPED, Tell

CONDITIONS = load_pack(SHIPPED, ()).conditions
SCREEN = 1920  # the height that `visitor` looks at, in pixels
MEASURE = """found => found.map(one => {
    const box = one.getBoundingClientRect()
    const sizes = [...one.querySelectorAll("p, li")].map(p => getComputedStyle(p).fontSize)
    return [box.height, box.width, Math.min(...sizes.map(parseFloat))]
})"""


class Taken(NamedTuple):
    """What some parts of a page take of it: height and area, and their smallest letters."""

    height: float
    area: float
    letters: float

    def sizes(self) -> tuple[float, float]:
        """Screens to scroll through, and thousands of pixels."""
        return round(self.height / SCREEN, 1), round(self.area / 1000)


def together(parts: Iterable[Taken]) -> Taken:
    """What several parts take."""
    heights, areas, letters = zip(*parts, strict=True)
    return Taken(sum(heights), sum(areas), min(letters))


def taken(parts: Locator) -> Taken:
    """What parts of a page take together."""
    boxes = parts.evaluate_all(MEASURE)
    assert boxes, "Nothing to measure was found."
    return together(Taken(height, height * width, letters) for height, width, letters in boxes)


def both(visitor: Visitor, benefit: str, harm: str) -> tuple[Taken, Taken]:
    """What benefit and harm take of the page in sight."""
    return taken(visitor.page.locator(benefit)), taken(visitor.page.locator(harm))


@pytest.mark.parametrize("condition", CONDITIONS, ids=lambda one: one.id)
def test_harms_are_as_large_as_what_was_found(
    condition: Condition, visitor: Visitor, record_property: Tell
) -> None:
    found = next(one for one in own_sections(session.pack(), condition.id) if one.part == "found")

    visitor.picks(condition.id).opens(found.title)
    guide = both(visitor, ".passage:not(.harms)", ".passage.harms")
    visitor.closes_the_part().goes_on(session.ui().headings.studies)
    cards = both(visitor, ".finding:not(.finding + .finding)", ".finding + .finding")

    for found_part, harms_part in (guide, cards):
        assert harms_part.letters >= found_part.letters
    benefit, harm = (together(side) for side in zip(guide, cards, strict=True))
    screens, pixels = zip(benefit.sizes(), harm.sizes(), strict=True)
    told = f"{pair(*screens, 5)} screens{pair(*pixels, 6)} thousand pixels (b, h, h%)"
    record_property(told, f"{condition.id:{NAME}}")
    assert harm.area / (harm.area + benefit.area) >= LEAST_HARM, told
