"""That what the server sends leaves it at once. There is no setting for either of these.

Between two looks for what there is to be sent, Streamlit 1.67 rests for 5 ms, so that a page comes
in few lots. It comes in one in any case (stream.py).

Streamlit 1.67 binds its socket without naming TCP, and asyncio 3.11 then leaves Nagle's algorithm
on (RFC 896): a small message waits until the one before it was acknowledged, which may take a
browser 40 ms.
"""

import socket
from asyncio import Protocol, Transport
from collections.abc import Callable
from typing import TypeAlias

from streamlit.runtime import runtime
from uvicorn.protocols.http.auto import AutoHTTPProtocol

RESTS = 0.001  # seconds
Begin: TypeAlias = Callable[[Protocol, Transport], None]


def send() -> None:
    """Let every connection send at once, a WebSocket too: it begins as a request. Call it once."""
    runtime.MESSAGE_FLUSH_INTERVAL_SECS = RESTS  # type: ignore[attr-defined]
    AutoHTTPProtocol.connection_made = at_once(AutoHTTPProtocol.connection_made)  # type: ignore[assignment,method-assign]


def at_once(begin: Begin) -> Begin:
    """Begin a connection as before, with Nagle's algorithm off."""

    def begin_at_once(protocol: Protocol, transport: Transport) -> None:
        connection = transport.get_extra_info("socket")
        if connection is not None and connection.family in {socket.AF_INET, socket.AF_INET6}:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        begin(protocol, transport)

    return begin_at_once
