"""What is made of a browser's own trace."""

from benchmarks import timeline
from benchmarks.timeline import MARK, Event

MAIN, OTHER = (7, 1), (7, 2)


def event(name: str, at: float, lasts: float, core: float, thread: tuple[int, int] = MAIN) -> Event:
    """A piece of work as Chromium tells it, in microseconds."""
    pid, tid = thread
    told = {"name": name, "ph": "X", "ts": at, "dur": lasts, "tdur": core}
    return {**told, "pid": pid, "tid": tid}


def tap(at: float) -> Event:
    """The mark of a tap."""
    return {"name": MARK, "ph": "R", "ts": at, "pid": MAIN[0], "tid": MAIN[1]}


def test_a_piece_of_work_counts_without_the_pieces_within_it() -> None:
    trace = [
        event("FunctionCall", 0, 10_000, 8_000),
        event("UpdateLayoutTree", 1_000, 3_000, 2_000),
        event("Layout", 5_000, 2_000, 1_000),
        event("Paint", 10_000, 1_000, 1_000),
    ]

    worked = timeline.work(trace, tap(0), took=20)

    spent = {kind: value for kind, value in worked.items() if value}
    assert spent == {"script": 5.0, "style": 2.0, "layout": 1.0, "paint": 1.0}


def test_only_work_of_the_tapped_page_between_tap_and_paint_counts() -> None:
    trace = [
        event("FunctionCall", 0, 900, 900),
        event("FunctionCall", 1_000, 500, 400),
        event("FunctionCall", 2_000, 500, 400, OTHER),
        event("FunctionCall", 6_000, 500, 400),
    ]

    worked = timeline.work(trace, tap(1_000), took=5)

    assert worked["script"] == 0.4


def test_taps_come_in_their_order() -> None:
    assert timeline.taps([tap(9.0), event("Paint", 1, 1, 1), tap(2.0)]) == [tap(2.0), tap(9.0)]
