"""Who may see the staff view, and that it says what it does as soon as it does it."""

import asyncio
from pathlib import Path

import pytest
from starlette.types import Message, Receive, Scope, Send
from streamlit import config
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from streamlit.proto.NewSession_pb2 import NewSession

from pages.parts import stream
from pages.parts.staff_door import StaffDoor, open_here_only
from tests.app.running import asks, to_its_end

FIRST_WORDS = ForwardMsg(new_session=NewSession(name="the view")).SerializeToString()
HERE = "127.0.0.1:8503"


def answered(path: str, host: str = HERE, kind: str = "http", **more: str) -> int:
    """The status with which the door answers; 200 where it lets in."""
    sent = list[Message]()

    async def lets_in(_: Scope, __: Receive, send: Send) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})

    async def send(message: Message) -> None:
        sent.append(message)

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    scope = asks(path, host, *more.items(), kind=kind)
    to_its_end(StaffDoor(lets_in)(scope, receive, send))
    return int(sent[0]["status"])


@pytest.mark.parametrize("host", ["127.0.0.1:8503", "localhost:8503", "[::1]:8503"])
def test_this_machine_is_let_in(host: str) -> None:
    assert answered("/", host) == 200


@pytest.mark.parametrize("host", ["staff.example", "10.1.2.3:8503", "kiosk.clinic.internal:8503"])
def test_no_other_name_is_answered_not_even_those_that_the_clinic_gave_its_kiosk(
    clinic: Path, host: str
) -> None:
    clinic.write_text('address = "0.0.0.0"\nhosts = ["kiosk.clinic.internal"]\n')

    assert answered("/", host) == 404
    assert answered("/_stcore/stream", host, "websocket", origin=f"http://{host}") == 404


@pytest.mark.parametrize(
    "path", ["/kiosk/staff", "/kiosk/metrics", "/health/ready", "/kiosk/guard.js", "/elsewhere"]
)
def test_nothing_of_a_kiosks_own_is_answered(path: str) -> None:
    assert answered(path) == 404


def test_a_start_at_another_address_than_loopback_is_refused() -> None:
    before = config.get_option("server.address")
    config.set_option("server.address", "0.0.0.0")
    try:
        with pytest.raises(SystemExit, match="answers this machine alone"):
            open_here_only()
    finally:
        config.set_option("server.address", before)


def test_what_takes_long_is_seen_to_have_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stream, "HOLDS", 3600)  # seconds for which a visitor's page is waited for
    begins: Message = {"type": "websocket.send", "bytes": FIRST_WORDS}
    seen = asyncio.Queue[Message]()

    async def takes_long(_: Scope, __: Receive, send: Send) -> None:
        await send(begins)
        assert await asyncio.wait_for(seen.get(), 20) == begins

    async def nothing() -> Message:
        return {}

    opened = asks("/_stcore/stream", HERE, ("origin", f"http://{HERE}"), kind="websocket")
    to_its_end(StaffDoor(takes_long)(opened, nothing, seen.put))
