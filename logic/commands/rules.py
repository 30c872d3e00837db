"""Print the list of rules, as it stands in docs/rules.md."""

from argparse import Namespace

from logic.commands.check import EVERY_RULE
from logic.rules.document import document


def run(_: Namespace) -> int:
    """Print the page."""
    print(document(EVERY_RULE), end="")
    return 0
