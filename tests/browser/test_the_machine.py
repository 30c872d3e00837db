"""What the kiosk does to its machine: whom it calls, how it starts, what it says when it fails."""

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from playwright.sync_api import Playwright

from pages.parts import session
from tests.browser.chromium import SWITCHES, ensure
from tests.browser.conftest import PROJECT, Visitor, command, free_port, serving

CALLED = re.compile(r"connect\(\d+<(\w+).*?sa_family=AF_INET6?, .*?\"([^\"]+)\"")
LOOPBACK = re.compile(r"127\.|::1$|::ffff:127\.")
TRACE = ["strace", "-f", "-yy", "-qq", "--seccomp-bpf", "-e", "trace=connect"]
# Chromium asks its own machine whether there is a way to the IPv6 internet. No byte is sent: a UDP
# socket is given an address, and closed.
ASKS_FOR_A_WAY = ("UDPv6", "2001:4860:4860::8888")


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
        visitor = Visitor(chromium.new_page(), address).picks("depression")
        asked: list[str] = []
        visitor.page.on("request", lambda request: asked.append(request.url))
        visitor.goes_on(session.ui().headings.studies).tap(session.ui().labels.view_table)
        visitor.page.get_by_role("table").wait_for()
        chromium.close()

    both = called(server) | called(browser)
    assert ("TCP", "127.0.0.1") in called(browser)
    assert {one for one in both - {ASKS_FOR_A_WAY} if not LOOPBACK.match(one[1])} == set()
    assert [url for url in asked if not url.startswith(address)] == []


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
        ui, seen = session.ui(), Visitor(visitor.page, address).picks("depression")
        seen.goes_on(ui.headings.studies).goes_on(ui.headings.assessment)
        seen.page.get_by_text(ui.labels.unknown_error).wait_for()
        shown = seen.page.locator("body").inner_text()

    assert [word for word in ("Traceback", "made-up", "Error", "app has") if word in shown] == []
    assert "988" in shown
    assert ui.labels.talk in shown
    assert "a made-up fault" in log.read_text()


def starting(folder: Path) -> subprocess.CompletedProcess[str]:
    """A start that must end by itself."""
    return subprocess.run(
        command(free_port()), cwd=folder, capture_output=True, text=True, timeout=60, check=False
    )


def test_untrue_content_stops_the_start_and_the_last_words_are_the_problems(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = copy_of_the_project(tmp_path)
    monkeypatch.setenv("KIOSK_CONTENT", str(folder / "content"))
    broken = folder / "content" / "conditions" / "ocd.en.md"
    broken.write_text(broken.read_text().replace("about_suicide", "about_suicid"))

    ended = starting(folder)

    said = (ended.stdout + ended.stderr).strip().splitlines()
    assert ended.returncode == 1
    assert re.fullmatch(
        r".*ocd\.en\.md:\d+: `about_suicid` is not a field of Condition\. "
        r"Did you mean `about_suicide`\?",
        said[-1],
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
