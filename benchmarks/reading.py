"""How long content takes, told as JSON in milliseconds. A process of its own: nothing is cached.

`KIOSK_CONTENT=FOLDER python -m benchmarks.reading` tells it of another folder.
"""

import json
import logging
import os
from tempfile import TemporaryDirectory
from time import perf_counter

from pages.parts import ahead, following, session


def told() -> dict[str, float]:
    """Judging all that is there, reading what was judged, and drawing all of it."""
    logging.disable(logging.WARNING)  # Streamlit's, on being asked outside a visit
    began = perf_counter()
    following.read_and_keep()
    judged = perf_counter()
    kiosk = following.read_and_keep()
    read = perf_counter()
    session.newest = lambda: kiosk
    ahead.draw()
    drawn = perf_counter()
    return {
        "judged, at a first start": (judged - began) * 1000,
        "read, at any other": (read - judged) * 1000,
        "drawn ahead": (drawn - read) * 1000,
    }


if __name__ == "__main__":
    with TemporaryDirectory() as state:
        os.environ["KIOSK_STATE"] = state
        print(json.dumps(told()))
