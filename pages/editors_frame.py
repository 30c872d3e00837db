"""The frame as an editor sees it: from the newest content, under a line that says so."""

import runpy
from pathlib import Path

from pages.parts import editing, tapped

tapped.do_what_was_tapped()  # of what was in sight, before anything newer is
shown = editing.take_the_newest()
editing.keep_place()
editing.notice()
editing.draw_again_when_newer(shown)  # before the page, so that a fault in it mends itself
runpy.run_path(str(Path(__file__).with_name("frame.py")))
