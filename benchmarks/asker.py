"""One connection for questions by HTTP, as a browser keeps one open. It costs next to nothing."""

import asyncio
from urllib.parse import urlsplit

OK = 200


class RefusedError(Exception):
    """A page was not given."""


class Asker:
    """A connection that is opened at the first question, and again after `closes`."""

    def __init__(self, address: str) -> None:
        """Nothing is open yet."""
        self.place = urlsplit(address)
        self.line: tuple[asyncio.StreamReader, asyncio.StreamWriter] | None = None

    async def asks(self, path: str, method: str = "GET") -> int:
        """The status of an answer, all of which is taken in."""
        if self.line is None:
            self.line = await asyncio.open_connection(self.place.hostname, self.place.port)
        reader, writer = self.line
        writer.write(f"{method} {path} HTTP/1.1\r\nHost: {self.place.netloc}\r\n\r\n".encode())
        head = (await reader.readuntil(b"\r\n\r\n")).lower()
        if method == "GET":
            await reader.readexactly(length(head))
        return int(head.split(b" ", 2)[1])

    async def loads(self, *paths: str) -> None:
        """Have these given. Raises RefusedError where one is not."""
        for path in paths:
            if (status := await self.asks(path)) != OK:
                raise RefusedError(f"{path} is answered with {status}")

    def closes(self) -> None:
        """Leave it."""
        if self.line:
            self.line[1].close()
        self.line = None


def length(head: bytes) -> int:
    """How many bytes follow the head of an answer, which is in small letters. Here all say so."""
    return int(head.partition(b"content-length:")[2].partition(b"\r\n")[0] or 0)
