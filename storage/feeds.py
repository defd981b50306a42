"""Feeds: what is polled, when, and how each fares."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, delete, func, select, update

from storage import schema
from storage.database import Database
from storage.errors import NotFound
from storage.model import Feed, NewFeed, Polled
from storage.outlets import ensure_outlet

_feeds = schema.feeds.c


class Feeds:
    """The feeds we poll."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, feeds: Sequence[NewFeed], *, interval: timedelta, now: datetime) -> int:
        """Add feeds to be polled at once; those that are there already stay as they are. Return how many are new."""
        added = 0
        async with self._database.writing() as connection:
            for feed in feeds:
                values = {
                    "url": feed.url,
                    "outlet_id": await ensure_outlet(connection, self._database, feed.outlet),
                    "title": feed.title,
                    "section": feed.section,
                    "home_url": feed.home_url,
                    "interval_seconds": int(interval.total_seconds()),
                    "next_poll_at": now,
                    "failures": 0,
                    "created_at": now,
                }
                inserting = self._database.insert(schema.feeds).values(**values).on_conflict_do_nothing()
                added += (await connection.execute(inserting)).rowcount
        return added

    async def remove(self, url: str) -> None:
        """Forget a feed; its reports stay. Raises NotFound."""
        async with self._database.writing() as connection:
            if (await connection.execute(delete(schema.feeds).where(_feeds.url == url))).rowcount == 0:
                raise NotFound("feed", url)

    async def list(self) -> tuple[Feed, ...]:
        """Return all feeds, by outlet and address."""
        return await self._list(_select().order_by(schema.outlets.c.name, _feeds.url))

    async def claim_due(
        self, now: datetime, *, limit: int, lease: timedelta, url: str | None = None
    ) -> tuple[Feed, ...]:
        """Return feeds whose time has come, the longest due first; a lease keeps others from polling them too."""
        query = _select().where(_feeds.next_poll_at <= now).order_by(_feeds.next_poll_at).limit(limit)
        if url is not None:
            query = query.where(_feeds.url == url)
        async with self._database.writing() as connection:
            rows = (await connection.execute(query.with_for_update(skip_locked=True, of=schema.feeds))).all()
            ids = [row.id for row in rows]
            if ids:
                putting_off = update(schema.feeds).where(_feeds.id.in_(ids)).values(next_poll_at=now + lease)
                await connection.execute(putting_off)
        return tuple(_feed(row) for row in rows)

    async def make_due(self, now: datetime, url: str | None = None) -> int:
        """Let all feeds, or one, be polled now; return how many. Raises NotFound for one that is not there."""
        statement = update(schema.feeds).values(next_poll_at=now)
        if url is not None:
            statement = statement.where(_feeds.url == url)
        async with self._database.writing() as connection:
            count = (await connection.execute(statement)).rowcount
        if url is not None and count == 0:
            raise NotFound("feed", url)
        return count

    async def record(self, polled: Polled) -> None:
        """Remember what became of a poll."""
        values: dict[str, Any] = {
            "polled_at": polled.at,
            "next_poll_at": polled.next_poll_at,
            "interval_seconds": polled.interval_seconds,
            "error": polled.error,
            "failures": _feeds.failures + 1 if polled.error else 0,
        }
        if polled.error is None:
            values |= {"fine_at": polled.at, "etag": polled.etag, "last_modified": polled.last_modified}
            values |= {"title": polled.title} if polled.title else {}
            values |= {"home_url": polled.home_url} if polled.home_url else {}
            values |= {"left_out": dict(polled.left_out)} if polled.left_out is not None else {}
        async with self._database.writing() as connection:
            await connection.execute(update(schema.feeds).where(_feeds.id == polled.feed_id).values(**values))

    async def move(self, feed_id: int, url: str) -> None:
        """Let a feed have another address, unless another feed has that one."""
        is_taken = select(_feeds.id).where(_feeds.url == url).exists()
        async with self._database.writing() as connection:
            moving = update(schema.feeds).where(_feeds.id == feed_id, ~is_taken).values(url=url)
            await connection.execute(moving)

    async def count(self) -> dict[str, int]:
        """Count the feeds, and those that do not answer as feeds."""
        query = select(func.count(), func.count().filter(_feeds.failures > 0)).select_from(schema.feeds)
        async with self._database.reading() as connection:
            total, failing = (await connection.execute(query)).one()
        return {"feeds": int(total), "failing": int(failing)}

    async def _list(self, query: Select[Any]) -> tuple[Feed, ...]:
        async with self._database.reading() as connection:
            return tuple(_feed(row) for row in await connection.execute(query))


def _select() -> Select[Any]:
    query = select(schema.feeds, schema.outlets.c.name.label("outlet"))
    return query.join(schema.outlets, schema.outlets.c.id == _feeds.outlet_id)


def _feed(row: Row[Any]) -> Feed:
    return Feed(
        id=row.id,
        url=row.url,
        outlet=row.outlet,
        title=row.title,
        section=row.section,
        home_url=row.home_url,
        etag=row.etag,
        last_modified=row.last_modified,
        interval_seconds=row.interval_seconds,
        next_poll_at=row.next_poll_at,
        polled_at=row.polled_at,
        fine_at=row.fine_at,
        failures=row.failures,
        error=row.error,
        left_out=row.left_out or {},
    )
