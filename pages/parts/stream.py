"""What passes through the WebSocket of a visit: taps in, pages out. No visit is taken up again."""

import time
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from logic import metrics
from logic.door import frame_fault
from pages.parts.screens import SCREENS

PROTOCOL_ERROR, POLICY_VIOLATION = 1002, 1008  # why a WebSocket is closed: RFC 6455, section 7.4.1
# What a button sends, and the kiosk has nothing but buttons. Streamlit reads any other value of a
# widget as the browser gives it, and fails on a wrong one.
PRESSED = {"trigger_value"}
SERVICE_RESTART = 1012  # why a WebSocket is closed: RFC 6455 as IANA has gone on with it
END_AT_MOST = 200  # bytes; what says that a page is drawn takes under 20
SUBPROTOCOL = b"sec-websocket-protocol"


OPEN: set["Stream"] = set()  # one for each screen that has a place


def only_new(scope: Scope) -> Scope:
    """A handshake that asks for a new session only.

    Streamlit 1.67 lets a browser name, in this header, the session that it wants back.
    """
    offered = next((value for name, value in scope["headers"] if name == SUBPROTOCOL), b"")
    headers = [one for one in scope["headers"] if one[0] != SUBPROTOCOL]
    if offered.split(b",")[0].strip() == b"streamlit":
        headers.append((SUBPROTOCOL, b"streamlit"))
    return {**scope, "headers": headers}


class Stream:
    """One WebSocket, until it is closed from either side."""

    def __init__(self, receive: Receive, send: Send) -> None:
        """Stand between a browser and Streamlit."""
        self.from_browser, self.to_browser = receive, send
        self.is_open = True
        self.session: str | None = None
        self.tapped: float | None = None  # when, until the page that it leads to is drawn

    @property
    def has_a_visit(self) -> bool:
        """Whether a visit is under way on this screen, or a tap that may begin one."""
        return self.tapped is not None or self.session in SCREENS.under_way

    async def receive(self) -> Message:
        """The next tap. Anything else closes the WebSocket, and Streamlit never sees it."""
        message = await self.from_browser()
        if not self.is_open:  # sent away: a visit that began now would be counted, and seen by none
            return {"type": "websocket.disconnect", "code": SERVICE_RESTART}
        if message["type"] == "websocket.receive" and (code := fault(message)):
            await self.send({"type": "websocket.close", "code": code})
            self.is_open = False
            return {"type": "websocket.disconnect", "code": code}
        if message.get("bytes") and presses(message["bytes"]):
            self.tapped = self.tapped or time.perf_counter()
        return message

    async def send(self, message: Message) -> None:
        """Hand on what Streamlit draws, as long as somebody is there.

        Nobody there is no failure of Streamlit's: it learns of it when it next waits for a tap.
        """
        told = message.get("bytes")
        if told and self.session is None:
            self.session = forgets_when_left(told)
        if told and self.tapped is not None and is_the_end(told):
            metrics.tapped(time.perf_counter() - self.tapped)
            self.tapped = None
        if self.is_open:
            # uvicorn 0.54 raises one where the browser has left, the other where it closed itself.
            with suppress(OSError, RuntimeError):
                await self.to_browser(message)

    async def leave(self) -> None:
        """Close it from here. The guard in the screen opens a new page, wherever that comes from.

        Streamlit learns of it from the browser, which answers; or from the pings, where none does.
        """
        await self.send({"type": "websocket.close", "code": SERVICE_RESTART})
        self.is_open = False


def fault(message: Message) -> int | None:
    """Why a message cannot be a tap, as a code to close with. A tap asks Streamlit to draw."""
    if code := frame_fault(message.get("text"), message.get("bytes")):
        return code
    try:
        asked = BackMsg.FromString(message["bytes"])
    except DecodeError:
        return PROTOCOL_ERROR
    pressed = {one.WhichOneof("value") for one in asked.rerun_script.widget_states.widgets}
    is_tap = asked.WhichOneof("type") == "rerun_script" and pressed <= PRESSED
    return None if is_tap else POLICY_VIOLATION


def presses(asked: bytes) -> bool:
    """Whether a message tells of a press. A page that is drawn for the first time has none."""
    return bool(BackMsg.FromString(asked).rerun_script.widget_states.widgets)


def is_the_end(told: bytes) -> bool:
    """Whether a message says that a page is drawn. Pages themselves are not read for that."""
    return len(told) < END_AT_MOST and ForwardMsg.FromString(told).HasField("script_finished")


def forgets_when_left(told: bytes) -> str | None:
    """Have Streamlit drop a session as soon as its browser is gone, once it told which it is.

    Otherwise it keeps it for a browser that comes back, and drops it when it next has to.
    """
    named = str(ForwardMsg.FromString(told).new_session.initialize.session_id)
    if not named:
        return None
    runtime.get_instance().mark_session_nonresumable(named)
    SCREENS.comes(named)
    return named
