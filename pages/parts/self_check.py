"""What the kiosk sees of itself from outside, as the browser in the room does: a visit's start.

It goes the way of a browser, over the network and through the door, and leaves nothing behind.
"""

import time
from html import escape
from http.client import HTTPConnection

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from logic import lots
from logic.carried import laid_out
from logic.door import STREAM
from pages.parts import session

TIME = 10  # seconds in which each half must be done
PAGE, FULL = 200, 503  # FULL: no place is free or no content is fit, and a page of ours says so


class NotWellError(Exception):
    """A visitor who came now would not get the first page."""


def check(host: str, port: int) -> None:
    """Come as a visitor comes, and go again; whatever fails on the way is raised."""
    status = status_of_the_page(host, port)
    if status not in {PAGE, FULL}:
        raise NotWellError(f"The page answers {status}.")
    if status == PAGE:
        begin_a_visit(f"[{host}]:{port}" if ":" in host else f"{host}:{port}")


def status_of_the_page(host: str, port: int) -> int:
    """Load the page as a browser does first."""
    asking = HTTPConnection(host, port, timeout=TIME)
    try:
        asking.request("GET", "/")
        answer = asking.getresponse()
        answer.read()
    finally:
        asking.close()
    return answer.status


def begin_a_visit(place: str) -> None:
    """Draw the first page of a visit, and hold it to being the welcome page, whole."""
    try:
        with connect(
            f"ws://{place}{STREAM}",
            origin=Origin(f"http://{place}"),
            subprotocols=[Subprotocol("streamlit")],
            proxy=None,
            open_timeout=TIME,
            close_timeout=1,
            max_size=None,
        ) as stream:
            stream.send(BackMsg(rerun_script=ClientState()).SerializeToString())
            drawn, message, until = b"", b"", time.monotonic() + TIME
            while not is_the_end(message):
                message = received(stream, until)
                drawn += message
    except InvalidStatus as refused:
        if refused.response.status_code != FULL:  # the last place was taken a moment ago
            raise NotWellError(f"A visit is refused: {refused}.") from refused
    else:
        hold_to_the_welcome_page(laid_out(drawn.decode(errors="replace")))


def received(stream: ClientConnection, until: float) -> bytes:
    """The next message, in the time that is left. Streamlit sends bytes alone."""
    return stream.recv(max(0, until - time.monotonic()), decode=False)


def is_the_end(message: bytes) -> bool:
    """Whether the page is drawn, well or not: its messages come as one."""
    told = map(ForwardMsg.FromString, lots.apart(message))
    return any(one.HasField("script_finished") for one in told)


def hold_to_the_welcome_page(drawn: str) -> None:
    """Find the heading and the Start button in what was drawn, and no word of a fault."""
    ui = session.ui()
    for words in (f">{escape(ui.headings.welcome)}</h1>", ui.labels.start):
        if words not in drawn:
            raise NotWellError(f"The welcome page is drawn without “{words}”.")
    if escape(ui.labels.unknown_error) in drawn:
        raise NotWellError("A part of the welcome page fails.")
