"""The kiosk, started so that it tells when each page was made, and otherwise as ever.

`python -m benchmarks.traced FILE -m streamlit run streamlit_app.py` starts it. Each run of the
script is a line of the file: when it began and ended, and how much of a core it had, in
milliseconds.
"""

import json
import runpy
import sys
from pathlib import Path
from time import thread_time, time
from typing import Any

from streamlit.runtime.scriptrunner.script_runner import ScriptRunner


def tell_each_run(into: Path) -> None:
    """Have every run of a script written down. Streamlit 1.67 begins each in this one place."""
    run = ScriptRunner._run_script  # noqa: SLF001 (it has no public place)

    def told(runner: ScriptRunner, *given: Any) -> None:  # noqa: ANN401 (whatever Streamlit gives)
        began, core = time(), thread_time()
        try:
            run(runner, *given)
        finally:
            line = [began * 1000, time() * 1000, (thread_time() - core) * 1000]
            with into.open("a", encoding="utf-8") as file:
                file.write(f"{json.dumps(line)}\n")

    ScriptRunner._run_script = told  # type: ignore[assignment,method-assign]  # noqa: SLF001 (the same)


def main(into: str, *command: str) -> None:
    """Be what `python -m NAME ...` would be."""
    tell_each_run(Path(into))
    _, name, *arguments = command
    sys.argv = [name, *arguments]
    runpy.run_module(name, run_name="__main__")


if __name__ == "__main__":
    main(*sys.argv[1:])
