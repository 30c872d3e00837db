"""The kiosk of an editor: an open page follows the content. No visitor's kiosk imports this."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache, partial
from html import escape
from pathlib import Path
from threading import Thread

import streamlit as st

from logic.content.pack import content_folder, files
from logic.settings import settings_file
from logic.visit import still_in
from logic.watching import Watch
from pages.parts import acts, session, sheet, shell
from pages.parts.kiosk import Kiosk, read_kiosk

CHECK = 0.25  # seconds after which an open page asks again whether there is something newer
ENDS = (signal.SIGINT, signal.SIGTERM)
tell = partial(print, flush=True)


@cache
def watch() -> Watch[Kiosk]:
    """What is watched, once for all pages that are open."""
    return Watch(read_and_tell, watched_files, tell)


def read_and_tell() -> Kiosk:
    """Read what there is now, and tell what stands in the source for want of a translation."""
    kiosk = read_kiosk()
    for told in kiosk.behind:
        tell(f"{told} `make check` names them.")
    return kiosk


def watched_files() -> Iterator[Path]:
    """The content, the clinic's own file, and our stylesheet and script."""
    yield from files(content_folder(), "**/*")
    yield settings_file()
    yield from shell.STATIC.iterdir()


def begin() -> None:
    """Wait until the content can be shown, and follow it from then on."""
    session.newest = watch().newest
    with ctrl_c_ends_it():
        session.newest()
    Thread(target=watch().follow, name="watch", daemon=True).start()


@contextmanager
def ctrl_c_ends_it() -> Iterator[None]:
    """Let Ctrl-C end what may wait for long. uvicorn 0.54 keeps it until the app is loaded."""
    kept = {one: signal.signal(one, signal.default_int_handler) for one in ENDS}
    yield
    for one, handler in kept.items():
        signal.signal(one, handler)


def take_the_newest() -> Kiosk:
    """Let the open page be drawn from the newest content that has nothing to fix: what it is."""
    st.session_state.pop("kiosk", None)
    return session.began()


def keep_place() -> None:
    """Leave the visit where it is, or where it can be now that something was taken away."""
    acts.change_visit(**vars(still_in(session.visit(), session.pack())))


def notice() -> None:
    """Say that this is an editor's view, so that nobody leaves it in a waiting room."""
    told = escape(session.ui().labels.editing)
    st.html(sheet.as_piece(f'<p class="editing">{told}</p>'))


@st.fragment(run_every=CHECK)
def draw_again_when_newer(shown: Kiosk) -> None:
    """Draw an open page again once there is something newer than what it shows."""
    if watch().newest() is not shown:
        st.rerun()
