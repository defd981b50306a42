"""Series: an article and its later instalments, and the chats that follow one. It is named by its first article."""

from collections.abc import Collection
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, Select, and_, delete, exists, func, insert, literal, or_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.errors import Conflict
from storage.model import Status, Step

ENDS_AFTER = timedelta(days=30)  # without a later instalment

_articles, _followed = schema.articles.c, schema.followed_series.c
OWN_SERIES: ColumnElement[int] = func.coalesce(_articles.series, _articles.number)


class Series:
    """What chats follow."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def follow(self, chat_id: int, number: int, *, now: datetime) -> None:
        """Let a chat follow the series of an article; twice is once."""
        series = select(OWN_SERIES).where(_articles.number == number).scalar_subquery()
        values = {"chat_id": chat_id, "series": series, "followed_at": now}
        async with self._database.writing() as connection:
            await connection.execute(
                self._database.insert(schema.followed_series).values(**values).on_conflict_do_nothing()
            )

    async def unfollow(self, chat_id: int, number: int) -> None:
        """Let a chat not follow the series of an article any more."""
        series = select(OWN_SERIES).where(_articles.number == number).scalar_subquery()
        async with self._database.writing() as connection:
            await connection.execute(
                delete(schema.followed_series).where(_followed.chat_id == chat_id, _followed.series == series)
            )

    async def list_followed(self, chat_ids: Collection[int]) -> dict[int, frozenset[int]]:
        """Return the series that each of these chats follows; chats that follow none are left out."""
        query = select(_followed.chat_id, _followed.series).where(_followed.chat_id.in_(sorted(chat_ids)))
        found: dict[int, set[int]] = {}
        async with self._database.reading() as connection:
            for chat_id, series in await connection.execute(query):
                found.setdefault(chat_id, set()).add(series)
        return {chat_id: frozenset(series) for chat_id, series in found.items()}

    async def list_newest(self, chat_id: int, *, limit: int, offset: int = 0) -> tuple[int, ...]:
        """Return the newest instalment that readers may see of each series a chat follows, last followed first."""
        query = _newest_of(chat_id).order_by(_followed.followed_at.desc(), _followed.series.desc())
        async with self._database.reading() as connection:
            rows = await connection.execute(query.limit(limit).offset(offset))
            return tuple(int(row.newest) for row in rows)

    async def count_followed(self, chat_id: int) -> int:
        """Count the series that list_newest pages through."""
        query = select(func.count()).select_from(_newest_of(chat_id).subquery())
        async with self._database.reading() as connection:
            return int(await connection.scalar(query) or 0)

    async def prune(self, now: datetime, *, limit: int = 300) -> int:
        """Forget who follows what has ended; return how many there were."""
        is_going_on = exists().where(
            or_(_articles.number == _followed.series, _articles.series == _followed.series),
            _articles.status == Status.PUBLISHED,
            _articles.published_at >= now - ENDS_AFTER,
        )
        ended = (
            select(_followed.chat_id, _followed.series)
            .where(_followed.followed_at < now - ENDS_AFTER, ~is_going_on)
            .limit(limit)
        )
        async with self._database.writing() as connection:
            keys = (await connection.execute(ended)).all()
            for chat_id, series in keys:
                is_own = and_(_followed.chat_id == chat_id, _followed.series == series)
                await connection.execute(delete(schema.followed_series).where(is_own))
        return len(keys)


def _newest_of(chat_id: int) -> Select[tuple[int, int]]:
    """Return the query for the series that a chat follows, each with its newest instalment."""
    is_of_it = or_(_articles.number == _followed.series, _articles.series == _followed.series)
    newest = func.max(_articles.number).label("newest")
    return (
        select(_followed.series, newest)
        .join(schema.articles, and_(is_of_it, _articles.status == Status.PUBLISHED))
        .where(_followed.chat_id == chat_id)
        .group_by(_followed.series, _followed.followed_at)
    )


def is_followed(chat_id: int, number: int) -> Select[tuple[int]]:
    """Return the query that has a row where a chat follows an article's series."""
    series = select(OWN_SERIES).where(_articles.number == number).scalar_subquery()
    return select(_followed.series).where(_followed.chat_id == chat_id, _followed.series == series)


async def continue_series(connection: AsyncConnection, step: Step) -> None:
    """Let an article continue the one that a step names, with those that continue it; 0 lets it stand for itself.

    Raises Conflict where that is no earlier article that readers have seen.
    """
    earlier, series = None, step.number
    if step.earlier:
        query = select(_articles.number, OWN_SERIES).where(
            _articles.number == step.earlier, _articles.number < step.number, _articles.status == Status.PUBLISHED
        )
        found = (await connection.execute(query)).one_or_none()
        if found is None:
            raise Conflict(f"there is no published article #{step.earlier} before #{step.number}")
        earlier, series = found
    later = await _list_later(connection, step.number)
    was = await connection.scalar(select(OWN_SERIES).where(_articles.number == step.number))
    articles = update(schema.articles)
    await connection.execute(
        articles.where(_articles.number == step.number).values(earlier=earlier, series=series if earlier else None)
    )
    if later:
        await connection.execute(articles.where(_articles.number.in_(later)).values(series=series))
    if was is not None and was != series:
        await _bring_followers(connection, was, series)


async def _bring_followers(connection: AsyncConnection, was: int, series: int) -> None:
    """Let whoever follows a series follow the one that its articles belong to now, too."""
    own = select(_followed.chat_id, literal(series), _followed.followed_at).where(_followed.series == was)
    is_known = select(_followed.chat_id).where(_followed.series == series)
    columns = ["chat_id", "series", "followed_at"]
    await connection.execute(
        insert(schema.followed_series).from_select(columns, own.where(_followed.chat_id.not_in(is_known)))
    )


async def _list_later(connection: AsyncConnection, number: int) -> set[int]:
    """Return all that continues an article, directly or not: numbers grow along a series, so it ends."""
    later: set[int] = set()
    latest = {number}
    while latest:
        latest = set(await connection.scalars(select(_articles.number).where(_articles.earlier.in_(latest)))) - later
        later |= latest
    return later
