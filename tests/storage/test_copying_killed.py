"""`db copy` of a large database, killed in the middle and run again, to the other engine and back: equal.

The long form is `make soak`; SOAK_COPIED_DELIVERIES is how many deliveries there are, with a tenth as many articles
and a hundredth as many chats.
"""

import asyncio
import os
import random
import sys
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, Table, func, insert, literal, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.sql.elements import ColumnElement

from storage import schema
from storage.copying import COPYING
from storage.database import Database, open_database
from storage.errors import StorageError
from storage.store import open_storage
from tests.conftest import new_postgres_database
from tests.storage.filling import fill, upgrade_to
from tests.storage.test_copying import hashes

DELIVERIES = int(os.environ.get("SOAK_COPIED_DELIVERIES", "4000"))
CHATS = DELIVERIES // 100
KILLS = 3
COUNTED = (schema.chats, schema.bullets, schema.updates, schema.deliveries)
ROOT = Path(__file__).parents[2]


def multiply(connection: Connection, table: Table, times: int, key: str, **changed: ColumnElement[Any]) -> None:
    """Add rows like those there are, with keys of their own."""
    for time in range(1, times):
        columns: dict[str, ColumnElement[Any]] = {each.name: each for each in table.columns if each.name != "search"}
        columns[key] = table.c[key] + time * CHATS
        columns |= changed
        source = select(*columns.values()).where(table.c[key] <= CHATS)
        connection.execute(insert(table).from_select(list(columns), source))


def fill_large(connection: Connection) -> None:
    fill(connection, CHATS)
    multiply(connection, schema.deliveries, 100, "id", state=literal("sent"), correction_id=literal(None), subscription_id=literal(None))  # fmt: skip
    for table, key in (
        (schema.articles, "number"),
        (schema.revisions, "article_number"),
        (schema.bullets, "article_number"),
        (schema.sources, "article_number"),
    ):
        multiply(connection, table, 10, key)


async def begin_copy(source: Database, target: Database, folder: Path) -> asyncio.subprocess.Process:
    urls = [each.url.render_as_string(hide_password=False) for each in (source, target)]
    with (folder / "log").open("ab") as log:
        return await asyncio.create_subprocess_exec(
            sys.executable, "-m", "bot", "db", "copy", "--to", urls[1], cwd=folder, stdout=log, stderr=log,
            env={**os.environ, "PYTHONPATH": str(ROOT), "DATELINE_STORAGE__URL": urls[0]},
        )  # fmt: skip


async def copy_through_kills(source: Database, target: Database, folder: Path) -> None:
    dice = random.Random(7)
    for _ in range(KILLS):
        process = await begin_copy(source, target, folder)
        before = await count_rows(target)
        while process.returncode is None and await count_rows(target) == before:
            await asyncio.sleep(0.01)
        await asyncio.sleep(dice.uniform(0, DELIVERIES / 40_000))
        assert process.returncode is None, "it ended before it was killed"
        process.kill()
        await process.wait()
    process = await begin_copy(source, target, folder)
    assert await process.wait() == 0, (folder / "log").read_text("utf-8")


async def count_rows(target: Database) -> int:
    """Count what is there of some tables, small and large."""
    try:
        async with target.reading() as connection:
            counts = [await connection.scalar(select(func.count()).select_from(each)) for each in COUNTED]
    except (StorageError, SQLAlchemyError):
        return 0  # it has no tables yet
    return sum(filter(None, counts))


@pytest.mark.timeout(180 + DELIVERIES / 500)
async def test_large_copy_through_kills_to_the_other_engine_and_back_is_equal(
    postgres_server: str, tmp_path: Path
) -> None:
    source = open_database(f"sqlite:///{tmp_path / 'source.db'}")
    async with source.migrating() as connection:
        await connection.run_sync(upgrade_to, "head")
        await connection.run_sync(fill_large)
    wanted = await hashes(source)
    assert (wanted["deliveries"][0], wanted["articles"][0]) == (DELIVERIES, DELIVERIES // 10)
    async with new_postgres_database(postgres_server) as url:
        there, back = open_database(url), open_database(f"sqlite:///{tmp_path / 'back.db'}")
        await copy_through_kills(source, there, tmp_path)
        assert await hashes(there) == wanted
        await copy_through_kills(there, back, tmp_path)
        assert await hashes(back) == wanted
        assert await open_storage(str(back.url)).installation.find(COPYING) is None
        for database in (source, there, back):
            await database.close()
