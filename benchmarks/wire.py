"""A screen without a browser: it speaks Streamlit's own messages, and taps by a button's key.

It draws nothing, so what it costs is the server's alone.
"""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from benchmarks import apps
from benchmarks.bars import KIOSK
from logic.door import STREAM

WAIT = 30  # seconds for an answer of a busy machine
# What Streamlit 1.67 calls a widget: its own number, and the key that the app gave.
KEYED = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")


@dataclass
class Screen:
    """One connection, and what can be tapped on the page that it was last sent."""

    line: ClientConnection
    buttons: dict[str, str] = field(default_factory=dict)  # by their keys
    page: str = ""  # that Streamlit last named
    received: int = 0  # bytes

    def tap(self, key: str) -> None:
        """Tap the one button whose key begins like this, and wait for all that it draws."""
        found = [name for own, name in self.buttons.items() if own.startswith(key)]
        if len(found) != 1:
            raise LookupError(f"{len(found)} buttons begin with {key!r}: {sorted(self.buttons)}")
        self.ask(WidgetState(id=found[0], trigger_value=True))

    def ask(self, *pressed: WidgetState) -> None:
        """Ask for a page, and take it in until it is whole."""
        asked = ClientState(page_script_hash=self.page)
        asked.widget_states.widgets.extend(pressed)
        self.line.send(BackMsg(rerun_script=asked).SerializeToString())
        while not self.takes(self.line.recv(WAIT)):
            pass

    def takes(self, told: str | bytes) -> bool:
        """Take in one message; whether it was the last of a page."""
        if isinstance(told, str):
            raise TypeError("Streamlit speaks in bytes.")
        self.received += len(told)
        message = ForwardMsg.FromString(told)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.buttons.clear()
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "button":
            name = message.delta.new_element.button.id
            if keyed := KEYED.fullmatch(name):
                self.buttons[keyed[1]] = name
        # A run that was asked to begin anew, by `st.switch_page`, ends without a page.
        ended = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
        return bool(kind == "script_finished" and message.script_finished != ended)


@contextmanager
def screen(address: str) -> Iterator[Screen]:
    """A screen that has its first page, until the block ends."""
    line = connect(
        f"{address.replace('http', 'ws', 1)}{STREAM}",
        origin=Origin(address),
        subprotocols=[Subprotocol("streamlit")],
        max_size=None,
    )
    with line:
        opened = Screen(line)
        opened.ask()
        yield opened


ON = "next-"
BY_KEY = {
    KIOSK: ("start-", f"condition-{apps.CONDITION}-", ON, ON, ON, ON),
    apps.USUAL: ("next", f"condition-{apps.CONDITION}", "next", "next", "next", "next"),
    apps.BARE: ("to-second", "to-first"),
}
STUDIES = 3  # taps to the fullest page; of two pages, to the last


def visit(opened: Screen, app: str) -> None:
    """Go from the first page to the last; the kiosk then clears the screen."""
    for key in BY_KEY[app]:
        opened.tap(key)
    if app == KIOSK:
        opened.tap("clear-")
