"""A network that can fail: it stands between browser and server, and lets bytes through or not."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

PIECE = 65_536  # bytes
PONG = b"\x8a"  # how the frame begins with which a browser answers a ping
A_PONG_IS_SURE = 20  # seconds in which one comes, on a busy machine


class Network:
    """What carries every connection to a server; `address` is where a browser finds it."""

    def __init__(self, port: int) -> None:
        """Lead to a port of this machine."""
        self.port = port
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.streams: list[socket.socket] = []  # both ends of each WebSocket
        self.carrying, self.is_to_hold, self.held = (threading.Event() for _ in range(3))
        self.carrying.set()

    def __enter__(self) -> Self:
        """Begin to carry."""
        threading.Thread(target=self.accepts, daemon=True).start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Take no more connections, and hold none up."""
        self.goes_on()
        self.listening.close()

    def accepts(self) -> None:
        """Carry each connection in two threads, one for each way."""
        with suppress(OSError):  # closed
            while True:
                browser, _ = self.listening.accept()
                server = socket.create_connection(("127.0.0.1", self.port))
                for ends in ((browser, server), (server, browser)):
                    threading.Thread(target=self.carries, args=ends, daemon=True).start()

    def carries(self, come: socket.socket, go: socket.socket) -> None:
        """Hand on what comes, until either end is closed."""
        with suppress(OSError), come, go:
            while piece := come.recv(PIECE):
                if b"upgrade: websocket" in piece.lower():
                    self.streams += [come, go]
                self.carrying.wait()
                go.sendall(piece)
                if self.is_to_hold.is_set() and piece.startswith(PONG):
                    self.carrying.clear()
                    self.is_to_hold.clear()
                    self.held.set()
            go.shutdown(socket.SHUT_RDWR)

    def holds_after_a_pong(self) -> None:
        """Let nothing through any more, from right after the browser has answered a ping.

        What is sent meanwhile waits, as it does behind a cable that is out for a while.
        """
        self.held.clear()
        self.is_to_hold.set()
        assert self.held.wait(A_PONG_IS_SURE), "No WebSocket was pinged."

    def goes_on(self) -> None:
        """Hand on what waited, and all that follows."""
        self.carrying.set()

    def cuts_every_stream(self) -> None:
        """Break each WebSocket, as a machine between does; all else goes on."""
        for end in self.streams:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self.streams.clear()
