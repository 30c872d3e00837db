"""Hold content and settings to what a waiting room needs; print its port, and what prints there."""
# ruff: noqa: INP001 (not a package: `install` runs it)

import sys

from logic.content.pack import content_folder, load_pack
from logic.content.problems import ContentError
from logic.rules import RULES
from logic.settings import Settings, read_settings, settings_file

ELSEWHERE = (
    f"{settings_file()}: `address` lets other machines in, and the unit does not. Take it out, and "
    "let a reverse proxy answer them: deploy/reverse-proxy.md."
)

try:
    pack = load_pack(content_folder(), RULES)
    settings = read_settings(settings_file(), frozenset(pack.condition))
except ContentError as error:
    sys.exit(str(error))
if settings.address != Settings().address:
    sys.exit(ELSEWHERE)
print(settings.port, settings.printing.by)  # noqa: T201 (`install` reads it)
