"""How the kiosk of a waiting room follows its content: only what has nothing to fix is shown.

What is good is kept for the next start, too: logic/keeping.py. A visit shows to its end what it
began with: session.kiosk().
"""

import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import cache
from pathlib import Path
from threading import Thread

from logic import judging, keeping
from logic.content.pack import content_folder, files
from logic.content.problems import ContentError
from logic.settings import (
    Settings,
    conditions_in,
    read_settings,
    settings_file,
    wait_for_a_start,
)
from logic.watching import SHOWN, Watch
from pages.parts import ahead, session, silence
from pages.parts.kiosk import Kiosk, kiosk_of, read_kiosk

LOOK = 2  # seconds from one look to the next: a look at the shipped content takes 9 milliseconds


@cache
def watch() -> Watch[Kiosk]:
    """What is watched, once for all visitors."""
    return Watch(read_and_keep, watched_files, log, told_of)


@cache
def begun_with() -> Settings:
    """What the clinic said of itself when the kiosk started."""
    return read_settings(settings_file())


def begin() -> Settings:
    """Take the content, else the copy that was kept of it, else nothing yet, and follow it.

    Raises SystemExit where whoever sets the kiosk up has made a mistake: the clinic's settings.
    """
    session.today()  # a wrong KIOSK_TODAY stops the start, not a page
    try:
        settings = begun_with()
        if settings.log == "json":
            silence.tell_in_json()
        for _ in range(2):  # the second look reads what has not moved since the first
            watch().whatever_comes(watch().look)
        watch().good = watch().good or earlier_copy()
        if watch().good is None:
            hold_to_what_is_there(settings)
    except ContentError as error:
        raise SystemExit(str(error)) from None
    session.newest = newest
    Thread(target=follow, name="follow", daemon=True).start()
    return settings


def follow() -> None:
    """Look for what is new for ever, and have it drawn, on each day anew."""
    watch().follow_whatever_comes(LOOK, draw_ahead)


def draw_ahead() -> None:
    """Draw what visitors may come to see, where there is anything to show."""
    if is_ready():
        ahead.draw()


def newest() -> Kiosk:
    """The last content that had nothing to fix. Until there is any: not_ready.py."""
    good = watch().good
    if good is None:
        raise LookupError("No content has been good yet. Ask is_ready() first.")
    return good


def is_ready() -> bool:
    """Whether there is any content to show."""
    return watch().good is not None


def watched_files() -> Iterator[Path]:
    """The content, and what the clinic says of itself."""
    yield from files(content_folder(), "**/*")
    yield settings_file()


def read_and_keep() -> Kiosk:
    """Read what there is now; where it has nothing to fix, keep a copy of the very same.

    Where it has, it raises ContentError, and what goes on being shown is an earlier copy from now.
    """
    content = content_folder()
    version = keeping.digest(content)
    name = judging.called(version)
    before = judging.kept(content, name)
    try:
        judged = before or judging.judge(content)
        kiosk = kiosk_of(judged)
    except ContentError:
        if watch().good:
            watch().good = replace(newest(), is_earlier_copy=True)
        raise
    for told in kiosk.behind:
        log(f"{told} `make check` names them.")
    try:
        keeping.keep(content, version)
        if before is None:
            judging.keep(content, name, judged)
    except OSError as error:
        log(f"No copy of the content could be kept: {error}.")
    return replace(kiosk, version=version, since=time.time())


def told_of(before: Kiosk | None, now: Kiosk) -> str:
    """What is told of good content: once for each change, also what waits for a start; no value."""
    waiting = wait_for_a_start(begun_with(), now.settings)
    if before is None or not waiting or not wait_for_a_start(before.settings, now.settings):
        return SHOWN
    names = ", ".join(f"`{name}`" for name in waiting)
    return f"Nothing to fix. Shown, but for {names} of kiosk.toml: start the kiosk again for that."


def earlier_copy() -> Kiosk | None:
    """The copy that was kept, if there is one and it can be shown."""
    try:
        copy = keeping.kept_copy(content_folder())
        if copy is None:
            log("No earlier copy is kept. Visitors are sent to the desk until this is put right.")
            return None
        kiosk = read_kiosk(copy)
        kept = keeping.kept_on(copy)
        log(f"Until then the copy of {kept:%Y-%m-%d, %H:%M} is shown.")
    except (ContentError, OSError) as error:
        log(f"{error}\nThe copy that was kept cannot be shown either.")
        return None
    return replace(kiosk, is_earlier_copy=True, version=copy.name, since=kept.timestamp())


def hold_to_what_is_there(settings: Settings) -> None:
    """Raise ContentError where kiosk.toml asks for a condition that has no file, broken or not."""
    if settings.conditions:
        read_settings(settings_file(), conditions_in(content_folder()))


def log(text: str) -> None:
    """Tell whoever runs the kiosk. A log that takes nothing, on a full disk, ends nothing."""
    with suppress(OSError, ValueError):
        sys.stderr.write(f"{text}\n")
