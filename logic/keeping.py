"""The kept copy: the last good content, outside the content folder, for a start without any.

A copy is a folder that is named by what is in it: one that is not whole bears the wrong name.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from shutil import rmtree

from logic.content.pack import files

NAME = "[0-9a-f]*"  # of a copy; while it is written, its name begins with a dot


def state_folder() -> Path:
    """Where the kiosk keeps what outlives it: as it is told, as systemd has it, or at home."""
    told = os.environ.get("KIOSK_STATE") or os.environ.get("STATE_DIRECTORY", "").split(":")[0]
    own = os.environ.get("XDG_STATE_HOME") or Path.home() / ".local" / "state"
    return Path(told or Path(own) / "ask-first")


def copies_of(content: Path) -> Path:
    """Where copies of one content folder lie: none stands in for a folder of another place."""
    return state_folder() / sha256(os.fsencode(content.resolve())).hexdigest()[:8]


def digest(content: Path) -> str:
    """What a folder of content is called by what is in it: by every file, to the letter."""
    return digest_of(
        part
        for path in files(content, "**/*")
        for part in (os.fsencode(path.relative_to(content)), path.read_bytes())
    )


def digest_of(parts: Iterable[bytes]) -> str:
    """What bytes are called by what is in them, and by where each part of them ends."""
    whole = sha256()
    for part in parts:
        whole.update(sha256(part).digest())
    return whole.hexdigest()


def keep(content: Path, name: str) -> None:
    """Keep a copy of the content in place of the last one, unless it has changed from its name.

    Raises OSError where it cannot be written. Then, as whenever this is interrupted, the last copy
    is still there.
    """
    place = copies_of(content)
    if kept_copy(content) == place / name:
        return
    fresh = place / ".fresh"
    try:
        write(content, fresh)
        if digest(fresh) != name:
            return
        rmtree(place / name, ignore_errors=True)  # there, but not whole
        fresh.rename(place / name)
    finally:
        rmtree(fresh, ignore_errors=True)
    for older in place.glob(NAME):
        if older.name != name:
            rmtree(older, ignore_errors=True)


def write(content: Path, copy: Path) -> None:
    """Write every file of the content into a new folder, and see it through to the disk."""
    rmtree(copy, ignore_errors=True)
    for path in files(content, "**/*"):
        written = copy / path.relative_to(content)
        written.parent.mkdir(parents=True, exist_ok=True)
        written.write_bytes(path.read_bytes())
    os.sync()  # otherwise a name can outlive a loss of power, and what it names not


def kept_copy(content: Path) -> Path | None:
    """The newest copy that is whole, if there is any."""
    newest_first = sorted(copies_of(content).glob(NAME), key=kept_on, reverse=True)
    return next((copy for copy in newest_first if digest(copy) == copy.name), None)


def kept_on(copy: Path) -> datetime:
    """When a copy was written."""
    return datetime.fromtimestamp(copy.stat().st_mtime).astimezone()
