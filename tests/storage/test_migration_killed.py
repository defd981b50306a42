"""`db upgrade` of a full old database, killed in the middle: nothing is half done, and the next one ends it.

The long form is `make soak`; SOAK_MIGRATED_ROWS is the number of rows in every table.
"""

import asyncio
import os
import sqlite3
import sys
from collections.abc import Awaitable, Callable
from contextlib import closing
from pathlib import Path
from time import monotonic

import pytest
from sqlalchemy import text

from storage.database import Database, open_database
from storage.migrate import SchemaState, get_schema_state
from tests.conftest import new_postgres_database
from tests.storage.filling import fill, kept_columns, snapshot, upgrade_to

ROWS = int(os.environ.get("SOAK_MIGRATED_ROWS", "2000"))
REVISION = "0006"
ROOT = Path(__file__).parents[2]
BEGUN_WITHIN_SECONDS = 60.0
SHIPPED = {"outlets", "outlet_aliases", "installation"}  # the directory is added to what was there


async def begin_upgrade(database: Database, folder: Path) -> asyncio.subprocess.Process:
    url = database.url.render_as_string(hide_password=False)
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "db", "upgrade", cwd=folder, stderr=asyncio.subprocess.DEVNULL,
        stdout=asyncio.subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_STORAGE__URL": url},
    )  # fmt: skip


async def has_begun_on_postgresql(database: Database) -> bool:
    query = text("SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation IS NOT NULL")
    async with database.reading() as connection:
        return bool(await connection.scalar(query))


async def check_killed(database: Database, folder: Path, has_begun: Callable[[], Awaitable[bool]]) -> None:
    async with database.migrating() as connection:
        await connection.run_sync(upgrade_to, REVISION)
        await connection.run_sync(fill, ROWS)
    async with database.reading() as connection:
        columns = await connection.run_sync(kept_columns)
        before = await connection.run_sync(lambda each: snapshot(each, columns))
    interrupted = 0
    for wait_seconds in (0.0, 0.1, 0.3):
        process, ends_at = await begin_upgrade(database, folder), monotonic() + BEGUN_WITHIN_SECONDS
        while not await has_begun() and process.returncode is None and monotonic() < ends_at:
            await asyncio.sleep(0.01)
        await asyncio.sleep(wait_seconds)
        if process.returncode is None:
            process.kill()
        await process.wait()
        state = await get_schema_state(database)
        if state is SchemaState.OLDER:
            interrupted += 1
            async with database.reading() as connection:
                assert await connection.run_sync(lambda each: snapshot(each, columns)) == before
    assert interrupted
    process = await begin_upgrade(database, folder)
    assert await process.wait() == 0
    assert await get_schema_state(database) is SchemaState.CURRENT
    async with database.reading() as connection:
        after = await connection.run_sync(lambda each: snapshot(each, columns))
    for name, rows in before.items():
        assert set(rows) <= set(after[name]) if name in SHIPPED else rows == after[name]
    await database.close()


@pytest.mark.timeout(120 + ROWS / 50)
async def test_upgrade_killed_in_the_middle_is_done_again_on_sqlite(tmp_path: Path) -> None:
    file = tmp_path / "old.db"

    async def has_begun() -> bool:
        try:
            with closing(sqlite3.connect(file, timeout=0, isolation_level=None)) as connection:
                connection.execute("BEGIN IMMEDIATE")
                connection.execute("ROLLBACK")
        except sqlite3.OperationalError:
            return True  # somebody holds the write lock
        return False

    await check_killed(open_database(f"sqlite:///{file}"), tmp_path, has_begun)


@pytest.mark.timeout(120 + ROWS / 50)
async def test_upgrade_killed_in_the_middle_is_done_again_on_postgresql(postgres_server: str, tmp_path: Path) -> None:
    async with new_postgres_database(postgres_server) as url:
        database = open_database(url)
        await check_killed(database, tmp_path, lambda: has_begun_on_postgresql(database))
