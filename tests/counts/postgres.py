"""A PostgreSQL of the tests' own, on a free port, in a folder that goes with it."""

import os
import pwd
import secrets
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Event

import psutil
import psycopg

from tests.browser.conftest import free_port
from tests.counts.programs import needed
from tests.printing.cups import folder_for_all

PATIENCE = 60.0  # seconds, on a busy machine
GUARDED = "guarded"  # a user who has to say a password; no other has
BRIEFLY = Event()


def who() -> str | None:
    """As whom it runs, where not as whoever tests: it refuses to run as root."""
    if os.geteuid():
        return None
    return "postgres" if "postgres" in {user.pw_name for user in pwd.getpwall()} else "nobody"


class Postgres:
    """A server that can be killed and started again. It keeps what it has acknowledged."""

    def __init__(self, folder: Path) -> None:
        """Lay down an empty database; nothing runs yet."""
        self.folder, self.port = folder, free_port()
        self.data, self.log = folder / "data", folder / "postgres.log"
        self.data.mkdir()
        if user := who():
            shutil.chown(folder, user)
            shutil.chown(self.data, user)
        command: list[str | Path] = [
            needed("initdb"),
            "-D",
            self.data,
            "-U",
            "kiosk",
            "-A",
            "trust",
            "--locale=C",
        ]
        subprocess.run(command, check=True, capture_output=True, cwd=folder, user=user)
        rules = self.data / "pg_hba.conf"
        guarded = f"host all {GUARDED} 127.0.0.1/32 scram-sha-256\n"
        rules.write_text(f"{guarded}{rules.read_text()}")

    @property
    def url(self) -> str:
        """Its address, as a clinic writes it."""
        return f"postgresql://kiosk@127.0.0.1:{self.port}/postgres"

    def new(self) -> str:
        """The address of an empty database in it."""
        name = f"counts_{secrets.token_hex(4)}"
        with psycopg.connect(self.url, autocommit=True) as connection:
            connection.execute(f"CREATE DATABASE {name}".encode())
        return self.url.replace("/postgres", f"/{name}")

    def start(self) -> None:
        """Start it, and wait until it answers. One that was killed leaves memory for a moment."""
        given_up = time.monotonic() + PATIENCE
        self.begin()
        while not self.answers():
            assert time.monotonic() < given_up, self.log.read_text()
            if self.process.poll() is not None:
                self.begin()
            BRIEFLY.wait(0.05)

    def begin(self) -> None:
        """Have it start."""
        command: list[str | Path] = [
            needed("postgres"),
            "-D",
            self.data,
            "-p",
            str(self.port),
            "-k",
            self.folder,
        ]
        command += ["-c", "listen_addresses=127.0.0.1"]
        with self.log.open("ab") as said:
            self.process = subprocess.Popen(
                command, stdout=said, stderr=said, cwd=self.folder, user=who()
            )

    def answers(self) -> bool:
        """Whether it can be asked."""
        with suppress(psycopg.OperationalError), psycopg.connect(self.url, connect_timeout=2):
            return True
        return False

    def kill(self) -> None:
        """End it and all that it started, in the middle of whatever it does."""
        server = psutil.Process(self.process.pid)
        for one in (server, *server.children(recursive=True)):
            with suppress(psutil.NoSuchProcess):
                one.kill()
        self.process.wait(timeout=PATIENCE)

    def guards(self, password: str) -> None:
        """Have the one user there who has to say a password, and may do everything."""
        with psycopg.connect(self.url, autocommit=True) as connection:
            told = f"CREATE ROLE {GUARDED} SUPERUSER LOGIN PASSWORD '{password}'"
            connection.execute(told.encode())

    def rows(self, asked: str) -> list[tuple[object, ...]]:
        """What it answers to a question."""
        with psycopg.connect(self.url) as connection:
            return connection.execute(asked.encode()).fetchall()


@contextmanager
def laid_down() -> Iterator[Postgres]:
    """A database until the block ends, not yet started."""
    with folder_for_all() as folder:
        server = Postgres(folder)
        try:
            yield server
        finally:
            if hasattr(server, "process") and server.process.poll() is None:
                server.kill()
