"""Bringing a database to this program's schema, and saying plainly when it is not."""

from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, inspect, text

from storage.database import Database
from storage.errors import SchemaError
from storage.outlets import install_shipped

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS = Path(__file__).parent / "migrations"
# Any number, the same in every process: only one upgrades at a time.
_UPGRADE_LOCK = 762_433_101


class SchemaState(Enum):
    """How a database's schema stands to this program's."""

    EMPTY = "empty"
    CURRENT = "current"
    OLDER = "older"
    NEWER = "newer"
    FOREIGN = "foreign"


def alembic_config() -> "Config":
    from alembic.config import Config  # noqa: PLC0415 - a tenth of a second that only an upgrade needs

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS))
    return config


def list_revisions() -> list[str]:
    """Return every revision of the schema that this program knows, the newest last: a file is named by its own."""
    return sorted(file.name.partition("_")[0] for file in (_MIGRATIONS / "versions").glob("[0-9]*_*.py"))


async def get_schema_state(database: Database) -> SchemaState:
    """Compare the database's schema with this program's."""
    async with database.reading() as connection:
        return await connection.run_sync(_schema_state)


def _schema_state(connection: Connection) -> SchemaState:
    tables = inspect(connection).get_table_names()
    found = connection.scalar(text("SELECT version_num FROM alembic_version")) if "alembic_version" in tables else None
    if found is None:
        return SchemaState.FOREIGN if set(tables) - {"alembic_version"} else SchemaState.EMPTY
    known = list_revisions()
    if found == known[-1]:
        return SchemaState.CURRENT
    return SchemaState.OLDER if found in known else SchemaState.NEWER


async def check_schema(database: Database) -> None:
    """Do nothing if the schema is this program's; else raise SchemaError saying what to do."""
    state = await get_schema_state(database)
    if state is SchemaState.CURRENT:
        return
    advice = {
        SchemaState.EMPTY: "the database is empty; run `dateline db upgrade`",
        SchemaState.OLDER: "the database's schema is older than this program; run `dateline db upgrade`",
        SchemaState.NEWER: "the database's schema is newer than this program; install the newer Dateline",
        SchemaState.FOREIGN: "the database has tables that are not Dateline's; name another in storage.url",
    }
    raise SchemaError(advice[state])


async def upgrade(database: Database) -> SchemaState:
    """Bring the schema up to this program's, and the outlets with it, in one transaction; return the state before.

    Raises SchemaError where the schema is newer, or not ours.
    """
    state = await get_schema_state(database)
    if state in (SchemaState.NEWER, SchemaState.FOREIGN):
        await check_schema(database)
    if state is not SchemaState.CURRENT:
        async with database.migrating() as connection:
            if not database.is_sqlite:
                await connection.execute(text(f"SELECT pg_advisory_xact_lock({_UPGRADE_LOCK})"))
            await connection.run_sync(_upgrade)
            await install_shipped(connection, database)
    return state


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 - see alembic_config

    config = alembic_config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
