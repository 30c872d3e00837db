"""A screen without a browser: it speaks to a real kiosk over its WebSocket, as a browser does."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from logic.door import STREAM

PATIENCE = 60.0  # seconds, on a busy machine
PAGE = re.compile(r'data-page="(\w+)-(\d+)"')


class Screen:
    """What is on it now, and a finger to tap it with."""

    def __init__(self, stream: ClientConnection) -> None:
        """Begin with the first page."""
        self.stream = stream
        self.draw(WidgetStates())

    def tap(self, name: str) -> None:
        """Tap a control by the name that its key begins with, and wait for the page."""
        pressed = next(one for one in self.controls if f"-{name}-{self.number}-" in one)
        self.draw(WidgetStates(widgets=[WidgetState(id=pressed, trigger_value=True)]))

    def draw(self, states: WidgetStates) -> None:
        """Ask for a page and take it in."""
        asked = BackMsg(rerun_script=ClientState(widget_states=states))
        self.stream.send(asked.SerializeToString())
        self.controls = list[str]()
        while not (message := self.received()).HasField("script_finished"):
            element = message.delta.new_element
            if element.HasField("button"):
                self.controls.append(element.button.id)
            if found := PAGE.search(element.html.body):
                self.number = found[1]

    def received(self) -> ForwardMsg:
        """The next message."""
        message = ForwardMsg()
        message.ParseFromString(self.stream.recv(PATIENCE, decode=False))
        return message


@contextmanager
def a_screen(address: str) -> Iterator[Screen]:
    """A screen until the block ends, then it is gone without a word."""
    with connect(
        address.replace("http:", "ws:") + STREAM,
        origin=Origin(address),
        subprotocols=[Subprotocol("streamlit")],
        proxy=None,
        max_size=None,
        open_timeout=PATIENCE,
    ) as stream:
        yield Screen(stream)
