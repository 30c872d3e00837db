"""The tables of the counts' database, brought to what this version knows by Alembic."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

MIGRATIONS = Path(__file__).parent / "migrations"
VERSIONS = "visit_schema"  # where Alembic writes down which version the tables have
NEWEST = "0001"
OURS = 4_051_926_131  # a lock of PostgreSQL's that two kiosks cannot hold at once


class NewerError(Exception):
    """The tables are of a version that this one does not know."""


def bring_up_to_date(connection: Connection) -> None:
    """Make or change the tables where need be. Raises NewerError where nothing may be touched.

    Alembic is slow to import, and large: it is asked only where something is to be done.
    """
    if version(connection) == NEWEST:
        return
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({OURS})"))
    found = version(connection)
    if found != NEWEST:
        migrate(connection, found)


def version(connection: Connection) -> str | None:
    """The version of the tables; none where there are none."""
    if not inspect(connection).has_table(VERSIONS):
        return None
    found = connection.execute(text(f"SELECT version_num FROM {VERSIONS}")).scalar()  # noqa: S608
    return None if found is None else str(found)


def migrate(connection: Connection, found: str | None) -> None:
    """Have Alembic do what leads from one version to the newest."""
    from alembic import command  # noqa: PLC0415 (slow, see above)
    from alembic.config import Config  # noqa: PLC0415
    from alembic.script import ScriptDirectory  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    known = {one.revision for one in ScriptDirectory.from_config(config).walk_revisions()}
    if found is not None and found not in known:
        raise NewerError(
            f"its tables are of version {found}, which this version of the kiosk does not know"
        )
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
