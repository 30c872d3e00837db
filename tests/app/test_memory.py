"""What is looked through for what nothing refers to any more, while visitors wait for pages."""

import gc
import os
import subprocess
import sys
from pathlib import Path
from weakref import ref

from pages.parts.kiosk import read_kiosk

LOOKED_THROUGH = """
import gc
import streamlit_app
from logic.content.items import GuideSection
from pages.parts import session
found = [one for one in gc.get_objects() if isinstance(one, GuideSection)]
print(len(session.pack().guide_sections), len(found))
"""


def test_the_content_of_the_start_is_not_looked_through(sample: Path, tmp_path: Path) -> None:
    known = {"KIOSK_CONTENT": str(sample), "KIOSK_STATE": str(tmp_path / "state")}
    told = subprocess.run(
        [sys.executable, "-c", LOOKED_THROUGH],
        env=os.environ | known,
        capture_output=True,
        check=True,
        text=True,
    )

    sections, looked_through = map(int, told.stdout.split())
    assert sections > 0
    assert looked_through == 0


def test_content_that_is_no_longer_shown_goes_without_being_looked_for() -> None:
    kiosk = read_kiosk()
    held = [ref(one) for one in (kiosk, kiosk.pack, kiosk.pack.guide_sections[0])]
    gc.collect()
    gc.disable()
    try:
        del kiosk
        assert [one() for one in held] == [None, None, None]
    finally:
        gc.enable()
