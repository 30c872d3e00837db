"""The log as JSON: one line an event, for the tools of a clinic that has many kiosks.

What is told is the same as in plain text: docs/operations.md. Whatever writes to this process's
output writes such lines, Python itself with its last words too.
"""

import io
import json
import logging
import sys
import threading
from datetime import UTC, datetime
from types import TracebackType
from typing import TextIO

BEGINS = '{"time": '


class AsJson(logging.Formatter):
    """An event of the log as one line; a fault with all that led to it is one event."""

    def format(self, record: logging.LogRecord) -> str:
        """The line."""
        fault = self.formatException(record.exc_info) if record.exc_info else None
        return event(record.getMessage(), record.levelname.lower(), record.name, fault)


class Lines(io.TextIOBase):
    """An output on which each line becomes an event. What is one already stays as it is."""

    def __init__(self, out: TextIO, level: str) -> None:
        """Write to `out`. What comes without a level has this one."""
        self.out, self.level, self.begun = out, level, ""

    def writable(self) -> bool:
        """It is there to be written to."""
        return True

    def write(self, text: str) -> int:
        """Take a piece of text, and write each line that is whole."""
        *lines, self.begun = (self.begun + text).split("\n")
        for line in lines:
            if told := line.strip():
                is_one = told.startswith(BEGINS)
                self.out.write(f"{told if is_one else event(told, self.level, 'kiosk')}\n")
        return len(text)

    def flush(self) -> None:
        """See what was written out."""
        self.out.flush()


def event(told: str, level: str, of: str, fault: str | None = None) -> str:
    """One event as JSON, the time in UTC first."""
    now = datetime.now(UTC).isoformat(timespec="milliseconds")
    known = {"time": now, "level": level, "of": of, "told": told.strip()}
    return json.dumps(known | ({"fault": fault} if fault else {}), ensure_ascii=False)


def begin() -> None:
    """Have everything that this process tells from now on be JSON. Call it once, at the start."""
    sys.stdout, sys.stderr = Lines(sys.stdout, "info"), Lines(sys.stderr, "info")
    logging.getLogger().addHandler(logging.StreamHandler())  # for our own modules
    known = (logging.getLogger(name) for name in logging.Logger.manager.loggerDict)
    for one in (logging.getLogger(), *known):
        as_json(one)
    sys.excepthook = last_words
    threading.excepthook = words_of_a_thread


def as_json(logger: logging.Logger) -> None:
    """Have one logger's events be JSON, wherever they go."""
    for handler in logger.handlers:
        handler.setFormatter(AsJson())


def last_words(
    kind: type[BaseException], fault: BaseException, where: TracebackType | None
) -> None:
    """Tell of a fault that ends the process."""
    logging.getLogger("kiosk").critical("It ends: %s.", fault, exc_info=(kind, fault, where))


def words_of_a_thread(ended: threading.ExceptHookArgs, /) -> None:
    """Tell of a fault that ends a thread."""
    fault = ended.exc_value or ended.exc_type()
    known = (ended.exc_type, fault, ended.exc_traceback)
    logging.getLogger("kiosk").error("A thread ends: %r.", fault, exc_info=known)
