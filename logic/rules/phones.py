"""Rules about telephone numbers: whoever is told to call one reaches somebody."""

from collections.abc import Iterator
from typing import get_args

from logic.clinic.phones import is_emergency, mistakes_in, numbers_in
from logic.content.items import ReferralResource
from logic.content.pack import Draft, Rule
from logic.content.problems import Problem
from logic.content.vocabulary import Region

WAYS = ("call", "text")


def every_number_can_be_reached(draft: Draft) -> Iterator[Problem]:
    """Each `call` and `text` holds a number that is given out in its region, and no placeholder.

    A number of up to six digits is judged by the metadata for short ones (988, 741741), any other
    as a whole number with its area code. One digit alone is a key: "988, then press 1".
    """
    for entry in draft.of(ReferralResource):
        for name in WAYS:
            written = getattr(entry.item, name)
            for message in mistakes_in(written, entry.item.region) if written else ():
                yield entry.problem((name,), message)


def what_stands_on_every_page_is_what_is_called(draft: Draft) -> Iterator[Problem]:
    """A number in `short`, which stands on every page, is one in `call` or `text`."""
    for entry in draft.of(ReferralResource):
        item = entry.item
        own = numbers_in(f"{item.call or ''} , {item.text or ''}")
        for number in numbers_in(item.short or ""):
            if number not in own:
                message = f"`{number}` is not in `call` or `text`. Write the same number."
                yield entry.problem(("short",), message)


def every_region_has_an_emergency_number(draft: Draft) -> Iterator[Problem]:
    """Some resource of each region tells to call its emergency number, as the metadata know it."""
    for region in get_args(Region):
        here = (one.item for one in draft.of(ReferralResource) if one.item.region == region)
        numbers = [number for one in here for number in numbers_in(one.call or "")]
        if not any(is_emergency(number, region) for number in numbers):
            message = f"No resource tells to call the emergency number of {region}. Add one."
            yield Problem(draft.folder / "referral_resources", 1, message)


RULES: tuple[Rule, ...] = (
    every_number_can_be_reached,
    what_stands_on_every_page_is_what_is_called,
    every_region_has_an_emergency_number,
)
