"""Print the list of rules, as it stands in docs/rules.md."""

from argparse import Namespace

from logic.commands.check import EDITORS_RULES
from logic.rules.document import document


def run(_: Namespace) -> int:
    """Print the page."""
    print(document(EDITORS_RULES), end="")
    return 0
