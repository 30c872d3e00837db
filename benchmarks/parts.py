"""The parts of a run. All apps take turns in each round, so that they share what disturbs them."""

import sys
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import apps, bars, loads, recorded, servers, taps
from benchmarks.apps import App
from benchmarks.figures import Figures
from benchmarks.machine import Machine
from benchmarks.servers import Server

IN_A_BROWSER = ("taps", "loads")
EVERY = IN_A_BROWSER


@dataclass(frozen=True)
class Plan:
    """What is to be measured, and with what. What was started goes on `until` all is done."""

    parts: tuple[str, ...]
    rounds: int
    visits: int
    scratch: Path
    browser: Browser
    machine: Machine
    until: ExitStack


def measure(plan: Plan, into: Figures) -> None:
    """Measure every part that is asked for."""
    if set(plan.parts) & set(IN_A_BROWSER):
        in_a_browser(plan, into)


def in_a_browser(plan: Plan, into: Figures) -> None:
    """Measure what a browser sees."""
    with servers.kiosk(plan.scratch) as kiosk:
        every = in_turn(kiosk, plan)
        for number in range(plan.rounds):
            begin(plan, f"taps, loads: round {number + 1}")
            for app in every:
                if "taps" in plan.parts:
                    stopped = kiosk if app.name == bars.KIOSK else None
                    taps.one_round(plan.browser, app, into, stopped)
                if "loads" in plan.parts:
                    loads.one_round(plan.browser, app, into)
        if "loads" in plan.parts:
            for app in every:
                loads.brings(plan.browser, app, into)


def in_turn(kiosk: Server, plan: Plan) -> list[App]:
    """The kiosk and all that it is measured beside, each at its server, in their order."""
    like, pages = apps.kiosk(kiosk.address), plan.scratch / "pages.json"
    recorded.record(plan.browser, like, pages)
    floors = plan.until.enter_context(servers.floors(pages, plan.scratch))
    usual = plan.until.enter_context(servers.peer("usual", plan.scratch))
    bare = plan.until.enter_context(servers.peer("bare", plan.scratch))
    return [
        like,
        apps.over_a_socket(f"{floors.address}/socket", like),
        apps.swapped(f"{floors.address}/swap", like),
        apps.bare(bare.address),
        apps.usual(usual.address),
    ]


def begin(plan: Plan, what: str) -> None:
    """Tell what comes, and see how busy the machine is."""
    plan.machine.look()
    print(f"{what} of {plan.rounds}; load {plan.machine.load[-1]:g}", file=sys.stderr, flush=True)
