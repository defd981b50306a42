"""A database read from end to end: whole, damaged, or with rows that name nothing."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from storage.errors import StorageUnavailable
from storage.integrity import list_tables, read_tables
from storage.migrate import upgrade
from storage.store import Storage, open_storage
from tests.make import NOW, make_text


async def read_all(storage: Storage) -> list[int]:
    done: list[int] = []
    await read_tables(storage.database, await list_tables(storage.database), done.append)
    return done


async def test_whole_database_is_read_table_by_table(storage: Storage) -> None:
    await storage.articles.add([make_text()], now=NOW, publish=True)
    tables = await list_tables(storage.database)
    assert await read_all(storage) == list(range(1, len(tables) + 1))
    assert {"articles", "deliveries", "updates"} <= set(tables)


async def test_row_that_names_nothing_is_found(sqlite_storage: Storage) -> None:
    async with sqlite_storage.database.migrator().connect() as connection:
        await connection.execute(text("INSERT INTO saved_articles VALUES (7, 12, '2026-11-01 00:00:00')"))
        await connection.commit()
    with pytest.raises(StorageUnavailable, match=r"a row of saved_articles names one of (chats|articles) that is gone"):
        await read_all(sqlite_storage)


async def test_damaged_page_is_found_and_its_table_named(tmp_path: Path) -> None:
    file = tmp_path / "damaged.db"
    storage = open_storage(f"sqlite:///{file}")
    await upgrade(storage.database)
    await storage.articles.add([make_text(f"Story {n}") for n in range(300)], now=NOW - timedelta(days=1), publish=True)
    await storage.close()
    with sqlite3.connect(file) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (root,) = connection.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'articles'").fetchone()
        (size,) = connection.execute("PRAGMA page_size").fetchone()
    with file.open("r+b") as stream:
        stream.seek((root - 1) * size)
        stream.write(b"\xff" * 100)
    storage = open_storage(f"sqlite:///{file}")
    with pytest.raises(StorageUnavailable, match=r"damaged, in articles|malformed"):
        await read_all(storage)
    await storage.close()
