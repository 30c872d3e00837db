"""What is wrong with a clinic that reads well, each with its place in `kiosk.toml`."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

from logic.clinic.opening import overlaps
from logic.clinic.phones import mistake_of_a_clinics, told_to_call
from logic.clinic.profile import PNG, Clinic, Hours
from logic.clinic.regions import country, is_zone_of
from logic.content.problems import Location
from logic.content.wording import named

# By their first bytes: an ending can be anything.
ABOVE = rb"<\?xml[^>]*>|<!--.*?-->|<!DOCTYPE[^>]*>|\s"
SVG = re.compile(rb"(?:\xef\xbb\xbf)?(?:" + ABOVE + rb")*<svg\b", re.DOTALL)
BEGINS_WITHIN = 4_000  # bytes, whatever an editor writes above a picture
# What an author or the example file leaves for somebody to write, in capitals as it stands there.
LEFT_TO_FILL_IN = re.compile(
    r"\b(?:TODO|TBD|FIXME|NAME OF YOUR CLINIC|WHO (?:ELSE )?ANSWERS|HOW TO REACH|"
    r"WHERE TO (?:ASK|GO)|(?i:x{3,}))\b"
)
# What whoever only tries calls a clinic. Within a sentence the same words may be meant.
NOBODYS_NAME = re.compile(
    r"(?i)(?:(?:your|my|example|sample|test) )?clinic(?:['’]s)? name|"
    r"name of (?:your|my|the) clinic|(?:your|my|example|sample|test) clinic|(?:your )?name"
)
EMAIL = re.compile(r"\S+@\S+\.\w+")
LARGEST = 500_000  # bytes of a map: each visitor's browser gets it with the page


def slips(clinic: Clinic, folder: Path) -> Iterator[tuple[Location, str]]:
    """What is wrong with a clinic that reads well: each with its place in the file."""
    yield from left_to_fill_in(clinic)
    yield from wrong_phones(clinic)
    yield from wrong_ways_to_the_desk(clinic)
    yield from overlapping_hours(clinic)
    yield from wrong_zone(clinic)
    yield from wrong_map(clinic, folder)


def left_to_fill_in(clinic: Clinic) -> Iterator[tuple[Location, str]]:
    """Words that the example file, or an author, left for somebody to fill in."""
    for place, text in clinic.words():
        if found := NOBODYS_NAME.fullmatch(text) or LEFT_TO_FILL_IN.search(text):
            yield place, f"`{named(place)}` is still to be filled in: “{found[0]}”. Write your own."


def wrong_phones(clinic: Clinic) -> Iterator[tuple[Location, str]]:
    """Numbers that nobody can have, or not where the clinic is."""
    for index, contact in enumerate(clinic.contacts):
        wrong = contact.phone is not None and mistake_of_a_clinics(contact.phone, clinic.region)
        if wrong:
            place = ("contacts", index, "phone")
            yield place, f"`{named(place)}`: `{contact.phone}` {wrong}"


def wrong_ways_to_the_desk(clinic: Clinic) -> Iterator[tuple[Location, str]]:
    """In words that say where to go: a number that nobody has, and what a visitor cannot send."""
    for place, text in clinic.words():
        if place[-1] not in {"desk", "map_text"}:
            continue
        for number in told_to_call(text, clinic.region):
            if wrong := mistake_of_a_clinics(number, clinic.region):
                yield place, f"`{named(place)}`: `{number}` {wrong}"
        if EMAIL.search(text):
            told = "holds an email address, and a visitor cannot send one here. Take it out."
            yield place, f"`{named(place)}` {told}"


def overlapping_hours(clinic: Clinic) -> Iterator[tuple[Location, str]]:
    """Hours of which one cannot be meant: the next begin before they end."""
    days = tuple(Hours.model_fields)
    for index, contact in enumerate(clinic.contacts):
        for (begun, earlier), (day, later) in overlaps(contact.week) if contact.week else ():
            place = ("contacts", index, "hours", days[day])
            if (begun, earlier) == (day, later):
                yield place, f"`{named(place)}`: `{earlier}` stands twice. Take one out."
                continue
            first = f"`{earlier}`" + (f" of {days[begun]}" if begun != day else "")
            told = f"`{named(place)}`: `{later}` and {first} overlap."
            yield place, f"{told} Write when the first ends, or both as one."


def wrong_zone(clinic: Clinic) -> Iterator[tuple[Location, str]]:
    """Hours without a zone to read them in, and a zone of another country."""
    for index, contact in enumerate(clinic.contacts):
        if contact.hours and clinic.time_zone is None:
            told = "Hours need `time_zone`. Write it above, like `America/New_York`."
            yield ("contacts", index, "hours"), told
    if clinic.time_zone and not is_zone_of(clinic.time_zone, clinic.region):
        told = f"`{clinic.time_zone}` is no time zone of the region ({country(clinic.region)})."
        yield ("time_zone",), f"{told} Write the clinic's own."


def wrong_map(clinic: Clinic, folder: Path) -> Iterator[tuple[Location, str]]:
    """A map that some visitors cannot see or hear, that is not there, or that is no picture."""
    if clinic.map is None:
        if clinic.map_text is not None:
            yield ("map_text",), "`map_text` says what a map shows. Write `map` too."
        return
    if clinic.map_text is None:
        told = "A map needs `map_text`: the same in words, for whoever cannot see it. Write it."
        yield ("map",), told
    path = folder / clinic.map
    if Path(clinic.map).name != clinic.map or not path.is_file():
        yield ("map",), f"No file `{clinic.map}` stands beside this one. Put it there."
    elif not os.access(path, os.R_OK):
        yield ("map",), f"The kiosk may not read `{clinic.map}`. Let its user read the file."
    elif path.stat().st_size > LARGEST:
        yield ("map",), f"`{clinic.map}` is larger than {LARGEST // 1000} kB. Make it smaller."
    elif not is_picture(path.read_bytes()):
        yield ("map",), f"`{clinic.map}` is no picture that a kiosk shows. Save it as PNG or SVG."


def is_picture(content: bytes) -> bool:
    """Whether a file begins as a picture does that every browser shows."""
    return content.startswith(PNG) or SVG.match(content[:BEGINS_WITHIN]) is not None
