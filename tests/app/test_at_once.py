"""That what a server sends waits for no acknowledgement."""

import socket
from asyncio import Protocol, Transport

import pytest
from streamlit.runtime import runtime
from uvicorn.protocols.http.auto import AutoHTTPProtocol

from pages.parts.at_once import at_once, send


def test_streamlit_rests_less_between_two_looks_for_what_is_to_be_sent(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(AutoHTTPProtocol, "connection_made", AutoHTTPProtocol.connection_made)
    monkeypatch.setattr(runtime, "MESSAGE_FLUSH_INTERVAL_SECS", usual := 1.0)

    send()

    assert vars(runtime)["MESSAGE_FLUSH_INTERVAL_SECS"] < usual


def test_a_connection_begins_with_nagles_algorithm_off() -> None:
    with socket.socket() as connection:  # as Streamlit binds it, TCP is not named
        begun: list[Transport] = []
        transport = Transport({"socket": connection})

        at_once(lambda _, given: begun.append(given))(Protocol(), transport)

        assert connection.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
    assert begun == [transport]


def test_a_connection_without_a_socket_of_tcp_begins_as_before() -> None:
    begun: list[Transport] = []
    ours, _ = socket.socketpair()
    with ours:
        for known in ({}, {"socket": ours}):
            at_once(lambda _, given: begun.append(given))(Protocol(), Transport(known))

    assert len(begun) == 2
