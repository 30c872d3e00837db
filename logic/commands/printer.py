"""Say what CUPS knows of the printer that kiosk.toml names: ready, out of paper, or away and why.

Ends with 0 where it takes pages, and with 1 where somebody has to see to it.
"""

from argparse import Namespace

from logic.printing.printer import state
from logic.settings import read_settings, settings_file


def run(_: Namespace) -> int:
    """Print the one line that a kiosk's log would hold."""
    clinic = settings_file()
    printing = read_settings(clinic).printing
    if printing.by != "cups":
        print(f'No printer is asked: `printing.by` is "{printing.by}" in {clinic}.')
        return 1
    now = state(printing)
    print(now.told_of(printing.printer))
    return 1 if now.is_a_fault else 0
