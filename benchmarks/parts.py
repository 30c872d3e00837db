"""The parts of a run. All apps take turns in each round, so that they share what disturbs them."""

import sys
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from playwright.sync_api import Browser

from benchmarks import (
    amounts,
    apps,
    bars,
    beside,
    grown,
    loads,
    memory,
    recorded,
    rooms,
    servers,
    starts,
    taps,
    work,
)
from benchmarks.apps import App
from benchmarks.figures import Figures
from benchmarks.machine import Machine
from benchmarks.servers import Server

IN_A_BROWSER = ("taps", "loads")
WITHOUT_ONE = ("starts", "work", "memory", "amounts")
ROOMS = "rooms"
EVERY = (*IN_A_BROWSER, *WITHOUT_ONE, ROOMS)


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
    if "starts" in plan.parts:
        for number in range(plan.rounds):
            begin(plan, f"starts: round {number + 1}")
            starts.one_round(plan.scratch, into)
    if {"work", "memory"} & set(plan.parts):
        of_a_server(plan, into)
    if "amounts" in plan.parts:
        begin(plan, "several times the content: once, not")
        amounts.every(plan.scratch, into)
    if ROOMS in plan.parts:
        begin(plan, "rooms: once, not")
        with servers.kiosk(plan.scratch) as kiosk:
            rooms.one_round(kiosk, plan.browser, into)


def of_a_server(plan: Plan, into: Figures) -> None:
    """Measure what each server holds and does. Each is new: nobody has been there."""
    with (
        servers.kiosk(plan.scratch) as kiosk,
        servers.peer("usual", plan.scratch) as usual,
        servers.peer("bare", plan.scratch) as bare,
    ):
        every = ((kiosk, bars.KIOSK), (bare, apps.BARE), (usual, apps.USUAL))
        if "memory" in plan.parts:
            begin(plan, "memory: once, not")
            for server, app in every:
                memory.at_rest(server, app, into)
                memory.with_screens(server, app, into)
        if "work" in plan.parts:
            for number in range(plan.rounds):
                begin(plan, f"work: round {number + 1}")
                for server, app in every:
                    work.one_round(server, app, into)
        if "memory" in plan.parts:
            begin(plan, f"memory over {plan.visits} visits: once, not")
            memory.over_visits(kiosk, plan.visits, into)


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
        beside.over_a_socket(f"{floors.address}/socket", like),
        beside.swapped(f"{floors.address}/swap", like),
        beside.bare(bare.address),
        beside.usual(usual.address),
        tenfold(plan),
    ]


def tenfold(plan: Plan) -> App:
    """The kiosk with ten times the content, once it has drawn all of it."""
    folder = plan.scratch / "tenfold"
    folder.mkdir()
    grown.grow(folder / "content")
    server = plan.until.enter_context(servers.kiosk(folder, content=folder / "content"))
    server.rests()
    return replace(apps.kiosk(server.address), name=apps.TENFOLD, openings=(), pressed=None)


def begin(plan: Plan, what: str) -> None:
    """Tell what comes, and see how busy the machine is."""
    plan.machine.look()
    print(f"{what} of {plan.rounds}; load {plan.machine.load[-1]:g}", file=sys.stderr, flush=True)
