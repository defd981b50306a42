"""The schema: made, checked, and told from others'."""

import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, text

from storage.database import open_database
from storage.errors import SchemaError, StorageUnavailable
from storage.migrate import (
    SchemaState,
    alembic_config,
    check_schema,
    get_schema_state,
    list_revisions,
    upgrade,
)
from storage.schema import metadata
from storage.store import Storage, open_storage
from tests.postgres import free_port


async def test_migrations_make_the_schema_the_program_knows(storage: Storage) -> None:
    def compare(connection: Connection) -> list[object]:
        context = MigrationContext.configure(connection, opts={"include_name": _is_ours})
        return list(compare_metadata(context, metadata))

    async with storage.database.reading() as connection:
        assert await connection.run_sync(compare) == []
    assert await get_schema_state(storage.database) is SchemaState.CURRENT
    assert await upgrade(storage.database) is SchemaState.CURRENT


def test_revisions_told_by_their_files_are_those_in_them() -> None:
    scripts = ScriptDirectory.from_config(alembic_config())
    assert list_revisions() == [script.revision for script in scripts.walk_revisions()][::-1]


def _is_ours(name: str | None, kind: str, _parents: object) -> bool:
    """The full-text index is the migration's own."""
    is_search = kind in ("table", "column", "index") and "search" in (name or "")
    return not is_search or (kind == "column" and name in ("search_headline", "search_bullets", "search_body"))


async def test_newer_schema_is_refused(storage: Storage) -> None:
    async with storage.database.writing() as connection:
        await connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(SchemaError, match="newer than this program; install the newer Dateline"):
        await upgrade(storage.database)


async def test_empty_and_foreign_databases_are_told_apart(tmp_path: Path) -> None:
    empty = open_database(f"sqlite:///{tmp_path / 'empty.db'}")
    with pytest.raises(SchemaError, match="empty; run `dateline db upgrade`"):
        await check_schema(empty)
    await empty.close()
    with sqlite3.connect(tmp_path / "foreign.db") as connection:
        connection.execute("CREATE TABLE articles (x)")
    connection.close()
    foreign = open_database(f"sqlite:///{tmp_path / 'foreign.db'}")
    with pytest.raises(SchemaError, match="not Dateline's"):
        await upgrade(foreign)
    await foreign.close()


@pytest.mark.parametrize(
    ("url", "message"),
    [
        ("nonsense", "is not a database address"),
        ("mysql://x/y", "names mysql; Dateline knows sqlite and postgresql"),
        ("odd+thing://x", "names odd; Dateline knows"),
        ("sqlite://", "needs a file"),
        ("sqlite:////no/such/folder/x.db", "does not exist"),
    ],
)
def test_unusable_addresses_are_refused(url: str, message: str) -> None:
    with pytest.raises(StorageUnavailable, match=message):
        open_storage(url)


async def test_database_that_does_not_answer_is_unavailable() -> None:
    storage = open_storage(f"postgresql://x@127.0.0.1:{free_port()}/x")
    with pytest.raises(StorageUnavailable):
        await storage.articles.find(1)
    await storage.close()


async def test_damaged_database_is_found_out(tmp_path: Path) -> None:
    (tmp_path / "damaged.db").write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    database = open_database(f"sqlite:///{tmp_path / 'damaged.db'}")
    with pytest.raises(StorageUnavailable):
        await database.check_integrity()
    await database.close()


async def test_sound_database_passes(storage: Storage) -> None:
    await storage.database.check_integrity()


async def test_full_text_index_is_whole_after_changes(sqlite_storage: Storage) -> None:
    async with sqlite_storage.database.writing() as connection:
        await connection.execute(text("INSERT INTO article_search (article_search) VALUES ('integrity-check')"))
