"""Faults and their witness: a server that can be killed and stopped, a screen that is watched.

Whatever happens, a visit is whole afterwards or the screen is that of a new one: `Seen.is_whole`
and `Seen.is_clean` say which. Meanwhile a script looks at every picture that the browser draws.
"""

import json
import os
import re
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Self

from playwright.sync_api import Frame, Page, expect

from pages.parts import session
from tests.browser.conftest import PROJECT, Visitor, command, free_port, wait_until_it_listens
from tests.browser.moving_time import can_be_moved

COVERED_WITHIN = 2  # seconds in which a fault is out of sight
BACK_WITHIN = 30_000  # milliseconds in which the kiosk comes back by itself, on a busy machine
# Words of machines. None of them may ever stand on the screen.
TECHNICAL = (
    r"[Tt]raceback|Error|[Ee]xception|[Ss]treamlit|[Cc]onnect|[Rr]efused|ERR_|localhost|127\.0|"
    r"\b[Ss]erver\b|[Pp]ython|WebSocket|[Rr]erun|undefined|\bnull\b|\bNaN\b|\[object"
)
COMPLAINS = re.compile(r"Traceback|Error|Exception|[Ww]arning|WARN|ERROR")
# Looks at each picture that the browser draws, on its own frames: a test may move the page's clock.
WITNESS = """
(() => {
  const [frame, date] = [requestAnimationFrame, Date];
  const told = new Set();
  const tell = (what, words) => {
    if (told.has(what + words)) return;
    told.add(what + words);
    tellTheTest({ what, words, at: date.now() / 1000 });
  };
  const isSeen = (one) => {
    const { left, right, top, bottom } = one.getBoundingClientRect();
    const found = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return bottom > top && one.contains(found);
  };
  let [above, frames, isChanged] = ["", 0, true];
  // To read all words of a page takes long, and sixteen pages may stand side by side.
  new MutationObserver(() => { isChanged = true; }).observe(document, {
    subtree: true, childList: true, characterData: true, attributes: true,
  });
  const look = () => {
    frame(look);
    if (!document.getElementById("guard")) return; // the page is still on its way
    const layer = document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest("dialog");
    const isNew = (layer?.id ?? "") !== above;
    frames += 1;
    if (document.querySelector("[data-shows]")) tell("not laid out", ""); // logic/carried.py
    if (!isNew && frames %% 4) return; // four pictures later is soon enough, and costs less
    const words = isChanged || isNew ? (layer ?? document.body).innerText : "";
    isChanged = false;
    const technical = words.match(/%s/);
    if (technical) tell("technical", technical[0] + " in: " + words.slice(0, 300));
    if (![...document.querySelectorAll("p.crisis")].some(isSeen)) {
      tell("without the crisis line", document.body.innerText.slice(0, 99));
    }
    if (!isNew) return;
    above = layer?.id ?? "";
    told.delete("layer" + above);
    tell("layer", above);
  };
  frame(look);
})();
"""


class Server:
    """A kiosk's server, always on one port, that can be killed, stopped, and started again."""

    def __init__(
        self, log: Path, *before: str, folder: Path = PROJECT, around: dict[str, str] | None = None
    ) -> None:
        """Know how it is started: `before` runs it, with these environment variables."""
        self.log, self.folder, self.before = log, folder, before
        self.port, self.around = free_port(), around or {}
        self.address = f"http://127.0.0.1:{self.port}"
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self.starts()
        return self

    def __exit__(self, *_: object) -> None:
        """Leave nothing behind."""
        self.is_killed()

    def starts(self) -> None:
        """Start it, and wait until it listens."""
        run = [*self.before, *command(self.port)]
        with self.log.open("a") as said:
            self.process = subprocess.Popen(
                run,
                cwd=self.folder,
                stdout=said,
                stderr=said,
                env={"KIOSK_STATE": str(self.log.with_name("state")), **os.environ, **self.around},
                start_new_session=True,
            )
        wait_until_it_listens(self.process, self.port, self.log)

    @property
    def complaints(self) -> list[str]:
        """The lines of its log that tell of a fault."""
        return [line for line in self.log.read_text().splitlines() if COMPLAINS.search(line)]

    def gets(self, what: signal.Signals) -> None:
        """Send it a signal, and whatever runs it."""
        assert self.process is not None
        os.killpg(self.process.pid, what)

    def is_killed(self) -> None:
        """End it at once, as a machine does that is out of memory."""
        if self.process is not None and self.process.poll() is None:
            self.gets(signal.SIGKILL)
            self.process.wait(timeout=30)


@dataclass(frozen=True)
class Told:
    """What the witness in the page tells, and when, in seconds since 1970."""

    what: str
    words: str
    at: float


@dataclass
class Seen:
    """One screen, with all that its witness told; and the page of the visit that a fault hit."""

    page: Page
    address: str
    told: list[Told] = field(default_factory=list)
    shown: str = ""  # the number of the page, with that of its visit
    held: str = ""  # all words of the page
    condition: str | None = None

    @property
    def picture(self) -> str:
        """All words of the page that Streamlit drew."""
        return self.page.locator(".stApp").inner_text()

    @property
    def number(self) -> str:
        """The number of the page in sight, with that of its visit."""
        return self.page.locator("h1[data-page]").get_attribute("data-page") or ""

    def is_about_to_fail(self, condition: str | None = None) -> None:
        """Remember how the visit stands."""
        self.shown, self.held, self.condition = self.number, self.picture, condition

    def is_covered(self, since: float, within: float = COVERED_WITHIN) -> None:
        """Hold the screen to being covered soon after a fault."""
        cover = self.page.locator("#cover[open]")
        expect(cover).to_be_visible(timeout=BACK_WITHIN)
        expect(cover).to_contain_text(session.ui().labels.away)
        self.was_covered(since, within=within)

    def was_covered(
        self, since: float, *, by: str = "cover", within: float = COVERED_WITHIN
    ) -> None:
        """Hold the screen to having been covered, on the browser's own watch."""
        given_up = time.monotonic() + BACK_WITHIN / 1000
        while by not in self.layers(since) and time.monotonic() < given_up:
            self.page.evaluate("0")  # what the witness told may still be on its way
        layers = {round(one.at - since, 2): one.words for one in self.told if one.what == "layer"}
        after = [at for at, words in layers.items() if words == by and at >= 0]
        assert min(after, default=99) <= within, (self.shown, layers)

    def layers(self, since: float) -> list[str]:
        """The layers that were on the screen since then, one after the other; "" is the page."""
        return [one.words for one in self.told if one.what == "layer" and one.at >= since]

    def is_back(self) -> None:
        """WHOLE, after some steps there and back: the same visit, on the same page."""
        assert self.number.partition("-")[0] == self.shown.partition("-")[0]
        self.shown = self.number
        self.is_whole()

    def is_whole(self) -> None:
        """WHOLE: the visit is where it was, and goes on."""
        expect(self.page.locator("dialog[open]")).to_have_count(0, timeout=BACK_WITHIN)
        expect(self.page.locator(f"h1[data-page='{self.shown}']")).to_be_visible()
        assert self.picture == self.held
        self.is_calm()

    def is_clean(self) -> None:
        """CLEAN: a welcome page of a new visit, nothing of the last, after Back and Forward too."""
        last = json.dumps(self.shown)
        clear = f'h1[data-use="clear"]:not([data-page={last}])'
        expect(self.page.locator(clear)).to_be_visible(timeout=BACK_WITHIN)
        expect(self.page.locator("dialog[open]")).to_have_count(0)
        self.holds_nothing()
        for way in (self.page.go_back, self.page.go_forward):
            way()
            self.holds_nothing()
        expect(self.page.locator(clear)).to_be_visible(timeout=BACK_WITHIN)
        self.holds_nothing()
        self.is_calm()

    def holds_nothing(self) -> None:
        """Hold the page, its title and its address to knowing nothing of the visit."""
        held = f"{self.page.title()} {self.page.url} {self.page.content()}"
        secrets = [self.shown.partition("-")[0]]
        if self.condition:
            secrets.append(session.pack().condition[self.condition].title)
        assert [one for one in secrets if one and one in held] == [], self.shown

    def is_calm(self) -> None:
        """Hold all that was ever on this screen to our own words, the crisis line among them."""
        strange = [one for one in self.told if one.what != "layer"]
        assert strange == [], strange


def watched(page: Page) -> list[Told]:
    """What will be seen on a page's screen, from its next load on."""
    told: list[Told] = []

    def tells(_: object, one: dict[str, Any]) -> None:
        told.append(Told(**one))

    def leads(frame: Frame) -> None:
        if not re.match(r"about:blank|http://127\.0\.0\.1:\d+/$", frame.url):
            told.append(Told("elsewhere", frame.url, time.time()))

    page.expose_binding("tellTheTest", tells)
    page.add_init_script(WITNESS % TECHNICAL)
    page.on("framenavigated", leads)
    page.on("dialog", lambda one: told.append(Told("dialog", one.message, time.time())))
    page.on("popup", lambda one: told.append(Told("popup", one.url, time.time())))
    page.on("download", lambda one: told.append(Told("download", one.url, time.time())))
    return told


class Witness(Visitor):
    """A visitor whose screen is watched all the time."""

    def __init__(self, page: Page, address: str, *, moves_time: bool = False) -> None:
        """Come to a clear screen; where a test `moves_time`, with a clock in the page for it."""
        page.set_viewport_size({"width": 1080, "height": 1920})
        self.seen = Seen(page, address, watched(page))
        if moves_time:
            can_be_moved(page.context)
        super().__init__(page, address)
