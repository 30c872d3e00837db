"""What passes through the WebSocket of a visit: taps in, pages out. No visit is taken up again."""

import asyncio
import time
from contextlib import suppress

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Scope, Send
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

from logic import metrics
from logic.door import frame_fault
from logic.lots import together
from logic.taps import tap_in
from pages.parts import taps
from pages.parts.screens import SCREENS

PROTOCOL_ERROR, POLICY_VIOLATION = 1002, 1008  # why a WebSocket is closed: RFC 6455, section 7.4.1
SERVICE_RESTART = 1012  # why a WebSocket is closed: RFC 6455 as IANA has gone on with it
TOLD_IN = 10_000  # bytes, at most, in which Streamlit says that a page begins or is whole
HOLDS = 0.5  # seconds for which a page is waited for: what there is of it then is handed on
SAYS_SO_WITHIN = 0.02  # seconds, mostly: Streamlit, after the end of a script, that none runs
SUBPROTOCOL = b"sec-websocket-protocol"


OPEN: set["Stream"] = set()  # one for each screen that has a place


def somebody_waits() -> bool:
    """Whether a page is being drawn for any screen."""
    return any(one.tapped is not None or one.held is not None for one in tuple(OPEN))


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

    def __init__(self, receive: Receive, send: Send, *, is_guarded: bool = True) -> None:
        """Stand between a browser and Streamlit. The guard takes apart what comes in one."""
        self.from_browser, self.to_browser = receive, send
        self.is_guarded = is_guarded
        self.is_open = True
        self.session: str | None = None
        self.tapped: float | None = None  # when, until the page that it leads to is drawn
        self.held: list[Message] | None = None  # what has come of the page that is being drawn
        self.in_turn = asyncio.Lock()  # nothing overtakes what was held
        self.drawn_at = ""  # Streamlit's name of the page in sight

    @property
    def has_a_visit(self) -> bool:
        """Whether a visit is under way on this screen, or a tap that may begin one."""
        return self.tapped is not None or self.session in SCREENS.under_way

    async def receive(self) -> Message:
        """The next tap, as Streamlit sees it: it is asked to draw, and the frame knows what for.

        Whatever is no tap closes the WebSocket, and Streamlit never sees it.
        """
        message = await self.from_browser()
        if not self.is_open:  # sent away: a visit that began now would be counted, and seen by none
            return {"type": "websocket.disconnect", "code": SERVICE_RESTART}
        if message["type"] == "websocket.receive" and (code := fault(message)):
            await self.hand_on({"type": "websocket.close", "code": code})
            self.is_open = False
            return {"type": "websocket.disconnect", "code": code}
        if tap := tap_in(message.get("text") or ""):
            self.tapped = self.tapped or time.perf_counter()
            if self.session:  # else nothing was drawn that it could mean
                taps.comes(self.session, tap)
            return {"type": "websocket.receive", "bytes": to_draw(self.drawn_at)}
        return message

    async def send(self, message: Message) -> None:
        """Hand on what Streamlit draws: a page once it is whole, in one, so that it is drawn once.

        Streamlit 1.67 sends what there is every 10 ms, and its browser draws after each time. After
        the end of a script it says that none runs.
        """
        told = message.get("bytes") or b""
        says = kind(told)
        if says == "new_session":
            self.session = self.session or forgets_when_left(told)
            if self.held is None and self.is_guarded:
                self.held = []
                self.hold_for(HOLDS)
        if says == "script_finished" and self.tapped is not None and is_whole(told):
            metrics.tapped(time.perf_counter() - self.tapped)
            self.tapped = None
        if not told or self.held is None or says_that_none_runs(told):
            await self.hand_on_held(message)
            return
        self.held.append(message)
        if says == "script_finished":
            self.hold_for(SAYS_SO_WITHIN)

    def hold_for(self, seconds: float) -> None:
        """Hold what comes for no longer than this."""
        asyncio.get_running_loop().call_later(seconds, self.hold_no_longer, self.held)

    def hold_no_longer(self, held: list[Message] | None) -> None:
        """Hand on what there is of a page that takes long."""
        if held is not None and self.held is held:
            self.handing_on = asyncio.ensure_future(self.hand_on_held())

    async def hand_on_held(self, *more: Message) -> None:
        """Send what was held and then these, all of it in one."""
        async with self.in_turn:
            held, self.held = [*(self.held or ()), *more], None
            for one in held:
                if kind(one.get("bytes") or b"") == "navigation":
                    self.drawn_at = ForwardMsg.FromString(one["bytes"]).navigation.page_script_hash
            for one in in_one(held) if self.is_guarded else held:
                await self.hand_on(one)

    async def hand_on(self, message: Message) -> None:
        """Send a message, as long as somebody is there.

        Nobody there is no failure of Streamlit's: it learns of it when it next waits for a tap.
        """
        if self.is_open:
            # uvicorn 0.54 raises one where the browser has left, the other where it closed itself.
            with suppress(OSError, RuntimeError):
                await self.to_browser(message)

    async def leave(self) -> None:
        """Close it from here. The guard in the screen opens a new page, wherever that comes from.

        Streamlit learns of it from the browser, which answers; or from the pings, where none does.
        """
        await self.hand_on({"type": "websocket.close", "code": SERVICE_RESTART})
        self.is_open = False


def in_one(messages: list[Message]) -> list[Message]:
    """These messages, what is told in them as one; whatever else there is comes after it."""
    told = [one["bytes"] for one in messages if one.get("bytes")]
    if not told[1:]:
        return messages
    others = [one for one in messages if not one.get("bytes")]
    return [{"type": "websocket.send", "bytes": together(told)}, *others]


def fault(message: Message) -> int | None:
    """Why a message is refused, as a code to close with. Streamlit's own may ask it to draw.

    The kiosk has none of Streamlit's widgets, so nothing may give one a value.
    """
    words, data = message.get("text"), message.get("bytes")
    code = frame_fault(words, data)
    if code or words is not None:
        return code
    try:
        asked = BackMsg.FromString(data)
    except DecodeError:
        return PROTOCOL_ERROR
    gives_values = bool(asked.rerun_script.widget_states.widgets)
    is_to_draw = asked.WhichOneof("type") == "rerun_script" and not gives_values
    return None if is_to_draw else POLICY_VIOLATION


def kind(told: bytes) -> str | None:
    """What a message is, as Streamlit calls it. Pages themselves are not read for that."""
    return ForwardMsg.FromString(told).WhichOneof("type") if len(told) < TOLD_IN else None


def to_draw(drawn_at: str) -> bytes:
    """What asks Streamlit to draw a screen anew, and nothing more.

    Streamlit 1.67 empties the screen first where this does not name the page that is in sight.
    """
    state = ClientState(page_script_hash=drawn_at)
    return bytes(BackMsg(rerun_script=state).SerializeToString())


def is_whole(told: bytes) -> bool:
    """Whether the end of a script is that of a page, rather than of a part or of one given up."""
    ended = ForwardMsg.FromString(told).script_finished
    return bool(ended == ForwardMsg.FINISHED_SUCCESSFULLY)


def says_that_none_runs(told: bytes) -> bool:
    """Whether a message says that no script runs for this screen any more."""
    if kind(told) != "session_status_changed":
        return False
    return not ForwardMsg.FromString(told).session_status_changed.script_is_running


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
