"""A network that can fail: it stands between browser and server, and lets bytes through or not."""

import socket
import threading
from contextlib import suppress
from types import TracebackType
from typing import Self

PIECE = 65_536  # bytes


class Network:
    """What carries every connection to a server; `address` is where a browser finds it."""

    def __init__(self, port: int) -> None:
        """Lead to a port of this machine."""
        self.port = port
        self.listening = socket.create_server(("127.0.0.1", 0))
        self.address = f"http://127.0.0.1:{self.listening.getsockname()[1]}"
        self.streams: list[socket.socket] = []  # both ends of each WebSocket

    def __enter__(self) -> Self:
        """Begin to carry."""
        threading.Thread(target=self.accepts, daemon=True).start()
        return self

    def __exit__(
        self, _: type[BaseException] | None, __: BaseException | None, ___: TracebackType | None
    ) -> None:
        """Take no more connections."""
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
                go.sendall(piece)
            go.shutdown(socket.SHUT_RDWR)

    def cuts_every_stream(self) -> None:
        """Break each WebSocket, as a machine between does; all else goes on."""
        for end in self.streams:
            with suppress(OSError):
                end.shutdown(socket.SHUT_RDWR)
        self.streams.clear()
