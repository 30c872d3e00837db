"""Screens that are no browsers: each speaks Streamlit's own messages, and does as the guard does.

A screen loads the page, opens its WebSocket with the cookie that it was given, taps by the names of
controls, and opens a new page whenever its WebSocket is gone. What happens to it is written down.
"""

import re
import time
from contextlib import suppress
from dataclasses import dataclass, field
from http.client import HTTPConnection, HTTPException
from threading import Event, Thread

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from logic import lots
from logic.carried import laid_out
from logic.door import STREAM

FULL = 503
WAIT = 60  # seconds for a page on a busy machine
CONTROL = re.compile(r' data-tap="([^"]+)"')
SHOWN = re.compile(r' data-page="(([0-9a-f]{8})-\d+)"')
COOKIE = re.compile(r"room=([^;]*)")
ASKS_AGAIN = 0.4  # seconds, as the guard
A_VISIT = ("start", "condition", "next", "next", "next", "next")  # welcome to referral


class LostError(Exception):
    """The WebSocket is gone."""


@dataclass
class Seen:
    """What happened to one screen."""

    refused: int = 0  # times that a server said it has no place
    visits: int = 0  # that went from the welcome page to Clear screen
    cut: int = 0  # that were under way when the WebSocket went
    lost: list[str] = field(default_factory=list)  # each server whose WebSocket went, visit or not
    clean_at: list[float] = field(default_factory=list)  # when a clear welcome page was there again
    mixed: int = 0  # visits whose pages bore more than one name of the kiosk
    names: list[str] = field(default_factory=list)  # the kiosk's name in each visit


class Screen(Thread):
    """One screen, at which one visitor follows another until it is told to stop."""

    def __init__(self, place: str, names: tuple[str, ...], condition: str) -> None:
        """Ask at `place`. The kiosk bears one of `names`, and visitors pick a `condition`."""
        super().__init__(daemon=True)
        self.place, self.names, self.condition = place, names, condition
        self.stream: ClientConnection | None = None
        self.room = self.page = self.number = self.shown = ""
        self.is_visited = False
        self.stops, self.seen = Event(), Seen()
        self.trouble: BaseException | None = None

    def run(self) -> None:
        """Serve visitors. What nobody foresaw is kept for the test to raise."""
        try:
            self.opens()
            while not self.stops.is_set():
                try:
                    self.serves_a_visitor()
                except LostError:
                    self.is_lost()
        except BaseException as trouble:  # noqa: BLE001 (a thread's own would be lost)
            self.trouble = trouble
        finally:
            self.hangs_up()

    def serves_a_visitor(self) -> None:
        """One visit, from the welcome page to Clear screen, and the new page that comes then."""
        names = set[str]()
        for tap in A_VISIT:
            self.taps(tap)
            names.add(self.name_in_sight())
            self.stops.wait(0.05)  # a visitor reads
        self.taps("clear")
        self.is_visited = False
        self.seen.visits += 1
        self.seen.mixed += len(names) > 1
        self.seen.names += names
        self.hangs_up()
        self.opens()

    def name_in_sight(self) -> str:
        """What the kiosk is called on the page that was drawn."""
        (name,) = [one for one in self.names if f">{one}<" in self.page]
        return name

    def is_lost(self) -> None:
        """Do as the guard does: forget, wait for a server, and open a new page."""
        self.seen.lost.append(self.room)
        self.seen.cut += self.is_visited
        self.is_visited = False
        self.hangs_up()
        self.opens()
        self.seen.clean_at.append(time.monotonic())

    def opens(self) -> None:
        """Load the page wherever a server is, and have a clear welcome page drawn."""
        until = time.monotonic() + WAIT
        while time.monotonic() < until:
            with suppress(LostError, OSError, HTTPException, InvalidHandshake):
                if self.asks("/kiosk/well") == 204 and self.asks("/") == 200:
                    self.begins()
                    return
            self.stops.wait(ASKS_AGAIN)
        raise AssertionError("No server takes this screen.")

    def asks(self, path: str) -> int:
        """Ask for an address, as a browser with the cookie; the status."""
        asking = HTTPConnection(self.place, timeout=WAIT)
        try:
            asking.request("GET", path, headers={"Cookie": f"room={self.room}"})
            answer = asking.getresponse()
            answer.read()
            if given := COOKIE.search(answer.headers.get("Set-Cookie", "")):
                self.room = given[1]
        finally:
            asking.close()
        self.seen.refused += answer.status == FULL
        return answer.status

    def begins(self) -> None:
        """Open the WebSocket and draw the first page, which is a new visit's."""
        before = self.number
        self.stream = connect(
            f"ws://{self.place}{STREAM}",
            origin=Origin(f"http://{self.place}"),
            subprotocols=[Subprotocol("streamlit")],
            additional_headers={"Cookie": f"room={self.room}"},
            proxy=None,
            ping_interval=None,  # a browser does not ask, either: who lets go is in front
            open_timeout=WAIT,
            close_timeout=0.2,
            max_size=None,
            legacy=True,
        )
        if answer := self.stream.response:
            given = COOKIE.search(answer.headers.get("Set-Cookie", ""))
            self.room = given[1] if given else self.room
        self.says(BackMsg(rerun_script=ClientState()).SerializeToString())
        assert self.number != before, "It is the visit of before."
        assert "start" in CONTROL.findall(self.page), "It is no welcome page."

    def taps(self, name: str) -> None:
        """Tap a control, and have the page drawn that it leads to."""
        wanted = f"{name}-{self.condition}" if name == "condition" else name
        assert wanted in CONTROL.findall(self.page), f"Nothing leads to {wanted}."
        self.says(f"{self.shown} {wanted}")
        self.is_visited = self.is_visited or name == "start"

    def says(self, asked: str | bytes) -> None:
        """Ask for a page, and take all of it in."""
        assert self.stream
        drawn, is_drawn = b"", False
        try:
            self.stream.send(asked)
            while not is_drawn:
                message = self.stream.recv(WAIT, decode=False)
                told = map(ForwardMsg.FromString, lots.apart(message))
                is_drawn = any(one.HasField("script_finished") for one in told)
                drawn += message
        except (ConnectionClosed, OSError) as gone:
            raise LostError from gone
        self.page = laid_out(drawn.decode(errors="replace"))
        found = SHOWN.search(self.page)
        self.shown, self.number = (found[1], found[2]) if found else ("", "")

    def hangs_up(self) -> None:
        """Close the WebSocket, as a page that is left does."""
        if self.stream:
            with suppress(ConnectionClosed, OSError):
                self.stream.close()
        self.stream = None
