"""What the door of the kiosk lets in. It knows only requests; pages/parts/door.py keeps the door.

A request is answered where no rule below refuses it. A refusal says next to nothing: whoever gets
one is no visitor. Each rule is one short function, and `RULES` is their order.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from ipaddress import ip_address, ip_network
from typing import TypeAlias
from urllib.parse import urlsplit

from logic.taps import tap_in

STREAM = "/_stcore/stream"  # Streamlit's WebSocket
METHODS = ("GET", "HEAD")
LOOPBACK = ("localhost", "127.0.0.1", "::1")

# In bytes. A kiosk's browser sends under 2,000 in all its headers, and no question at all.
ADDRESS_AT_MOST = 2_000
HEADERS_AT_MOST = 16_000
# A tap is under 300 bytes, on the fullest page too.
FRAME_AT_MOST = 16_000

UNSUPPORTED, TOO_BIG = 1003, 1009  # why a WebSocket is closed: RFC 6455, section 7.4.1


@dataclass(frozen=True)
class Asked:
    """One request, or the handshake of a WebSocket. Names of headers are in small letters."""

    method: str
    path: str
    length: int
    headers: tuple[tuple[str, str], ...]
    client: str

    def header(self, name: str) -> str | None:
        """The one value of a header; nothing where it is missing or given more than once."""
        values = [value for given, value in self.headers if given == name]
        return values[0] if len(values) == 1 else None


@dataclass(frozen=True)
class Lock:
    """What this kiosk's door lets in.

    `paths` are answered to everybody, each of `inner_paths` to the addresses within its networks.
    A path under one of `prefixes` is no page: where it is unknown it is refused. Any other path is
    that of a page, which leads to the one page there is.
    """

    paths: frozenset[str]
    inner_paths: Mapping[str, tuple[str, ...]]
    prefixes: tuple[str, ...]
    hosts: frozenset[str]


@dataclass(frozen=True)
class Refusal:
    """What a refused request gets: a status of HTTP and a few words."""

    status: int
    words: str


NOT_HERE = Refusal(404, "Not here.")
NOT_LIKE_THIS = Refusal(405, "Not like this.")
NOTHING_TAKEN = Refusal(413, "Nothing is taken here.")
TOO_LONG = Refusal(431, "Too long.")
FULL = Refusal(503, "All places are taken.")

Rule: TypeAlias = Callable[[Asked, Lock], Refusal | None]


def refusal(asked: Asked, lock: Lock, rules: Iterable[Rule]) -> Refusal | None:
    """The first refusal of a request, or nothing where it is let in."""
    return next((refused for rule in rules if (refused := rule(asked, lock))), None)


def is_short(asked: Asked, _: Lock) -> Refusal | None:
    """Address and headers are no longer than a browser's."""
    headers = sum(len(name) + len(value) for name, value in asked.headers)
    is_long = asked.length > ADDRESS_AT_MOST or headers > HEADERS_AT_MOST
    return TOO_LONG if is_long else None


def names_us(asked: Asked, lock: Lock) -> Refusal | None:
    """The Host header names this kiosk; its port says nothing. Else a page of elsewhere asks.

    Tools ask for an inner path by the address of this machine. No page of elsewhere gets there by
    that: it would need a name of its own that leads here.
    """
    host = host_name(asked.header("host"))
    is_a_tools = is_inner(asked, lock) and is_an_address(host)
    return None if host in lock.hosts or is_a_tools else NOT_HERE


def only_reads(asked: Asked, _: Lock) -> Refusal | None:
    """Nothing can be changed, sent or tried out."""
    return None if asked.method in METHODS else NOT_LIKE_THIS


def brings_nothing(asked: Asked, _: Lock) -> Refusal | None:
    """No request has a body."""
    is_empty = all(
        value.strip() == "0" for name, value in asked.headers if name == "content-length"
    )
    has_more = any(name == "transfer-encoding" for name, _ in asked.headers)
    return None if is_empty and not has_more else NOTHING_TAKEN


def is_known(asked: Asked, lock: Lock) -> Refusal | None:
    """The path is that of a page, or one that the kiosk's own page asks for."""
    is_page = not asked.path.startswith(lock.prefixes)
    return None if is_page or is_inner(asked, lock) or asked.path in lock.paths else NOT_HERE


def is_the_stream(asked: Asked, _: Lock) -> Refusal | None:
    """There is one WebSocket."""
    return None if asked.path == STREAM else NOT_HERE


def is_from_our_page(asked: Asked, _: Lock) -> Refusal | None:
    """A WebSocket is opened by the kiosk's own page: its Origin is the Host that it asks."""
    host = asked.header("host")
    return None if asked.header("origin") in {f"http://{host}", f"https://{host}"} else NOT_HERE


RULES: tuple[Rule, ...] = (is_short, names_us, only_reads, brings_nothing, is_known)
HANDSHAKE_RULES: tuple[Rule, ...] = (is_short, names_us, is_the_stream, is_from_our_page)


def host_name(host: str | None) -> str | None:
    """The name in a Host header, in small letters and without its port."""
    try:
        parts = urlsplit(f"//{host or ''}")
        _ = parts.port  # raises where it is no number
    except ValueError:
        return None
    is_bare = parts.netloc == host and "@" not in parts.netloc
    return (parts.hostname or "").rstrip(".") if is_bare else None


def is_inner(asked: Asked, lock: Lock) -> bool:
    """Whether a path is asked for that is not for everybody, by somebody whom it is for."""
    return is_within(asked.client, lock.inner_paths.get(asked.path, ()))


def is_an_address(host: str | None) -> bool:
    """Whether a host is given as a number, and not by a name."""
    try:
        ip_address(host or "")
    except ValueError:
        return False
    return True


def is_within(client: str, networks: Iterable[str]) -> bool:
    """Whether an address lies in one of the networks. What is no address lies in none."""
    try:
        address = ip_address(client)
    except ValueError:
        return False
    address = getattr(address, "ipv4_mapped", None) or address  # ::ffff:127.0.0.1 is 127.0.0.1
    return any(address in ip_network(network) for network in networks)


def loads_again(asked: Asked) -> bool:
    """Whether a page of ours is loading itself again, as a wipe does.

    Browsers say so only of pages from their own machine or over https.
    """
    told = asked.header("sec-fetch-site"), asked.header("sec-fetch-mode")
    return told == ("same-origin", "navigate")


def frame_fault(text: str | None, data: bytes | None) -> int | None:
    """Why a message on the WebSocket is refused: the code to close it with, or nothing.

    Words tell of a tap. Data are Streamlit's own.
    """
    if text is not None:
        return None if tap_in(text) else UNSUPPORTED
    if data is None:
        return UNSUPPORTED
    return TOO_BIG if len(data) > FRAME_AT_MOST else None


def wrong_address(bound: str | None, wanted: str) -> str | None:
    """What to tell an operator whose kiosk is about to answer elsewhere than they said."""
    if bound == wanted:
        return None
    about = f"at {bound}" if bound else "on every network of this machine"
    return (
        f"The kiosk would answer {about}, and its settings say `{wanted}`. Start it with "
        f"`--server.address {wanted}`, or write the other `address` into kiosk.toml."
    )
