"""A cold load, and one after a wipe, with what they bring: `python -m benchmarks loads`."""

from playwright.sync_api import Browser, Page

from benchmarks import apps, clock
from benchmarks.apps import App
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures
from benchmarks.walking import fresh, walk, when_ready

AGAIN = "location.replace(location.href)"
CLEAR = apps.tapped("clear")


def one_round(browser: Browser, app: App, into: Figures) -> None:
    """A browser that has seen nothing opens an app, and opens it again; the kiosk by a wipe too."""
    with fresh(browser) as page:
        into.add("cold load", app.name, clock.load(page, app.address, app.is_there))
        when_ready(page, app)
        since, _ = clock.again(page, AGAIN)
        into.add("load again", app.name, since)
        if app.name == KIOSK:
            when_ready(page, app)
            for _ in walk(page, app, app.way):
                pass
            since, loading = clock.again(page, f"document.querySelector(`{CLEAR}`).click()")
            into.add("wipe: tap to clear screen", app.name, since)
            into.add("wipe: its load", app.name, loading)


def brings(browser: Browser, app: App, into: Figures) -> None:
    """Count what a cold load and a load again bring over the network, once, untimed."""
    with fresh(browser) as page:
        network = Network(page)
        clock.load(page, app.address, app.is_there)
        network.told("cold load", app.name, into)
        clock.again(page, AGAIN)
        network.told("load again", app.name, into)


class Network:
    """What a page has asked for, and been given."""

    def __init__(self, page: Page) -> None:
        """Listen from now on."""
        self.requests = self.bytes = self.messages = 0
        listens = page.context.new_cdp_session(page)
        listens.on("Network.requestWillBeSent", lambda _: self.asked())
        listens.on("Network.requestServedFromCache", lambda _: self.asked(-1))
        listens.on("Network.loadingFinished", lambda told: self.got(told["encodedDataLength"]))
        listens.on("Network.webSocketFrameReceived", lambda told: self.heard(told["response"]))
        listens.send("Network.enable")

    def asked(self, times: int = 1) -> None:
        """Count a request."""
        self.requests += times

    def got(self, length: float) -> None:
        """Count what came; nothing comes out of the browser's own memory."""
        self.bytes += int(length)

    def heard(self, frame: dict[str, str]) -> None:
        """Count what came by the WebSocket: binary, as it is, in four letters for three bytes."""
        self.messages += len(frame["payloadData"]) * 3 // 4

    def told(self, of: str, app: str, into: Figures) -> None:
        """Tell what was counted, and begin anew."""
        into.add(f"{of}: requests", app, self.requests, unit="")
        into.add(f"{of}: bytes", app, (self.bytes + self.messages) / 1000, unit="kB")
        self.requests = self.bytes = self.messages = 0
