"""What the door says when what is behind it fails."""

import pytest
from starlette.types import Message, Receive, Scope, Send

from logic.settings import Settings
from pages.parts import not_ready
from pages.parts.door import Door
from tests.app.running import asks, to_its_end


def answered(door: Door) -> list[Message]:
    """What the door sends to whoever asks for the page, until it fails."""
    sent = list[Message]()

    async def receive() -> Message:
        raise AssertionError("nothing is read")

    async def send(message: Message) -> None:
        sent.append(message)

    with pytest.raises(LookupError, match="unforeseen"):
        to_its_end(door(asks("/"), receive, send))
    return sent


async def fails(_: Scope, __: Receive, ___: Send) -> None:
    raise LookupError("unforeseen")


async def fails_midway(_: Scope, __: Receive, send: Send) -> None:
    await send({"type": "http.response.start", "status": 200, "headers": []})
    raise LookupError("unforeseen")


def test_where_a_page_fails_the_visitor_is_sent_to_the_desk_and_the_fault_to_the_log() -> None:
    start, body = answered(Door(fails, Settings()))

    assert start["status"] == 500  # and so the watchdog does not take it for a full house
    assert body["body"] == not_ready.FILE.read_bytes()
    assert (b"x-content-type-options", b"nosniff") in start["headers"]
    assert "no-store" in str(dict(start["headers"])[b"cache-control"])


def test_an_answer_that_fails_midway_is_not_begun_again() -> None:
    assert len(answered(Door(fails_midway, Settings()))) == 1


def test_without_content_a_full_house_is_sent_to_the_desk_too(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def no_words() -> str:
        raise LookupError("unforeseen")

    door = Door(fails_midway, Settings(places=1))
    monkeypatch.setattr("pages.parts.busy.page", no_words)
    to_its_end(door.places.acquire())

    assert answered(door)[-1]["body"] == not_ready.FILE.read_bytes()
