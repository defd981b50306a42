"""Backups: one SQLite file with every row as it was at one moment, whatever the engine; and back from it."""

import asyncio
import os
import shutil
import sqlite3
import tempfile
from contextlib import suppress
from datetime import datetime
from pathlib import Path

from sqlalchemy import func, select, update

from storage import schema
from storage.copying import Progress, copy_database
from storage.database import Database, open_database
from storage.errors import Conflict, StorageUnavailable
from storage.migrate import SchemaState, get_schema_state, upgrade
from storage.model import DeliveryKind, DeliveryState, UpdateState

PREFIX, SUFFIX = "dateline-", ".backup.db"
KEPT = 7
_deliveries, _updates = schema.deliveries.c, schema.updates.c
_OPEN = (DeliveryState.PENDING, DeliveryState.SENDING)


async def back_up(database: Database, file: Path, on_rows: Progress = lambda *_: None) -> int:
    """Write a backup while everything goes on; return its bytes. It is read again before it has its name.

    Raises Conflict where the file is there already, StorageUnavailable where it cannot be written or read.
    """
    if await asyncio.to_thread(file.is_dir):
        raise Conflict(f"{file} is a folder; name a file in it")
    unfinished = file.with_name(f".{file.name}.unfinished")
    await asyncio.to_thread(_begin, file, unfinished)
    try:
        if database.is_sqlite:
            await _vacuum_into(database.url.database or "", unfinished)
        else:
            await _copy_into(database, unfinished, on_rows)
        await _verify(unfinished, database)
        return await asyncio.to_thread(_finish, unfinished, file)
    finally:
        await asyncio.to_thread(_clear, unfinished)


def _begin(file: Path, unfinished: Path) -> None:
    if file.exists():
        raise Conflict(f"{file} is there already; name another file")
    try:
        _clear(unfinished)
        os.close(os.open(unfinished, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600))
    except OSError as error:
        raise StorageUnavailable(f"{file} cannot be written: {error.strerror}") from None


def _clear(unfinished: Path) -> None:
    for left in unfinished.parent.glob(f"{unfinished.name}*"):
        left.unlink()


async def _vacuum_into(source: str, target: Path) -> None:
    """Have SQLite write a copy; who is cancelled stops it, for a thread cannot be."""
    address = f"{Path(source).resolve().as_uri()}?mode=ro"  # noqa: ASYNC240 - no file is touched but by name
    connection: list[sqlite3.Connection] = []

    def write() -> None:
        opened = sqlite3.connect(address, uri=True, check_same_thread=False)
        connection.append(opened)
        try:
            opened.execute("VACUUM INTO ?", (str(target),))
        finally:
            opened.close()

    try:
        await asyncio.to_thread(write)
    except asyncio.CancelledError:
        for each in connection:
            with suppress(sqlite3.Error):  # it has ended meanwhile
                each.interrupt()
        raise
    except sqlite3.Error as error:
        raise StorageUnavailable(f"the backup cannot be written: {error}") from None


async def _copy_into(database: Database, target: Path, on_rows: Progress) -> None:
    copy = open_database(f"sqlite:///{target}")
    try:
        await copy_database(database, copy, on_rows)
    finally:
        await copy.close()


async def _verify(file: Path, database: Database) -> None:
    """Read a backup from end to end. Raises StorageUnavailable."""
    copy = open_database(f"sqlite:///{file}")
    try:
        await copy.check_integrity()
        if await get_schema_state(copy) is not await get_schema_state(database):
            raise StorageUnavailable(f"{file} has not the schema of what was backed up")
    finally:
        await copy.close()


def _finish(unfinished: Path, file: Path) -> int:
    with unfinished.open("rb+") as written:
        os.fsync(written.fileno())
    unfinished.rename(file)
    return file.stat().st_size


def name_backup(now: datetime) -> str:
    """Return the name of a daily backup."""
    return f"{PREFIX}{now:%Y-%m-%d}{SUFFIX}"


def list_old(folder: Path) -> list[Path]:
    """Return the daily backups beyond those that are kept, the oldest first."""
    return sorted(folder.glob(f"{PREFIX}????-??-??{SUFFIX}"))[:-KEPT]


async def restore(file: Path, target: Database, on_rows: Progress = lambda *_: None) -> dict[str, int]:
    """Bring a backup's rows into an empty database, equal to the last one; return the rows of each table.

    It is not complete, and nothing else runs on it, until `complete_copy` says so.

    Raises Conflict where the database has rows of its own, StorageUnavailable for what is no backup.
    """
    if not await asyncio.to_thread(file.is_file):
        raise StorageUnavailable(f"there is no file {file}")
    source = open_database(f"sqlite:///{file}")
    older: Path | None = None
    try:
        await source.check_integrity()
        if await get_schema_state(source) is SchemaState.OLDER:
            older = await asyncio.to_thread(_copy_file, file)
            await source.close()
            source = open_database(f"sqlite:///{older}")
            await upgrade(source)
        return await copy_database(source, target, on_rows, paused="restored from a backup")
    finally:
        await source.close()
        if older is not None:
            await asyncio.to_thread(shutil.rmtree, older.parent)


def _copy_file(file: Path) -> Path:
    """Copy an older backup, to be upgraded: the backup itself stays as it is."""
    folder = Path(tempfile.mkdtemp(prefix="dateline-restore-"))
    return Path(shutil.copyfile(file, folder / "older.db"))


async def set_open_aside(database: Database) -> tuple[int, int]:
    """Let what was to be sent when the backup was made wait for somebody, and what was to be answered or told be over.

    All of it may have happened since. Return how many deliveries and updates there were.
    """
    is_edit = _deliveries.kind == DeliveryKind.EDIT  # made twice, it is as good as once
    sending = update(schema.deliveries).where(_deliveries.state.in_(_OPEN), ~is_edit)
    editing = update(schema.deliveries).where(_deliveries.state == DeliveryState.SENDING, is_edit)
    uncertain = {"state": DeliveryState.UNCERTAIN, "reason": "restored from a backup: it may have been sent since"}
    answering = update(schema.updates).where(_updates.state.in_((UpdateState.WAITING, UpdateState.ANSWERING)))
    answered = {"state": UpdateState.DROPPED, "error": "restored from a backup: it may have been answered since"}
    alerting = update(schema.articles).where(schema.articles.c.alerts == "waiting")
    async with database.writing() as connection:
        deliveries = (await connection.execute(sending.values(**uncertain))).rowcount
        await connection.execute(editing.values(state=DeliveryState.PENDING, worker_id=None))
        updates = (await connection.execute(answering.values(**answered))).rowcount
        await connection.execute(alerting.values(alerts="planned"))
    return deliveries, updates


async def find_last_moment(database: Database) -> datetime | None:
    """Return the last moment that the database knows of."""
    async with database.reading() as connection:
        moment: datetime | None = await connection.scalar(select(func.max(schema.actions.c.at)))
        received: datetime | None = await connection.scalar(select(func.max(schema.updates.c.received_at)))
    return max(filter(None, (moment, received)), default=None)
