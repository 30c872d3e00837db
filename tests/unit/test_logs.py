"""The log as JSON: one line an event, whoever writes it."""

import io
import json
import logging
import subprocess
import sys

import pytest

from logic import logs


def events(written: str) -> list[dict[str, str]]:
    """What stands in a log, each line of which is one event."""
    return [json.loads(line) for line in written.splitlines()]


def test_each_line_that_is_written_is_one_event() -> None:
    out = io.StringIO()

    lines = logs.Lines(out, "info")
    lines.write("Nothing to fix. ")
    lines.write("Shown.\n\n  es: “dos”\n")

    told = events(out.getvalue())
    assert [one["told"] for one in told] == ["Nothing to fix. Shown.", "es: “dos”"]
    assert [*told[0]] == ["time", "level", "of", "told"]


def test_what_is_an_event_already_is_no_word_of_another() -> None:
    out = io.StringIO()

    logs.Lines(out, "info").write(logs.event("one", "error", "kiosk") + "\n")

    assert [(one["told"], one["level"]) for one in events(out.getvalue())] == [("one", "error")]


def test_a_fault_is_one_event_with_all_that_led_to_it() -> None:
    fault = LookupError("unforeseen")
    known = (type(fault), fault, None)
    record = logging.LogRecord("of", logging.ERROR, "", 0, "It %s.", ("fails",), known)

    (told,) = events(logs.AsJson().format(record))

    assert (told["told"], told["level"], told["of"]) == ("It fails.", "error", "of")
    assert "LookupError: unforeseen" in told["fault"]


@pytest.mark.parametrize(
    ("does", "told"),
    [
        ("logging.getLogger('one').warning('Two\\nlines')", "Two\nlines"),
        ("print('printed')", "printed"),
        ("threading.Thread(target=lambda: 1 / 0).start()", "A thread ends: "),
        ("1 / 0", "It ends: "),
    ],
)
def test_whatever_a_process_tells_is_json(does: str, told: str) -> None:
    run = f"import logging, threading\nfrom logic import logs\nlogs.begin()\n{does}"

    ended = subprocess.run([sys.executable, "-c", run], capture_output=True, text=True, check=False)

    (event,) = events(ended.stdout + ended.stderr)
    assert event["told"].startswith(told)
