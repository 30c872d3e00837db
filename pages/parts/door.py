"""The door of the kiosk: nothing but its own page, and what that page asks for, is answered.

Which requests are let in is decided in logic/door.py. This module stands around everything else:
it answers what is refused, tells browsers what the page may do, and keeps count of the places.
"""

import asyncio
from collections import Counter

from starlette.datastructures import MutableHeaders
from starlette.responses import HTMLResponse, PlainTextResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send
from streamlit import config

from logic import door, metrics
from logic.settings import Settings
from pages.parts import (
    at_once,
    busy,
    counting,
    draining,
    headers,
    health,
    not_ready,
    shell,
    silence,
    taps,
)
from pages.parts.guard import WELL
from pages.parts.screens import SCREENS
from pages.parts.stream import OPEN, Stream, only_new

TRY_AGAIN = 5  # seconds after which a place may be free

# Whether the server lives, a page on the screen's own disk may know: deploy/kiosk/waiting.js.
SEEN_FROM_THE_DISK = {"Cross-Origin-Resource-Policy": "cross-origin"}


class Answer:
    """One answer on its way, which knows whether it has begun."""

    def __init__(self, send: Send) -> None:
        """Hand on to `send`."""
        self.send, self.has_begun = send, False

    async def __call__(self, message: Message) -> None:
        """Hand on a part of the answer."""
        self.has_begun = True
        await self.send(message)


class Door:
    """Let in what the kiosk's page needs, from as many screens as there are places."""

    is_guarded = True  # the page is ours, and the guard watches over it

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        """Stand around everything that answers."""
        self.app, self.lock = app, lock(settings)
        self.headers = headers.all_of_them()
        self.last_word = not_ready.FILE.read_text(encoding="utf-8")
        self.places = asyncio.Semaphore(settings.places)
        self.screens = Counter[str]()  # addresses of those who have a place

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let one request in, or answer it here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
            return
        asked, is_stream = asked_in(scope), scope["type"] == "websocket"
        rules = door.HANDSHAKE_RULES if is_stream else door.RULES
        if refused := door.refusal(asked, self.lock, rules):
            health.refused(asked.path, refused)
            await self.refuse(refused, scope, receive, send)
        elif is_stream:
            await self.visit(asked.client, scope, receive, send)
        else:
            own = SEEN_FROM_THE_DISK if asked.path == WELL else None
            await self.answer(asked, scope, receive, Answer(self.with_headers(send, own)))

    async def answer(self, asked: door.Asked, scope: Scope, receive: Receive, send: Answer) -> None:
        """Answer what was let in. A fault goes to the log; whoever asked is sent to the desk."""
        try:
            await (self.own_answer(asked) or self.app)(scope, receive, send)
        except Exception:  # whatever it is, it goes on to the log
            if not send.has_begun:
                await HTMLResponse(self.last_word, 500)(scope, receive, send)
            raise

    async def refuse(
        self, refused: door.Refusal, scope: Scope, receive: Receive, send: Send
    ) -> None:
        """Say no in a few words, to a handshake too."""
        told = {"Allow": ", ".join(door.METHODS)} if refused == door.NOT_LIKE_THIS else {}
        answer = PlainTextResponse(refused.words, refused.status, told)
        await answer(scope, receive, self.with_headers(send))

    def own_answer(self, asked: door.Asked) -> Response | None:
        """What needs no Streamlit: that the server is there, and how; that no place is free."""
        if asked.path == WELL:
            metrics.wiped(asked.header("x-ended"))
            return Response(status_code=204)
        is_full = self.places.locked() and not self.returns(asked)
        if asked.path == "/" and (is_full or draining.is_begun()):
            return HTMLResponse(busy.page(), 503, {"Retry-After": str(TRY_AGAIN)})
        return health.answer(asked.path)

    def returns(self, asked: door.Asked) -> bool:
        """Whether this is a screen that has a place, which it is about to leave for a new visit."""
        return self.screens[asked.client] > 0 and door.loads_again(asked)

    def with_headers(self, send: Send, own: dict[str, str] | None = None) -> Send:
        """Send every answer with our headers."""

        async def sent(message: Message) -> None:
            if message["type"] in {"http.response.start", "websocket.http.response.start"}:
                told = MutableHeaders(scope=message)
                told.update({**self.headers, **(own or {})})
                told.setdefault("Cache-Control", "no-store")
            await send(message)

        return sent

    async def visit(self, client: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Give a WebSocket a place for as long as it is open."""
        if draining.is_begun():
            await self.refuse(door.FULL, scope, receive, send)
            return
        try:
            # At a full house whoever loads the page again is just leaving a place.
            async with asyncio.timeout(TRY_AGAIN):
                await self.places.acquire()
        except TimeoutError:
            await self.refuse(door.FULL, scope, receive, send)
            return
        self.screens[client] += 1
        stream = Stream(receive, send, is_guarded=self.is_guarded)
        OPEN.add(stream)
        try:
            await self.app(only_new(scope), stream.receive, stream.send)
        finally:
            OPEN.discard(stream)
            SCREENS.goes(stream.session)
            taps.goes(stream.session)
            counting.ended(stream.session, "left")
            self.screens[client] -= 1
            self.screens += Counter()  # forgets who has none left
            self.places.release()


def asked_in(scope: Scope) -> door.Asked:
    """What the door needs to know of a request, as logic/door.py has it."""
    return door.Asked(
        method=scope.get("method", "GET"),
        path=scope["path"],
        length=len(scope["raw_path"]) + len(scope["query_string"]),
        headers=tuple(
            (name.decode("latin-1"), value.decode("latin-1")) for name, value in scope["headers"]
        ),
        client=(scope["client"] or ("", 0))[0],
    )


def lock(settings: Settings) -> door.Lock:
    """What this kiosk's page asks for: our files, and Streamlit's as they are installed."""
    streamlits = shell.STREAMLITS_PAGE.parent
    files = (path for path in (streamlits / "static").rglob("*") if path.is_file())
    return door.Lock(
        paths=frozenset(
            [
                *(f"/{path.relative_to(streamlits).as_posix()}" for path in files),
                *(f"/kiosk/{path.name}" for path in shell.STATIC.iterdir()),
                *("/", "/favicon.png", "/_stcore/host-config", "/kiosk/staff", WELL),
            ]
        ),
        inner_paths={
            "/_stcore/health": settings.health_for,
            "/_stcore/metrics": settings.health_for,
            **health.paths(settings),
        },
        prefixes=(*shell.SERVED, "/health/"),
        hosts=hosts(settings),
    )


def hosts(settings: Settings) -> frozenset[str]:
    """The names under which this kiosk is asked."""
    return frozenset(name.lower() for name in (*door.LOOPBACK, settings.address, *settings.hosts))


def open_only(address: str, settings: Settings) -> None:
    """Hold the server to where it was told to answer. Call it once, before it answers anybody.

    Raises SystemExit where Streamlit is about to answer elsewhere.
    """
    if told := door.wrong_address(config.get_option("server.address"), address):
        raise SystemExit(told)
    config.set_option("server.allowedHosts", sorted(hosts(settings)))
    silence.keep()
    at_once.send()
