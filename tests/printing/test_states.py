"""What a printer is said to be, by what its server tells of it; and what one visit may print."""

from typing import get_args

import pytest

from logic.content.strings import PrintingLabels
from logic.printing.ipp import Answer, Value
from logic.printing.printer import may_print
from logic.printing.states import Kind, State, of_job, of_printer
from logic.settings import Printing

IDLE, BUSY, STOPPED = 3, 4, 5


def told(status: int = 0, **attributes: Value | list[Value]) -> Answer:
    """An answer, its attributes written with `_` for `-`."""
    return Answer(
        status,
        {
            name.replace("_", "-"): value if isinstance(value, list) else [value]
            for name, value in attributes.items()
        },
    )


@pytest.mark.parametrize(
    ("state", "reasons", "kind"),
    [
        (IDLE, ["none"], "ready"),
        (IDLE, ["media-empty-error"], "ready"),  # said of an earlier job, and perhaps mended
        (BUSY, ["none"], "slow"),
        (BUSY, ["toner-low"], "slow"),
        (BUSY, ["media-empty-warning"], "slow"),
        (BUSY, ["cover-open-report"], "slow"),
        (BUSY, ["media-empty"], "out_of_paper"),
        (BUSY, ["media-empty-error"], "out_of_paper"),
        (BUSY, ["media-needed-warning"], "out_of_paper"),
        (BUSY, ["cups-waiting-for-job-completed", "media-needed"], "out_of_paper"),
        (BUSY, ["media-jam-error"], "away"),
        (BUSY, ["cover-open"], "away"),
        (BUSY, ["offline-report"], "away"),
        (STOPPED, ["media-empty-error"], "out_of_paper"),
        (STOPPED, ["paused"], "away"),
        (STOPPED, ["none"], "away"),
    ],
)
def test_a_printer_is_what_its_server_says_it_is(
    state: int, reasons: list[Value], kind: Kind
) -> None:
    answer = told(printer_state=state, printer_state_reasons=reasons)

    assert of_printer(answer).kind == kind


@pytest.mark.parametrize(
    ("reason", "kind"),
    [
        ("media-empty-warning", "out_of_paper"),
        ("media-jam-report", "away"),
        ("toner-low-warning", "slow"),
    ],
)
def test_when_pages_are_late_a_mild_word_counts(reason: str, kind: Kind) -> None:
    answer = told(printer_state=BUSY, printer_state_reasons=reason)

    assert of_printer(answer, is_late=True).kind == kind


def test_a_printer_with_jobs_before_ours_is_slow() -> None:
    assert of_printer(told(printer_state=IDLE, queued_job_count=2)).kind == "slow"


@pytest.mark.parametrize(
    "answer", [told(0x0406), told(0x0500), told(printer_is_accepting_jobs=False)]
)
def test_a_server_that_takes_nothing_for_a_printer_makes_it_away(answer: Answer) -> None:
    assert of_printer(answer).kind == "away"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (told(job_state=3), None),
        (told(job_state=5), None),
        (told(job_state=4), "away"),
        (told(job_state=7, job_state_reasons="job-canceled-at-device"), "not_printed"),
        (told(job_state=8), "not_printed"),
        (told(job_state=9), "printed"),
        (told(0x0406), "printed"),  # one that keeps no history forgets what it has printed
    ],
)
def test_a_job_has_ended_or_not(answer: Answer, kind: Kind | None) -> None:
    ended = of_job(answer)

    assert (ended.kind if ended else None) == kind


@pytest.mark.parametrize("kind", get_args(Kind))
def test_every_state_has_a_label_of_its_name(kind: str) -> None:
    assert kind in PrintingLabels.model_fields


@pytest.mark.parametrize(
    ("kind", "is_a_fault", "is_settled"),
    [
        ("ready", False, False),
        ("printing", False, False),
        ("slow", False, False),
        ("printed", False, True),
        ("not_printed", True, True),
        ("out_of_paper", True, True),
        ("away", True, True),
    ],
)
def test_a_state_says_whether_it_is_a_fault_and_whether_it_will_change(
    kind: Kind,
    is_a_fault: bool,  # noqa: FBT001
    is_settled: bool,  # noqa: FBT001
) -> None:
    state = State(kind)

    assert (state.is_a_fault, state.is_settled) == (is_a_fault, is_settled)


@pytest.mark.parametrize(
    ("so_far", "pages", "may"), [(0, 8, True), (4, 4, True), (5, 4, False), (8, 1, False)]
)
def test_a_visit_prints_up_to_the_clinics_limit(so_far: int, pages: int, may: bool) -> None:  # noqa: FBT001
    assert may_print(so_far, pages, Printing(by="browser", pages_each_visit=8)) is may
