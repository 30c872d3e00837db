"""Screens without a browser that tap as visitors do."""

import asyncio
import json
from pathlib import Path

import pytest

from benchmarks.asker import Asker, RefusedError
from benchmarks.crowd import Screen, Seen
from benchmarks.rooms import crowd
from tests.browser.conftest import PROJECT, serving
from tests.printing.cups import wait_until

PAGES = {  # what can be tapped on each
    "welcome": {"start", "next", "clear", "language-es", "language-en"},
    "topics": {"condition-b", "condition-a", "next", "clear"},
    "calm": {"calm-guide", "calm-referral", "clear"},
    "guide": {"next", "clear"},
    "referral": {"talk", "clear"},
}
WAY = ("start", "condition", "next", "next", "next", "next", "clear")


def tapped(number: int, *pages: str) -> list[str]:
    """What a visitor taps who is shown these pages in turn."""
    screen, taps = Screen("http://127.0.0.1:1", 5.0, 7, Seen()), list[str]()
    screen.controls = PAGES[pages[0]]
    for tap, following in zip(screen.way(number), (*pages[1:], pages[-1]), strict=True):
        taps.append(tap)
        screen.controls = PAGES[following]
    return taps


def test_visitors_go_from_welcome_to_referral_in_each_language_in_turn() -> None:
    pages = ("welcome", "welcome", "topics", "guide", "guide", "referral")

    first, second = tapped(0, *pages), tapped(1, *pages)

    assert [first[0], second[0]] == ["language-en", "language-es"]
    assert {first[2], second[2]} <= {"condition-a", "condition-b"}
    assert [first[1], *first[3:]] == ["start", "next", "next", "clear"]


def test_a_visitor_who_is_shown_the_calm_page_reads_on() -> None:
    taps = tapped(0, "welcome", "welcome", "topics", "calm", "referral")

    assert taps[3:] == ["calm-guide", "clear"]


class Noting(Screen):
    """A screen at no kiosk, which notes what it does; each tap leads from page to page."""

    def __init__(self, *pages: str) -> None:
        super().__init__("http://127.0.0.1:1", 0.0, 0, Seen())
        self.pages, self.did = iter(pages), list[str]()

    async def opens(self) -> None:
        self.did.append("opens")
        self.controls = PAGES["welcome"]

    async def says(self, told: str | bytes) -> None:
        self.did.append(str(told).split()[-1])
        self.controls = PAGES[next(self.pages)]


def test_the_page_is_opened_anew_for_each_visitor() -> None:
    screen = Noting("welcome", "topics", "guide", "referral", "welcome")

    asyncio.run(screen.serves(0))

    assert screen.did[0] == "opens"
    assert screen.did[-2:] == ["clear", "opens"]
    assert screen.did.count("opens") == len(["before", "after"])
    assert screen.seen.visits == 1
    assert len(screen.seen.taps) == len(screen.did) - 2


def test_what_was_seen_is_told_once() -> None:
    seen = Seen(taps=[12.5], visits=1)
    seen.errors["TimeoutError: "] += 2

    told, later = json.loads(seen.told()), json.loads(seen.told())

    assert told == {"taps": [12.5], "visits": 1, "errors": {"TimeoutError: ": 2}}
    assert later == {"taps": [], "visits": 0, "errors": {}}


async def answering(*answers: bytes) -> tuple[asyncio.Server, str, asyncio.Queue[bytes]]:
    """A server that gives these answers on one connection, and what it is asked."""
    asked = asyncio.Queue[bytes]()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        for one in answers:
            asked.put_nowait(await reader.readuntil(b"\r\n\r\n"))
            writer.write(one)
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    return server, f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}", asked


def test_questions_go_over_one_connection_and_each_answer_is_taken_in_whole() -> None:
    async def ask() -> tuple[list[int], list[bytes]]:
        page = b"HTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npage"
        server, address, asked = await answering(page, b"HTTP/1.1 204 No Content\r\n\r\n")
        asker = Asker(address)
        async with server:
            found = [await asker.asks("/"), await asker.asks("/kiosk/well", "HEAD")]
            asker.closes()
        return found, [asked.get_nowait(), asked.get_nowait()]

    found, asked = asyncio.run(ask())

    assert found == [200, 204]
    assert [one.split(b" HTTP")[0] for one in asked] == [b"GET /", b"HEAD /kiosk/well"]


def test_a_page_that_is_not_given_is_an_error() -> None:
    async def load() -> None:
        full = b"HTTP/1.1 503 Service Unavailable\r\ncontent-length: 0\r\n\r\n"
        server, address, _ = await answering(full)
        async with server:
            await Asker(address).loads("/")

    with pytest.raises(RefusedError, match="/ is answered with 503"):
        asyncio.run(load())


def test_a_screen_is_covered_where_its_server_does_not_say_that_it_is_well() -> None:
    async def guard(seen: Seen) -> None:
        busy = b"HTTP/1.1 503 Service Unavailable\r\n\r\n"
        server, address, asked = await answering(busy, busy)
        async with server:
            guards = asyncio.create_task(Screen(address, 5.0, 0, seen).guards())
            await asked.get()
            await asked.get()  # it asks again, and has counted what was answered before
            guards.cancel()

    seen = Seen()
    asyncio.run(guard(seen))

    assert seen.errors["covered, as the server did not say that it is well"] > 0


def test_a_crowd_makes_whole_visits_at_a_real_kiosk(tmp_path: Path) -> None:
    found = Seen()

    with serving(PROJECT, tmp_path / "log") as address, crowd(address, 3, 0.01) as screens:

        def each_has_had_one() -> bool:
            told = screens.told()
            found.taps.extend(told["taps"])
            found.visits += int(told["visits"])
            found.errors.update(told["errors"])
            return found.visits > len("abc")

        wait_until(each_has_had_one)

    assert found.errors == {}
    assert len(found.taps) >= found.visits * len(WAY)
