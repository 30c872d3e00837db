"""What passes through the WebSocket of a visit: taps in, pages out. No visit is taken up again."""

from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from logic.door import frame_fault

PROTOCOL_ERROR, POLICY_VIOLATION = 1002, 1008  # why a WebSocket is closed: RFC 6455, section 7.4.1
# What a button sends, and the kiosk has nothing but buttons. Streamlit reads any other value of a
# widget as the browser gives it, and fails on a wrong one.
PRESSED = {"trigger_value"}
SUBPROTOCOL = b"sec-websocket-protocol"


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

    async def receive(self) -> Message:
        """The next tap. Anything else closes the WebSocket, and Streamlit never sees it."""
        message = await self.from_browser()
        if message["type"] == "websocket.receive" and (code := fault(message)):
            await self.send({"type": "websocket.close", "code": code})
            self.is_open = False
            return {"type": "websocket.disconnect", "code": code}
        return message

    async def send(self, message: Message) -> None:
        """Hand on what Streamlit draws, as long as somebody is there.

        Nobody there is no failure of Streamlit's: it learns of it when it next waits for a tap.
        """
        if self.session is None and message.get("bytes"):
            self.session = forgets_when_left(message["bytes"])
        if self.is_open:
            # uvicorn 0.54 raises one where the browser has left, the other where it closed itself.
            with suppress(OSError, RuntimeError):
                await self.to_browser(message)


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


def forgets_when_left(told: bytes) -> str | None:
    """Have Streamlit drop a session as soon as its browser is gone, once it told which it is.

    Otherwise it keeps it for a browser that comes back, and drops it when it next has to.
    """
    named = str(ForwardMsg.FromString(told).new_session.initialize.session_id)
    if named:
        runtime.get_instance().mark_session_nonresumable(named)
    return named or None
