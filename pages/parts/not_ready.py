"""The page of a kiosk that has nothing good to show: the crisis line, and to ask at the desk.

It is a file, for it must be there when even the kiosk's own words are broken. `make docs` writes it
from them. A browser may show it from the disk, too, before the server answers.
"""

import sys
from html import escape

from starlette.responses import HTMLResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from starlette.websockets import WebSocketClose

from pages.parts import following, session, shell
from pages.parts.bars import crisis_line

FILE = shell.STATIC / "not-ready.html"
# What is answered all the same: the guard, which opens the kiosk once it is ready, and who asks
# whether the server lives.
ANSWERED = ("/kiosk/guard.js", "/kiosk/well", "/_stcore/health", "/_stcore/metrics")

PAGE = """\
<!doctype html>
<!-- Written by `make docs`, in the words of content/ui_strings. Do not change it here. -->
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{name}</title>
<style>
body {{ margin: 0; min-height: 100vh; display: grid; grid-template-rows: 1fr auto;
  background: #fbf8f3; color: #1c2b2d;
  font: clamp(24px, 4vw, 40px)/1.4 "Source Sans", sans-serif; }}
main {{ display: grid; place-content: center; padding: 1em; text-align: center; }}
h1 {{ font-size: 1.6em; margin: 0; }}
.crisis {{ margin: 0; padding: 0.6em; text-align: center; background: #6b1e3a; color: #fff; }}
</style>
</head>
<body>
<main><h1>{name}</h1><p>{told}</p></main>
{crisis_line}
<div id="guard" data-well="/"></div>
<script src="/kiosk/guard.js"></script>
</body>
</html>
"""


class UntilReady:
    """Answer with this page as long as there is no content to show."""

    def __init__(self, app: ASGIApp) -> None:
        """Stand around the kiosk, inside the door."""
        self.app, self.page = app, FILE.read_text(encoding="utf-8")

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Hand on what needs no content, and all once there is some."""
        if following.is_ready() or scope["type"] == "lifespan" or scope["path"] in ANSWERED:
            await self.app(scope, receive, send)
        elif scope["type"] == "websocket":
            await WebSocketClose()(scope, receive, send)
        else:
            answer = HTMLResponse(self.page, 503, {"Cache-Control": "no-store"})
            await answer(scope, receive, send)


def page() -> str:
    """The page in the words of the content."""
    pack = session.pack()
    labels = pack.ui_strings.labels
    return PAGE.format(
        language=pack.language,
        name=escape(labels.kiosk_name),
        told=escape(labels.not_ready),
        crisis_line=crisis_line(),
    )


if __name__ == "__main__":
    sys.stdout.write(page())
