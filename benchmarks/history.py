"""What a whole run came to, for the next ones: a line in history.jsonl, and all of it in a file."""

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from benchmarks.bars import Judged
from benchmarks.figures import Figures
from benchmarks.machine import Machine

HISTORY = Path(__file__).with_name("history.jsonl")


@dataclass(frozen=True)
class Run:
    """One run, whole or of some parts."""

    commit: str
    parts: tuple[str, ...]
    rounds: int
    machine: Machine
    figures: Figures
    judged: tuple[Judged, ...]
    at: datetime

    def whole(self) -> dict[str, Any]:
        """All that is known of it."""
        return {
            **self.heading(),
            "parts": self.parts,
            "machine": self.machine.told(),
            "figures": [
                {"what": name.what, "app": name.app, **asdict(figure)}
                for name, figure in self.figures.all()
            ],
            "bars": [one.model_dump() for one in self.judged],
        }

    def line(self) -> dict[str, Any]:
        """What stays comparable from run to run: each ratio, and which bars were missed."""
        return {
            **self.heading(),
            "load": max(self.machine.load, default=0.0),
            "ratios": {one.name: one.ratio for one in self.judged},
            "missed": [one.name for one in self.judged if not one.is_met],
        }

    def heading(self) -> dict[str, Any]:
        """Of which commit it is, and when it was made."""
        at = self.at.astimezone(UTC).isoformat(timespec="seconds")
        return {"commit": self.commit, "at": at, "rounds": self.rounds}


def keep(run: Run, file: Path = HISTORY) -> None:
    """Add the line of a run to the history."""
    with file.open("a", encoding="utf-8") as kept:
        kept.write(f"{json.dumps(run.line(), ensure_ascii=False)}\n")


def write(run: Run, folder: Path) -> Path:
    """Write all of a run into a file of its own, in a folder; the file."""
    folder.mkdir(exist_ok=True)
    file = folder / f"{run.at.astimezone(UTC):%Y-%m-%dT%H%M%S}-{run.commit}.json"
    file.write_text(json.dumps(run.whole(), indent=1, ensure_ascii=False), encoding="utf-8")
    return file


def read(file: Path = HISTORY) -> Iterable[dict[str, Any]]:
    """Every line that was kept, the oldest first."""
    lines = file.read_text(encoding="utf-8").splitlines() if file.exists() else []
    return [json.loads(line) for line in lines]
