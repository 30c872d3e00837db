"""Print the port that the clinic's kiosk.toml names."""

from argparse import Namespace

from logic.content.items import Condition
from logic.content.pack import read_draft
from logic.settings import read_settings, settings_file


def run(given: Namespace) -> int:
    """Print the number alone, for the Makefile."""
    conditions = read_draft(given.content).ids(Condition)
    print(read_settings(settings_file(), conditions).port)
    return 0
