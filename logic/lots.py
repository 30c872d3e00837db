"""Several messages as one. A browser that takes them in one by one draws a page more than once.

pages/static/guard.js takes them apart again, before Streamlit sees them.
"""

from collections.abc import Iterable, Iterator
from struct import Struct

BEGINS = b"\0"  # no message of Streamlit's does: protobuf numbers fields from 1
LENGTH = Struct(">I")


def together(messages: Iterable[bytes]) -> bytes:
    """A lot: each message behind its length."""
    return BEGINS + b"".join(LENGTH.pack(len(one)) + one for one in messages)


def apart(told: bytes) -> Iterator[bytes]:
    """Each message of a lot; a message that came alone is one by itself."""
    if not told.startswith(BEGINS):
        yield told
        return
    at = len(BEGINS)
    while at < len(told):
        begins = at + LENGTH.size
        at = begins + LENGTH.unpack_from(told, at)[0]
        yield told[begins:at]
