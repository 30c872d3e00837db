"""What the kiosk does to its machine: whom it calls, how it starts, what it says when it fails."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Playwright, expect

from logic.matching import in_every_page
from pages.parts import session
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.conftest import PROJECT, Visitor, command, free_port, serving
from tests.conftest import SHIPPED

CONDITION = min(path.name.split(".")[0] for path in (SHIPPED / "conditions").glob("*.en.md"))
CALLED = re.compile(r"connect\(\d+<(\w+).*?sa_family=AF_INET6?, .*?\"([^\"]+)\"")
LOOPBACK = re.compile(r"127\.|::1$|::ffff:127\.")
TRACE = ["strace", "-f", "-yy", "-qq", "--seccomp-bpf", "-e", "trace=connect"]
# Chromium asks its own machine whether there is a way to the IPv6 internet. No byte is sent: a UDP
# socket is given an address, and closed.
ASKS_FOR_A_WAY = ("UDPv6", "2001:4860:4860::8888")

# Runs a server for which every screen has come while it was ending already: uvicorn tells none.
TELLS_NOBODY = """
import runpy, sys
from uvicorn.protocols.websockets.websockets_sansio_impl import WebSocketsSansIOProtocol
WebSocketsSansIOProtocol.shutdown = lambda self: None
_, _, _, name, *_ = sys.argv
sys.argv = sys.argv[3:]
runpy.run_module(name, run_name="__main__")
"""


def called(log: Path) -> set[tuple[str, str]]:
    """The protocol and internet address of every connection that a traced program made."""
    return set(CALLED.findall(log.read_text(errors="replace")))


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux can list a program's connections")
def test_neither_server_nor_browser_calls_anything_but_this_machine(
    playwright: Playwright, tmp_path: Path
) -> None:
    assert shutil.which("strace"), "Install strace, so that connections can be listed."
    server, browser = tmp_path / "server.trace", tmp_path / "browser.trace"
    traced = tmp_path / "browser"
    traced.write_text(f'#!/bin/sh\nexec {" ".join(TRACE)} -o {browser} {ensure()} "$@"\n')
    traced.chmod(0o755)

    with serving(PROJECT, tmp_path / "log", *TRACE, "-o", str(server)) as address:
        chromium = playwright.chromium.launch(executable_path=traced, args=list(SWITCHES))
        page, asked = chromium.new_page(), list[str]()
        page.on("request", lambda request: asked.append(request.url))
        page.on("websocket", lambda socket: asked.append(socket.url.replace("ws:", "http:")))
        visitor = Visitor(page, address).picks(CONDITION)
        visitor.goes_on(session.ui().headings.studies).tap(session.ui().labels.view_table)
        visitor.page.get_by_role("table").wait_for()
        chromium.close()

    both = called(server) | called(browser)
    assert ("TCP", "127.0.0.1") in called(browser)
    assert {one for one in both - {ASKS_FOR_A_WAY} if not LOOPBACK.match(one[1])} == set()
    assert len(asked) > 10
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def copy_of_the_project(folder: Path) -> Path:
    """The kiosk's own files in a folder of their own, to break."""
    for name in ("pages", "logic", "content", ".streamlit"):
        shutil.copytree(PROJECT / name, folder / name)
    shutil.copy(PROJECT / "streamlit_app.py", folder)
    return folder


def test_a_fault_shows_calm_words_and_help_and_its_cause_only_in_the_log(
    visitor: Visitor, tmp_path: Path
) -> None:
    folder, log = copy_of_the_project(tmp_path / "kiosk"), tmp_path / "log"
    with (folder / "pages" / "assessment.py").open("a") as page:
        page.write('\nraise RuntimeError("a made-up fault")\n')

    with serving(folder, log) as address:
        ui, seen = session.ui(), Visitor(visitor.page, address).picks(CONDITION)
        seen.goes_on(ui.headings.studies).goes_on(ui.headings.assessment)
        seen.page.get_by_text(ui.labels.unknown_error).wait_for()
        shown = seen.page.locator("body").inner_text()

    assert [word for word in ("Traceback", "made-up", "Error", "app has") if word in shown] == []
    assert all(str(one.short) in shown for one in in_every_page(session.pack()))
    assert ui.labels.talk in shown
    assert "a made-up fault" in log.read_text()


def starting(folder: Path) -> subprocess.CompletedProcess[str]:
    """A start that must end by itself."""
    return subprocess.run(
        command(free_port()), cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_a_wrong_kiosk_toml_stops_the_start_and_names_its_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text('clinic_name = "A sample clinic"\nidle_second = 60\n')
    monkeypatch.setenv("KIOSK_SETTINGS", str(settings))

    ended = starting(PROJECT)

    said = (ended.stdout + ended.stderr).strip().splitlines()
    assert ended.returncode == 1
    assert said[-1].startswith(f"{settings}:2: `idle_second` is not a field")


def test_when_the_server_goes_away_the_page_is_covered_and_comes_back_clear(
    visitor: Visitor, tmp_path: Path
) -> None:
    page, ui, port = visitor.page, session.ui(), free_port()
    picked = session.pack().condition[CONDITION]
    with serving(PROJECT, tmp_path / "log", port=port) as address:
        Visitor(page, address).picks(CONDITION)

    covered = page.locator("#cover")
    expect(covered).to_be_visible()
    expect(covered).to_contain_text(ui.labels.away)
    expect(covered).to_contain_text(str(in_every_page(session.pack())[0].short))
    expect(page.get_by_test_id("stDialog").locator("visible=true")).to_have_count(0)
    with serving(PROJECT, tmp_path / "log again", port=port):
        page.get_by_role("button", name=ui.labels.start).wait_for()
        expect(covered).to_be_hidden()
        assert picked.title not in page.content()


def test_a_screen_that_nobody_told_of_the_end_does_not_hold_it_up(
    visitor: Visitor, tmp_path: Path
) -> None:
    log = tmp_path / "log"

    with serving(PROJECT, log, sys.executable, "-c", TELLS_NOBODY) as address:
        Visitor(visitor.page, address).picks(CONDITION)

    assert "timeout graceful shutdown exceeded" in log.read_text()


def test_a_visit_leaves_no_word_in_the_log_and_no_file(visitor: Visitor, tmp_path: Path) -> None:
    folder, log = copy_of_the_project(tmp_path / "kiosk"), tmp_path / "log"
    with serving(folder, log) as address:
        began = {path for path in folder.rglob("*") if "__pycache__" not in path.parts}
        seen = Visitor(visitor.page, address).picks(CONDITION)
        seen.goes_on(session.ui().headings.studies).clears()

        files = {path for path in folder.rglob("*") if "__pycache__" not in path.parts}
        assert files == began
    assert CONDITION not in log.read_text()
