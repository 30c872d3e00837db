"""What passes through the WebSocket of a visit: taps in, pages out. No visit is taken up again."""

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from logic.door import frame_fault

PROTOCOL_ERROR, POLICY_VIOLATION = 1002, 1008  # why a WebSocket is closed: RFC 6455, section 7.4.1
SUBPROTOCOL = b"sec-websocket-protocol"


def only_new(scope: Scope) -> Scope:
    """A handshake that asks for a new session only.

    Streamlit 1.67 lets a browser name, in this header, the session that it wants back.
    """
    others = [one for one in scope["headers"] if one[0] != SUBPROTOCOL]
    return {**scope, "headers": [*others, (SUBPROTOCOL, b"streamlit")]}


class Stream:
    """One WebSocket, until it is closed from either side."""

    def __init__(self, receive: Receive, send: Send) -> None:
        """Stand between a browser and Streamlit."""
        self.from_browser, self.to_browser = receive, send
        self.is_open, self.is_known = True, False

    async def receive(self) -> Message:
        """The next tap. Anything else closes the WebSocket, and Streamlit never sees it."""
        message = await self.from_browser()
        if message["type"] == "websocket.receive" and (code := fault(message)):
            await self.send({"type": "websocket.close", "code": code})
            message = {"type": "websocket.disconnect", "code": code}
        self.is_open = self.is_open and message["type"] != "websocket.disconnect"
        return message

    async def send(self, message: Message) -> None:
        """Hand on what Streamlit draws, as long as somebody is there."""
        if not self.is_known and message.get("bytes"):
            self.is_known = forgets_when_left(message["bytes"])
        if self.is_open:
            await self.to_browser(message)


def fault(message: Message) -> int | None:
    """Why a message cannot be a tap, as a code to close with. A tap asks Streamlit to draw."""
    if code := frame_fault(message.get("text"), message.get("bytes")):
        return code
    try:
        asked = BackMsg.FromString(message["bytes"])
    except DecodeError:
        return PROTOCOL_ERROR
    return None if asked.WhichOneof("type") == "rerun_script" else POLICY_VIOLATION


def forgets_when_left(told: bytes) -> bool:
    """Have Streamlit drop a session as soon as its browser is gone, once it told which it is.

    Otherwise it keeps it for a browser that comes back, and drops it when it next has to.
    """
    named = ForwardMsg.FromString(told).new_session.initialize.session_id
    if named:
        runtime.get_instance().mark_session_nonresumable(named)
    return bool(named)
