"""Say what CUPS knows of the printer that kiosk.toml names: ready, out of paper, or away and why.

Ends with 1 where somebody has to see to it. Else with 0, and where CUPS does not print at all, too.
"""

from argparse import Namespace

from logic.printing.printer import state
from logic.settings import read_settings, settings_file


def run(_: Namespace) -> int:
    """Print the one line that a kiosk's log would hold."""
    clinic = settings_file(or_installed=True)
    printing = read_settings(clinic).printing
    if printing.by != "cups":
        print(f'No printer is asked: `printing.by` is "{printing.by}" in {clinic}.')
        return 0
    now = state(printing)
    print(now.told_of(printing.printer))
    return 1 if now.is_a_fault else 0
