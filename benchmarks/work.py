"""What a visit costs the server, in milliseconds of a core: `python -m benchmarks work`.

A screen without a browser makes it: what a browser does is on a machine of its own, in a fleet.
"""

from benchmarks import wire
from benchmarks.figures import Figures
from benchmarks.servers import Server

VISITS = 10  # at a time: a system counts this in hundredths of a second


def one_round(server: Server, app: str, into: Figures) -> None:
    """Some visits to an app, one after the other."""
    before = server.worked()
    for _ in range(VISITS):
        with wire.screen(server.address) as opened:
            wire.visit(opened, app)
    spent = (server.worked() - before) / VISITS
    into.add("work: a whole visit", app, spent, unit="ms of a core")
    into.add(
        "work: each page of it", app, spent / (1 + len(wire.BY_NAME[app])), unit="ms of a core"
    )
