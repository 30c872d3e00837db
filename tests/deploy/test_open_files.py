"""A kiosk on a machine that lets a program open few files, unless it asks for more."""

from contextlib import ExitStack
from pathlib import Path

from benchmarks import wire
from logic.settings import Settings
from tests.browser.conftest import PROJECT, serving

FEW = "--nofile=64:4096"  # a screen takes four at least


def test_a_kiosk_that_may_open_few_files_has_room_for_a_screen_at_each_place(
    tmp_path: Path,
) -> None:
    places = Settings().places

    with serving(PROJECT, tmp_path / "log", "prlimit", FEW) as address, ExitStack() as until:
        for _ in range(places):
            until.enter_context(wire.screen(address)).tap("start")

    assert "Too many open files" not in (tmp_path / "log").read_text()
