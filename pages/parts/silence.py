"""What the server below the door would tell strangers about itself, and the log about strangers.

Requests that are no HTTP, and handshakes that are none, are answered before the door is asked.
Streamlit 1.67 gives uvicorn no setting for either: these few lines stand in for settings.
"""

import logging

import streamlit.logger
import uvicorn
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
from websockets.http11 import Response
from websockets.server import ServerProtocol

from logic import logs

# Begins what uvicorn 0.54 logs of every wrong request: a stranger could fill the disk with it.
NOISE = (
    "Fatal error: protocol.data_received() call failed",  # what follows an answer that was the last
    "ASGI callable returned without completing handshake",  # our own refusal of a WebSocket
    "Invalid HTTP request received",
    "Invalid UTF-8 sequence received",
    "Unsupported upgrade request",
)


def is_news(record: logging.LogRecord) -> bool:
    """Whether a line of the log is about more than a stranger's wrong request."""
    return not record.getMessage().startswith(NOISE)


def keep() -> None:
    """Let the server name nothing, repeat nothing, and log no noise. Call it once, at the start."""
    # uvicorn 0.54 tells its name in a header of every answer.
    nothing = property(lambda _: [], lambda *_: None)
    uvicorn.Config.encoded_headers = nothing  # type: ignore[assignment]
    # websockets 17.4 says what is wrong with a handshake, in the handshake's own words.
    refuse = ServerProtocol.reject

    def refuse_shortly(handshake: ServerProtocol, status: int, _: str) -> Response:
        return refuse(handshake, status, "Not like this.\n")

    ServerProtocol.reject = refuse_shortly  # type: ignore[assignment,method-assign]
    # What websockets cannot read at all, uvicorn 0.54 leaves open, without an answer, for ever.
    receive = WebSocketsSansIOProtocol.data_received

    def receive_or_hang_up(stream: WebSocketsSansIOProtocol, data: bytes) -> None:
        receive(stream, data)
        if stream.conn.handshake_exc and not stream.handshake_initiated:
            stream.transport.close()

    WebSocketsSansIOProtocol.data_received = receive_or_hang_up  # type: ignore[assignment,method-assign]
    for name in ("uvicorn.error", "asyncio"):
        logging.getLogger(name).addFilter(is_news)


def tell_in_json() -> None:
    """Have the log be JSON, that of Streamlit too: its loggers are made as they are needed."""
    logs.begin()
    # Streamlit 1.67 takes a pattern for its lines, and none can write JSON.
    set_up = streamlit.logger.setup_formatter

    def set_up_as_json(logger: logging.Logger) -> None:
        set_up(logger)
        logs.as_json(logger)

    streamlit.logger.setup_formatter = set_up_as_json
