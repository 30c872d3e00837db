"""That what a server sends waits for no acknowledgement."""

import socket
from asyncio import Protocol, Transport

from pages.parts.at_once import at_once


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
