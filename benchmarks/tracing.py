"""Where the time of a tap goes: `python -m benchmarks trace`. It slows what it looks at a little.

The server tells when each page was made (traced.py), the page when its messages went and came, and
Chromium what its main thread did (timeline.py). All three are on one machine, so on one clock.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks import apps, beside, clock, servers, timeline
from benchmarks.apps import App
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures, once
from benchmarks.report import in_markdown
from benchmarks.walking import fresh, walk

# Ours listens first, before Streamlit has the message.
MARKS = """
const mark = (name, more) => performance.mark(`bench:${name}`, more);
const send = WebSocket.prototype.send;
WebSocket.prototype.send = function (...given) { mark("sent"); return send.apply(this, given); };
window.WebSocket = class extends WebSocket {
  constructor(...given) {
    super(...given);
    this.addEventListener("message", ({ isTrusted }) => isTrusted && mark("came"));
  }
};
addEventListener("click", ({ timeStamp }) => mark("tap", { startTime: timeStamp }), true);
"""
MARKED = """
() => {
  const every = performance.getEntriesByType("mark");
  const marks = every.filter(({ name }) => name.startsWith("bench:"));
  performance.clearMarks();
  return marks.map(({ name, startTime }) => [name.slice(6), performance.timeOrigin + startTime]);
}
"""


@dataclass(frozen=True)
class Tap:
    """One tap as the page saw it: milliseconds since 1970, and how long until it was painted."""

    name: str
    at: float
    took: float
    sent: float
    came: tuple[float, ...]


def trace(browser: Browser, rounds: int, scratch: Path, keep: Path) -> Figures:
    """Trace visits to the kiosk, and to Streamlit's own least; keep what Chromium told last."""
    into = Figures()
    of_kiosk, of_bare = scratch / "kiosk.runs", scratch / "bare.runs"
    with (
        servers.kiosk(scratch, *tells(of_kiosk)) as kiosk,
        servers.peer("bare", scratch, *tells(of_bare)) as bare,
    ):
        kiosk.rests()
        keep.mkdir(exist_ok=True)
        for app, file in (
            (apps.kiosk(kiosk.address), of_kiosk),
            (beside.bare(bare.address), of_bare),
        ):
            told = visits(browser, app, rounds, file, into)
            (keep / f"trace-{file.stem}.json").write_bytes(told)
    return into


def tells(runs: Path) -> tuple[str, ...]:
    """What starts a server so that it tells of its runs."""
    return ("-m", "benchmarks.traced", str(runs))


def visits(browser: Browser, app: App, rounds: int, file: Path, into: Figures) -> bytes:
    """Trace some visits to an app, the first one not; what Chromium told of the last."""
    told = b""
    with fresh(browser) as page:
        page.add_init_script(MARKS)
        clock.load(page, app.address, app.is_there)
        for _ in walk(page, app, app.way):
            pass  # what is slow once, at the first time, is no part of this
        for _ in range(rounds):
            page.goto(app.address)
            page.evaluate("window.painted")
            page.evaluate(MARKED)
            browser.start_tracing(page=page, categories=timeline.CATEGORIES)
            found = list(traced(page, app))
            told = browser.stop_tracing()
            events = json.loads(told)["traceEvents"]
            marks = timeline.taps(events)
            for tap, mark in zip(found, marks, strict=True):
                ran = next(one for one in runs(file) if one[0] >= tap.sent - 1)
                for what, value in parts(tap, ran, timeline.work(events, mark, tap.took)).items():
                    into.add(f"{tap.name}: {what}", app.name, value)
    return told


def traced(page: Page, app: App) -> Iterator[Tap]:
    """Every tap of the way, with what the page noted of it."""
    for name, took in walk(page, app, app.steps):
        marks = page.evaluate(MARKED)
        at = first(marks, "tap", 0)
        sent = first(marks, "sent", at)
        came = tuple(when for what, when in marks if what == "came" and sent <= when <= at + took)
        yield Tap(name, at, took, sent, came)


def first(marks: Sequence[Any], name: str, since: float) -> float:
    """When something was first noted."""
    return next(float(when) for what, when in marks if what == name and when >= since)


def runs(file: Path) -> list[tuple[float, float, float]]:
    """Every run of the script so far."""
    return [tuple(json.loads(line)) for line in file.read_text(encoding="utf-8").splitlines()]


def parts(tap: Tap, ran: tuple[float, float, float], worked: dict[str, float]) -> dict[str, float]:
    """Where the time of one tap went."""
    began, ended, core = ran
    return {
        "in all": tap.took,
        "until sent": tap.sent - tap.at,
        "until the script runs": began - tap.sent,
        "script runs": ended - began,
        "(of a core)": core,
        "until the last message": tap.came[-1] - ended,
        "until painted": tap.at + tap.took - tap.came[-1],
        "messages": float(len(tap.came)),
        **{f"browser: {kind}": spent for kind, spent in worked.items()},
    }


def table(found: Figures) -> str:
    """Where the time of each tap goes, in milliseconds; the median of each."""
    columns = once(what.split(": ", 1)[1] for what in found.whats())
    rows = [["", *columns]]
    for app in found.apps():
        names = once(name.what.split(": ", 1)[0] for name, _ in found.all() if name.app == app)
        for name in names:
            figures = [found.of(f"{name}: {column}", app) for column in columns]
            whole = [f"{one.median:.0f}" if one else "" for one in figures]
            rows.append([name if app == KIOSK else f"{app}: {name}", *whole])
    return in_markdown(rows)
