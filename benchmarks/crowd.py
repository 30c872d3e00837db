"""Many screens in one process: `python -m benchmarks.crowd ADDRESS SCREENS SECONDS`.

Each does what a screen does to its server. Its visitors tap every few seconds, from welcome to
referral, through any topic, one after the other in each language; Clear screen opens the page anew;
and the guard asks all the while whether the server is well. Nothing is drawn, so it costs little.

It says when all are there, and begins. At each line that it is given then, it tells what happened
since the one before.
"""

import asyncio
import json
import sys
import time
from collections import Counter
from collections.abc import Coroutine, Iterator
from dataclasses import dataclass, field
from itertools import count
from random import Random

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import WebSocketException
from websockets.typing import Origin, Subprotocol

from benchmarks.asker import Asker, RefusedError
from benchmarks.wire import WAIT, Sight
from logic.door import STREAM

# What a browser that was there before asks for, its own memory apart, when it loads a page.
A_LOAD = ("/", "/_stcore/health", "/_stcore/host-config")
WELL, IS_WELL = "/kiosk/well", 204
ASKS_EVERY, ANSWERED_WITHIN = 0.4, 1.2  # seconds, as pages/static/guard.js
UNEVEN = 0.2  # of the seconds between two taps: nobody taps by the clock
AT_ONCE = 10  # screens that come at a time, before any begins
TROUBLE = (OSError, EOFError, TimeoutError, WebSocketException, LookupError, RefusedError)


@dataclass
class Seen:
    """What happened to all screens since somebody last asked."""

    taps: list[float] = field(default_factory=list)  # milliseconds, each until its page was whole
    visits: int = 0
    errors: Counter[str] = field(default_factory=Counter)

    def told(self) -> str:
        """All of it, in one line; it begins anew."""
        line = json.dumps({"taps": self.taps, "visits": self.visits, "errors": self.errors})
        self.taps, self.visits, self.errors = [], 0, Counter()
        return line


class Screen(Sight):
    """A screen, at which one visitor follows another."""

    def __init__(self, address: str, every: float, number: int, seen: Seen) -> None:
        """Nobody is there yet. What happens is `seen`."""
        super().__init__()
        self.address, self.every, self.number, self.seen = address, every, number, seen
        self.random = Random(number)  # noqa: S311 (no secret: it has to be the same each time)
        self.page_asks, self.guard_asks = Asker(address), Asker(address)
        self.line: ClientConnection | None = None

    async def opens(self) -> None:
        """Leave the page, load it anew, and have a clear welcome page drawn."""
        self.leaves()
        await self.page_asks.loads(*A_LOAD)
        self.line = await connect(
            f"{self.address.replace('http', 'ws', 1)}{STREAM}",
            origin=Origin(self.address),
            subprotocols=[Subprotocol("streamlit")],
            proxy=None,
            ping_interval=None,  # a browser does not ask, either
            max_size=None,
            open_timeout=WAIT,
        )
        await self.says(self.asking())

    def leaves(self) -> None:
        """Let go of all that the page has open, as a browser does."""
        if self.line:
            self.line.transport.close()
        self.line = None
        self.page_asks.closes()

    async def says(self, told: str | bytes) -> None:
        """Say this, and take in the page that it leads to until it is whole."""
        if self.line is None:
            raise EOFError("No WebSocket is open.")
        await self.line.send(told)
        async with asyncio.timeout(WAIT):
            while not self.takes(await self.line.recv()):
                pass

    async def serves_visitors(self) -> None:
        """One after the other, out of step with those at other screens."""
        await asyncio.sleep(self.random.uniform(0, self.every))
        for number in count(self.number):
            await self.tries(self.serves(number))

    async def tries(self, doing: Coroutine[None, None, None]) -> None:
        """Do it; and where it cannot be done, leave the page, as the guard would."""
        try:
            await doing
        except TROUBLE as trouble:
            self.seen.errors[f"{type(trouble).__name__}: {trouble}"[:80]] += 1
            self.leaves()
            await asyncio.sleep(ASKS_EVERY)

    async def serves(self, number: int) -> None:
        """Serve one visitor, on a page that is opened anew for the next."""
        if self.line is None:
            await self.opens()
        for name in self.way(number):
            began = time.monotonic()
            await self.says(self.tapping(name))
            self.seen.taps.append((time.monotonic() - began) * 1000)
            if name == "clear":
                self.seen.visits += 1
                await self.opens()
            reads = self.every * self.random.uniform(1 - UNEVEN, 1 + UNEVEN)
            await asyncio.sleep(began + reads - time.monotonic())

    def way(self, number: int) -> Iterator[str]:
        """What is tapped in a visit, one by one, from what is on the page by then."""
        if languages := self.those("language-"):
            yield languages[number % len(languages)]
        yield "start"
        yield self.random.choice(self.those("condition-"))
        yield from self.those("calm-guide")
        while "next" in self.controls:
            yield "next"
        yield "clear"

    def those(self, begin: str) -> list[str]:
        """The controls whose names begin like this."""
        return sorted(one for one in self.controls if one.startswith(begin))

    async def guards(self) -> None:
        """Ask whether the server is well. A screen is covered where it does not say so in time."""
        while True:
            try:
                async with asyncio.timeout(ANSWERED_WITHIN):
                    is_well = await self.guard_asks.asks(WELL, "HEAD") == IS_WELL
            except TROUBLE:
                is_well = False
            if not is_well:
                self.seen.errors["covered, as the server did not say that it is well"] += 1
                self.guard_asks.closes()
            await asyncio.sleep(ASKS_EVERY)


async def crowd(address: str, screens: int, every: float) -> None:
    """Serve visitors until there are no more lines."""
    seen, place = Seen(), asyncio.Semaphore(AT_ONCE)
    every_one = [Screen(address, every, number, seen) for number in range(screens)]

    async def in_turn(one: Screen) -> None:
        async with place:
            await one.tries(one.opens())

    await asyncio.gather(*map(in_turn, every_one))
    asked = asyncio.StreamReader()
    as_protocol = asyncio.StreamReaderProtocol(asked)
    await asyncio.get_running_loop().connect_read_pipe(lambda: as_protocol, sys.stdin)
    async with asyncio.TaskGroup() as tasks:
        both = [one for each in every_one for one in (each.serves_visitors(), each.guards())]
        running = [tasks.create_task(one) for one in both]
        print("All are there.", flush=True)
        while await asked.readline():
            print(seen.told(), flush=True)
        for task in running:
            task.cancel()


if __name__ == "__main__":
    asyncio.run(crowd(sys.argv[1], int(sys.argv[2]), float(sys.argv[3])))
