"""SQLite behind asyncio with one hop to its thread for a statement.

aiosqlite goes there four times (open a cursor, execute, fetch, close), and a hop costs more than a small statement.

Whoever is cancelled in a transaction finishes it, and is cancelled behind it: a transaction whose end was cut off would
keep the connection, and with it the writing lock, for ever. Who is cancelled in connecting likewise: the thread would
come back with a connection that nobody closes, or to a loop that has ended.
"""

import asyncio
import os
import re
import sqlite3
import time
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import aiosqlite
from aiosqlite.core import _STOP_RUNNING_SENTINEL as LAST

from storage.files import open_private

BUSY_SECONDS = 15  # longer than any of our own transactions, a large import included
_LOOK_SECONDS = 0.004
_READING = "BEGIN"
BEGIN = re.compile(r"^(PRAGMA \w+=\w+; )?BEGIN( IMMEDIATE)?$")
_NOTHING_RUN: Any = SimpleNamespace(description=None, rowcount=-1, lastrowid=None)


class _Finishing(asyncio.Future[Any]):
    """A future that a cancelled task waits for all the same; asyncio cancels the task when it is done."""

    def cancel(self, msg: Any = None) -> bool:  # noqa: ARG002 - the signature is asyncio's
        return False


class Cursor(aiosqlite.Cursor):
    """A cursor that comes back from its thread with all rows."""

    def __init__(self, connection: "Connection") -> None:
        self._conn: Connection = connection
        self._cursor = _NOTHING_RUN
        self._rows: list[Any] = []

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> "Cursor":
        """Execute one statement, and fetch what it returns; BEGIN goes along with the statement behind it."""
        if BEGIN.search(sql):
            self._conn.beginning = sql
        else:
            self._cursor, self._rows = await self._conn.run(_execute, sql, parameters or ())
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> "Cursor":
        """Execute one statement with many sets of parameters."""
        self._cursor = await self._conn.run(sqlite3.Connection.executemany, sql, parameters)
        return self

    async def fetchall(self) -> Sequence[Any]:
        """Return the rows, which are here already."""
        rows, self._rows = self._rows, []
        return rows

    async def fetchmany(self, size: int | None = None) -> Sequence[Any]:
        """Return the next rows."""
        rows, self._rows = self._rows[:size], self._rows[len(self._rows[:size]) :]
        return rows

    async def fetchone(self) -> Any:
        """Return the next row, or None."""
        return next(iter(await self.fetchmany(1)), None)

    async def close(self) -> None:
        """Nothing is open: a statement whose rows are fetched has ended."""


class Connection(aiosqlite.Connection):
    """A connection whose transactions begin in the thread with their first statement."""

    beginning: str | None = None
    _begun: str | None = None  # the statement that opened the transaction

    def __del__(self) -> None:
        """Close what nobody knows any more: the pool drops a connection whose preparation was cancelled."""
        if self._connection is not None:
            self.stop()

    def cursor(self) -> Cursor:  # type: ignore[override]  # there is nothing to wait for
        """Open a cursor; it needs the thread only to execute."""
        return Cursor(self)

    async def run(self, execute: Any, sql: str, parameters: Iterable[Any]) -> Any:
        """Execute a statement in the thread, and before it the BEGIN that waits."""

        def in_thread() -> Any:
            if self.beginning is not None:
                for statement in self.beginning.split("; "):
                    _begin(self._conn, statement)
                # Only now: had it failed, the next statement must not go without.
                self._begun, self.beginning = self.beginning, None
            return execute(self._conn, sql, parameters)

        return await self._execute(in_thread)

    async def _connect(self) -> "Connection":
        if self._connection is None:
            try:
                self._connection = await self._finish(self._connector)
            except BaseException:
                self.stop()
                raise
        return self

    async def _execute(self, fn: Any, *args: Any, **kwargs: Any) -> Any:
        if not self._running or not self._connection:
            raise ValueError("Connection closed")
        return await self._finish(partial(fn, *args, **kwargs))

    async def _finish(self, call: Callable[[], Any]) -> Any:
        """Call in the thread and come back when it is done; who is cancelled meanwhile is so at the next wait."""
        future = _Finishing(loop=asyncio.get_running_loop())
        self._tx.put_nowait((future, call))
        try:
            return await future
        except asyncio.CancelledError:
            if not future.done():
                raise
            if task := asyncio.current_task():  # again, at the next wait that is not for the database
                task.uncancel()
                task.cancel()
            return future.result()

    def stop(self) -> None:
        """Close, and end the thread; nobody waits for it, for the loop may have ended by then."""
        self._running = False
        connection, self._connection = self._connection, None
        self._tx.put_nowait((None, partial(_close, connection)))

    async def commit(self) -> None:
        """Commit what was done; who only read does not wait for it."""
        if self._forget_beginning():
            return
        if self._begun == _READING:
            self._tx.put_nowait((None, self._conn.commit))
        else:
            await super().commit()
        self._begun = None

    async def rollback(self) -> None:
        """Take back what was done; the pool asks for it behind every commit, when there is nothing to take back."""
        if not self._forget_beginning() and self._begun is not None:
            await super().rollback()
            self._begun = None

    def _forget_beginning(self) -> bool:
        beginning, self.beginning = self.beginning, None
        return beginning is not None


def _close(connection: sqlite3.Connection | None) -> object:
    if connection is not None:
        connection.close()
    return LAST


def _begin(connection: sqlite3.Connection, statement: str) -> None:
    """Begin a transaction, after those of other processes that write.

    SQLite itself looks ten times a second whether it may: one that writes again and again would keep us out for long.
    """
    if not statement.endswith("IMMEDIATE"):
        connection.execute(statement)
        return
    until = time.monotonic() + BUSY_SECONDS
    connection.execute("PRAGMA busy_timeout=0")
    try:
        while not _begins(connection, statement, may_wait=time.monotonic() < until):
            time.sleep(_LOOK_SECONDS)
    finally:
        connection.execute(f"PRAGMA busy_timeout={BUSY_SECONDS * 1000}")


def _begins(connection: sqlite3.Connection, statement: str, *, may_wait: bool) -> bool:
    try:
        connection.execute(statement)
    except sqlite3.OperationalError as error:
        is_busy = error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY  # its extended codes too: recovery behind a kill
        if is_busy and may_wait:
            return False
        raise
    return True


def _execute(connection: sqlite3.Connection, sql: str, parameters: Any) -> tuple[sqlite3.Cursor, list[Any]]:
    cursor = connection.execute(sql, parameters)
    return cursor, cursor.fetchall() if cursor.description else []


def connect(database: str, **options: Any) -> Connection:
    """Return a connection to be awaited, as aiosqlite.connect does; a new database is for nobody else to read."""

    def open_database() -> sqlite3.Connection:
        if not Path(database).exists():
            os.close(open_private(database, os.O_RDWR))  # its journals get the same permissions
        connection: sqlite3.Connection = sqlite3.connect(database, **options)
        return connection

    connection: Connection = Connection(open_database, iter_chunk_size=64)
    connection._thread.daemon = True  # noqa: SLF001 - as SQLAlchemy does with the connections it makes itself
    return connection
