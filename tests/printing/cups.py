"""A CUPS of the tests' own, set up as deploy/printing does it, in a folder that goes with it."""

import os
import pwd
import signal
import socket
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Event

import psutil

from logic.settings import Printing
from tests.browser.conftest import PROJECT, free_port
from tests.browser.remains import files_in
from tests.printing.programs import program

SHIPPED = PROJECT / "deploy" / "printing"
BRIEFLY = Event()
PATIENCE = 60.0  # seconds, on a busy machine
FOLDERS = {  # where a clinic's CUPS keeps things, and where ours does
    "/var/spool/cups": "spool",
    "/var/cache/cups": "cache",
    "/var/log/cups": "log",
    "/etc/cups": "root",
    "/run/cups": "run",
}
# As `lpadmin` writes it, without a driver: pages are passed on as they are.
QUEUE = """<Printer {name}>
DeviceURI {device}
State {state}
Accepting {accepting}
ErrorPolicy retry-job
</Printer>
"""
BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <listen>unix:path={socket}</listen>
  <policy context="default">
    <allow send_destination="*"/><allow receive_sender="*"/><allow own="*"/>
  </policy>
</busconfig>
"""
# What the pretended printer runs for each document: it puts paper out, once it has some. It cannot
# end this when the job is cancelled, so that is asked for: with ipptool.
PRINTS = """#!/bin/sh
if [ -p {folder}/waits ]; then
  cat {folder}/says >&2
  read -r _ < {folder}/waits || [ ! -e {folder}/waits ] || exit 1
  sed s/+/-/ {folder}/says >&2
fi
{ipptool} -q -d job="$IPP_JOB_ID" {device} {folder}/goes-on.test || exit 1
cp "$1" {folder}/paper/
"""
GOES_ON = """{
  OPERATION Get-Job-Attributes
  GROUP operation-attributes-tag
  ATTR charset attributes-charset utf-8
  ATTR naturalLanguage attributes-natural-language en
  ATTR uri printer-uri $uri
  ATTR integer job-id $job
  ATTR keyword requested-attributes job-state-reasons
  STATUS successful-ok
  EXPECT job-state-reasons OF-TYPE keyword WITH-VALUE "job-printing"
}
"""


@contextmanager
def running(*command: str | Path, log: Path, **env: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program, with all that it starts, until the block ends."""
    with log.open("ab") as said:
        started = subprocess.Popen(
            command,
            env={**os.environ, **env},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=said,
            start_new_session=True,
        )
        try:
            yield started
        finally:
            started.terminate()  # it may write down what it was about
            started.wait(timeout=PATIENCE)
            with suppress(ProcessLookupError):
                os.killpg(started.pid, signal.SIGKILL)


@contextmanager
def folder_for_all() -> Iterator[Path]:
    """A folder that another user can look into: CUPS prints as one. pytest's own is closed."""
    with TemporaryDirectory(prefix="ask-first-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        yield folder


class Cups:
    """A server of the tests' own, which can be stopped and started."""

    def __init__(self, folder: Path, queues: Mapping[str, str]) -> None:
        """Lay down what it reads: queues by their names, and the device of each. Nothing runs."""
        self.folder, self.port = folder, free_port()
        for name in FOLDERS.values():
            (folder / name).mkdir()
        moved = dict.fromkeys(("cupsd.conf", "cups-files.conf"), "")
        for name in moved:
            text = (SHIPPED / name).read_text()
            for theirs, ours in FOLDERS.items():
                text = text.replace(theirs, str(folder / ours))
            moved[name] = text.replace("127.0.0.1:631", f"127.0.0.1:{self.port}")
        moved["cups-files.conf"] = moved["cups-files.conf"].replace(
            "ErrorLog syslog", f"ErrorLog {folder}/log/error_log"
        )
        if os.geteuid():
            moved["cups-files.conf"] += f"User {pwd.getpwuid(os.geteuid()).pw_name}\n"
        for name, text in moved.items():
            (folder / name).write_text(text)
        (folder / "root" / "printers.conf").write_text(
            "".join(
                QUEUE.format(
                    name=name,
                    device=device,
                    state="Stopped" if name == "stopped" else "Idle",
                    accepting="No" if name == "closed" else "Yes",
                )
                for name, device in queues.items()
            )
        )

    @contextmanager
    def running(self) -> Iterator["Cups"]:
        """Let it run until the block ends."""
        command = (program("cupsd") or "", "-f", "-c", self.folder / "cupsd.conf",
                   "-s", self.folder / "cups-files.conf")  # fmt: skip
        with running(*command, log=self.folder / "cupsd.log") as self.process:
            wait_until_it_listens(self.process, self.port, self.folder / "cupsd.log")
            yield self

    def rests(self) -> None:
        """Wait until nothing is on its way to a printer, a cancel neither."""
        wait_until(lambda: not psutil.Process(self.process.pid).children())

    def queue(self, name: str, **changed: object) -> Printing:
        """The settings of a clinic that prints to this queue."""
        given = {"by": "cups", "printer": name, "server": f"127.0.0.1:{self.port}", **changed}
        return Printing.model_validate(given)

    @property
    def kept(self) -> list[Path]:
        """Every file that it has written and not taken away, and what it was told at its start."""
        return list(files_in(self.folder))

    @property
    def socket(self) -> str:
        """The path of its socket."""
        return str(self.folder / "run" / "cups.sock")


class Played:
    """CUPS's own pretended printer, which does as a test says."""

    def __init__(self, folder: Path) -> None:
        """Lay down what it runs for each document."""
        self.folder, self.port = folder, free_port()
        self.paper = folder / "paper"
        for name in (self.paper, folder / "spool"):
            name.mkdir(parents=True)
        prints = folder / "prints"
        prints.write_text(
            PRINTS.format(folder=folder, device=self.device, ipptool=program("ipptool"))
        )
        (folder / "goes-on.test").write_text(GOES_ON)
        prints.chmod(0o755)
        (folder / "bus.conf").write_text(BUS.format(socket=folder / "bus"))

    @contextmanager
    def running(self) -> Iterator["Played"]:
        """Let it run until the block ends."""
        bus = (program("dbus-daemon") or "", "--nofork", "--nopidfile", "--config-file",
               self.folder / "bus.conf")  # fmt: skip
        command = (program("ippeveprinter") or "", "-vvv", "-r", "off", "-p", str(self.port),
                   "-f", "application/pdf", "-d", self.folder / "spool",
                   "-c", self.folder / "prints", "Played")  # fmt: skip
        log = self.folder / "printer.log"
        with running(*bus, log=self.folder / "bus.log"):
            wait_until((self.folder / "bus").exists)
            address = f"unix:path={self.folder / 'bus'}"
            with running(*command, log=log, DBUS_SYSTEM_BUS_ADDRESS=address) as self.process:
                wait_until_it_listens(self.process, self.port, log)
                yield self

    @property
    def device(self) -> str:
        """How a queue names it."""
        return f"ipp://127.0.0.1:{self.port}/ipp/print"

    @property
    def printed(self) -> list[Path]:
        """What has come out of it, in the order in which it came."""
        return sorted(self.paper.iterdir(), key=lambda one: int(one.name.partition("-")[0]))

    def waits(self, says: str = "") -> None:
        """From now on no document comes out before `goes_on`. It `says` why, as printers do."""
        (self.folder / "says").write_text(says)
        os.mkfifo(self.folder / "waits")

    def goes_on(self) -> None:
        """Let come out whatever waits, if anything does, and all that comes."""
        waiting = self.folder / "waits"
        self.pipe = os.open(waiting, os.O_RDWR)  # stays open: who comes late still reads the line
        os.write(self.pipe, b"\n")
        waiting.unlink()


def wait_until(done: Callable[[], bool]) -> None:
    """Look until something is so; fail where it never is."""
    given_up = time.monotonic() + PATIENCE
    while not done():
        assert time.monotonic() < given_up, "It never came to be."
        BRIEFLY.wait(0.02)


def wait_until_it_listens(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    """Wait for a program to answer on its port; fail with what it said where it does not."""

    def listens() -> bool:
        assert server.poll() is None, f"It ended:\n{log.read_text()}"
        with suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
            return True
        return False

    wait_until(listens)
