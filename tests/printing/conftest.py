"""Fixtures of the tests of printing: a real CUPS, and a pretended printer that it prints to.

Both are CUPS's own programs, run from a folder that goes with the test, on free ports, without the
machine's own CUPS. Pages are followed at a quick pace; nothing asserts how long anything takes.
"""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from tests.printing.cups import Cups, Played, folder_for_all
from tests.printing.programs import missing

WORDS = "Pilgrim Lantern Quartz"  # stands for what a visitor read about
PAGES = 3


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder for programs of CUPS, where there are any."""
    if needed := missing():
        pytest.fail(f"CUPS is not installed. Run: apt-get install {' '.join(needed)}")
    with folder_for_all() as found:
        yield found


@pytest.fixture
def played(folder: Path) -> Played:
    """The pretended printer, not yet switched on."""
    return Played(folder / "played")


@pytest.fixture
def printer(played: Played) -> Iterator[Played]:
    """The pretended printer, ready to print."""
    with played.running():
        yield played


@pytest.fixture
def server(folder: Path, played: Played) -> Cups:
    """A CUPS with a queue to the pretended printer, and others; not yet started."""
    soon = f"{played.device}?contimeout=1"
    queues = dict.fromkeys(("desk", "stopped", "closed"), played.device) | {"soon": soon}
    (folder / "cups").mkdir()
    return Cups(folder / "cups", queues)


@pytest.fixture
def cups(server: Cups) -> Iterator[Cups]:
    """The same, running."""
    with server.running():
        yield server


@pytest.fixture(scope="session")
def pdf() -> bytes:
    """Three pages with words that stand nowhere else, to be read in the file as they are."""
    made = pikepdf.new()
    made.docinfo["/Title"] = WORDS
    for number in range(PAGES):
        page = made.add_blank_page(page_size=(612, 792))
        page.Contents = made.make_stream(f"BT ({WORDS}, page {number}) Tj ET".encode())
    raw = BytesIO()
    made.save(raw, compress_streams=False)
    return raw.getvalue()
