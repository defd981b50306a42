"""Whether a database is whole: every table and index read, one after the other."""

from collections.abc import Callable, Sequence

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database, our_errors
from storage.errors import StorageUnavailable

_SQLITE_TABLES = """
    SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name
"""


async def list_tables(database: Database) -> Sequence[str]:
    """Return every table that holds rows, the search index's own too."""
    if not database.is_sqlite:
        return [table.name for table in schema.metadata.sorted_tables]
    async with database.reading() as connection:
        return (await connection.scalars(text(_SQLITE_TABLES))).all()


async def read_tables(database: Database, tables: Sequence[str], on_read: Callable[[int], None]) -> None:
    """Read tables from end to end, telling how many are done. Raises StorageUnavailable, naming what is damaged."""
    # PostgreSQL's other connections give up on a statement that lasts.
    engine = database.reader if database.is_sqlite else database.migrator()
    read = _read_sqlite if database.is_sqlite else _read_postgresql
    try:
        with our_errors(database.url):
            async with engine.begin() as connection:
                for done, table in enumerate(tables, 1):
                    await read(connection, table)
                    on_read(done)
    finally:
        if engine is not database.reader:
            await engine.dispose()


async def _read_sqlite(connection: AsyncConnection, table: str) -> None:
    answer = await connection.scalar(text(f"PRAGMA integrity_check('{table}')"))
    if answer != "ok":
        raise StorageUnavailable(f"the database is damaged, in {table}: {answer}; restore a backup")
    broken = (await connection.execute(text(f"PRAGMA foreign_key_check('{table}')"))).first()
    if broken is not None:
        raise StorageUnavailable(f"the database is damaged: a row of {table} names one of {broken[2]} that is gone")


async def _read_postgresql(connection: AsyncConnection, table: str) -> None:
    await connection.scalar(text(f'SELECT sum(length(t::text)) FROM "{table}" t'))  # noqa: S608 - of the schema
