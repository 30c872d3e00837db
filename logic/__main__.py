"""Commands for content editors. Try `python -m logic check`."""

import argparse
import os
from pathlib import Path

from logic.commands import (
    assess,
    balance,
    check,
    coverage,
    due,
    intervals,
    new,
    printer,
    pseudo,
    publish,
    reading,
    report,
    rules,
    schemas,
    served_at,
    sign,
    signed,
    translate,
)
from logic.content.pack import content_folder
from logic.content.problems import ContentError

COMMANDS = {
    "check": check,
    "reading": reading,
    "coverage": coverage,
    "new": new,
    "translate": translate,
    "pseudo": pseudo,
    "schemas": schemas,
    "intervals": intervals,
    "balance": balance,
    "due": due,
    "sign": sign,
    "signed": signed,
    "assess": assess,
    "rules": rules,
    "served-at": served_at,
    "publish": publish,
    "printer": printer,
    "report": report,
}


def main(arguments: list[str] | None = None) -> int:
    """Run one command and return its exit status."""
    parser = argparse.ArgumentParser(prog="python -m logic", description=__doc__)
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for name, module in COMMANDS.items():
        told = str(module.__doc__).replace("%", "%%")  # argparse would fill in a bare %
        command = commands.add_parser(name, help=told.splitlines()[0], description=told)
        if takes_more := getattr(module, "arguments", None):
            takes_more(command)
            command.add_argument("--content", type=Path, default=content_folder())
        else:
            command.add_argument("content", nargs="?", type=Path, default=content_folder())
    given = parser.parse_args(arguments)
    given.content = Path(os.path.relpath(given.content))
    try:
        return int(COMMANDS[given.command].run(given))
    except ContentError as error:
        print(error)
        return 1


if __name__ == "__main__":
    raise SystemExit(main())
