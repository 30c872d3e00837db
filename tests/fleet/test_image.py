"""The image for many rooms, built and run in plain folders: it starts, is well, and is locked."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from tests import debian
from tests.browser.conftest import PROJECT
from tests.fleet.image import NEEDED, Image, built
from tests.printing.cups import wait_until

pytestmark = pytest.mark.long
A_WRITE = "from pathlib import Path; Path('{}').write_text('x')"


@pytest.fixture(scope="module")
def image() -> Iterator[Image]:
    """What deploy/fleet/Containerfile makes."""
    missing = [package for name, package in NEEDED.items() if not shutil.which(name)]
    if not debian.can_install():
        pytest.skip("Only root can build it, on Debian.")
    if missing:
        debian.install(*missing)
    with TemporaryDirectory(prefix="ask-first-image-") as name:
        Path(name).chmod(0o755)
        yield built(PROJECT / "deploy" / "fleet" / "Containerfile", Path(name))


def test_the_image_starts_and_finds_itself_well_on_a_root_that_it_cannot_write_to(
    image: Image, tmp_path: Path
) -> None:
    python = image.command[0]
    log = tmp_path / "log"

    with image.running(log) as server:
        wait_until(lambda: server.poll() is not None or image.beside(server, *image.health) == 0)
        assert server.poll() is None, log.read_text()
        status = Path(f"/proc/{server.pid}/status").read_text()
        may_write = {
            place: image.beside(server, python, "-c", A_WRITE.format(place)) == 0
            for place in ("/x", "/opt/ask-first/x", "/etc/ask-first/x", "/tmp/x")
        }

    assert "\nUid:\t10001\t10001\t10001\t10001\n" in status
    assert may_write == {"/x": False, "/opt/ask-first/x": False, "/etc/ask-first/x": False,
                         "/tmp/x": True}  # fmt: skip
    assert '"told": "Nothing to fix. Shown."' in log.read_text()


def test_the_image_holds_no_compiler_and_nothing_of_this_project_that_it_does_not_run(
    image: Image,
) -> None:
    assert {one.name for one in (image.root / "opt" / "ask-first").iterdir()} == {
        ".streamlit", ".venv", "LICENSE", "__pycache__", "content", "logic", "pages",
        "requirements.txt", "streamlit_app.py",
    }  # fmt: skip
    assert not (image.root / "usr" / "bin" / "gcc").exists()
