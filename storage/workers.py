"""Workers: whoever claims something holds a lease, one row each; what an ended worker held is recovered."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, literal, select

from storage import schema
from storage.database import Database

_workers = schema.workers.c


class Workers:
    """The processes that share this database."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def renew_lease(
        self, worker_id: str, lease: timedelta, *, now: datetime, paused_since: datetime | None = None
    ) -> None:
        """Tell that a worker lives, and since when its deliveries pause; on PostgreSQL by the database's clock."""
        until = literal(now + lease, schema.Instant()) if self._database.is_sqlite else func.clock_timestamp() + lease
        values = {"lease_until": until, "paused_since": paused_since}
        insert = self._database.insert(schema.workers).values(id=worker_id, **values)
        async with self._database.writing() as connection:
            await connection.execute(insert.on_conflict_do_update(index_elements=["id"], set_=values))

    async def end_lease(self, worker_id: str) -> None:
        """Forget a worker that has nothing under way."""
        async with self._database.writing() as connection:
            await connection.execute(schema.workers.delete().where(_workers.id == worker_id))

    async def forget_all(self) -> None:
        """On SQLite, where one process runs at a time: whatever others held, they hold no more."""
        if self._database.is_sqlite:
            async with self._database.writing() as connection:
                await connection.execute(schema.workers.delete())

    async def count_live(self, *, now: datetime) -> int:
        """Count the workers whose lease has not run out."""
        query = select(func.count()).select_from(live_workers(self._database, now).subquery())
        async with self._database.reading() as connection:
            return int(await connection.scalar(query) or 0)

    async def list_paused(self, *, now: datetime) -> dict[str, datetime]:
        """Return the live workers whose deliveries pause because Telegram does not answer, and since when."""
        is_live = _workers.lease_until > _clock(self._database, now)
        query = select(_workers.id, _workers.paused_since).where(_workers.paused_since.is_not(None), is_live)
        async with self._database.reading() as connection:
            return {row.id: row.paused_since for row in await connection.execute(query)}


def live_workers(database: Database, now: datetime) -> Select[Any]:
    """Return the query for the ids of workers that live."""
    return select(_workers.id).where(_workers.lease_until > _clock(database, now))


def _clock(database: Database, now: datetime) -> Any:
    return literal(now, schema.Instant()) if database.is_sqlite else func.clock_timestamp()
