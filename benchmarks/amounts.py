"""What several times the content costs: `python -m benchmarks amounts`.

The content is grown: benchmarks/grown.py. How taps do with it is a part of `taps`.
"""

from pathlib import Path

from benchmarks import apps, grown, servers, starts
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures

AMOUNTS = (4, 7, 10)  # times what is shipped, which is measured with everything else


def every(scratch: Path, into: Figures) -> None:
    """Measure each amount once; of the last one, how long it takes, too."""
    for times in AMOUNTS:
        folder = scratch / f"{times} times"
        folder.mkdir()
        content = folder / "content"
        grown.grow(content, times)
        with servers.kiosk(folder, content=content) as server:
            server.rests()
            what = f"memory: nobody there, {times} times the content"
            into.add(what, KIOSK, server.memory(), unit="MB")
    for what, took in starts.reading(content).items():
        into.add(f"content: {what}", apps.TENFOLD, took)
