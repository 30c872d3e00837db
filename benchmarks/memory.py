"""What a server holds in memory: `python -m benchmarks memory`.

All of it is what the server's process alone uses (USS). Screens without a browser ask for it.
"""

from contextlib import ExitStack
from statistics import median

from benchmarks import wire
from benchmarks.bars import KIOSK
from benchmarks.figures import Figures
from benchmarks.servers import Server

SCREENS = 20
WARM = 200  # visits after which memory must stay as it is
AROUND = 50  # visits over which memory is taken in the middle


def at_rest(server: Server, app: str, into: Figures) -> None:
    """Nobody is there, and everything is drawn ahead."""
    server.rests()
    into.add("memory: nobody there", app, server.memory(), unit="MB")


def with_screens(server: Server, app: str, into: Figures) -> None:
    """Some screens stand on the fullest page; then as many more."""
    with ExitStack() as until:
        held = []
        for _ in range(2):
            for _ in range(SCREENS):
                opened = until.enter_context(wire.screen(server.address))
                for key in wire.BY_NAME[app][: wire.STUDIES]:
                    opened.tap(key)
            held.append(server.memory())
    first, second = held
    into.add(f"memory: {SCREENS} screens", app, first, unit="MB")
    into.add("memory: each further screen", app, (second - first) / SCREENS, unit="MB")


def over_visits(server: Server, visits: int, into: Figures) -> None:
    """How much it grows over many visits, once it has warmed up."""
    held = []
    for _ in range(WARM + visits):
        with wire.screen(server.address) as opened:
            wire.visit(opened, KIOSK)
        held.append(server.memory())
    grown = median(held[-AROUND:]) - median(held[WARM : WARM + AROUND])
    into.add(f"memory: at the end of {visits} visits", KIOSK, median(held[-AROUND:]), unit="MB")
    into.add("memory: grown over all visits", KIOSK, grown, unit="MB")
