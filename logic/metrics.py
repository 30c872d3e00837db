"""What a clinic's tools may ask of a kiosk in numbers: OpenMetrics, of the whole kiosk alone.

No number is of one visit, one screen, one topic or one page, and no label holds anything that a
visitor chose. A tap stands here in no other way than that there was one, and how long it took.
"""

import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from prometheus_client.metrics_core import GaugeMetricFamily, InfoMetricFamily, Metric
from prometheus_client.openmetrics.exposition import CONTENT_TYPE_LATEST, generate_latest
from prometheus_client.registry import Collector

# Why the guard opened a new page, as it says itself (pages/static/guard.js): a visitor pressed
# Clear screen, nobody was there, staff cleaned the glass, the server was away, a clear screen had
# stood for an hour.
CAUSES = ("pressed", "nobody", "cleaned", "away", "anew")
SECONDS = (0.01, 0.02, 0.03, 0.05, 0.075, 0.1, 0.15, 0.25, 0.5, 1, 2.5, 5)

REGISTRY = CollectorRegistry()
VISITS = Counter("ask_first_visits", "Visits that were begun.", registry=REGISTRY)
WIPES = Counter("ask_first_wipes", "Screens that were wiped.", ["cause"], registry=REGISTRY)
TAPS = Histogram(
    "ask_first_tap_seconds",
    "From a tap that came to the last message of the page that it leads to.",
    buckets=SECONDS,
    registry=REGISTRY,
)
LAST_TOUCH = Gauge(
    "ask_first_last_touch_timestamp_seconds",
    "When the last tap came, on whichever screen; 0 before the first.",
    registry=REGISTRY,
)
SELF_CHECK = Gauge(
    "ask_first_self_check_timestamp_seconds",
    "When the kiosk last looked at itself as a visitor does; 0 where it never did.",
    registry=REGISTRY,
)
SELF_CHECK_IS_WELL = Gauge(
    "ask_first_self_check_is_well", "Whether it was well then.", registry=REGISTRY
)
for one in CAUSES:
    WIPES.labels(one)  # each is there from the start, at 0

# What waits to be handed on, by its name: whoever has such a queue says here how long it is.
QUEUES: dict[str, Callable[[], float]] = {}


@dataclass(frozen=True)
class Standing:
    """How a kiosk stands at the moment when it is asked."""

    version: str  # of the content, by what is in it; nothing where there is none
    since: float  # when that content was read, or the earlier copy written, as seconds of Unix
    is_earlier_copy: bool
    problems: int  # in the newest content
    screens: int
    places: int
    visits: int
    is_ready: bool
    is_draining: bool


class Standings(Collector):
    """What is worked out only when somebody asks."""

    def __init__(self, now: Callable[[], Standing]) -> None:
        """Ask for how the kiosk stands `now`."""
        self.now = now

    def describe(self) -> Iterator[Metric]:
        """Nothing ahead: a kiosk may not stand yet when this is registered."""
        yield from ()

    def collect(self) -> Iterator[Metric]:
        """Every number of the kiosk's own state."""
        now = self.now()
        about = InfoMetricFamily("ask_first", "Which version runs, and which content it shows.")
        software = os.environ.get("KIOSK_VERSION", "unknown")
        about.add_metric([], {"version": software, "content": now.version[:12]})
        yield about
        for name, told, number in (
            ("content_timestamp_seconds", "When the content shown was taken.", now.since),
            ("content_is_earlier_copy", "Whether the newest is not fit.", now.is_earlier_copy),
            ("problems", "What is to fix in the newest content.", now.problems),
            ("screens", "Screens that are served.", now.screens),
            ("places", "Screens that can be served.", now.places),
            ("visits_under_way", "Visits that have begun and not ended.", now.visits),
            ("ready", "Whether visits may begin here.", now.is_ready),
            ("draining", "Whether this replica lets its visits end.", now.is_draining),
        ):
            yield GaugeMetricFamily(f"ask_first_{name}", told, value=float(number))
        queues = GaugeMetricFamily("ask_first_queue", "What waits.", labels=["of"])
        for of, length in QUEUES.items():
            queues.add_metric([of], length())
        yield queues


def begin(now: Callable[[], Standing]) -> None:
    """Tell, from now on, how this kiosk stands, and what its process uses. Call it once."""
    ProcessCollector(registry=REGISTRY)
    REGISTRY.register(Standings(now))


def wiped(cause: str | None) -> None:
    """Count a wipe that the guard tells of. What is none of the causes is no guard's."""
    if cause in CAUSES:
        WIPES.labels(cause).inc()


def tapped(seconds: float) -> None:
    """Count a tap that led to its page in so many seconds."""
    TAPS.observe(seconds)
    LAST_TOUCH.set(round(time.time()))


def self_checked(*, is_well: bool) -> None:
    """Tell of a look that the kiosk took at itself, as a visitor finds it."""
    SELF_CHECK_IS_WELL.set(is_well)
    SELF_CHECK.set(round(time.time()))


def told() -> tuple[bytes, str]:
    """Every number, and the type that the answer has."""
    written: bytes = generate_latest(REGISTRY)  # type: ignore[no-untyped-call]
    return written, CONTENT_TYPE_LATEST
