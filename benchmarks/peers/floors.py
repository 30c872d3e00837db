"""The floors: the kiosk's own pages, swapped in the browser, or sent over one WebSocket.

Started with a file of what the kiosk draws: benchmarks/recorded.py.
"""

import json
import sys
from html import escape
from pathlib import Path

import streamlit
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse
from starlette.routing import Mount, Route, WebSocketRoute
from starlette.staticfiles import StaticFiles
from starlette.websockets import WebSocket, WebSocketDisconnect

STREAMLITS = Path(streamlit.__file__).parent / "static" / "static"  # the same letters
SHOW = """
const place = document.querySelector("[data-testid=stMainBlockContainer]");
const { dataset } = document.documentElement;
const opened = document.getElementById("opened");
function show(name, html) {
  place.innerHTML = html;
  dataset.stands = name;
  opened.replaceChildren();
}
const kept = (name) => document.getElementById(`of ${name}`).innerHTML;
"""
SOCKET = """
const line = new WebSocket(`ws://${location.host}/line`);
let asked;
line.onopen = () => { dataset.ready = "yes"; };
line.onmessage = ({ data }) => show(asked, data);
onclick = ({ target }) => { if (target.name) line.send(asked = target.name); };
"""
SWAP = """
dataset.ready = "yes";
onclick = ({ target }) => {
  if (target.className === "opens") opened.innerHTML = kept(target.name);
  else if (target.name) show(target.name, kept(target.name));
};
"""
STYLE = """
nav, #opened { position: fixed; inset: 0 0 auto; z-index: 9999; background: white; }
nav button { all: revert; }
nav button:active { background: black; }
#opened { top: 8rem; }
"""


class Floors:
    """Both floors, with the pages as they were recorded."""

    def __init__(self, recorded: Path) -> None:
        """Read the pages."""
        read = json.loads(recorded.read_text(encoding="utf-8"))
        self.style: str = read["style"]
        self.shell: str = read["shell"]
        self.pages: dict[str, str] = read["pages"]
        self.openings: dict[str, str] = read["openings"]

    def document(self, script: str, *beside: str) -> HTMLResponse:
        """The one page: a button for each step and opening, and the first page."""
        buttons = "".join(f'<button name="{one}">{escape(one)}</button>' for one in self.pages)
        buttons += "".join(
            f'<button name="{one}" class="opens">{escape(one)}</button>' for one in self.openings
        )
        return HTMLResponse(
            f'<!doctype html><html data-stands="welcome"><title>Floor</title>'
            f"<style>{self.style}{STYLE}</style><nav>{buttons}</nav>{self.shell}"
            f'<div id="opened"></div>{"".join(beside)}<script>{SHOW}{script}</script>'
        )

    async def over_a_socket(self, _: Request) -> HTMLResponse:
        """Each page comes from here."""
        return self.document(SOCKET)

    async def swapped(self, _: Request) -> HTMLResponse:
        """Each page is there from the start."""
        every = {**self.pages, **self.openings}
        kept = (f'<template id="of {name}">{html}</template>' for name, html in every.items())
        return self.document(SWAP, *kept)

    async def line(self, socket: WebSocket) -> None:
        """Answer the name of a step with its page."""
        await socket.accept()
        try:
            while True:
                await socket.send_text(self.pages[await socket.receive_text()])
        except WebSocketDisconnect:
            return


async def lives(_: Request) -> HTMLResponse:
    """It is well."""
    return HTMLResponse()


if __name__ == "__main__":
    floors = Floors(Path(sys.argv[2]))
    routes = [
        Route("/_stcore/health", lives),
        Route("/socket", floors.over_a_socket),
        Route("/swap", floors.swapped),
        WebSocketRoute("/line", floors.line),
        Mount("/static", StaticFiles(directory=STREAMLITS)),
    ]
    uvicorn.run(Starlette(routes=routes), port=int(sys.argv[1]), log_level="warning")
