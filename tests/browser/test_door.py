"""The door of a real kiosk: what it lets in, what it tells, and who gets a place.

Which requests are let in is in tests/unit/test_door.py. Here they go over the wire, and what a
stranger sends goes there in thousands (tests/browser/strangers.py).
"""

import re
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis.strategies import lists
from playwright.sync_api import Error, Page, expect
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ClientState_pb2 import ClientState
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

from logic import lots
from logic.door import STREAM
from pages.parts import session
from tests.browser import strangers
from tests.browser.conftest import PROJECT, Visitor, command, free_port, serving
from tests.browser.strangers import CANARY, Stream, Wire

# The same cases in every run. How long one takes says nothing on a busy machine.
MADE_UP = settings(
    deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck)
)
NEVER_TOLD = (
    CANARY, "cookie", "streamlit", "uvicorn", "starlette", "websockets", "python", "traceback",
    "exception", str(PROJECT).lower(), "site-packages",
)  # fmt: skip


@pytest.fixture(scope="module")
def log(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the kiosk of this module logs."""
    return tmp_path_factory.mktemp("door") / "log"


@pytest.fixture(scope="module")
def address(shipped: None, log: Path) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk that strangers come to."""
    with serving(PROJECT, log) as address:
        yield address


def asks(address: str, path: str, method: str = "GET", more: str = "") -> tuple[int, str, bytes]:
    """Ask once, on this machine; the status, the headers in small letters, and the body."""
    wire = Wire(address)
    status, headers, body = wire.ask(
        f"{method} {path} HTTP/1.1\r\nHost: {{}}\r\n{more}\r\n".encode()
    )
    wire.close()
    return status, headers.decode().lower(), body


def is_well(address: str) -> bool:
    """Whether the kiosk still answers."""
    return asks(address, "/kiosk/well")[0] == 204


def visit(address: str, *named: str) -> ClientConnection:
    """A WebSocket as our page opens it. At a full house the door lets it wait for five seconds."""
    return connect(
        address.replace("http", "ws") + STREAM,
        origin=Origin(address),
        subprotocols=[Subprotocol(one) for one in ("streamlit", "no-token", *named)],
        close_timeout=1,
    )


def next_visit(address: str) -> ClientConnection:
    """A visit that comes to a full house, and is turned away once."""
    with suppress(InvalidStatus):
        return visit(address)
    return visit(address)


@pytest.fixture
def small(shipped: None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:  # noqa: ARG001
    """The address of a kiosk with one place."""
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text("places = 1\n")
    monkeypatch.setenv("KIOSK_SETTINGS", str(clinic))
    with serving(PROJECT, tmp_path / "log") as address:
        yield address


@pytest.mark.parametrize(
    ("method", "path", "status"),
    [
        ("GET", "/", 200),
        ("HEAD", "/", 200),
        ("GET", "/guide?condition=ocd", 303),
        ("GET", "/kiosk/well", 204),
        ("GET", "/favicon.png", 200),
        ("GET", "/kiosk/nothing.js", 404),
        ("GET", "/_stcore/agent/openapi.json", 404),
        ("GET", "/_stcore/script-health-check", 404),
        ("PUT", "/_stcore/upload_file/a/b", 405),
    ],
)
def test_every_answer_tells_the_browser_what_the_page_may_do(
    address: str, method: str, path: str, status: int
) -> None:
    answered, headers, body = asks(address, path, method)

    assert answered == status
    scripts = re.search(r"script-src ([^;]*);", headers)
    assert scripts
    assert re.fullmatch(r"'self'( 'sha256-[\w+/=]+'){4}", scripts[1])  # Streamlit's, and our three
    assert "default-src 'none'" in headers
    assert "frame-ancestors 'none'" in headers
    assert "x-content-type-options: nosniff" in headers
    assert "referrer-policy: no-referrer" in headers
    assert "cache-control: " in headers
    assert "server:" not in headers
    assert ("allow: get, head" in headers) is (status == 405)
    assert status == 200 or len(body) < 30


def test_health_and_metrics_are_told_to_this_machine_alone(address: str) -> None:
    elsewhere = "X-Forwarded-For: 203.0.113.9\r\n"  # as a reverse proxy on this machine says it

    told = [asks(address, f"/_stcore/{name}", more=more)[0]
            for name in ("health", "metrics") for more in ("", elsewhere)]  # fmt: skip

    assert told == [200, 404, 200, 404]
    assert asks(address, "/", more=elsewhere)[0] == 200


def test_a_browser_has_nothing_to_complain_of_and_runs_no_script_but_ours(
    page: Page, address: str
) -> None:
    said = list[str]()
    page.on("console", lambda message: said.append(message.text))
    ui = session.ui()
    condition = session.pack().conditions[0].id

    visitor = Visitor(page, address).picks(condition).goes_on(ui.headings.studies)
    visitor.tap(ui.labels.view_table).page.get_by_role("table").wait_for()
    for heading in (ui.headings.assessment, ui.headings.questions, ui.headings.referral):
        visitor.goes_on(heading)

    assert said == []
    with pytest.raises(Error, match="Content Security Policy"):
        page.add_script_tag(content="document.title = 'taken over'")


def test_at_a_full_house_a_page_says_so_and_a_place_that_is_left_is_taken(
    page: Page, fresh: Page, small: str
) -> None:
    ui = session.ui()
    first = Visitor(page, small)

    status, headers, _ = asks(small, "/", "HEAD")
    assert (status, "retry-after: 5" in headers) == (503, True)
    # Whoever has the place loads the page again, as the end of each visit does.
    with page.expect_response(f"{small}/") as answered:
        page.evaluate("location.replace('/')")
    assert answered.value.status == 200
    first.reads(ui.headings.welcome)
    fresh.goto(small)
    expect(fresh.get_by_role("heading", level=1)).to_have_text(ui.labels.busy_title)
    expect(fresh.locator(".crisis")).to_be_visible()
    page.close()

    expect(fresh.get_by_role("heading", level=1)).to_have_text(ui.headings.welcome, timeout=20_000)


def test_a_browser_that_is_gone_without_a_word_leaves_its_place_and_its_visit(small: str) -> None:
    gone = Stream(small)
    gone.connect()  # and never answers again, not even a ping
    assert asks(small, "/", "HEAD")[0] == 503

    with visit(small):  # the door lets it wait for five seconds and no longer
        assert "active_sessions 1" in asks(small, "/_stcore/metrics")[2].decode()


def test_nobody_takes_over_a_visit(address: str) -> None:
    def session_of(stream: ClientConnection) -> str:
        stream.send(BackMsg(rerun_script=ClientState()).SerializeToString())
        told = map(ForwardMsg.FromString, lots.apart(stream.recv(timeout=20, decode=False)))
        return next(str(one.new_session.initialize.session_id) for one in told)

    with visit(address) as first:
        taken = session_of(first)
        with visit(address, taken) as second:
            given = session_of(second)

    assert taken
    assert given not in {"", taken}


@pytest.mark.parametrize(
    "wrong",
    [
        f"Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {CANARY}",
        f"Sec-WebSocket-Version: {CANARY}\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
        f"X: {CANARY * 1000}",  # which is longer than can be read: the kiosk hangs up
    ],
)
def test_a_wrong_handshake_is_not_repeated_and_not_left_open(address: str, wrong: str) -> None:
    upgrade = f"Connection: Upgrade\r\nUpgrade: websocket\r\n{wrong}\r\n"

    status, headers, body = asks(address, STREAM, more=upgrade)

    assert status in {0, 400}
    assert CANARY not in headers + body.decode()
    assert len(body) < 30


@pytest.mark.parametrize(
    ("bound", "told"), [("0.0.0.0", "at 0.0.0.0"), ("", "on every network of this machine")]
)
def test_a_kiosk_refuses_to_answer_where_its_settings_do_not_say(bound: str, told: str) -> None:
    run = [*command(free_port()), "--server.address", bound]
    ended = subprocess.run(
        run, cwd=PROJECT, capture_output=True, text=True, timeout=90, check=False
    )

    said = (ended.stdout + ended.stderr).strip().splitlines()
    assert ended.returncode == 1
    assert said[-1].startswith(f"The kiosk would answer {told}, and its settings say `127.0.0.1`.")


def test_a_kiosk_that_answers_everywhere_asks_nobody_for_its_own_address(tmp_path: Path) -> None:
    clinic = tmp_path / "kiosk.toml"
    clinic.write_text('address = "0.0.0.0"\nhosts = ["127.0.0.1"]\n')
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("KIOSK_SETTINGS", str(clinic))
        patch.setenv("STREAMLIT_SERVER_ADDRESS", "0.0.0.0")
        with serving(PROJECT, tmp_path / "log") as address:
            pass

    said = (tmp_path / "log").read_text()
    assert address in said
    assert "xternal" not in said  # "External URL", or that its own could not be found out


def test_no_request_is_too_strange_for_a_short_calm_answer(address: str, log: Path) -> None:
    wires = [Wire(address) for _ in range(16)]

    @settings(MADE_UP, max_examples=250)
    @given(lists(strangers.requests, min_size=len(wires), max_size=len(wires)))
    def answers_calmly(requests: list[bytes]) -> None:
        for wire, request in zip(wires, requests, strict=True):
            wire.say(request)
        for wire in wires:
            status, headers, body = wire.hear()
            headers = headers.replace(b"sec-websocket-protocol: streamlit", b"")  # as it must
            told = (headers + (body if status != 200 else b"")).decode("latin-1").lower()
            assert status < 500
            assert status in {0, 200} or len(body) < 60
            assert [word for word in NEVER_TOLD if word in told] == []

    answers_calmly()

    assert is_well(address)
    assert "Traceback" not in log.read_text()


def test_no_message_on_the_websocket_is_too_strange(address: str, log: Path) -> None:
    stream = Stream(address)

    @settings(MADE_UP, max_examples=500)
    @given(lists(strangers.one_message, min_size=4, max_size=4))
    def goes_on(messages: list[strangers.Sent]) -> None:
        for message in messages:
            stream.send(message)

        assert [
            word for word in (b"Traceback", b"site-packages", b'File "') if word in stream.told
        ] == []
        assert is_well(address)

    goes_on()
    for _ in range(500):  # a burst
        stream.send(BackMsg(rerun_script=ClientState()))

    assert is_well(address)

    assert "Traceback" not in log.read_text()
