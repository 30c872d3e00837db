"""What belongs to a region in which the kiosk can name help: its territories and time zones."""

from functools import lru_cache

from babel import Locale
from babel.core import get_global

from logic.content.vocabulary import Region

# ISO 3166 gives them codes of their own, and so do telephone numbers and time zones; they share
# the country's emergency number and crisis line.
TERRITORIES: dict[Region, tuple[str, ...]] = {"US": ("US", "PR", "VI", "GU", "MP", "AS")}


def country(region: Region) -> str:
    """What a region is called in a problem, such as `United States`."""
    return str(Locale("en").territories[region])


@lru_cache(maxsize=100)
def is_zone_of(zone: str, region: Region) -> bool:
    """Whether the clocks of a zone are those of some place in a region (CLDR, by Babel)."""
    known = get_global("zone_aliases").get(zone, zone)
    return get_global("zone_territories").get(known) in TERRITORIES[region]
