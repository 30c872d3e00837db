"""The Internet Printing Protocol, as far as a kiosk speaks it: RFC 8010 says how it is written."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from struct import error as CutShort  # noqa: N812 (what it means here)
from struct import pack, unpack_from

VERSION = (2, 0)
REQUEST = 1  # one connection carries one request
NAMES_A_GROUP = 0x10  # below it a tag begins a group of attributes; from it on, a value


class Operation(IntEnum):
    """What is asked of the server."""

    PRINT_JOB = 0x0002
    CANCEL_JOB = 0x0008
    GET_JOB_ATTRIBUTES = 0x0009
    GET_JOBS = 0x000A
    GET_PRINTER_ATTRIBUTES = 0x000B


class Group(IntEnum):
    """What the attributes that follow are of."""

    OPERATION = 0x01
    JOB = 0x02
    END = 0x03
    UNSUPPORTED = 0x05


class Tag(IntEnum):
    """What kind of value an attribute has."""

    INTEGER = 0x21
    BOOLEAN = 0x22
    ENUM = 0x23
    NAME = 0x42
    KEYWORD = 0x44
    URI = 0x45
    CHARSET = 0x47
    LANGUAGE = 0x48
    MIME_TYPE = 0x49


KINDS = {
    "attributes-charset": Tag.CHARSET,
    "attributes-natural-language": Tag.LANGUAGE,
    "copies": Tag.INTEGER,
    "document-format": Tag.MIME_TYPE,
    "job-cancel-after": Tag.INTEGER,
    "job-id": Tag.INTEGER,
    "job-name": Tag.NAME,
    "job-sheets": Tag.KEYWORD,
    "media": Tag.KEYWORD,
    "my-jobs": Tag.BOOLEAN,
    "printer-uri": Tag.URI,
    "requested-attributes": Tag.KEYWORD,
    "requesting-user-name": Tag.NAME,
}

Value = int | bool | str
Attributes = Mapping[str, Value | tuple[Value, ...]]


@dataclass(frozen=True)
class Answer:
    """What the server says: how it went, and the values of each attribute, of any group."""

    status: int
    attributes: dict[str, list[Value]]

    @property
    def is_good(self) -> bool:
        """Whether the server did what was asked."""
        return self.status < 0x0100  # noqa: PLR2004 (all of `successful-...`)

    def number(self, name: str) -> int | None:
        """An attribute that is one number, if it was told."""
        return next(iter(self.numbers(name)), None)

    def numbers(self, name: str) -> tuple[int, ...]:
        """An attribute of several jobs, or one with several numbers."""
        return tuple(one for one in self.attributes.get(name, ()) if isinstance(one, int))

    def words(self, name: str) -> tuple[str, ...]:
        """An attribute that is some keywords; none, where it was not told."""
        return tuple(one for one in self.attributes.get(name, ()) if isinstance(one, str))


def request(operation: Operation, about: Attributes, job: Attributes | None = None) -> bytes:
    """A request, up to where a document follows. `job` says how it is to be printed."""
    parts = [pack(">BBHI", *VERSION, operation, REQUEST), bytes([Group.OPERATION])]
    charset: Attributes = {"attributes-charset": "utf-8", "attributes-natural-language": "en"}
    parts.extend(written({**charset, **about}))
    if job:
        parts += [bytes([Group.JOB]), *written(job)]
    return b"".join([*parts, bytes([Group.END])])


def written(attributes: Attributes) -> Iterator[bytes]:
    """Attributes as they are sent. Only the first of several values carries the name."""
    for name, given in attributes.items():
        for place, value in enumerate(given if isinstance(given, tuple) else (given,)):
            raw = raw_of(value)
            said = b"" if place else name.encode()
            yield bytes([KINDS[name]]) + pack(">H", len(said)) + said + pack(">H", len(raw)) + raw


def raw_of(value: Value) -> bytes:
    """A value as it is sent."""
    if isinstance(value, bool):
        return bytes([value])
    return pack(">i", value) if isinstance(value, int) else value.encode()


def answer(raw: bytes) -> Answer:
    """Read an answer; raise ValueError where it is none."""
    try:
        status: int = unpack_from(">xxH", raw)[0]
        return Answer(status, attributes_in(raw))
    except (CutShort, IndexError) as error:
        raise ValueError("This is no answer of the Internet Printing Protocol.") from error


def attributes_in(raw: bytes) -> dict[str, list[Value]]:
    """Every attribute of an answer, except those that only repeat what was not understood."""
    found: dict[str, list[Value]] = {}
    place, group, name = 8, 0, ""
    while (tag := raw[place]) != Group.END:
        place += 1
        if tag < NAMES_A_GROUP:
            group = tag
            continue
        said, place = piece(raw, place)
        value, place = piece(raw, place)
        name = said.decode() or name
        if group != Group.UNSUPPORTED:
            found.setdefault(name, []).append(read(tag, value))
    return found


def piece(raw: bytes, place: int) -> tuple[bytes, int]:
    """What stands behind its own length, and where it ends."""
    begin = place + 2
    end = begin + unpack_from(">H", raw, place)[0]
    return raw[begin:end], end


def read(tag: int, value: bytes) -> Value:
    """A value as Python has it. Of kinds that no kiosk asks for, whatever can be read of them."""
    if tag in (Tag.INTEGER, Tag.ENUM):
        number: int = unpack_from(">i", value)[0]
        return number
    return value[0] != 0 if tag == Tag.BOOLEAN else value.decode(errors="replace")
