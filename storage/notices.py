"""Notices: which chats are to hear of a correction at the head of their next briefing, and which have heard."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, bindparam, select, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Label, Notice

_articles = schema.articles.c
_notices, _corrections = schema.correction_notices.c, schema.corrections.c
MOST_AT_ONCE = 10  # of one briefing; the others come with the next
Place = tuple[int, int | None]  # a chat and its topic

_LISTED: Select[Any] = (
    select(
        _notices.correction_id,
        _notices.chat_id,
        _notices.thread_id,
        _corrections.article_number,
        _corrections.label,
        _corrections.note,
        schema.revisions.c.headline,
    )
    .join(schema.corrections, _corrections.id == _notices.correction_id)
    .join(schema.articles, _articles.number == _corrections.article_number)
    .join(
        schema.revisions,
        and_(
            schema.revisions.c.article_number == _articles.number,
            schema.revisions.c.revision == _articles.revision,
        ),
    )
    .where(_notices.told_at.is_(None))
    .order_by(_notices.correction_id)
)
TELL = (
    update(schema.correction_notices)
    .where(
        _notices.correction_id == bindparam("correction"),
        _notices.chat_id == bindparam("chat"),
        _notices.thread_id == bindparam("thread"),
        _notices.told_at.is_(None),
    )
    .values(told_at=bindparam("now", type_=schema.Instant()), delivery_id=bindparam("delivery"))
)
# Nothing of its briefing arrived: it is told with the next one.
_TAKE_BACK = sql(
    """
    UPDATE correction_notices SET told_at = NULL, delivery_id = NULL WHERE delivery_id = :delivery AND EXISTS (
        SELECT 1 FROM deliveries
        WHERE deliveries.id = :delivery AND part = 0 AND state IN ('refused', 'skipped', 'expired')
    )
    """
)


class Notices:
    """What chats are still to hear of."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self, places: Sequence[Place]) -> dict[Place, tuple[Notice, ...]]:
        """Return what these chats, or topics of them, have not heard of yet, the oldest first."""
        query = _LISTED.where(_notices.chat_id.in_({chat_id for chat_id, _ in places}))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return _by_place(rows)

    async def claim(self, place: Place, *, now: datetime) -> tuple[Notice, ...]:
        """Return what a chat has not heard of yet, and let it count as told: nobody else tells it."""
        if place not in await self.list([place]):
            return ()
        async with self._database.writing() as connection:
            chat_id, thread_id = place
            is_own = and_(_notices.chat_id == chat_id, _notices.thread_id == (thread_id or 0))
            rows = (await connection.execute(_LISTED.where(is_own).with_for_update(of=schema.correction_notices))).all()
            claimed = _by_place(rows).get(place, ())
            await tell(connection, [(place, claimed, None)], now=now)
        return claimed

    async def release(self, place: Place, notices: Sequence[Notice]) -> None:
        """Let what was claimed count as not told: it did not arrive."""
        chat_id, thread_id = place
        is_own: ColumnElement[bool] = and_(_notices.chat_id == chat_id, _notices.thread_id == (thread_id or 0))
        ids = [notice.correction_id for notice in notices]
        async with self._database.writing() as connection:
            await connection.execute(
                update(schema.correction_notices)
                .where(is_own, _notices.correction_id.in_(ids))
                .values(told_at=None, delivery_id=None)
            )


def _by_place(rows: Iterable[Row[Any]]) -> dict[Place, tuple[Notice, ...]]:
    found: dict[Place, list[Notice]] = defaultdict(list)
    for row in rows:
        notices = found[row.chat_id, row.thread_id or None]
        if len(notices) < MOST_AT_ONCE:
            notices.append(
                Notice(
                    correction_id=row.correction_id,
                    number=row.article_number,
                    label=Label(row.label),
                    headline=row.headline,
                    note=row.note or "",
                )
            )
    return {place: tuple(notices) for place, notices in found.items()}


async def list_untold(connection: AsyncConnection, chats: Iterable[int]) -> set[tuple[int, int, int]]:
    """Return which corrections these chats have not heard of, as (correction, chat, thread), and hold them."""
    query = select(_notices.correction_id, _notices.chat_id, _notices.thread_id)
    query = query.where(_notices.chat_id.in_(set(chats)), _notices.told_at.is_(None)).with_for_update()
    return {(row.correction_id, row.chat_id, row.thread_id) for row in await connection.execute(query)}


async def tell(
    connection: AsyncConnection, told: Iterable[tuple[Place, Sequence[Notice], int | None]], *, now: datetime
) -> None:
    """Let notices count as told, by a delivery or an answer."""
    rows = [
        {"correction": notice.correction_id, "chat": chat_id, "thread": thread_id or 0, "now": now, "delivery": by}
        for (chat_id, thread_id), notices, by in told
        for notice in notices
    ]
    if rows:
        await connection.execute(TELL, rows)


async def take_back_notices(connection: AsyncConnection, delivery_ids: Sequence[int]) -> None:
    """Let what these deliveries would have told count as not told, where they ended and no part was sent."""
    if delivery_ids:
        await connection.execute(_TAKE_BACK, [{"delivery": delivery_id} for delivery_id in delivery_ids])
