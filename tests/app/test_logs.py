"""The log as JSON where Streamlit writes it, whenever it makes a logger of its own."""

import json
import subprocess
import sys

LATE = """
from pages.parts import silence
silence.tell_in_json()
from streamlit.logger import get_logger
try:
    1 / 0
except ZeroDivisionError:
    get_logger("late").warning("Told late.", exc_info=True)
"""


def test_what_streamlit_tells_later_is_one_line_of_json_too() -> None:
    ended = subprocess.run([sys.executable, "-c", LATE], capture_output=True, text=True, check=True)

    (line,) = ended.stderr.splitlines()
    event = json.loads(line)
    assert (event["told"], event["of"]) == ("Told late.", "late")
    assert "ZeroDivisionError" in event["fault"]
