"""What surrounds Streamlit: its page in our words and style, one address, and a calm fault.

The page that Streamlit ships says `Streamlit` in its title and nothing until its code has loaded.
Ours names the kiosk, carries our stylesheet and script, and shows the crisis line from the first
moment.
"""

import re
from functools import lru_cache
from html import escape
from pathlib import Path

import streamlit as st
from starlette.responses import HTMLResponse, RedirectResponse, Response
from starlette.types import ASGIApp, Receive, Scope, Send

from pages.parts import aloud, session
from pages.parts.guard import guard, said, skip, waiting
from pages.parts.kiosk import Kiosk
from pages.parts.show import spoken

STREAMLITS_PAGE = Path(st.__file__).parent / "static" / "index.html"
STATIC = Path(__file__).parents[1] / "static"
SHEETS = ("looks.css", "kiosk.css", "guard.css", "print.css")  # what comes later counts more
# What a browser asks for besides the page: Streamlit's own files and messages, and ours.
SERVED = ("/static/", "/_stcore/", "/media/", "/component/", "/kiosk/", "/favicon.png")
# Each in a function: no name of theirs is the page's. Read once: the door lets in just these.
SCRIPT, *FURTHER_SCRIPTS = (
    "(() => {\n"
    + "".join((STATIC / name).read_text(encoding="utf-8") for name in together)
    + "})();"
    for together in (("keys.js", "guard.js"), ("aloud.js",), ("asking.js",))
)


class OnePage:
    """Serve the kiosk at `/` alone. Any other address, and any question in it, leads there."""

    def __init__(self, app: ASGIApp, *, locked: bool = True) -> None:
        """Stand around Streamlit. An editor's own screen is not `locked` as in a waiting room."""
        self.app, self.locked = app, locked

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer the page ourselves, and hand on what the page asks for."""
        if scope["type"] != "http" or scope["path"].startswith(SERVED):
            await self.app(scope, receive, send)
            return
        is_page = scope["path"] == "/" and not scope["query_string"]
        answer: Response = (
            HTMLResponse(page(session.kiosk(), locked=self.locked))
            if is_page
            else RedirectResponse("/", status_code=303)
        )
        answer.headers["Cache-Control"] = "no-store"
        await answer(scope, receive, send)


@lru_cache(maxsize=1)
def page(kiosk: Kiosk, *, locked: bool = True) -> str:
    """Streamlit's page in our words and style; raises LookupError if theirs is not as we know it.

    The guard comes within the page: there is no moment, and no lost request, in which Streamlit is
    there and the guard is not.
    """
    labels = kiosk.pack.ui_strings.labels
    # Streamlit empties its root long before it draws: the crisis line waits beside it, and above.
    scripts = "".join(f"<script>{script}</script>" for script in (SCRIPT, *FURTHER_SCRIPTS))
    around = f"{waiting()}{guard(kiosk, locked=locked)}{aloud.player(labels)}{scripts}"
    body = f'{skip()}{said()}<div id="root"></div>{around}'
    replaced = {
        '<html lang="en">': f"<html {spoken(kiosk.pack.language)}>",
        "<title>.*?</title>": f"<title>{escape(labels.kiosk_name)}</title>",
        "</head>": f"{styles()}</head>",
        "<noscript>.*</noscript>": f"<noscript><p>{escape(labels.not_ready)}</p></noscript>",
        '<div id="root"></div>': body,
    }
    html = STREAMLITS_PAGE.read_text(encoding="utf-8")
    for theirs, new in replaced.items():
        html, found = re.subn(theirs, new.replace("\\", r"\\"), html, flags=re.DOTALL)
        if found != 1:
            raise LookupError(f"Streamlit's page no longer holds {theirs!r} once. Look at it.")
    return html


def styles() -> str:
    """Our styles, to stand in a page of ours."""
    return "".join(f"<style>{read(name)}</style>" for name in SHEETS)


def read(name: str) -> str:
    """One of our files."""
    return (STATIC / name).read_text(encoding="utf-8")


def have_a_rest(_: Exception) -> bool:
    """Say that something went wrong, without a technical word; Streamlit logs what it was."""
    st.html(f'<p class="card message">{escape(session.ui().labels.unknown_error)}</p>')
    return True
