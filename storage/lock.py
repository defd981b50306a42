"""Who may do what only one process may: run on a SQLite database, or lead a task of several on PostgreSQL."""

import fcntl
import os
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TextIO

from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from storage.database import Database
from storage.errors import Conflict
from storage.files import open_private
from storage.store import Storage


def lock_path(database: str, task: str | None = None) -> Path:
    """Return the lock file of a SQLite database, the same by whatever link the file is reached."""
    real = Path(database).resolve()
    return real.with_name(f"{real.name}.{task}.lock" if task else f"{real.name}.lock")


@contextmanager
def hold_run_lock(storage: Storage) -> Iterator[None]:
    """Hold the database's run lock; on PostgreSQL there is none. Raises Conflict if another process runs."""
    name = storage.database.url.database
    if not storage.database.is_sqlite or name is None:
        yield
        return
    if Path(name).exists() and Path(name).stat().st_nlink > 1:
        raise Conflict(
            f"{name} has a second name (a hard link), by which another dateline could run; remove one of them"
        )
    with open(lock_path(name), "w", encoding="utf-8", opener=open_private) as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise Conflict(f"another dateline runs on {name}; on SQLite only one can") from None
        yield


class Leadership:
    """Being the one process that does a task: by a lock file beside a SQLite database.

    On PostgreSQL it is an advisory lock of a connection of its own: whoever loses the connection leads no more.
    """

    def __init__(self, database: Database, task: str) -> None:
        self._database = database
        self._key = zlib.crc32(task.encode())
        self._connection: AsyncConnection | None = None
        self._path = lock_path(database.url.database or "", task)
        self._file: TextIO | None = None

    async def holds(self) -> bool:
        """Whether this process leads now; tries to, where nobody does."""
        if self._database.is_sqlite:
            return self._holds_file()
        try:
            if self._connection is not None:
                await self._connection.scalar(text("SELECT 1"))
                return True
            connection = await self._database.reader.connect()
            connection = await connection.execution_options(isolation_level="AUTOCOMMIT")
            if await connection.scalar(text("SELECT pg_try_advisory_lock(:key)"), {"key": self._key}):
                self._connection = connection
                return True
            await connection.close()
        except (DBAPIError, OSError):
            self._connection = None
        return False

    def _holds_file(self) -> bool:
        if self._file is None:
            file = os.fdopen(open_private(str(self._path), os.O_WRONLY), "w")
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError:
                file.close()
                return False
            self._file = file
        return True

    async def release(self) -> None:
        """Lead no more; a database that is away has forgotten it already."""
        if self._file is not None:
            self._file.close()
            self._file = None
        connection, self._connection = self._connection, None
        if connection is not None:
            with suppress(DBAPIError, OSError):
                await connection.scalar(text("SELECT pg_advisory_unlock(:key)"), {"key": self._key})
                await connection.close()
