"""How the clinic's kiosks are, and what each last found of itself."""

from collections.abc import Sequence
from datetime import datetime, tzinfo

from logic.html_tables import Table
from logic.staff.asking import NOT_FOUND, OK, Answered
from logic.staff.part import Part

ASKED = (
    "Each is asked at the address that `[staff]` in kiosk.toml names, without that at its own: "
    "whether a visit may begin there, and for its numbers. No other machine is asked anything."
)
LOOKS = (
    "Where systemd runs a kiosk, the kiosk comes to itself again and again as a visitor does, and "
    "begins a visit. A kiosk that was started by hand does not look."
)
NEVER, KEPT_BACK, UNKNOWN = "never", "not told to this machine: `metrics_for`", "–"
MEGABYTE = 1_000_000
Asked = Sequence[tuple[str, Answered]]


def kiosks(asked: Asked, here: str, zone: tzinfo | None) -> Part:
    """How each kiosk stands. `here` is what the content of this folder is called."""
    heads = ("Kiosk", "Visits", "Content shown", "To fix", "Screens", "Runs since", "Memory")
    rows = tuple((address, *standing(one, here, zone)) for address, one in asked)
    wrong = tuple(f"{address}: {told}" for address, one in asked for told in faults(one, here))
    return Part("kiosks", "Kiosks", (ASKED,), wrong, tables=(Table("How each is", heads, rows),))


def self_checks(asked: Asked, zone: tzinfo | None) -> Part:
    """What each kiosk last found of itself."""
    rows = tuple((address, *self_check(one, zone)) for address, one in asked)
    wrong = tuple(
        f"{address}: at its last self-check the kiosk found itself not well. Its log says why."
        for address, one in asked
        if one.numbers.get("ask_first_self_check_timestamp_seconds")
        and not one.numbers.get("ask_first_self_check_is_well")
    )
    table = Table("The last self-check of each", ("Kiosk", "When", "Found"), rows)
    return Part("self-checks", "Self-checks", (LOOKS,), wrong, tables=(table,))


def standing(one: Answered, here: str, zone: tzinfo | None) -> tuple[str, ...]:
    """What stands in a kiosk's row."""
    if one.status is None:
        return (f"It does not answer ({one.why}).", *([UNKNOWN] * 5))
    numbers = one.numbers
    if not numbers:
        return (begins(one), KEPT_BACK, *([UNKNOWN] * 4))
    since = moment(numbers["ask_first_content_timestamp_seconds"], zone)
    screens = "{ask_first_screens:.0f} of {ask_first_places:.0f} places".format_map(numbers)
    return (
        begins(one),
        f"{content(one, here)}, since {since}",
        f"{numbers['ask_first_problems']:.0f}",
        screens,
        moment(numbers.get("process_start_time_seconds"), zone),
        memory(numbers.get("process_resident_memory_bytes")),
    )


def begins(one: Answered) -> str:
    """Whether a visit may begin."""
    if one.status == OK:
        return "may begin"
    told = {NOT_FOUND: "none begins: it lets those under way end, or does not know this machine"}
    return told.get(one.status or 0, "none begins: it has no content to show")


def content(one: Answered, here: str) -> str:
    """Which content it shows."""
    if one.numbers.get("ask_first_content_is_earlier_copy"):
        return "an earlier copy"
    return "the same as here" if is_same(one, here) else "another than here"


def is_same(one: Answered, here: str) -> bool:
    """Whether a kiosk shows the content of this folder. It tells the beginning of its name."""
    return bool(one.version) and here.startswith(one.version)


def faults(one: Answered, here: str) -> tuple[str, ...]:
    """What somebody must see to at a kiosk."""
    if one.status is None:
        return (f"the kiosk does not answer ({one.why}).",)
    if one.status != OK:
        return ("no visit can begin there now.",)
    numbers = one.numbers
    told = {
        "it shows an earlier copy: the newest content has something to fix.": numbers.get(
            "ask_first_content_is_earlier_copy"
        ),
        "it shows other content than this folder has.": numbers and not is_same(one, here),
    }
    return tuple(words for words, holds in told.items() if holds)[:1]


def self_check(one: Answered, zone: tzinfo | None) -> tuple[str, str]:
    """When a kiosk last looked at itself, and what it found."""
    if not one.numbers:
        return UNKNOWN, KEPT_BACK if one.status else "It does not answer."
    at = one.numbers.get("ask_first_self_check_timestamp_seconds")
    found = "well" if one.numbers.get("ask_first_self_check_is_well") else "not well"
    return (moment(at, zone), found) if at else (NEVER, UNKNOWN)


def moment(seconds: float | None, zone: tzinfo | None) -> str:
    """A moment as the clinic's clocks show it."""
    if not seconds:
        return UNKNOWN
    return f"{datetime.fromtimestamp(seconds, zone).astimezone(zone):%Y-%m-%d %H:%M:%S}"


def memory(size: float | None) -> str:
    """How much memory a server takes."""
    return f"{size / MEGABYTE:.0f} MB" if size else UNKNOWN
