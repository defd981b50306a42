"""Copying a database: every row of it, between engines too, in pieces that a kill in the middle does not undo.

The source is read in one snapshot. Rows go over in the order of their keys, so a copy that was interrupted goes on
behind the last one; at the end both sides are read again and compared, count and hash of each table.
"""

import hashlib
import json
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from datetime import date, time
from typing import Any

from sqlalchemy import LargeBinary, Row, Table, collate, delete, func, insert, literal, select, text, tuple_
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database, our_errors
from storage.errors import Conflict, StorageError
from storage.installation import find_fact, save_fact
from storage.migrate import SchemaState, check_schema, get_schema_state, upgrade

AT_ONCE, FEW_AT_ONCE = 1000, 20  # rows, and those that hold files
COPIED = "copied"  # all rows are over and equal; what is open in them is not settled yet
COPYING = "copying"  # the fact that a copy into this database has begun, and is not complete
PAUSED = "deliveries_paused"  # the fact that nothing is sent until somebody says so
_OWN_FACTS = (COPYING, PAUSED)  # of the copy alone
_SEEDED = (schema.installation, schema.outlets, schema.outlet_aliases)  # what every new database has

Progress = Callable[[str, int], None]  # a table's name, and how many of its rows are over


class CopyDiffers(StorageError):
    """A copy that is not equal to what was copied."""


async def copy_database(
    source: Database, target: Database, on_rows: Progress = lambda *_: None, *, paused: str | None = None
) -> dict[str, int]:
    """Copy every row into an empty database, or go on with a copy that was begun; return the rows of each table.

    `paused` says why the copy is to send nothing until somebody says so; then it is complete with `complete_copy` only.

    Raises Conflict where the target has rows of its own, CopyDiffers where the two are not equal afterwards.
    """
    await check_schema(source)
    if await _prepare(target, paused) == COPIED:
        async with snapshot(target) as copied:
            return {table.name: await _count(copied, table) for table in schema.metadata.sorted_tables}
    async with snapshot(source) as reading:
        counts = {}
        for table in schema.metadata.sorted_tables:
            await _copy_table(reading, target, table, on_rows)
        await _copy_sequences(reading, source, target)
        async with snapshot(target) as copied:
            for table in schema.metadata.sorted_tables:
                wanted, found = await hash_table(reading, table), await hash_table(copied, table)
                if wanted != found:
                    raise CopyDiffers(
                        f"{table.name}: {wanted[0]} rows were to be copied and {found[0]} are there, or they differ; "
                        "the database changed between two runs: copy into an empty one"
                    )
                counts[table.name] = await _count(reading, table)
                if counts[table.name] != wanted[0]:
                    raise CopyDiffers(f"{table.name}: {wanted[0]} of {counts[table.name]} rows were read")
    if paused is None:
        await complete_copy(target)
    else:
        async with target.writing() as connection:
            await save_fact(connection, target, COPYING, COPIED)
    return counts


async def complete_copy(target: Database) -> None:
    """Let a copy be run."""
    async with target.writing() as connection:
        await connection.execute(delete(schema.installation).where(schema.installation.c.name == COPYING))


@asynccontextmanager
async def snapshot(database: Database) -> AsyncIterator[AsyncConnection]:
    """Open a transaction that sees the database as it is now, however long it is read."""
    with our_errors(database.url):
        async with database.reader.connect() as opened:
            kept = opened if database.is_sqlite else await opened.execution_options(isolation_level="REPEATABLE READ")
            async with kept.begin():
                if not database.is_sqlite:  # it stands idle while the other side is read
                    await kept.execute(text("SET LOCAL idle_in_transaction_session_timeout = 0"))
                yield kept


async def _prepare(target: Database, paused: str | None) -> str:
    """Make the schema, with nothing in it; or find the copy that was begun, and return how far it is."""
    is_new = await get_schema_state(target) is SchemaState.EMPTY
    if is_new:
        await upgrade(target)
    await check_schema(target)
    if is_new or await is_unused(target):
        async with target.writing() as connection:
            for table in reversed(schema.metadata.sorted_tables):
                await connection.execute(delete(table))  # what a new database knows from the beginning
            await save_fact(connection, target, COPYING, "begun")
            if paused is not None:
                await save_fact(connection, target, PAUSED, paused)
    async with target.reading() as connection:
        far = await find_fact(connection, COPYING)
    if far is None:
        name = target.url.database or target.url.host
        raise Conflict(f"{name} has rows of its own; move it away, or name a database that does not exist yet")
    return far


async def is_unused(target: Database) -> bool:
    """Whether a database knows only what every new one knows: somebody looked at it, and did nothing else."""
    async with target.reading() as connection:
        if await find_fact(connection, COPYING) is not None:
            return False
        counts = [await _count(connection, table) for table in schema.metadata.sorted_tables if table not in _SEEDED]
    return not any(counts)


def _key(connection: AsyncConnection, table: Table) -> list[Any]:
    """Return a table's key in an order that is the same on both engines: texts by their bytes."""
    is_sqlite = connection.dialect.name == "sqlite"
    return [
        column if is_sqlite or column.type.python_type is not str else collate(column, "C")
        for column in table.primary_key.columns
    ]


async def _count(connection: AsyncConnection, table: Table) -> int:
    return int(await connection.scalar(_counted(table)) or 0)


async def _copy_table(reading: AsyncConnection, target: Database, table: Table, on_rows: Progress) -> None:
    async with target.reading() as connection:
        done = await _count(connection, table)
        last = await _last_key(connection, table) if done else None
    async for rows in _iter_rows(reading, table, after=last):
        async with target.writing() as connection:
            await connection.execute(insert(table), [row._asdict() for row in rows])
        done += len(rows)
        on_rows(table.name, done)


def _counted(table: Table) -> Any:
    query = select(func.count()).select_from(table)
    return query.where(table.c.name.not_in(_OWN_FACTS)) if table is schema.installation else query


async def _last_key(connection: AsyncConnection, table: Table) -> tuple[Any, ...] | None:
    key = _key(connection, table)
    query = select(*table.primary_key.columns).order_by(*(column.desc() for column in key)).limit(1)
    if table is schema.installation:
        query = query.where(table.c.name.not_in(_OWN_FACTS))
    row = (await connection.execute(query)).one_or_none()
    return tuple(row) if row else None


async def _iter_rows(
    connection: AsyncConnection, table: Table, *, after: tuple[Any, ...] | None = None
) -> AsyncIterator[Sequence[Row[Any]]]:
    """Yield a table's rows in the order of its key, some at a time."""
    key = _key(connection, table)
    has_bytes = any(isinstance(column.type, LargeBinary) for column in table.columns)
    query = select(table).order_by(*key).limit(FEW_AT_ONCE if has_bytes else AT_ONCE)
    if table is schema.installation:
        query = query.where(table.c.name.not_in(_OWN_FACTS))
    while True:
        page = query if after is None else query.where(tuple_(*key) > tuple_(*_bound(table, after)))
        rows = (await connection.execute(page)).all()
        if not rows:
            return
        yield rows
        after = tuple(getattr(rows[-1], column.name) for column in table.primary_key.columns)


def _bound(table: Table, values: tuple[Any, ...]) -> list[Any]:
    """Return values of a key as their columns store them: a moment alone would be compared as a text."""
    return [literal(value, column.type) for value, column in zip(values, table.primary_key.columns, strict=True)]


async def hash_table(connection: AsyncConnection, table: Table) -> tuple[int, str]:
    """Return how many rows a table has, and a hash of all that they say; equal on both engines where they are equal."""
    digest, count = hashlib.sha256(), 0
    async for rows in _iter_rows(connection, table):
        for row in rows:
            digest.update(_canonical(row))
        count += len(rows)
    return count, digest.hexdigest()


def _canonical(row: Row[Any]) -> bytes:
    values = [_plain(value) for value in row]
    return json.dumps(values, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return hashlib.sha256(value).hexdigest()
    return value.isoformat() if isinstance(value, date | time) else value


async def _copy_sequences(reading: AsyncConnection, source: Database, target: Database) -> None:
    """Let no number be given again that was given in the source, even where its row is gone."""
    for table in schema.metadata.sorted_tables:
        column = table.autoincrement_column
        if column is None:
            continue
        last = await _last_number(reading, source, table, column.name)
        if last:
            async with target.writing() as connection:
                await _set_last_number(connection, target, table, column.name, last)


async def _last_number(connection: AsyncConnection, database: Database, table: Table, column: str) -> int:
    highest = int(await connection.scalar(select(func.max(table.c[column]))) or 0)
    if database.is_sqlite:
        query = text("SELECT seq FROM sqlite_sequence WHERE name = :table")
        return max(highest, int(await connection.scalar(query, {"table": table.name}) or 0))
    name = await connection.scalar(text("SELECT pg_get_serial_sequence(:table, :column)"), _named(table, column))
    if name is None:
        return 0
    return max(highest, int(await connection.scalar(text(f"SELECT last_value FROM {name} WHERE is_called")) or 0))  # noqa: S608


async def _set_last_number(
    connection: AsyncConnection, database: Database, table: Table, column: str, last: int
) -> None:
    if database.is_sqlite:
        update = text("UPDATE sqlite_sequence SET seq = :last WHERE name = :table")
        await connection.execute(update, {"last": last, "table": table.name})
        return
    name = await connection.scalar(text("SELECT pg_get_serial_sequence(:table, :column)"), _named(table, column))
    if name is not None:
        await connection.execute(text("SELECT setval(:name, :last)"), {"name": name, "last": last})


def _named(table: Table, column: str) -> dict[str, str]:
    return {"table": table.name, "column": column}
