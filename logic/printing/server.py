"""Ask CUPS on this machine one thing, and be told within seconds or not at all."""

import socket
from http.client import HTTPConnection, HTTPException
from urllib.parse import quote

from logic.printing.ipp import Answer, Attributes, Operation, answer, request
from logic.settings import Printing

PATIENCE = 3.0  # seconds for each step: longer than CUPS ever takes, short to whoever waits
NOBODY = "ask-first"  # in whose name all is printed; CUPS lets the same name cancel it
LONGEST = 1 << 20  # bytes of an answer


class Unreachable(Exception):  # noqa: N818 (it says what is so)
    """The server gave no answer that can be read, for this reason."""


class BySocket(HTTPConnection):
    """HTTP over a socket of this machine, in place of a port."""

    def __init__(self, path: str) -> None:
        """Connect to `path`, when it is asked to."""
        super().__init__("localhost", timeout=PATIENCE)
        self.path = path

    def connect(self) -> None:
        """Open the socket."""
        self.sock = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self.path)


def ask(
    printing: Printing,
    operation: Operation,
    about: Attributes,
    job: Attributes | None = None,
    document: bytes = b"",
) -> Answer:
    """Ask the server for something of the clinic's printer; raise Unreachable if it says nothing.

    What is asked lies in memory alone, the document too.
    """
    queue = f"/printers/{quote(printing.printer or '')}"
    named: Attributes = {"printer-uri": f"ipp://localhost{queue}"}
    asked = request(operation, {**named, **about, "requesting-user-name": NOBODY}, job)
    connection = connection_to(printing.server)
    try:
        headers = {"Content-Type": "application/ipp"}
        connection.request("POST", queue, asked + document, headers)
        told = connection.getresponse()
        if told.status != 200:  # noqa: PLR2004 (HTTP's "OK")
            raise Unreachable(f"{printing.server} answers with HTTP status {told.status}")
        return answer(told.read(LONGEST))
    except (OSError, HTTPException, ValueError) as error:
        raise Unreachable(f"{printing.server}: {type(error).__name__}: {error}") from error
    finally:
        connection.close()


def connection_to(server: str) -> HTTPConnection:
    """How the server is reached: by its socket, or by a port."""
    if server.startswith("/"):
        return BySocket(server)
    name, _, port = server.rpartition(":")
    return HTTPConnection(name.strip("[]"), int(port), timeout=PATIENCE)
