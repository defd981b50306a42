"""Opening the database: engines, transactions, and the one door at which driver errors become ours."""

import re
import sqlite3
import sys
from collections.abc import AsyncIterator, Callable, Iterable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from sqlalchemy import URL, Connection, Table, event, make_url, text
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import (
    ArgumentError,
    DataError,
    DBAPIError,
    DisconnectionError,
    IntegrityError,
    NotSupportedError,
    ProgrammingError,
)
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from storage.errors import ConstraintBroken, StorageUnavailable
from storage.sqlite_driver import BUSY_SECONDS, connect

OLDEST_SQLITE = (3, 38)  # the first with ->> (https://www.sqlite.org/json1.html)
READERS = 4
COMMAND_SECONDS = 60.0  # of one statement on PostgreSQL; migrations take the time they need

_KEPT_OPTIONS = ("ssl", "target_session_attrs", "passfile", "direct_tls")
_LEFT_OUT_OPTIONS = (
    "channel_binding", "application_name", "fallback_application_name", "connect_timeout", "keepalives", "options",
    "keepalives_idle", "keepalives_interval", "keepalives_count", "gssencmode", "sslnegotiation", "client_encoding",
)  # fmt: skip
_POSTGRES = re.compile(r"^postgres(?=:|\+)")  # as many hosts write it
_PRAGMAS = (
    "journal_mode=WAL",
    "synchronous=FULL",  # the ledger's promises outlive a power cut
    "foreign_keys=ON",
    f"busy_timeout={BUSY_SECONDS * 1000}",
    "temp_store=MEMORY",
    "cache_size=-16000",
    "mmap_size=0",
    "secure_delete=ON",
    "journal_size_limit=67108864",
    "recursive_triggers=ON",  # INSERT OR REPLACE keeps the full-text index true
)
_OUT_OF_RANGE = re.compile(r"out of (?:\w+ )?range")  # of a column, as asyncpg and the server word it


@dataclass(frozen=True, slots=True)
class Database:
    """Two doors to one database: `writing` and `reading`."""

    url: URL
    writer: AsyncEngine
    reader: AsyncEngine
    migrator: Callable[[], AsyncEngine]

    @property
    def is_sqlite(self) -> bool:
        """Whether this is SQLite (else it is PostgreSQL)."""
        return self.url.get_backend_name() == "sqlite"

    @asynccontextmanager
    async def writing(self, *, may_be_lost: bool = False) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that may write; it commits on leaving, and rolls back on an exception.

        What a power cut may take back need not wait for SQLite's disk; a later commit that waits keeps it too.
        """
        writer = self.writer.execution_options(may_be_lost=True) if may_be_lost else self.writer
        with our_errors(self.url):
            async with writer.begin() as connection:
                yield connection

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that only reads."""
        with our_errors(self.url):
            async with self.reader.begin() as connection:
                yield connection

    async def hold(self, connection: AsyncConnection, lock: int) -> None:
        """Let nobody else hold this lock until the transaction ends; on SQLite nobody else writes anyway."""
        if not self.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": lock})

    @asynccontextmanager
    async def migrating(self) -> AsyncIterator[AsyncConnection]:
        """Open a transaction that may rebuild tables, however long it takes.

        SQLite's foreign keys are off, or a rebuilt table would take its children along; they are checked before the
        commit. Raises ConstraintBroken where rows lost what they point to.
        """
        engine = self.migrator()
        try:
            with our_errors(self.url):
                async with engine.begin() as connection:
                    yield connection
                    if self.is_sqlite:
                        await self._check_foreign_keys(connection)
        finally:
            await engine.dispose()

    async def _check_foreign_keys(self, connection: AsyncConnection) -> None:
        broken = (await connection.execute(text("PRAGMA foreign_key_check"))).all()
        if broken:
            raise ConstraintBroken(f"database {self.url.database}: {len(broken)} rows point to nothing")

    async def clean(self, tables: Iterable[Table]) -> None:
        """Let nothing of what was deleted stay in the journal or in what was freed of these tables."""
        if self.is_sqlite:  # its pages were overwritten (secure_delete); the journal still has the old ones
            async with self.writer.connect() as connection:
                raw = await connection.get_raw_connection()
                await cast("Any", raw.driver_connection).execute("PRAGMA wal_checkpoint(TRUNCATE)")
            return
        engine = self.migrator()
        try:
            with our_errors(self.url):
                async with engine.connect() as connection:
                    own = await connection.execution_options(isolation_level="AUTOCOMMIT")
                    await own.execute(text(f"VACUUM {', '.join(table.name for table in tables)}"))
        finally:
            await engine.dispose()

    async def check_integrity(self) -> None:
        """Raise StorageUnavailable if the database does not answer, or SQLite finds it damaged."""
        statement = "PRAGMA quick_check(1)" if self.is_sqlite else "SELECT 'ok'"
        async with self.reading() as connection:
            answer = await connection.scalar(text(statement))
        if answer != "ok":
            raise StorageUnavailable(f"database {self.url.database} is damaged: {answer}")

    def insert(self, table: Table) -> SqliteInsert | PostgresInsert:
        """Begin an INSERT that knows ON CONFLICT, which both engines spell alike."""
        return sqlite_insert(table) if self.is_sqlite else postgres_insert(table)

    async def close(self) -> None:
        """Close every connection."""
        await self.writer.dispose()
        await self.reader.dispose()


def open_database(url: str) -> Database:
    """Open a database by `sqlite:///file` or `postgresql://…`; connects on first use.

    Raises StorageUnavailable for an address it cannot use.
    """
    try:
        parsed = make_url(_POSTGRES.sub("postgresql", url))
        backend = parsed.get_backend_name()
    except (ArgumentError, ValueError):
        raise StorageUnavailable("storage.url is not a database address; see config.example.toml") from None
    if backend == "sqlite":
        return _open_sqlite(parsed.set(drivername="sqlite+aiosqlite"))
    if backend == "postgresql":
        return _open_postgresql(parsed.set(drivername="postgresql+asyncpg"))
    raise StorageUnavailable(f"storage.url names {backend}; Dateline knows sqlite and postgresql")


def _open_sqlite(url: URL) -> Database:
    if not url.database or url.database == ":memory:":
        raise StorageUnavailable("storage.url needs a file: sqlite:///dateline.db")
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise StorageUnavailable(f"SQLite 3.38 or newer is needed; this Python has {sqlite3.sqlite_version}")
    if not Path(url.database).absolute().parent.is_dir():
        raise StorageUnavailable(f"the folder of the database {url.database} does not exist")
    # One writer, so that writes queue in order instead of failing (reliability facts: SQLAlchemy docs, SQLite);
    # https://docs.sqlalchemy.org/en/21/dialects/sqlite.html on transactions.
    writer = _sqlite_engine(url, begin=_begin_writing, size=1, pragmas=(*_PRAGMAS, "query_only=0"))
    reader = _sqlite_engine(
        url, begin=lambda _: "BEGIN", size=READERS, pragmas=(*_PRAGMAS, "query_only=1", "wal_autocheckpoint=0")
    )

    def migrator() -> AsyncEngine:
        return _sqlite_engine(url, begin=_begin_writing, size=1, pragmas=(*_PRAGMAS, "foreign_keys=OFF"))

    return Database(url=url, writer=writer, reader=reader, migrator=migrator)


def _begin_writing(connection: Connection) -> str:
    may_be_lost = connection.get_execution_options().get("may_be_lost", False)
    # Only between transactions can it be set (https://www.sqlite.org/pragma.html#pragma_synchronous).
    return f"PRAGMA synchronous={'NORMAL' if may_be_lost else 'FULL'}; BEGIN IMMEDIATE"


def _sqlite_engine(url: URL, *, begin: Callable[[Connection], str], size: int, pragmas: tuple[str, ...]) -> AsyncEngine:
    arguments: dict[str, Any] = {"timeout": BUSY_SECONDS, "isolation_level": None}  # we say BEGIN ourselves
    if sys.version_info >= (3, 12):
        arguments["autocommit"] = sqlite3.LEGACY_TRANSACTION_CONTROL
    arguments["async_creator_fn"] = connect
    engine = create_async_engine(url, pool_size=size, max_overflow=0, connect_args=arguments)

    def on_connect(connection: DBAPIConnection, _record: object) -> None:
        cursor = connection.cursor()
        for pragma in pragmas:
            cursor.execute(f"PRAGMA {pragma}")
        cursor.close()

    event.listen(engine.sync_engine, "connect", on_connect)
    event.listen(engine.sync_engine, "begin", lambda connection: connection.exec_driver_sql(begin(connection)))
    return engine


def _open_postgresql(url: URL) -> Database:
    url = _with_known_options(url)
    engine = _postgresql_engine(url, size=5, command_seconds=COMMAND_SECONDS)
    return Database(
        url=url,
        writer=engine,
        reader=engine,
        migrator=lambda: _postgresql_engine(url, size=1, command_seconds=None),
    )


def _with_known_options(url: URL) -> URL:
    """Return an address as libpq knows it, in asyncpg's words. Raises StorageUnavailable for an option of neither.

    Options of libpq's that only tune a connection are left out: asyncpg has its own, and ours are set here.
    """
    given = {name: str(value) for name, value in url.query.items()}
    kept = {"ssl": given["sslmode"]} if "sslmode" in given else {}
    kept |= {name: value for name, value in given.items() if name in _KEPT_OPTIONS}
    unknown = set(given) - {*_KEPT_OPTIONS, *_LEFT_OUT_OPTIONS, "sslmode", "user", "password"}
    if unknown:
        raise StorageUnavailable(f"storage.url: {', '.join(sorted(unknown))} is no option that Dateline knows")
    named = url.set(query=kept)
    if "user" in given:
        named = named.set(username=given["user"])
    return named.set(password=given["password"]) if "password" in given else named


def _postgresql_engine(url: URL, *, size: int, command_seconds: float | None) -> AsyncEngine:
    engine = create_async_engine(
        url,
        pool_size=size,
        connect_args={
            "timeout": 5,
            "command_timeout": command_seconds,
            "server_settings": {
                "lock_timeout": "5s",
                "idle_in_transaction_session_timeout": "60s",
                # Right where an index page costs what any page costs. At the default of 4, and before the statistics
                # know a burst of new rows, the planner reads and sorts everything pending for each claim.
                "random_page_cost": "1.1",
                "jit": "off",  # compiling takes longer than any statement that answers one person
            },
        },
    )
    event.listen(engine.sync_engine, "checkout", _refuse_closed)
    return engine


def _refuse_closed(connection: DBAPIConnection, _record: object, _proxy: object) -> None:
    # What pool_pre_ping asks the server, asyncpg knows: whether it has been closed.
    if connection.driver_connection.is_closed():
        raise DisconnectionError


@contextmanager
def our_errors(url: URL) -> Iterator[None]:
    """Turn what drivers raise into our own errors; mistakes in our SQL stay what they are."""
    name = url.database or url.host or "of storage.url"
    try:
        yield
    except IntegrityError as error:
        raise ConstraintBroken(f"database {name}: {error.orig}") from error
    except DBAPIError as error:
        if _OUT_OF_RANGE.search(str(error.orig)):
            raise OverflowError(f"database {name}: {error.orig}") from error  # as SQLite's driver says it
        if _is_mistake(error):
            raise
        raise StorageUnavailable(f"database {name}: {error.orig}") from error
    except (OSError, PoolTimeoutError) as error:  # asyncpg's refused connection comes unwrapped
        raise StorageUnavailable(f"database {name}: {error}") from error


def _is_mistake(error: DBAPIError) -> bool:
    """Whether the statement itself is wrong: waiting for the database would not help."""
    if isinstance(error, ProgrammingError | DataError | NotSupportedError):
        return True
    if str(getattr(error.orig, "sqlstate", None))[:2] == "22":
        return True  # a parameter that its column cannot hold (https://www.postgresql.org/docs/current/errcodes-appendix.html)
    code = getattr(error.orig, "sqlite_errorcode", None)  # https://www.sqlite.org/rescode.html: 1 is a wrong statement
    return code is not None and code & 0xFF == sqlite3.SQLITE_ERROR
