"""How long content takes, told as JSON in milliseconds. A process of its own: nothing is cached.

`KIOSK_CONTENT=FOLDER python -m benchmarks.reading` tells it of another folder.
"""

import json
import logging
from time import perf_counter

from logic.content.pack import content_folder, good_draft
from logic.rules import RULES
from pages.parts import ahead, session


def told() -> dict[str, float]:
    """Reading what the source language says, reading all, and drawing all."""
    logging.disable(logging.WARNING)  # Streamlit's, on being asked outside a visit
    began = perf_counter()
    good_draft(content_folder(), RULES)
    one = perf_counter()
    session.read_once()
    every = perf_counter()
    ahead.draw()
    drawn = perf_counter()
    return {
        "read in one language": (one - began) * 1000,
        "read in every language": (every - one) * 1000,
        "drawn ahead": (drawn - every) * 1000,
    }


if __name__ == "__main__":
    print(json.dumps(told()))
