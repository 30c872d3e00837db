"""What a browser's main thread did, as Chromium's own trace tells it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any, TypeAlias

Event: TypeAlias = dict[str, Any]

CATEGORIES = [
    "devtools.timeline",
    "blink.user_timing",
    "v8",
    "disabled-by-default-v8.gc",
    "__metadata",
]
MARK = "bench:tap"  # tracing.py sets it at each tap
# What Chromium calls its work, by what it is. Whatever else it does counts as `other`.
KINDS = {
    "script": ("FunctionCall", "EvaluateScript", "EventDispatch", "FireAnimationFrame", "TimerFire",
               "RunMicrotasks", "v8.callFunction", "v8.run", "V8.InvokeMicrotasks"),
    "HTML": ("ParseHTML",),
    "style": ("UpdateLayoutTree", "ParseAuthorStyleSheet", "InvalidateLayout"),
    "layout": ("Layout", "HitTest", "IntersectionObserverController::computeIntersections"),
    "paint": ("PrePaint", "Paint", "Layerize", "Commit", "UpdateLayer", "PaintImage"),
    "GC": ("MajorGC", "MinorGC", "V8.GC_MARK_COMPACTOR", "V8.GCScavenger", "V8.GCFinalizeMC"),
}  # fmt: skip
KIND = {name: kind for kind, names in KINDS.items() for name in names}


@dataclass
class Open:
    """A piece of work that has not ended, and how much of it is that of pieces within."""

    event: Event
    ends: float
    inner: float = 0


def taps(trace: Iterable[Event]) -> list[Event]:
    """The marks of all taps, in their order."""
    return sorted((one for one in trace if one["name"] == MARK), key=lambda one: float(one["ts"]))


def work(trace: Iterable[Event], tap: Event, took: float) -> dict[str, float]:
    """Milliseconds of each kind of work from a tap, for as long as it `took`; pieces count once.

    It is time for which the main thread of the page had a core: what else the machine does counts
    as little as may be.
    """
    begins, ends = tap["ts"], tap["ts"] + took * 1000
    inside = [
        one
        for one in trace
        if one["ph"] == "X"
        and (one["pid"], one["tid"]) == (tap["pid"], tap["tid"])
        and begins <= one["ts"] < ends
    ]
    found = dict.fromkeys((*KINDS, "other"), 0.0)
    for event, own in own_times(inside):
        found[KIND.get(event["name"], "other")] += own / 1000
    return found


def own_times(events: Iterable[Event]) -> Iterator[tuple[Event, float]]:
    """Each piece of work with the time that no piece within it took, in microseconds."""
    stack: list[Open] = []
    for event in sorted(events, key=lambda one: (float(one["ts"]), -float(one.get("dur", 0)))):
        while stack and stack[-1].ends <= event["ts"]:
            yield close(stack)
        stack.append(Open(event, event["ts"] + event.get("dur", 0)))
    while stack:
        yield close(stack)


def close(stack: list[Open]) -> tuple[Event, float]:
    """End the innermost piece of work, which is part of the one around it."""
    ended = stack.pop()
    if stack:
        stack[-1].inner += on_a_core(ended.event)
    return ended.event, max(0.0, on_a_core(ended.event) - ended.inner)


def on_a_core(event: Event) -> float:
    """For how long a piece of work had a core, in microseconds; its whole length if not told."""
    return float(event["tdur"] if "tdur" in event else event.get("dur", 0))
