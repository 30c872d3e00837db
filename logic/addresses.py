"""Addresses that a clinic writes: where the kiosk answers, where its site and its printer are."""

import re
from ipaddress import ip_address, ip_network
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

# The last part of a name is never a number: what looks like an IP address and is none is a slip.
NAME = re.compile(r"([a-z0-9-]{1,63}\.)*(?!\d+$)[a-z0-9-]{1,63}", re.IGNORECASE)
PATH = re.compile(r"(/[A-Za-z0-9._~-]*)*")
# What no phone finds: the machine itself, and names that are kept for examples (RFC 2606).
NOBODYS = re.compile(r"(?:.*\.)?(?:localhost|test|invalid|example(?:\.(?:com|net|org))?)\.?")
# What only a network of one's own can know (RFC 6762, RFC 8375, ICANN): one word, or these ends.
INSIDE = re.compile(r"[^.]+\.?|.*\.(?:internal|local|lan|home\.arpa)\.?")
LONGEST_ADDRESS = 120  # what a code holds beside it are all questions of a visitor: logic/phone


def is_ip_address(value: str) -> bool:
    """Whether a machine is named by its number."""
    try:
        ip_address(value)
    except ValueError:
        return False
    return True


def is_every_network(value: str) -> bool:
    """Whether a machine that answers there answers wherever it is reached."""
    return is_ip_address(value) and ip_address(value).is_unspecified


def host(value: str) -> str:
    """The name or IP address of a machine, with nothing around it: no port, no `http://`."""
    if not (is_ip_address(value) or NAME.fullmatch(value)):
        raise PydanticCustomError("string_pattern_mismatch", "is no host")
    return value


def network(value: str) -> str:
    """An IP address, or a network of them."""
    try:
        ip_network(value)
    except ValueError:
        raise PydanticCustomError("string_pattern_mismatch", "is no network") from None
    return value


def page_address(value: str) -> str:
    """The address of a page that phones open, as a QR code begins with it: no `/` at its end."""
    try:
        parts = urlsplit(value)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        parts, port, name = urlsplit(""), None, ""
    if parts.username is not None:
        raise ValueError("`public_url` holds a name or a password. Leave out all up to its `@`.")
    if is_ip_address(name):
        raise ValueError("`public_url` holds an IP address. Write the name of the web server.")
    if {"?", "#"} & set(value):
        raise ValueError("`public_url` holds `?` or `#`. Leave it out, and all that follows it.")
    if parts.scheme == "https" and not name.isascii():
        raise ValueError(f"`public_url` holds `{name}`. Write that name as {in_ascii(name)}.")
    is_whole = parts.scheme == "https" and NAME.fullmatch(name) and port != 0
    if not (is_whole and PATH.fullmatch(parts.path)):
        raise ValueError(
            f"`public_url` must be an address that begins with `https://`, not {value!r}. "
            'Write it like `"https://clinic.example/ask-first"`.'
        )
    if len(value) > LONGEST_ADDRESS:
        raise ValueError(
            f"`public_url` has {len(value)} signs. Use an address of {LONGEST_ADDRESS} or fewer."
        )
    return value.rstrip("/")


def kiosk_address(value: str) -> str:
    """Where a kiosk is asked how it is: a machine and perhaps its port, and nothing behind that."""
    try:
        parts = urlsplit(value)
        port, name = parts.port, parts.hostname or ""
    except ValueError:
        parts, port, name = urlsplit(""), None, ""
    is_named = is_ip_address(name) or NAME.fullmatch(name)
    is_whole = parts.scheme in {"http", "https"} and is_named and port != 0
    around = (parts.path.strip("/"), parts.query, parts.fragment, parts.username)
    if not is_whole or any(around):
        raise PydanticCustomError("string_pattern_mismatch", "is no address of a kiosk")
    return value.rstrip("/")


def in_a_url(address: str) -> str:
    """An address as a URL holds it: one of IPv6 stands in brackets, apart from the port."""
    return f"[{address}]" if ":" in address else address


def is_database(value: object) -> bool:
    """Whether this is the address of a PostgreSQL database, by which a driver can find it."""
    try:
        parts = urlsplit(value if isinstance(value, str) else "")
        is_whole = parts.port != 0 and len(parts.path) > 1
    except ValueError:
        return False
    return is_whole and parts.scheme == "postgresql"


def is_nobodys(value: str) -> bool:
    """Whether the address of a page is one that no phone finds."""
    return NOBODYS.fullmatch(urlsplit(value).hostname or "") is not None


def is_inside(value: str) -> bool:
    """Whether the address of a page is one that no phone finds outside the clinic's network."""
    return INSIDE.fullmatch(urlsplit(value).hostname or "") is not None


def in_ascii(name: str) -> str:
    """The name of a machine as every browser and every code can hold it, as it is told."""
    try:
        return f"`{name.encode('idna').decode()}`"
    except UnicodeError:
        return "it was registered, in ASCII"


def this_machine(server: str) -> str:
    """Where CUPS answers on this machine: elsewhere a handout would go over a network as it is."""
    by_port = re.fullmatch(r"(?:localhost|127\.0\.0\.1|\[::1\]):(\d{1,5})", server)
    if not (re.fullmatch(r"/\S+", server) or (by_port and 0 < int(by_port[1]) < 1 << 16)):
        raise ValueError(
            f"`printing.server` must be CUPS on this machine, not {server!r}. "
            'Write it like `"127.0.0.1:631"` or `"/run/cups/cups.sock"`.'
        )
    return server


Host = Annotated[str, AfterValidator(host), Field(examples=['"kiosk.clinic.internal"'])]
Network = Annotated[str, AfterValidator(network), Field(examples=['"192.0.2.0/24"'])]
PageAddress = Annotated[
    str,
    AfterValidator(page_address),
    Field(examples=['"https://clinic.example/ask-first"']),
]
CupsServer = Annotated[str, AfterValidator(this_machine), Field(examples=['"127.0.0.1:631"'])]
KioskAddress = Annotated[
    str, AfterValidator(kiosk_address), Field(examples=['"http://127.0.0.1:8501"'])
]
