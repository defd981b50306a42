"""Copies and backups: every row, between engines, through kills, and never over rows of somebody else."""

import asyncio
import sqlite3
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, text

from bot.clock import system_clock
from storage import schema
from storage.backups import KEPT, back_up, list_old, name_backup, restore, set_open_aside
from storage.copying import COPYING, PAUSED, copy_database, hash_table, snapshot
from storage.database import Database, open_database
from storage.errors import Conflict, StorageError, StorageUnavailable
from storage.store import Storage, open_storage
from tests.chatting import chatting
from tests.conftest import new_postgres_database
from tests.handlers.test_privacy import fill
from tests.make import NOW, make_planner, make_text


@pytest.fixture
async def filled(storage: Storage) -> Storage:
    """A database with something in every table that people fill."""
    async with chatting(storage, system_clock) as chat:
        await fill(chat, storage)
    texts = [make_text(f"Story {number} ünïcode 漢字 🦭", section="World") for number in range(1500)]
    await storage.articles.add(texts, now=NOW, publish=True)
    return storage


@pytest.fixture
async def other(storage: Storage, tmp_path: Path, postgres_server: str) -> AsyncIterator[Database]:
    """An empty database of the other engine."""
    async with new_postgres_database(postgres_server) as url:
        database = open_database(url if storage.database.is_sqlite else f"sqlite:///{tmp_path / 'other.db'}")
        yield database
        await database.close()


async def hashes(database: Database) -> dict[str, tuple[int, str]]:
    async with snapshot(database) as connection:
        tables = [each for each in schema.metadata.sorted_tables if each is not schema.installation]
        return {table.name: await hash_table(connection, table) for table in tables}


async def test_copy_into_the_other_engine_and_back_is_equal(filled: Storage, other: Database, tmp_path: Path) -> None:
    wanted = await hashes(filled.database)
    counts = await copy_database(filled.database, other)
    assert counts["articles"] == 1502
    assert await hashes(other) == wanted
    back = open_database(f"sqlite:///{tmp_path / 'back.db'}")
    await copy_database(other, back)
    assert await hashes(back) == wanted
    await back.close()


async def test_copied_database_finds_its_articles_and_gives_no_number_twice(filled: Storage, other: Database) -> None:
    await copy_database(filled.database, other)
    copy = open_storage(other.url.render_as_string(hide_password=False))
    found = await copy.search.list_matches("story 77", limit=3)
    assert [each.text.headline for each in found] == ["Story 77 ünïcode 漢字 🦭"]
    assert await copy.articles.add([make_text("Next")], now=NOW) == (1503,)
    await copy.close()


async def test_copy_that_was_killed_goes_on_and_is_equal(filled: Storage, other: Database) -> None:
    async def until_half(stopping: int) -> None:
        seen = 0

        def stop(_table: str, _count: int) -> None:
            nonlocal seen
            seen += 1
            if seen == stopping:
                raise KeyboardInterrupt

        with pytest.raises(KeyboardInterrupt):
            await copy_database(filled.database, other, stop)

    for stopping in (1, 3, 2, 4):
        await until_half(stopping)
    copy = open_storage(other.url.render_as_string(hide_password=False))
    assert await copy.installation.find(COPYING) == "begun"
    await copy_database(filled.database, other)
    assert await hashes(other) == await hashes(filled.database)
    assert await copy.installation.find(COPYING) is None
    await copy.close()


async def test_nothing_is_copied_over_rows_of_somebody_else(filled: Storage, other: Database) -> None:
    await copy_database(filled.database, other)
    with pytest.raises(Conflict, match="rows of its own"):
        await copy_database(filled.database, other)


async def test_change_between_two_runs_is_found(filled: Storage, other: Database) -> None:
    def stop(table: str, _count: int) -> None:
        if table == "revisions":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        await copy_database(filled.database, other, stop)
    async with filled.database.writing() as connection:
        await connection.execute(text("UPDATE articles SET priority = 1 WHERE number = 5"))
    with pytest.raises(StorageError, match=r"articles: .* changed between two runs"):
        await copy_database(filled.database, other)


async def test_backup_under_load_is_one_moment_and_restores_paused(
    filled: Storage, other: Database, tmp_path: Path
) -> None:
    await make_planner(filled).plan_now(system_clock())
    open_rows = await filled.deliveries.count()
    stopping = asyncio.Event()

    async def write() -> None:
        while not stopping.is_set():
            await filled.articles.add([make_text("More"), make_text("More")], now=NOW)
            await asyncio.sleep(0.01)

    writing = asyncio.create_task(write())
    file = tmp_path / "backup.db"
    assert await back_up(filled.database, file) == file.stat().st_size
    stopping.set()
    await writing
    assert (file.stat().st_mode & 0o777, list(tmp_path.glob(".backup*"))) == (0o600, [])
    await restore(file, other)
    copy = open_storage(other.url.render_as_string(hide_password=False))
    async with copy.database.reading() as connection:
        assert len((await connection.scalars(select(schema.articles.c.number))).all()) % 2 == 0  # no half transaction
    assert await copy.installation.find(PAUSED) == "restored from a backup"
    assert await set_open_aside(copy.database) == (open_rows["pending"], 0)
    assert (await copy.deliveries.count())["uncertain"] == open_rows["pending"] + open_rows["uncertain"]
    await copy.close()


async def test_backup_overwrites_nothing_and_leaves_nothing_half_done(sqlite_storage: Storage, tmp_path: Path) -> None:
    file = tmp_path / "backup.db"
    file.write_text("mine")
    with pytest.raises(Conflict, match="is there already"):
        await back_up(sqlite_storage.database, file)
    assert file.read_text() == "mine"
    with pytest.raises(StorageUnavailable, match="cannot be written"):
        await back_up(sqlite_storage.database, tmp_path / "nowhere" / "backup.db")
    with pytest.raises(StorageUnavailable, match="there is no file"):
        await restore(tmp_path / "none.db", sqlite_storage.database)


@pytest.mark.parametrize("damage", [b"", b"no database at all" * 100, None])
async def test_what_is_no_backup_is_not_restored(tmp_path: Path, damage: bytes | None) -> None:
    file, target = tmp_path / "backup.db", open_database(f"sqlite:///{tmp_path / 'target.db'}")
    if damage is None:
        sqlite3.connect(file).execute("CREATE TABLE notes (id)")
    else:
        file.write_bytes(damage)
    with pytest.raises(StorageError):
        await restore(file, target)
    await target.close()


def test_last_seven_nightly_backups_are_kept(tmp_path: Path) -> None:
    for day in range(10):
        (tmp_path / name_backup(NOW + timedelta(days=day))).touch()
    (tmp_path / "before-upgrade-2026.backup.db").touch()
    assert [each.name for each in list_old(tmp_path)] == [name_backup(NOW + timedelta(days=day)) for day in range(3)]
    assert KEPT == 7
