"""What a clinic's tools are told by the door, and how a server lets its visits end."""

import asyncio
import signal
from collections.abc import Iterator

import pytest
from starlette.types import Message, Receive, Scope, Send

from logic import metrics
from logic.door import STREAM
from logic.settings import Settings
from pages.parts import draining, following, health, stream
from pages.parts.door import Door
from pages.parts.screens import SCREENS
from tests.app.running import asks, to_its_end

PATIENCE = 20  # seconds, on a busy machine


@pytest.fixture(autouse=True)
def a_kiosk_of_its_own() -> Iterator[None]:
    """A kiosk with content to show, and without a screen."""
    following.begun_with.cache_clear()
    following.watch.cache_clear()
    for _ in range(2):
        following.watch().look()
    yield
    draining.BEGUN.clear()
    health.TOLD.clear()
    stream.OPEN.clear()
    SCREENS.served.clear()
    SCREENS.under_way.clear()
    following.begun_with.cache_clear()
    following.watch.cache_clear()


async def nothing_below(_: Scope, __: Receive, ___: Send) -> None:
    raise AssertionError("the door answers by itself")


def asked(
    path: str,
    client: str = "127.0.0.1",
    settings: Settings | None = None,
    *more: tuple[str, str],
    kind: str = "http",
) -> tuple[int, str]:
    """The status and the body of an answer of the door's."""
    sent = list[Message]()

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = asks(path, "127.0.0.1:8501", *more, client=client, kind=kind)
    to_its_end(Door(nothing_below, settings or Settings())(scope, receive, send))
    return sent[0]["status"], sent[1]["body"].decode()


def test_a_kiosk_with_content_is_ready_and_one_without_is_alive() -> None:
    assert (asked("/health/live")[0], asked("/health/ready")[0]) == (200, 200)

    following.watch().good = None

    assert (asked("/health/live")[0], asked("/health/ready")[0]) == (200, 503)


def test_a_server_that_lets_its_visits_end_is_alive_and_takes_nobody() -> None:
    draining.BEGUN.set()

    assert asked("/health/live")[0] == 200
    assert asked("/health/ready")[0] == 404  # HAProxy: none new, and those under way go on
    assert asked("/")[0] == 503
    assert asked("/kiosk/well")[0] == 204
    ours = ("origin", "http://127.0.0.1:8501")
    assert asked(STREAM, "127.0.0.1", None, ours, kind="websocket")[0] == 503


def test_the_numbers_are_for_those_whom_the_settings_name() -> None:
    settings = Settings(health_for=("192.0.2.0/24",), metrics_for=("192.0.2.9",))

    told = [
        asked(path, client, settings)[0]
        for path in (health.METRICS, health.READY, health.LIVE)
        for client in ("192.0.2.9", "192.0.2.8", "127.0.0.1")
    ]

    assert told == [200, 404, 404, 200, 200, 404, 200, 200, 404]
    assert "ask_first_visits_total" in asked(health.METRICS, "192.0.2.9", settings)[1]


def test_staff_are_told_once_that_somebody_asked_whom_the_settings_do_not_name_and_not_who(
    caplog: pytest.LogCaptureFixture,
) -> None:
    for path in (health.METRICS, health.METRICS, health.READY, "/health/other"):
        asked(path, "203.0.113.5")

    assert [line.split(" in ")[0] for line in caplog.messages] == [
        "/kiosk/metrics was asked for from an address that `metrics_for`",
        "/health/ready was asked for from an address that `health_for`",
    ]
    assert "203.0.113.5" not in caplog.text


def test_those_whom_the_settings_name_are_no_news(caplog: pytest.LogCaptureFixture) -> None:
    for path in (health.METRICS, health.READY, health.LIVE):
        asked(path)
        assert asked(path, "127.0.0.1", None, ("x-long", "x" * 20_000))[0] == 431

    assert caplog.messages == []


@pytest.mark.parametrize("path", ["/health/", "/health/other", "/kiosk/metrics/"])
def test_nothing_beside_those_addresses_is_told(path: str) -> None:
    assert asked(path) == (404, "Not here.")


def test_the_guard_tells_why_a_screen_was_wiped() -> None:
    def counted() -> float | None:
        return metrics.REGISTRY.get_sample_value("ask_first_wipes_total", {"cause": "cleaned"})

    before = counted() or 0
    asked("/kiosk/well", "203.0.113.5", None, ("x-ended", "cleaned"))

    assert counted() == before + 1


class Screen:
    """A screen with a stream of its own, at which nobody is."""

    def __init__(self, session: str) -> None:
        """It has its place, and its welcome page."""
        self.closed_with: int | None = None
        self.is_sent_away = asyncio.Event()
        self.stream = stream.Stream(self.taps, self.draws)
        self.stream.session = session
        stream.OPEN.add(self.stream)
        SCREENS.comes(session)

    async def taps(self) -> Message:
        """A tap on the first button."""
        return {"type": "websocket.receive", "text": "0a1b2c3d-0 start"}

    async def draws(self, message: Message) -> None:
        """Draw, or be sent away."""
        self.closed_with = message.get("code", self.closed_with)
        self.is_sent_away.set()

    def is_gone(self) -> None:
        """Its visit has ended, and its browser has left."""
        stream.OPEN.discard(self.stream)
        SCREENS.goes(self.stream.session)


def test_clear_screens_are_sent_away_and_visits_end_by_themselves() -> None:
    ended = list[float]()

    async def a_day() -> None:
        clear, visited, tapped = Screen("clear"), Screen("visited"), Screen("tapped")
        SCREENS.shows("visited", is_clear=False)
        await tapped.stream.receive()
        end = asyncio.get_running_loop().time
        going = asyncio.create_task(draining.let_visits_end(60, lambda: ended.append(end())))
        await asyncio.wait_for(clear.is_sent_away.wait(), PATIENCE)
        assert (visited.closed_with, tapped.closed_with, ended) == (None, None, [])
        for one in (clear, visited, tapped):
            one.is_gone()
        await asyncio.wait_for(going, PATIENCE)

    to_its_end(a_day())

    assert len(ended) == 1


def test_a_visit_that_is_cleared_is_sent_away_too() -> None:
    async def a_day() -> int | None:
        cleared = Screen("cleared")
        SCREENS.shows("cleared", is_clear=False)
        await draining.send_clear_screens_away()
        assert cleared.closed_with is None
        SCREENS.shows("cleared", is_clear=True)
        await draining.send_clear_screens_away()
        return cleared.closed_with

    assert to_its_end(a_day()) == stream.SERVICE_RESTART


def test_a_tap_that_was_on_its_way_when_its_screen_was_sent_away_begins_no_visit() -> None:
    async def a_day() -> tuple[Message, bool]:
        screen = Screen("clear")
        await draining.send_clear_screens_away()
        return await screen.stream.receive(), screen.stream.has_a_visit

    heard, has_a_visit = to_its_end(a_day())

    assert heard["type"] == "websocket.disconnect"
    assert not has_a_visit


def test_visits_that_do_not_end_are_waited_for_no_longer_than_the_settings_say() -> None:
    ended = list[int]()

    async def a_day() -> None:
        Screen("for ever")
        SCREENS.shows("for ever", is_clear=False)
        ends = draining.let_visits_end(0.01, lambda: ended.append(draining.visits()))
        await asyncio.wait_for(ends, PATIENCE)

    to_its_end(a_day())

    assert ended == [1]


def test_a_kiosk_that_stands_alone_ends_at_once() -> None:
    assert draining.instead_of_the_end(0) is None


def test_a_second_signal_ends_a_server_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    ended = list[int]()
    before = signal.signal(signal.SIGTERM, lambda number, _: ended.append(number))
    monkeypatch.setattr(draining, "let_visits_end", for_ever)
    life = draining.instead_of_the_end(60)
    assert life

    async def a_day() -> None:
        async with life(None):  # type: ignore[arg-type]
            for _ in range(2):
                assert ended == []
                signal.raise_signal(signal.SIGTERM)
                await asyncio.sleep(0)

    try:
        to_its_end(a_day())
    finally:
        signal.signal(signal.SIGTERM, before)

    assert ended == [signal.SIGTERM]


async def for_ever(_: float, __: draining.End) -> None:
    await asyncio.Event().wait()
