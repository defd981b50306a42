"""Our door to SQLite's thread: rows come along, and no statement goes without its transaction."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import OperationalError

from storage.store import Storage

INSERT = text("INSERT INTO sections (slug, name) VALUES (:slug, 'x')")


async def test_rows_are_read_one_by_one_too(sqlite_storage: Storage) -> None:
    async with sqlite_storage.database.reading() as connection:
        rows = await connection.stream(text("VALUES (1), (2), (3)"))
        assert [row[0] async for row in rows] == [1, 2, 3]
        one = await connection.stream(text("VALUES (1), (2)"))
        assert (await one.fetchone(), await one.fetchmany(5), await one.fetchone()) == ((1,), [(2,)], None)


async def test_transaction_that_could_not_begin_begins_with_the_next_statement(sqlite_storage: Storage) -> None:
    database = sqlite_storage.database
    other = sqlite3.connect(database.url.database or "", isolation_level=None)
    async with database.writer.connect() as connection:
        await connection.execute(text("PRAGMA busy_timeout = 1"))
        await connection.commit()
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(OperationalError, match="locked"):
            await connection.execute(INSERT, {"slug": "a"})
        other.execute("ROLLBACK")
        await connection.execute(INSERT, {"slug": "b"})
        await connection.rollback()
    other.close()
    async with database.reading() as connection:
        assert (await connection.execute(text("SELECT slug FROM sections"))).all() == []


async def test_transaction_without_a_statement_costs_nothing(sqlite_storage: Storage) -> None:
    async with sqlite_storage.database.writing():
        pass
    async with sqlite_storage.database.writing() as connection:
        await connection.execute(INSERT, [{"slug": "a"}, {"slug": "b"}])
    async with sqlite_storage.database.reading() as connection:
        assert await connection.scalar(text("SELECT count(*) FROM sections")) == 2


async def test_only_what_may_be_lost_does_not_wait_for_the_disk(sqlite_storage: Storage) -> None:
    normal, full = 1, 2  # https://www.sqlite.org/pragma.html#pragma_synchronous
    levels = []
    for may_be_lost in (False, True, False):
        async with sqlite_storage.database.writing(may_be_lost=may_be_lost) as connection:
            levels.append(await connection.scalar(text("PRAGMA synchronous")))
    assert levels == [full, normal, full]
