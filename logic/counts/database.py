"""The database in which days are kept for good: one SQLite file, or a clinic's PostgreSQL."""

from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

from sqlalchemy import (
    Column,
    Connection,
    Date,
    Engine,
    Integer,
    MetaData,
    String,
    Table,
    Text,
    create_engine,
    event,
    func,
    make_url,
    select,
    text,
)
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import NullPool

from logic.counts import schema
from logic.counts.sheets import Sheet
from logic.counts.things import Thing

METADATA = MetaData()
TOTALS = Table(
    "visit_totals",
    METADATA,
    Column("kiosk", String(63), primary_key=True),
    Column("day", Date, primary_key=True),
    Column("sheet", String(16), primary_key=True),
    Column("kind", String(16), primary_key=True),
    Column("name", String(127), primary_key=True),
    Column("count", Integer, nullable=False),
)
REPORTS = Table(
    "visit_reports",
    METADATA,
    Column("kiosk", String(63), primary_key=True),
    Column("month", String(7), primary_key=True),
    Column("told", Text, nullable=False),
)
# Seconds after which a server that says nothing is taken for one that is away.
PATIENCE = 10
POSTGRESQL: dict[str, Any] = {
    "client_encoding": "utf8",  # of a database in SQL_ASCII psycopg 3.3 would give bytes
    "connect_timeout": PATIENCE,
    "tcp_user_timeout": PATIENCE * 1000,
    "options": f"-c statement_timeout={PATIENCE * 1000} -c lock_timeout={PATIENCE * 1000}",
    "application_name": "ask-first",
}

Days: TypeAlias = dict[str, dict[date, Counter[Thing]]]  # of each kiosk
Sheets: TypeAlias = dict[str, dict[date, int]]  # how many, of each kiosk


class AwayError(Exception):
    """The database takes or tells nothing now; says why, for staff, without a password."""


@dataclass(frozen=True)
class Database:
    """A database by its address, open only while it is written or read."""

    url: str

    def keep(self, kiosk: str, sheets: Iterable[Sheet]) -> None:
        """Keep what a kiosk counted, all of it or nothing. Raises AwayError.

        Of each number the larger stays. So a sheet may come again, also where nobody knows whether
        it came the first time, and a late one takes nothing back.
        """
        rows = [
            {"kiosk": kiosk, "day": sheet.day, "sheet": sheet.name, **thing._asdict(), "count": n}
            for sheet in sheets
            for thing, n in sheet.totals.items()
        ]
        with self.open() as connection:
            insert = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name].insert
            new = insert(TOTALS)
            put = new.on_conflict_do_update(
                index_elements=list(TOTALS.primary_key),
                set_={"count": new.excluded.count},
                where=TOTALS.c["count"] < new.excluded.count,
            )
            if rows:
                connection.execute(put, rows)

    def days(self) -> Days:
        """What every kiosk counted on every day. Raises AwayError."""
        told = TOTALS.c
        asked = select(told.kiosk, told.day, told.kind, told.name, func.sum(told["count"]))
        found: Days = {}
        with self.open() as connection:
            for kiosk, day, kind, name, count in connection.execute(
                asked.group_by(told.kiosk, told.day, told.kind, told.name)
            ):
                found.setdefault(kiosk, {}).setdefault(day, Counter())[Thing(kind, name)] = count
        return found

    def sheets(self) -> Sheets:
        """How many sheets every kiosk has of every day: one of each server. Raises AwayError."""
        told = TOTALS.c
        asked = select(told.kiosk, told.day, func.count(told.sheet.distinct()))
        found: Sheets = {}
        with self.open() as connection:
            for kiosk, day, count in connection.execute(asked.group_by(told.kiosk, told.day)):
                found.setdefault(kiosk, {})[day] = count
        return found

    def told(self) -> dict[tuple[str, str], str]:
        """What every month of every kiosk was told as. Raises AwayError."""
        asked = select(REPORTS.c.kiosk, REPORTS.c.month, REPORTS.c.told)
        with self.open() as connection:
            return {(kiosk, month): text for kiosk, month, text in connection.execute(asked)}

    def told_once(self, kiosk: str, month: str, worked_out: str) -> str:
        """What a month was told as the first time; this, if there was none. Raises AwayError."""
        place = (REPORTS.c.kiosk == kiosk) & (REPORTS.c.month == month)
        with self.open() as connection:
            insert = {"sqlite": sqlite, "postgresql": postgresql}[connection.dialect.name].insert
            row = {"kiosk": kiosk, "month": month, "told": worked_out}
            connection.execute(insert(REPORTS).values(row).on_conflict_do_nothing())
            return str(connection.execute(select(REPORTS.c.told).where(place)).scalar_one())

    @contextmanager
    def open(self) -> Iterator[Connection]:
        """A connection in one transaction, with the tables as this version has them."""
        try:
            with engine(self.url).begin() as connection:
                schema.bring_up_to_date(connection)
                yield connection
        except schema.NewerError as error:
            raise AwayError(str(error)) from error
        except (SQLAlchemyError, OSError) as error:
            raise AwayError(reason(error)) from error


def engine(url: str) -> Engine:
    """How to reach a database. Nothing stays open between two times."""
    address = make_url(url)
    if address.get_backend_name() == "postgresql":
        address = address.set(drivername="postgresql+psycopg")
        return create_engine(
            address, poolclass=NullPool, hide_parameters=True, connect_args=POSTGRESQL
        )
    found = create_engine(
        address, poolclass=NullPool, hide_parameters=True, connect_args={"timeout": PATIENCE}
    )
    event.listen(found, "connect", prepare)
    event.listen(found, "begin", begin)
    return found


def prepare(connection: Any, _: object) -> None:  # noqa: ANN401 (the driver's own)
    """Have SQLite keep no earlier version of a page, and see each change through to the disk."""
    connection.isolation_level = None  # its driver would begin too late: `begin` does it
    for setting in ("journal_mode=DELETE", "synchronous=EXTRA", "secure_delete=ON"):
        connection.execute(f"PRAGMA {setting}")


def begin(connection: Connection) -> None:
    """Let nobody else write from the first moment of a transaction."""
    connection.execute(text("BEGIN IMMEDIATE"))


def file_url(path: Path) -> str:
    """The address of a SQLite file."""
    return f"sqlite:///{path}"


def reason(error: Exception) -> str:
    """The first line of what a database says, which names no number and no password."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines() or ["it says nothing"]
    return said[0]
