"""Forgetting what is old, a few rows at a time, so that nobody waits for it; the oldest first, by keys."""

from datetime import datetime
from typing import Any

from sqlalchemy import Select, delete, exists, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import DeliveryState, ReportState, Status

AT_ONCE = 300
LOOKED_AT = 1000  # rows at the old end of a table; those in between that must stay are few
_UNSETTLED = (DeliveryState.PENDING, DeliveryState.SENDING)
_deliveries = schema.deliveries.c
_messages = schema.messages.c
_compositions = schema.compositions.c
_reports = schema.reports.c
_notices = schema.correction_notices.c
_events = schema.events.c
_articles = schema.articles.c
_actions = schema.actions.c
NEWSROOM = "newsroom"


class Retention:
    """Each step forgets a few rows that are older than a moment, and returns how many."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def prune_deliveries(self, before: datetime) -> int:
        """Forget settled deliveries."""
        # Ids grow with time: the first ones tell whether anything is old, and the table is not read.
        first = select(schema.deliveries).order_by(_deliveries.id).limit(LOOKED_AT).subquery()
        is_old = first.c.due_at < before
        old = select(first.c.id).where(is_old, first.c.state.not_in(_UNSETTLED)).limit(AT_ONCE)
        async with self._database.writing() as connection:
            return await _delete(connection, schema.deliveries, old)

    async def prune_messages(self, before: datetime) -> int:
        """Forget messages that answered somebody; what they showed goes with them."""
        query = (
            select(_messages.chat_id, _messages.message_id)
            .where(_messages.composition_id.is_(None), _messages.sent_at < before)
            .order_by(_messages.sent_at)
            .limit(AT_ONCE)
        )
        async with self._database.writing() as connection:
            keys = [(row.chat_id, row.message_id) for row in await connection.execute(query)]
            for chat_id, message_id in keys:
                for table in (schema.message_articles.c, schema.messages.c):
                    await connection.execute(
                        delete(table.chat_id.table).where(table.chat_id == chat_id, table.message_id == message_id)
                    )
        return len(keys)

    async def prune_seen(self, before: datetime) -> int:
        """Forget what stood in messages that show something else by now."""
        seen = schema.seen_articles.c
        key = (seen.chat_id, seen.thread_id, seen.article_number)
        query = select(*key).where(seen.seen_at < before).order_by(seen.seen_at).limit(AT_ONCE)
        async with self._database.writing() as connection:
            keys = [tuple(row) for row in await connection.execute(query)]
            await connection.execute(delete(schema.seen_articles).where(tuple_(*key).in_(keys)))
        return len(keys)

    async def prune_compositions(self, before: datetime) -> int:
        """Forget the messages of old briefings, a few at a time, and then what they were composed of."""
        is_needed = exists().where(_deliveries.composition_id == _compositions.id, _deliveries.state.in_(_UNSETTLED))
        first = select(schema.compositions).order_by(_compositions.id).limit(LOOKED_AT).subquery()
        oldest = select(_compositions.id).where(
            _compositions.id.in_(select(first.c.id)), _compositions.created_at < before, ~is_needed
        )
        async with self._database.writing() as connection:
            composition_id = await connection.scalar(oldest.order_by(_compositions.id).limit(1))
            if composition_id is None:
                return 0
            some = (
                select(_messages.chat_id, _messages.message_id)
                .where(_messages.composition_id == composition_id)
                .limit(AT_ONCE)
            )
            keys = (await connection.execute(some)).all()
            for key in keys:
                await connection.execute(
                    delete(schema.messages).where(
                        _messages.chat_id == key.chat_id, _messages.message_id == key.message_id
                    )
                )
            if len(keys) < AT_ONCE:
                await self._delete_composition(connection, int(composition_id))
        return len(keys) + 1

    async def _delete_composition(self, connection: AsyncConnection, composition_id: int) -> None:
        left = update(schema.deliveries).where(_deliveries.composition_id == composition_id)
        await connection.execute(left.values(composition_id=None))
        shown = schema.composition_articles
        await connection.execute(delete(shown).where(shown.c.composition_id == composition_id))
        await connection.execute(delete(schema.compositions).where(_compositions.id == composition_id))

    async def prune_notices(self, before: datetime) -> int:
        """Forget which chats heard of old corrections, and which never will; the corrections themselves stay."""
        key = (_notices.correction_id, _notices.chat_id, _notices.thread_id)
        # Their ids grow with time: the first notices are those of the oldest correction.
        first = select(*key).order_by(*key).limit(AT_ONCE).subquery()
        query = select(first).join(schema.corrections, schema.corrections.c.id == first.c.correction_id)
        async with self._database.writing() as connection:
            keys = (await connection.execute(query.where(schema.corrections.c.at < before))).all()
            if keys:
                is_old = tuple_(*key).in_([tuple(row) for row in keys])
                await connection.execute(delete(schema.correction_notices).where(is_old))
        return len(keys)

    async def prune_mistakes(self, before: datetime) -> int:
        """Forget what readers reported and editors settled long ago."""
        first = select(schema.mistakes).order_by(schema.mistakes.c.id).limit(LOOKED_AT).subquery()
        old = select(first.c.id).where(first.c.settled_at < before).limit(AT_ONCE)
        async with self._database.writing() as connection:
            return await _delete(connection, schema.mistakes, old)

    async def prune_reports(self, before: datetime) -> int:
        """Forget old reports; those still to be read or placed stay."""
        settled = (ReportState.PLACED, ReportState.FAILED)
        old = (
            select(_reports.id)
            .where(_reports.published_at < before, _reports.state.in_(settled))
            .order_by(_reports.published_at)
            .limit(AT_ONCE)
        )
        async with self._database.writing() as connection:
            return await _delete(connection, schema.reports, old)

    async def prune_events(self, before: datetime) -> int:
        """Forget events without reports, and their drafts, unless somebody took those on."""
        is_empty = ~exists().where(_reports.event_id == _events.id)
        query = (
            select(_events.id, _events.article_number)
            .where(_events.changed_at < before, is_empty)
            .order_by(_events.changed_at)
            .limit(AT_ONCE)
        )
        async with self._database.writing() as connection:
            rows = (await connection.execute(query)).all()
            await connection.execute(delete(schema.events).where(_events.id.in_([row.id for row in rows])))
            numbers = [row.article_number for row in rows if row.article_number is not None]
            await self._delete_drafts(connection, numbers)
        return len(rows)

    async def _delete_drafts(self, connection: AsyncConnection, numbers: list[int]) -> None:
        is_touched = exists().where(_actions.article_number == _articles.number, _actions.actor != NEWSROOM)
        untouched = select(_articles.number).where(
            _articles.number.in_(numbers), _articles.status == Status.DRAFT, ~is_touched
        )
        own = list((await connection.scalars(untouched)).all())
        for table in (schema.checks, schema.actions, schema.sources, schema.bullets, schema.revisions):
            await connection.execute(delete(table).where(table.c.article_number.in_(own)))
        await connection.execute(delete(schema.articles).where(_articles.number.in_(own)))


async def _delete(connection: AsyncConnection, table: Any, old: Select[Any]) -> int:
    ids = list((await connection.scalars(old)).all())
    if ids:
        await connection.execute(delete(table).where(table.c.id.in_(ids)))
    return len(ids)
