"""Putting a library into a database in bulk: indexes and triggers stand aside, and the file is kept for the next time."""

import os
import sqlite3
from collections.abc import AsyncIterator, Callable, Iterable, Sequence
from contextlib import asynccontextmanager, closing
from datetime import datetime
from itertools import chain
from pathlib import Path
from typing import Any

import asyncpg
from sqlalchemy import Table, delete

from storage import schema, shelves
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.bench.library import DELIVERIES_OF_CHAT, FIRST_CHAT, Rows, iter_articles, iter_ledger

_READERS = (
    schema.message_articles, schema.messages, schema.saved_articles, schema.deliveries, schema.subscriptions,
)  # fmt: skip
_FOLDER = Path(os.environ.get("BENCH_LIBRARY", Path(__file__).parents[2] / ".bench"))
_TABLES = (
    schema.articles, schema.revisions, schema.bullets, schema.sources, schema.chats, schema.subscriptions,
    schema.deliveries,
)  # fmt: skip
_NUMBERED = ("articles.number", "subscriptions.id", "deliveries.id")
_SHELVED_AT_ONCE = 50_000


def library_folder(articles: int) -> Path:
    """Return where the library of this size is kept."""
    folder = _FOLDER / str(articles)
    folder.mkdir(parents=True, exist_ok=True)
    return folder


async def make_sqlite_library(articles: int, deliveries: int) -> str:
    """Return the address of a SQLite database with so much in it, made if it is not there."""
    path = library_folder(articles) / "library.db"
    if not path.exists():
        making = path.with_suffix(".making")
        for left in path.parent.glob(f"{making.name}*"):
            left.unlink()
        async with _prepared(f"sqlite:///{making}"):
            pass
        with closing(sqlite3.connect(making, isolation_level=None)) as connection:
            _fill_sqlite(connection, _iter_rows(articles, deliveries))
        async with _prepared(f"sqlite:///{making}") as storage:
            await _shelve(storage, articles)
        making.rename(path)
    async with _prepared(f"sqlite:///{path}"):
        return f"sqlite:///{path}"


async def make_postgresql_library(url: str, done: Path, articles: int, deliveries: int) -> None:
    """Fill a PostgreSQL database with so much; `done` is the file that says it was."""
    async with _prepared(url) as storage:
        if done.exists():
            return
        connection = await asyncpg.connect(url)
        await _fill_postgresql(connection, _iter_rows(articles, deliveries))
        await connection.close()
        await _shelve(storage, articles)
    done.touch()


@asynccontextmanager
async def _prepared(url: str) -> AsyncIterator[Storage]:
    storage = open_storage(url)
    await upgrade(storage.database)
    yield storage
    await storage.close()


def _iter_rows(articles: int, deliveries: int) -> Iterable[Rows]:
    return chain(iter_articles(articles), iter_ledger(deliveries // DELIVERIES_OF_CHAT))


async def _shelve(storage: Storage, articles: int) -> None:
    for start in range(1, articles + 1, _SHELVED_AT_ONCE):
        numbers = range(start, min(start + _SHELVED_AT_ONCE, articles + 1))
        async with storage.database.writing() as connection:
            await shelves.add_to_shelves(connection, storage.database, numbers)


def _fill_sqlite(connection: sqlite3.Connection, everything: Iterable[Rows]) -> None:
    for pragma in ("journal_mode=OFF", "synchronous=OFF", "cache_size=-500000", "temp_store=FILE", "foreign_keys=OFF"):
        connection.execute(f"PRAGMA {pragma}")
    names = ", ".join(f"'{table.name}'" for table in _TABLES)
    aside = connection.execute(
        f"SELECT type, name, sql FROM sqlite_master WHERE type IN ('index', 'trigger') AND tbl_name IN ({names})"  # noqa: S608
        " AND sql IS NOT NULL ORDER BY type"
    ).fetchall()
    for kind, name, _ in aside:
        connection.execute(f"DROP {kind} {name}")
    connection.execute("BEGIN")
    for rows in everything:
        for table, added in rows.items():
            columns, values = _tuples(table, added, datetime.timestamp)
            marks = ", ".join("?" * len(columns))
            connection.executemany(f"INSERT INTO {table.name} ({', '.join(columns)}) VALUES ({marks})", values)  # noqa: S608
    for _, _, statement in aside:
        connection.execute(statement)
    connection.execute("INSERT INTO article_search (article_search) VALUES ('rebuild')")
    connection.execute("COMMIT")
    connection.execute("PRAGMA journal_mode=WAL")


async def _fill_postgresql(connection: Any, everything: Iterable[Rows]) -> None:
    await connection.execute("SET session_replication_role = replica")  # no triggers, no foreign keys
    await connection.execute("SET maintenance_work_mem = '512MB'")
    names = [*(table.name for table in _TABLES), "article_search"]
    query = """
        SELECT indexname, indexdef FROM pg_indexes WHERE tablename = ANY($1::text[])
        AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conname = indexname)
    """
    aside = await connection.fetch(query, names)
    await connection.execute("; ".join(f"DROP INDEX {index['indexname']}" for index in aside))
    await connection.execute(f"TRUNCATE {', '.join(names)} CASCADE")  # what an attempt that was broken off left
    await connection.execute("TRUNCATE sections, article_shelves CASCADE")
    for rows in everything:
        for table, added in rows.items():
            columns, values = _tuples(table, added, lambda instant: instant)
            await connection.copy_records_to_table(table.name, records=values, columns=columns)
    await connection.execute(
        "INSERT INTO article_search SELECT number, article_words(number, search_headline, search_bullets, search_body)"
        " FROM articles WHERE status = 'published'",
        timeout=None,
    )
    for index in aside:
        await connection.execute(index["indexdef"], timeout=None)
    for name, column in (each.split(".") for each in _NUMBERED):
        sequence = f"pg_get_serial_sequence('{name}', '{column}')"
        await connection.execute(f"SELECT setval({sequence}, max({column})) FROM {name}")  # noqa: S608
    await connection.execute("VACUUM ANALYZE", timeout=None)


def _tuples(
    table: Table, rows: Sequence[dict[str, Any]], instant: Callable[[datetime], Any]
) -> tuple[list[str], list[tuple[Any, ...]]]:
    """Return columns and values; `instant` makes of a moment what the driver stores."""
    columns = list(rows[0])
    instants = {column.name for column in table.columns if isinstance(column.type, schema.Instant)}
    return columns, [
        tuple(
            instant(value) if value is not None and name in instants else value
            for name, value in zip(columns, row.values(), strict=True)
        )
        for row in rows
    ]


async def forget_readers(storage: Storage) -> None:
    """Take away who came in an earlier run, and what was composed for them: those who come must be strangers."""
    async with storage.database.writing() as connection:
        for table in _READERS:
            await connection.execute(delete(table).where(table.c.chat_id < FIRST_CHAT))
        await connection.execute(delete(schema.chats).where(schema.chats.c.id < FIRST_CHAT))
        for table in (schema.composition_articles, schema.compositions, schema.updates):
            await connection.execute(delete(table))
