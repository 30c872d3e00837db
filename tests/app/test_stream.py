"""What may pass through the WebSocket of a visit, and that its session ends with it."""

import asyncio

import pytest
from starlette.types import Message
from streamlit import runtime
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.WidgetStates_pb2 import WidgetState, WidgetStates

from logic import lots
from logic.taps import Tap
from pages.parts import stream, taps
from tests.app.running import to_its_end


def of_a_widget(**value: object) -> bytes:
    """What a browser would send of one of Streamlit's widgets."""
    states = WidgetStates(widgets=[WidgetState(id="one", **value)])  # type: ignore[arg-type]
    return bytes(BackMsg(rerun_script=ClientState(widget_states=states)).SerializeToString())


def closes_with(data: bytes) -> int | None:
    """The code with which a message closes the WebSocket, if it does."""
    return stream.fault({"type": "websocket.receive", "bytes": data})


TAP = {"type": "websocket.receive", "text": "0a1b2c3d-0 start"}
FIRST = BackMsg(rerun_script=ClientState()).SerializeToString()


def test_a_tap_and_a_page_that_is_drawn_again_are_let_in() -> None:
    assert stream.fault(TAP) is None
    assert closes_with(FIRST) is None


def test_words_that_are_no_tap_close_the_websocket() -> None:
    assert stream.fault({**TAP, "text": "0a1b2c3d-0 start; and more"}) == 1003


@pytest.mark.parametrize(
    "data",
    [
        of_a_widget(trigger_value=True),
        of_a_widget(json_value="no JSON"),
        of_a_widget(string_value="typed"),
        of_a_widget(bool_value=True),
        of_a_widget(),
        BackMsg(clear_cache=True).SerializeToString(),
        BackMsg(stop_script=True).SerializeToString(),
        BackMsg(debug_shutdown_runtime=True).SerializeToString(),
        b"",
    ],
)
def test_a_value_for_a_widget_and_whatever_asks_no_page_closes_the_websocket(data: bytes) -> None:
    assert closes_with(data) == 1008


def test_what_cannot_be_read_closes_the_websocket() -> None:
    assert closes_with(b"\xff\xff\xff") == 1002


def test_a_session_that_tells_its_name_is_dropped_once_its_browser_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    class Runtime:
        dropped: tuple[str, ...] = ()

        def mark_session_nonresumable(self, session: str) -> None:
            self.dropped += (session,)

    streamlit, told = Runtime(), ForwardMsg()
    monkeypatch.setattr(runtime, "get_instance", lambda: streamlit)

    async def nobody(_: Message | None = None) -> Message:
        return {}

    async def tells() -> None:
        passing = stream.Stream(nobody, nobody)  # type: ignore[arg-type]
        for name in ("", "of this visit", "of this visit"):
            told.new_session.initialize.session_id = name
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})

    to_its_end(tells())

    assert streamlit.dropped == ("of this visit",)


@pytest.mark.parametrize(
    ("asked", "handed_on"),
    [
        ([b"streamlit, no-token, the-session-of-before"], [b"streamlit"]),
        ([b"streamlit"], [b"streamlit"]),
        ([b"another"], []),
        ([], []),
    ],
)
def test_a_handshake_names_no_session_and_nothing_to_repeat(
    asked: list[bytes], handed_on: list[bytes]
) -> None:
    name, host = b"sec-websocket-protocol", (b"host", b"localhost")

    scope = stream.only_new({"headers": [host, *((name, value) for value in asked)]})

    assert scope["headers"] == [host, *((name, value) for value in handed_on)]


def test_a_tap_is_measured_to_the_end_of_its_page_and_a_first_page_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    measured = list[float]()
    monkeypatch.setattr("logic.metrics.tapped", measured.append)
    asked = iter(({"type": "websocket.receive", "bytes": FIRST}, TAP, TAP))
    the_end = ForwardMsg(script_finished=ForwardMsg.FINISHED_SUCCESSFULLY).SerializeToString()
    page = ForwardMsg()
    page.delta.new_element.html.body = "a page " * 100

    async def browser() -> Message:
        return next(asked)

    async def nobody(_: Message) -> None:
        return

    async def visits() -> None:
        passing = stream.Stream(browser, nobody)
        passing.session = "of this visit"
        for _ in range(3):
            await passing.receive()
            was_tapped = passing.tapped is not None
            for told in (page.SerializeToString(), the_end):
                assert passing.has_a_visit is was_tapped
                await passing.send({"type": "websocket.send", "bytes": told})
            assert not passing.has_a_visit

    to_its_end(visits())

    assert len(measured) == 2


def test_a_tap_that_comes_before_any_page_is_nothing_but_a_wish_for_one() -> None:
    async def browser() -> Message:
        return TAP

    async def nobody(_: Message) -> None:
        return

    handed_on = to_its_end(stream.Stream(browser, nobody).receive())

    assert BackMsg.FromString(handed_on["bytes"]) == BackMsg(rerun_script=ClientState())
    assert not {"", None} & set(taps.WAITING)


def test_a_tap_asks_streamlit_to_draw_over_what_is_in_sight_and_waits_for_the_frame() -> None:
    drawn, ends = ForwardMsg(), ForwardMsg()
    drawn.navigation.page_script_hash = "the page in sight"
    ends.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY

    async def browser() -> Message:
        return TAP

    async def nobody(_: Message) -> None:
        return

    async def taps_once() -> Message:
        passing = stream.Stream(browser, nobody)
        passing.session = "of a tap"
        for told in (drawn, ends):
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})
        return await passing.receive()

    handed_on = to_its_end(taps_once())

    over_it = ClientState(page_script_hash="the page in sight")  # else the screen is emptied first
    assert BackMsg.FromString(handed_on["bytes"]) == BackMsg(rerun_script=over_it)
    assert list(taps.WAITING["of a tap"].taps) == [Tap("0a1b2c3d-0", "start")]
    taps.goes("of a tap")
    assert "of a tap" not in taps.WAITING


def a_page() -> list[ForwardMsg]:
    """What Streamlit says of a page, from its beginning until no script runs."""
    begins, runs, piece, ends, rests = (ForwardMsg() for _ in range(5))
    begins.new_session.name = "a page"
    runs.session_status_changed.script_is_running = True
    piece.delta.new_element.html.body = "<p>of it</p>"
    ends.script_finished = ForwardMsg.FINISHED_SUCCESSFULLY
    rests.session_status_changed.script_is_running = False
    return [begins, runs, piece, piece, ends, rests]


def apart(said: list[bytes]) -> list[list[ForwardMsg]]:
    """What a browser is told, each message of Streamlit's with those that came with it."""
    return [list(map(ForwardMsg.FromString, lots.apart(one))) for one in said]


async def nobody() -> Message:
    """Whoever taps nothing."""
    return {}


def test_a_page_is_handed_on_in_one_once_no_script_runs_for_it_any_more() -> None:
    page, said = a_page(), list[bytes]()

    async def hears(message: Message) -> None:
        said.append(message["bytes"])

    async def draws() -> list[int]:
        passing, heard = stream.Stream(nobody, hears), list[int]()
        for told in page:
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})
            heard.append(len(said))
        return heard

    assert to_its_end(draws()) == [0, 0, 0, 0, 0, 1]
    assert apart(said) == [page]


def test_a_page_without_a_guard_is_handed_on_message_by_message() -> None:
    page, said = a_page(), list[bytes]()

    async def hears(message: Message) -> None:
        said.append(message["bytes"])

    async def draws() -> None:
        passing = stream.Stream(nobody, hears, is_guarded=False)
        for told in page:
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})

    to_its_end(draws())

    assert apart(said) == [[one] for one in page]


@pytest.mark.parametrize(
    ("seconds", "drawn"), [("HOLDS", slice(0, 3)), ("SAYS_SO_WITHIN", slice(0, 5))]
)
def test_what_there_is_of_a_page_is_handed_on_in_one_where_the_rest_takes_long(
    monkeypatch: pytest.MonkeyPatch, seconds: str, drawn: slice
) -> None:
    monkeypatch.setattr(stream, "HOLDS", 1000)
    monkeypatch.setattr(stream, seconds, 0)
    page, said = a_page()[drawn], list[bytes]()

    async def draws() -> None:
        is_said = asyncio.Event()

        async def hears(message: Message) -> None:
            said.append(message["bytes"])
            is_said.set()

        passing = stream.Stream(nobody, hears)
        for told in page:
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})
        await asyncio.wait_for(is_said.wait(), 20)

    to_its_end(draws())

    assert apart(said) == [page]


def test_whatever_is_no_message_of_streamlits_comes_behind_what_was_held() -> None:
    said = list[Message]()

    async def hears(message: Message) -> None:
        said.append(message)

    async def closes() -> None:
        passing = stream.Stream(nobody, hears)
        for told in a_page()[:3]:
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})
        await passing.send({"type": "websocket.close", "code": 1000})

    to_its_end(closes())

    assert [one["type"] for one in said] == ["websocket.send", "websocket.close"]
    assert apart([said[0]["bytes"]]) == [a_page()[:3]]


def test_somebody_waits_for_a_page_from_its_beginning_to_its_end(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    begins, *_, rests = a_page()

    async def hears(_: Message) -> None: ...

    async def draws() -> list[bool]:
        passing = stream.Stream(nobody, hears)
        monkeypatch.setattr(stream, "OPEN", {passing})
        waits = [stream.somebody_waits()]
        for told in (begins, rests):
            await passing.send({"type": "websocket.send", "bytes": told.SerializeToString()})
            waits.append(stream.somebody_waits())
        passing.tapped = 0.0
        return [*waits, stream.somebody_waits()]

    assert to_its_end(draws()) == [False, True, False, True]
