"""Several messages as one."""

import pytest

from logic.lots import apart, together


@pytest.mark.parametrize("messages", [[b"one"], [b"one", b"", b"\0another", b"x" * 70_000], []])
def test_a_lot_is_taken_apart_into_the_messages_that_it_was_made_of(messages: list[bytes]) -> None:
    assert list(apart(together(messages))) == messages


def test_a_message_that_came_alone_stays_as_it_is() -> None:
    assert list(apart(b"\x0aone")) == [b"\x0aone"]
