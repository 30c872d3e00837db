"""What somebody might send to the kiosk who is no visitor: requests and frames of every wrong kind.

Hypothesis makes them up. They go over plain sockets, since no library of ours would send them.
"""

import re
import socket
from contextlib import suppress
from http.client import BadStatusLine, HTTPResponse
from typing import Any, TypeAlias

from hypothesis import strategies as st
from streamlit.proto.BackMsg_pb2 import BackendOperationRequest, BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.Common_pb2 import FileURLsRequest
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.client import ClientProtocol
from websockets.frames import Frame, Opcode
from websockets.protocol import State
from websockets.typing import Origin, Subprotocol
from websockets.uri import parse_uri

from logic.carried import laid_out
from logic.door import FRAME_AT_MOST, STREAM

CANARY = "zq7canary"  # stands in all that is made up: no answer may repeat it
PAGE, CONTROL = re.compile(r'data-page="([\w-]+)"'), re.compile(r'data-tap="([\w-]+)"')
WAIT = 20  # seconds for an answer of a busy machine

METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", CANARY.upper()]
BEGINNINGS = [
    "/", "//", "/guide", "/static/", "/static/js/", "/static/../", "/media/", "/component/",
    "/kiosk/", "/kiosk/well", "/kiosk/staff", "/kiosk/kiosk.css", "/favicon.png", "/_stcore/health",
    "/_stcore/metrics", "/_stcore/stream", "/_stcore/upload_file/", "/_stcore/agent/",
    "/_stcore/agent/mcp", "/_stcore/bidi-components/", "/_stcore/script-health-check", "/auth/",
    "/oauth2callback", "/app/static/", "http://", "*", "/%2e%2e/", "/%00", "/C:%5C",
]  # fmt: skip
NAMES = [
    "Host", "Origin", "Connection", "Upgrade", "Content-Length", "Transfer-Encoding", "Cookie",
    "Range", "Accept", "Accept-Encoding", "If-Modified-Since", "If-None-Match", "Expect",
    "X-Forwarded-For", "X-Forwarded-Proto", "X-Pin", "Sec-Fetch-Site", "Sec-Fetch-Mode",
    "Sec-WebSocket-Key", "Sec-WebSocket-Version", "Sec-WebSocket-Protocol", "Authorization",
]  # fmt: skip
VALUES = [
    "websocket", "Upgrade", "close", "chunked", "0", "1", "-1", "13", "bytes=0-", "bytes=9-1",
    "dGhlIHNhbXBsZSBub25jZQ==", "127.0.0.1", "localhost", "null", "gzip", "same-origin", "navigate",
]  # fmt: skip

made_up = st.one_of(
    st.text(st.characters(min_codepoint=33, max_codepoint=126), max_size=40),
    st.binary(max_size=20).map(lambda some: "".join(f"%{byte:02x}" for byte in some)),
).map(lambda text: text + CANARY)
targets = st.one_of(
    st.sampled_from(BEGINNINGS),
    st.builds("{}{}".format, st.sampled_from(BEGINNINGS), made_up),
    st.builds("{}?{}".format, st.sampled_from(BEGINNINGS), made_up),
)
anything = st.text(st.characters(max_codepoint=255, exclude_characters="\r\n"), max_size=40)
values = st.one_of(st.sampled_from(VALUES), made_up, anything)
headers = st.lists(st.tuples(st.sampled_from(NAMES), values), max_size=5)
# Mostly the kiosk's own host, since at any other host the door stays shut whatever follows.
hosts = st.sampled_from(
    ["Host: {}", "Host: {}", "Host: {}", "Host: {}", f"Host: {CANARY}", "Host:"]
)


def as_request(method: str, target: str, host: str, more: list[tuple[str, str]]) -> bytes:
    """A request as it goes over the wire, with the kiosk's host still to be filled in."""
    lines = [f"{method} {target} HTTP/1.1", host, *(f"{name}: {value}" for name, value in more)]
    return "\r\n".join([*lines, "", ""]).encode("latin-1")


requests = st.builds(as_request, st.sampled_from(METHODS), targets, hosts, headers)

words = st.text(max_size=30).map(lambda text: CANARY + text)
one_value = st.one_of(
    st.builds(lambda value: {"trigger_value": value}, st.booleans()),
    st.builds(lambda value: {"bool_value": value}, st.booleans()),
    st.builds(lambda value: {"double_value": value}, st.floats()),
    st.builds(lambda value: {"int_value": value}, st.integers(-(2**63), 2**63 - 1)),
    st.builds(lambda value: {"string_value": value}, words),
    st.builds(lambda value: {"json_value": value}, words),
    st.builds(lambda value: {"json_trigger_value": value}, words),
    st.builds(lambda value: {"bytes_value": value}, st.binary(max_size=30)),
    st.builds(lambda value: {"string_trigger_value": {"data": value}}, words),
    st.builds(lambda value: {"string_array_value": {"data": value}}, st.lists(words, max_size=3)),
)


def to_draw(asked: dict[str, Any], states: list[tuple[str, dict[str, Any]]]) -> BackMsg:
    """What a browser sends when it wants a page drawn, with values for widgets."""
    message = BackMsg(rerun_script=ClientState(**asked))
    for name, value in states:
        message.rerun_script.widget_states.widgets.append(WidgetState(id=name, **value))
    return message


def as_tap(page: str, control: str) -> Frame:
    """What a browser sends when somebody taps."""
    return Frame(Opcode.TEXT, f"{page} {control}".encode())


asked = st.fixed_dictionaries(
    {},
    optional={
        "query_string": words,
        "page_script_hash": words,
        "page_name": words,
        "fragment_id": words,
        "is_auto_rerun": st.booleans(),
        "is_history_navigation": st.booleans(),
        "cached_message_hashes": st.lists(words, max_size=3),
        "context_info": st.fixed_dictionaries(
            {}, optional={"timezone": words, "locale": words, "url": words, "color_scheme": words}
        ),
    },
)
draws = st.builds(to_draw, asked, st.lists(st.tuples(words, one_value), max_size=4))
pages = st.from_regex(r"[0-9a-f]{8}-[0-9]{1,9}", fullmatch=True)
controls = st.sampled_from(["start", "talk", "clear", "next", CANARY, f"condition-{CANARY}"])
# A number stands for a control of the page that the kiosk drew last.
taps = st.one_of(st.integers(0, 99), st.builds(as_tap, pages, controls))
others = st.sampled_from(
    [
        BackMsg(clear_cache=True),
        BackMsg(stop_script=True),
        BackMsg(load_git_info=True),
        BackMsg(set_run_on_save=True),
        BackMsg(app_heartbeat=True),
        BackMsg(debug_disconnect_websocket=True),
        BackMsg(debug_shutdown_runtime=True),
        BackMsg(file_urls_request=FileURLsRequest(request_id=CANARY)),
        BackMsg(backend_operation_request=BackendOperationRequest()),
        BackMsg(),
    ]
)
noise = st.binary(max_size=200)
frames = st.one_of(
    st.builds(
        Frame, st.sampled_from([Opcode.TEXT, Opcode.BINARY, Opcode.CONT]), noise, st.booleans()
    ),
    st.builds(
        Frame, st.sampled_from([Opcode.PING, Opcode.PONG, Opcode.CLOSE]), st.binary(max_size=9)
    ),
)
huge = st.sampled_from([FRAME_AT_MOST + 1, 100_000, 1_100_000]).map(
    lambda size: Frame(Opcode.BINARY, bytes(size))
)
one_message = st.one_of(draws, taps, taps, others, frames, noise, huge)


Sent: TypeAlias = BackMsg | Frame | bytes | int


class Wire:
    """A plain connection to the kiosk, opened again whenever either side has closed it."""

    def __init__(self, address: str) -> None:
        """Not connected yet."""
        self.place = address.removeprefix("http://")
        self.line: socket.socket | None = None
        self.said = b""

    def connect(self) -> socket.socket:
        """The connection as it stands, or a new one."""
        if self.line is None:
            host, port = self.place.split(":")
            self.line = socket.create_connection((host, int(port)), timeout=WAIT)
        return self.line

    def close(self) -> None:
        """Hang up."""
        if self.line:
            self.line.close()
        self.line = None

    def say(self, request: bytes) -> None:
        """Send a request as it is, and wait for nothing."""
        self.said = request.replace(b"{}", self.place.encode())
        with suppress(ConnectionError):  # the kiosk had hung up, as its answer will tell
            self.connect().sendall(self.said)

    def hear(self) -> tuple[int, bytes, bytes]:
        """The answer's status, headers and body. Status 0: the kiosk hung up."""
        for _ in range(2):  # it may have hung up before this request came
            answer = HTTPResponse(self.connect(), method=self.said.split(b" ")[0].decode())
            try:
                answer.begin()
                told = answer.status, str(answer.headers).encode(), answer.read()
            except (ConnectionError, BadStatusLine):
                self.close()
                self.say(self.said)
                continue
            if answer.will_close or answer.status not in {200, 204, 303, 404}:
                self.close()  # what is left of the request would be taken for the next one
            return told
        self.close()
        return 0, b"", b""

    def ask(self, request: bytes) -> tuple[int, bytes, bytes]:
        """Send one request as it is; what comes back."""
        self.say(request)
        return self.hear()


class Stream(Wire):
    """A WebSocket to the kiosk that says anything, and remembers what it was told."""

    def connect(self) -> socket.socket:
        """The connection as it stands, or a new one with its handshake done."""
        if self.line is None:
            self.told = b""
            self.protocol = ClientProtocol(
                parse_uri(f"ws://{self.place}{STREAM}"),
                origin=Origin(f"http://{self.place}"),
                subprotocols=[Subprotocol("streamlit")],
            )
            self.protocol.send_request(self.protocol.connect())
            line = super().connect()
            line.sendall(b"".join(self.protocol.data_to_send()))
            while self.protocol.state is State.CONNECTING:
                self.take(line.recv(65536))
            assert self.protocol.state is State.OPEN, "The handshake is refused."
        assert self.line
        return self.line

    def take(self, data: bytes) -> None:
        """Take in what the kiosk sent; nothing is what comes of a line that is closed."""
        self.protocol.receive_data(data) if data else self.protocol.receive_eof()
        self.told += data

    def send(self, message: Sent) -> None:
        """Send one message, and take in what has come until now."""
        line = self.connect()
        try:
            line.settimeout(WAIT)
            line.sendall(self.as_bytes(message))
            line.settimeout(0)
            while self.protocol.state is State.OPEN:
                self.take(line.recv(65536))
            self.close()  # the kiosk hung up: this is how it answers most of this
        except BlockingIOError:
            pass  # nothing more has come
        except ConnectionError:
            self.close()

    def as_bytes(self, message: Sent) -> bytes:
        """A message as it goes over the wire, a tap that is only numbered named."""
        if isinstance(message, bytes):
            return message
        if isinstance(message, int):
            message = self.tap_in_sight(message)
        if isinstance(message, BackMsg):
            message = Frame(Opcode.BINARY, message.SerializeToString())
        return message.serialize(mask=True)

    def tap_in_sight(self, number: int) -> Frame:
        """A tap on one of the controls that were drawn last; before any is, on a page of nobody."""
        told = laid_out(self.told.decode(errors="replace"))
        drawn = told[told.rfind('<div class="top">') :]
        page, known = PAGE.search(drawn), CONTROL.findall(drawn)
        if not page:
            return as_tap("00000000-0", "start")
        return as_tap(page[1], known[number % len(known)])
