"""A screen without a browser: it speaks Streamlit's own messages, and taps as a browser would.

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
from logic import lots
from logic.carried import laid_out
from logic.door import STREAM

WAIT = 30  # seconds for an answer of a busy machine
# What Streamlit 1.67 calls a widget: its own number, and the key that the app gave.
KEYED = re.compile(r"\$\$ID-[0-9a-f]+-(.+)")
# The kiosk's own controls, those that are off apart, and the page that they stand on.
CONTROL = re.compile(r' data-tap="([^"]+)"(?![^>]* disabled[ >])')
PAGE = re.compile(r' data-page="([^"]+)"')


@dataclass
class Sight:
    """What a screen was last sent: the page, and what can be tapped on it."""

    buttons: dict[str, str] = field(default_factory=dict)  # of Streamlit's, by their keys
    controls: set[str] = field(default_factory=set)  # of the kiosk's
    shown: str = ""  # the kiosk's page
    page: str = ""  # that Streamlit last named

    def tapping(self, name: str) -> str | bytes:
        """What a tap says, a button's by its key. Raises LookupError where nothing is called so."""
        if name in self.controls:
            return f"{self.shown} {name}"
        if name in self.buttons:
            return self.asking(WidgetState(id=self.buttons[name], trigger_value=True))
        raise LookupError(f"No {name!r} among {sorted(self.controls or self.buttons)}")

    def asking(self, *pressed: WidgetState) -> bytes:
        """What asks for a page."""
        asked = ClientState(page_script_hash=self.page)
        asked.widget_states.widgets.extend(pressed)
        return bytes(BackMsg(rerun_script=asked).SerializeToString())

    def takes(self, told: str | bytes) -> bool:
        """Take in what came; whether the last of a page was in it."""
        if isinstance(told, str):
            raise TypeError("Streamlit speaks in bytes.")
        return True in list(map(self.takes_one, lots.apart(told)))  # all are taken in

    def takes_one(self, told: bytes) -> bool:
        """Take in one message; whether it was the last of a page."""
        message = ForwardMsg.FromString(told)
        kind = message.WhichOneof("type")
        if kind == "new_session":
            self.buttons.clear()
            self.controls.clear()
        elif kind == "navigation":
            self.page = message.navigation.page_script_hash
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "button":
            name = message.delta.new_element.button.id
            if keyed := KEYED.fullmatch(name):
                self.buttons[keyed[1]] = name
        elif kind == "delta" and message.delta.new_element.WhichOneof("type") == "html":
            body = laid_out(message.delta.new_element.html.body)
            self.controls.update(CONTROL.findall(body))
            self.shown = next(iter(PAGE.findall(body)), self.shown)
        # A run that was asked to begin anew, by `st.switch_page`, ends without a page.
        ended = ForwardMsg.ScriptFinishedStatus.FINISHED_EARLY_FOR_RERUN
        return bool(kind == "script_finished" and message.script_finished != ended)


@dataclass
class Screen(Sight):
    """One connection, and what is in sight on it."""

    line: ClientConnection = field(kw_only=True)

    def tap(self, name: str) -> None:
        """Tap a control, and wait for all that it draws."""
        self.says(self.tapping(name))

    def says(self, told: str | bytes) -> None:
        """Say this, and take in the page that it leads to until it is whole."""
        self.line.send(told)
        while not self.takes(self.line.recv(WAIT)):
            pass


@contextmanager
def screen(address: str) -> Iterator[Screen]:
    """A screen that has its first page, until the block ends."""
    line = connect(
        f"{address.replace('http', 'ws', 1)}{STREAM}",
        origin=Origin(address),
        subprotocols=[Subprotocol("streamlit")],
        proxy=None,
        max_size=None,
    )
    with line:
        opened = Screen(line=line)
        opened.says(opened.asking())
        yield opened


BY_NAME = {
    KIOSK: ("start", f"condition-{apps.CONDITION}", "next", "next", "next", "next"),
    apps.USUAL: ("next", f"condition-{apps.CONDITION}", "next", "next", "next", "next"),
    apps.BARE: ("to-second", "to-first"),
}
STUDIES = 3  # taps to the fullest page; of two pages, to the last


def visit(opened: Screen, app: str) -> None:
    """Go from the first page to the last; the kiosk then clears the screen."""
    for name in BY_NAME[app]:
        opened.tap(name)
    if app == KIOSK:
        opened.tap("clear")
