"""Whether a telephone number can be one that answers (Google's libphonenumber, by phonenumbers).

Its metadata know which numbers are given out, not who answers: a number still has to be called.
"""

import re
from collections.abc import Iterator

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    ValidationResult,
    format_number,
    is_possible_number_with_reason,
    is_valid_number,
    parse,
    region_code_for_number,
)
from phonenumbers.shortnumberinfo import is_emergency_number, is_valid_short_number_for_region

from logic.clinic.regions import TERRITORIES, country
from logic.content.vocabulary import Region

# A number within a text. One digit alone is a key to press: "988, then press 1".
NUMBER = re.compile(r"\+?\d[\d\s().-]*\d")
WHOLE = re.compile(r"\(?\+?\d[\d\s().-]*\d(?:,? ?(?:ext\.?|x) ?\d{1,6})?")
# What can only be meant as a number to call. Rooms, hours, a street and a postal code stand in the
# same words: a space parts two of those, and no exchange of seven digits begins with 0 or 1.
TO_CALL = re.compile(
    r"""(?<!\w)(?<!\d[.-])(?:
    \+\d[\d\s().-]*\d                                         # with a country's code
    |(?:1[\s.-]?)?\(?\d{3}\)?(?:[\s.-]?\d{3}[.-]?|\s\d{3}\s)\d{4}  # ten digits, or eleven
    |(?:1[.-])?(?:\(\d{3}\)\s?|\d{3}[.-])\d{3}[.-]\d{3,5}        # one too few, or too many
    |[2-9]\d\d[.-]?\d{4}                                       # without its area code
    |(?:1[.-]?)?(?:\d{3}[.-]\d{3}[.-]?[A-Z]{4}|8\d\d[.-][A-Z][A-Z-]{6,7})  # in letters
    )(?![.-]?\d)""",
    re.VERBOSE,
)
# What stands before the first and the last of a row, such as “Rooms 220-1204”. A number that can be
# dialled everywhere is one to call even there.
A_ROW_OF = re.compile(
    r"\b(?:rooms?|suites?|units?|offices|desks|doors|beds?|floors?|study|studies|salas?|cuartos?|"
    r"habitaci(?:ón|ones)|consultorios|oficinas|puertas|camas?|pisos?|estudios?) ?$",
    re.IGNORECASE,
)
LOCAL = re.compile(r"[2-9]\d{6}")
RELAY = "711"  # TTY, everywhere in the country
LONGEST_SHORT = 6  # digits of a short code: 911, 988, 741741
# What nobody can have: digits in a row, four or more all alike (999 is real in places), and
# 555-0100 to 555-0199, kept for films.
MADE_UP = re.compile(r"(\d)\1{3,}|1?\d{0,3}55501\d\d")
IN_A_ROW = ("01234567890", "09876543210")
FEWEST_IN_A_ROW = 5


def numbers_in(text: str) -> list[str]:
    """Every number within a text, as it is written."""
    return NUMBER.findall(text)


def told_to_call(text: str, region: Region) -> list[str]:
    """Every number within a text that can only be meant as one to call, as it is written."""
    return [
        found[0]
        for found in TO_CALL.finditer(text)
        if not (A_ROW_OF.search(text, 0, found.start()) and is_local(found[0], region))
    ]


def is_local(number: str, region: Region) -> bool:
    """Whether a number can be dialled only from nearby: it has no area code."""
    try:
        found = parse(number, region)
    except NumberParseException:
        return False
    return bool(is_possible_number_with_reason(found) == ValidationResult.IS_POSSIBLE_LOCAL_ONLY)


def is_made_up(number: str) -> bool:
    """Whether a number is plainly a placeholder."""
    digits = re.sub(r"\D", "", number)
    in_a_row = len(digits) >= FEWEST_IN_A_ROW and any(digits in row for row in IN_A_ROW)
    return in_a_row or MADE_UP.fullmatch(digits) is not None


def is_short(number: str) -> bool:
    """Whether a number is a short code, such as 988 or 741741."""
    return len(re.sub(r"\D", "", number)) <= LONGEST_SHORT


def is_emergency(number: str, region: Region) -> bool:
    """Whether a number is one for emergencies in a region."""
    return is_emergency_number(number, region)


def parsed(number: str, region: Region) -> PhoneNumber | None:
    """A number as the metadata know it; none where it is none, or one of another country."""
    try:
        found = parse(number, region)
    except NumberParseException:
        return None
    if is_short(number):
        return found if is_valid_short_number_for_region(found, region) else None
    is_here = is_valid_number(found) and region_code_for_number(found) in TERRITORIES[region]
    return found if is_here else None


def mistakes_in(text: str, region: Region) -> Iterator[str]:
    """What is wrong with the numbers that a text tells somebody to call or to text."""
    numbers = numbers_in(text)
    if not numbers:
        yield f"`{text}` holds no number. Write the one to use, or leave it out."
    for number in numbers:
        if wrong := mistake_in(number, region):
            yield f"`{number}` {wrong}"


def mistake_in(number: str, region: Region) -> str | None:
    """What is wrong with a number that nobody can have in a region."""
    if is_made_up(number):
        return "is a placeholder. Write a number that somebody has called."
    if LOCAL.fullmatch(re.sub(r"\D", "", number)):
        return "has no area code. Write it like `202-456-1111`, and rooms like `220 to 240`."
    return f"is {elsewhere(region)}" if parsed(number, region) is None else None


def elsewhere(region: Region) -> str:
    """What is told of a number that nobody can have in a region."""
    return f"no number of the region ({country(region)}). Write one that answers there."


def mistake_of_a_clinics(phone: str, region: Region) -> str | None:
    """What is wrong with a clinic's own number, which is written whole and with nothing around."""
    if not WHOLE.fullmatch(phone):
        return "is not written in digits alone. Write it like `202-456-1111` or with `ext. 12`."
    if phone == RELAY:
        return "is the relay for TTY, not the clinic. Write the clinic's own number."
    if is_short(phone) and not is_made_up(phone):
        return (
            "is too short for a clinic's number. Write it with its area code; crisis lines stand "
            "on the page already, and a number inside the house belongs in `desk`."
        )
    return mistake_in(phone, region)


def dialled(phone: str, region: Region) -> str:
    """A clinic's number as a link has a phone dial it, its extension apart (RFC 3966)."""
    found = parsed(phone, region)
    return format_number(found, PhoneNumberFormat.RFC3966) if found else f"tel:{phone}"


def written(phone: str, region: Region) -> str:
    """A clinic's number as people write it where the clinic is; a wrong one as it stands."""
    found = parsed(phone, region)
    return format_number(found, PhoneNumberFormat.NATIONAL) if found else phone
