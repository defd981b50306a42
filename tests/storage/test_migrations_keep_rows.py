"""A full database of each earlier revision, brought up to date: every row is still there, as it was."""

from pathlib import Path

import pytest

from storage.database import Database, open_database
from storage.migrate import upgrade
from tests.conftest import new_postgres_database
from tests.storage.filling import fill, kept_columns, snapshot, upgrade_to

VERSIONS = Path(__file__).parents[2] / "storage" / "migrations" / "versions"
REVISIONS = tuple(sorted(file.name[:4] for file in VERSIONS.glob("[0-9]*.py")))[:-1]  # all but this program's
ROWS = 30


async def _check(database: Database, revision: str) -> None:
    async with database.migrating() as connection:
        await connection.run_sync(upgrade_to, revision)
        await connection.run_sync(fill, ROWS)
    async with database.reading() as connection:
        columns = await connection.run_sync(kept_columns)
        before = await connection.run_sync(lambda each: snapshot(each, columns))
    await upgrade(database)
    async with database.reading() as connection:
        after = await connection.run_sync(lambda each: snapshot(each, columns))
    shipped = {"outlets", "outlet_aliases", "installation"}  # the directory is added to what was there
    for name in columns:
        if name in shipped:
            assert set(before[name]) <= set(after[name])
        else:
            assert after[name] == before[name]
    assert {len(rows) for rows in before.values()} == {ROWS}
    await database.close()


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_row_of_an_earlier_revision_is_kept_on_sqlite(tmp_path: Path, revision: str) -> None:
    await _check(open_database(f"sqlite:///{tmp_path / 'old.db'}"), revision)


@pytest.mark.parametrize("revision", REVISIONS)
async def test_every_row_of_an_earlier_revision_is_kept_on_postgresql(postgres_server: str, revision: str) -> None:
    async with new_postgres_database(postgres_server) as url:
        await _check(open_database(url), revision)
