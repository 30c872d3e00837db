"""What the door lets in, and what it refuses: from whom, and how it says so."""

from dataclasses import replace

import pytest

from logic import door
from logic.door import Asked, Lock

LOCK = Lock(
    paths=frozenset({"/", "/static/js/page.js", "/kiosk/well"}),
    inner_paths={
        "/inner/health": ("127.0.0.0/8", "::1/128", "192.0.2.0/24"),
        "/inner/metrics": ("192.0.2.9/32",),
    },
    prefixes=("/static/", "/kiosk/", "/inner/", "/_stcore/"),
    hosts=frozenset({"127.0.0.1", "localhost", "::1", "kiosk.example"}),
)
HOST = ("host", "127.0.0.1:8501")
PAGE = Asked("GET", "/", 1, (HOST,), "127.0.0.1")
STREAM = replace(PAGE, path=door.STREAM, headers=(HOST, ("origin", "http://127.0.0.1:8501")))


def judged(asked: Asked) -> int:
    """The status of a refusal, or 0 where a request is let in."""
    refused = door.refusal(asked, LOCK, door.RULES)
    return refused.status if refused else 0


def judged_stream(asked: Asked) -> int:
    """The status of a refused handshake, or 0 where it is let in."""
    refused = door.refusal(asked, LOCK, door.HANDSHAKE_RULES)
    return refused.status if refused else 0


def with_header(asked: Asked, name: str, value: str) -> Asked:
    """The same, with one more header."""
    return replace(asked, headers=(*asked.headers, (name, value)))


@pytest.mark.parametrize("path", ["/", "/static/js/page.js", "/kiosk/well", "/guide", "/a/b.c"])
@pytest.mark.parametrize("method", ["GET", "HEAD"])
def test_the_page_what_it_asks_for_and_what_leads_to_it_are_let_in(method: str, path: str) -> None:
    assert judged(replace(PAGE, method=method, path=path)) == 0


@pytest.mark.parametrize(
    "path", ["/static/js/other.js", "/static/", "/kiosk/../x", "/_stcore/agent"]
)
def test_an_unknown_path_beside_those_of_the_page_is_refused(path: str) -> None:
    assert judged(replace(PAGE, path=path)) == 404


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "get", "TRACE", "NONSENSE"])
def test_only_reading_is_let_in(method: str) -> None:
    assert judged(replace(PAGE, method=method)) == 405


@pytest.mark.parametrize(
    "header",
    [("content-length", "1"), ("content-length", "x"), ("transfer-encoding", "chunked")],
)
def test_a_request_that_brings_something_is_refused(header: tuple[str, str]) -> None:
    assert judged(with_header(PAGE, *header)) == 413


def test_a_request_that_says_that_it_brings_nothing_is_let_in() -> None:
    assert judged(with_header(PAGE, "content-length", "0")) == 0


def test_an_address_longer_than_a_browsers_is_refused() -> None:
    assert judged(replace(PAGE, length=door.ADDRESS_AT_MOST)) == 0
    assert judged(replace(PAGE, length=door.ADDRESS_AT_MOST + 1)) == 431


def test_headers_longer_than_a_browsers_are_refused() -> None:
    rest = door.HEADERS_AT_MOST - sum(len(name) + len(value) for name, value in PAGE.headers)

    assert judged(with_header(PAGE, "x", "a" * (rest - 1))) == 0
    assert judged(with_header(PAGE, "x", "a" * rest)) == 431
    assert judged_stream(with_header(STREAM, "x", "a" * rest)) == 431


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "localhost:9", "LOCALHOST", "[::1]:8501", "kiosk.example.", "Kiosk.example:1"],
)
def test_a_host_is_ours_whatever_its_port(host: str) -> None:
    assert judged(replace(PAGE, headers=(("host", host),))) == 0


@pytest.mark.parametrize(
    "host",
    [
        "elsewhere.example", "kiosk.example.elsewhere.example", "127.0.0.2", "", ":8501",
        "me@localhost", "localhost/", "localhost?", "localhost:x", "localhost:99999", "[::1", "*",
        "local\thost",
    ],
)  # fmt: skip
def test_a_host_of_elsewhere_is_refused(host: str) -> None:
    assert judged(replace(PAGE, headers=(("host", host),))) == 404
    assert (
        judged_stream(replace(STREAM, headers=(("host", host), ("origin", f"http://{host}"))))
        == 404
    )


@pytest.mark.parametrize("headers", [(), (HOST, HOST), (HOST, ("host", "elsewhere.example"))])
def test_a_request_names_one_host(headers: tuple[tuple[str, str], ...]) -> None:
    assert judged(replace(PAGE, headers=headers)) == 404


@pytest.mark.parametrize(
    ("client", "status"),
    [
        ("127.0.0.1", 0), ("127.9.9.9", 0), ("::1", 0), ("::ffff:127.0.0.1", 0), ("192.0.2.77", 0),
        ("192.0.3.1", 404), ("2001:db8::1", 404), ("::ffff:10.0.0.1", 404), ("", 404), ("x", 404),
    ],
)  # fmt: skip
def test_health_is_told_to_the_addresses_that_are_named(client: str, status: int) -> None:
    assert judged(replace(PAGE, path="/inner/health", client=client)) == status


@pytest.mark.parametrize(
    ("path", "client", "status"),
    [
        ("/inner/health", "192.0.2.77", 0), ("/inner/health", "203.0.113.5", 404),
        ("/inner/metrics", "192.0.2.9", 0), ("/inner/metrics", "192.0.2.77", 404),
        ("/inner/metrics", "127.0.0.1", 404), ("/", "192.0.2.9", 404),
    ],
)  # fmt: skip
def test_a_tool_may_ask_by_this_machines_own_address_for_what_is_for_it(
    path: str, client: str, status: int
) -> None:
    by_address = replace(PAGE, path=path, client=client, headers=(("host", "198.51.100.7:8501"),))
    by_a_name = replace(by_address, headers=(("host", "elsewhere.example"),))

    assert judged(by_address) == status
    assert judged(by_a_name) == 404


def test_an_address_that_is_not_named_gets_the_page_all_the_same() -> None:
    assert judged(replace(PAGE, client="203.0.113.5")) == 0
    assert judged(replace(PAGE, path="/kiosk/well", client="203.0.113.5")) == 0


def test_the_websocket_of_our_own_page_is_let_in() -> None:
    https = (HOST, ("origin", "https://127.0.0.1:8501"))

    assert judged_stream(STREAM) == 0
    assert judged_stream(replace(STREAM, headers=https)) == 0


@pytest.mark.parametrize(
    "origin",
    [
        "http://elsewhere.example", "http://127.0.0.1", "http://127.0.0.1:8502", "127.0.0.1:8501",
        "ftp://127.0.0.1:8501", "http://127.0.0.1:8501/", "null", "",
    ],
)  # fmt: skip
def test_a_websocket_that_a_page_of_elsewhere_opens_is_refused(origin: str) -> None:
    assert judged_stream(replace(STREAM, headers=(HOST, ("origin", origin)))) == 404


def test_a_websocket_that_no_page_opens_is_refused() -> None:
    assert judged_stream(replace(STREAM, headers=(HOST,))) == 404


def test_there_is_one_websocket() -> None:
    assert judged_stream(replace(STREAM, path="/_stcore/other")) == 404


def test_a_refusal_says_nothing_of_what_was_asked() -> None:
    asked = replace(PAGE, method="WHATWASASKED", path="/static/whatwasasked")

    refused = [rule(asked, LOCK) for rule in door.RULES]

    assert [one for one in refused if one and "what" in one.words.lower()] == []


@pytest.mark.parametrize(
    ("told", "again"),
    [
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "navigate"}, True),
        ({}, False),
        ({"sec-fetch-site": "none", "sec-fetch-mode": "navigate"}, False),
        ({"sec-fetch-site": "same-origin", "sec-fetch-mode": "cors"}, False),
        ({"sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate"}, False),
    ],
)
def test_a_page_that_is_loaded_again_is_told_apart(told: dict[str, str], *, again: bool) -> None:
    assert door.loads_again(replace(PAGE, headers=(HOST, *told.items()))) is again


def test_a_message_of_text_or_of_more_than_a_tap_closes_the_websocket() -> None:
    assert door.frame_fault(None, b"") is None
    assert door.frame_fault(None, bytes(door.FRAME_AT_MOST)) is None
    assert door.frame_fault(None, bytes(door.FRAME_AT_MOST + 1)) == 1009
    assert door.frame_fault("0a1b2c3d-4 next", None) is None
    assert door.frame_fault("text", None) == 1003
    assert door.frame_fault(None, None) == 1003


def test_a_kiosk_that_answers_where_it_was_told_may_start() -> None:
    assert door.wrong_address("127.0.0.1", "127.0.0.1") is None


def test_a_kiosk_that_would_answer_elsewhere_is_told_what_to_do() -> None:
    assert door.wrong_address("192.0.2.7", "127.0.0.1") == (
        "The kiosk would answer at 192.0.2.7, and its settings say `127.0.0.1`. Start it with "
        "`--server.address 127.0.0.1`, or write the other `address` into kiosk.toml."
    )


def test_a_kiosk_that_is_told_no_address_would_answer_everywhere() -> None:
    told = door.wrong_address(None, "127.0.0.1")

    assert told is not None
    assert told.startswith("The kiosk would answer on every network of this machine, ")
