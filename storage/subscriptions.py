"""Subscriptions: what each chat gets, and when it is due next."""

import json
from collections.abc import AsyncIterator, Sequence
from datetime import date, datetime, time
from functools import cache
from typing import Any

from sqlalchemy import Row, Select, Text, and_, bindparam, case, cast, func, literal, select, update

from storage import schema
from storage.chat_moves import skip_waiting
from storage.database import Database
from storage.errors import NotFound
from storage.model import Chat, ChatState, Occurrence, Preferences, Refusal, RefusalKind, Subscription
from storage.preferences import from_json, to_json

_subscriptions, _chats = schema.subscriptions.c, schema.chats.c
_WITH_CHAT = (
    select(
        schema.subscriptions,
        *(column.label(f"chat_{column.name}") for column in (_chats.kind, _chats.language, _chats.state)),
    )
    .select_from(
        schema.chats.outerjoin(
            schema.subscriptions,
            and_(_subscriptions.chat_id == _chats.id, _subscriptions.thread_id == bindparam("thread")),
        )
    )
    .where(_chats.id == bindparam("chat"))
)
PAGE = 1000
EXPORT_PAGE = 10_000
_IMPORT_LOCK = 762_433_104


class Subscriptions:
    """What chats, or topics of them, get."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ensure(self, subscription: Subscription, *, now: datetime) -> tuple[Subscription, bool]:
        """Return the chat's subscription, made of this one if it has none, and whether it was made."""
        chat_id, thread_id = subscription.chat_id, subscription.thread_id
        found = await self.find(chat_id, thread_id)
        if found is not None:
            return found, False
        inserting = self._database.insert(schema.subscriptions).values(**_new_values(subscription, now))
        async with self._database.writing() as connection:
            added = await connection.execute(
                inserting.on_conflict_do_nothing().returning(*schema.subscriptions.columns)
            )
            row = added.one_or_none()
        return (_subscription(row), True) if row else (await self.get(chat_id, thread_id), False)

    async def add_missing(self, chats: Sequence[tuple[Subscription, str]], *, now: datetime) -> int:
        """Subscribe chats of these kinds, met or not; those that are subscribed stay as they are.

        Return how many are new.
        """
        if not chats:
            return 0
        met = [{"id": each.chat_id, "kind": kind, "language": each.language, "created_at": now} for each, kind in chats]
        rows = [_new_values(each, now) for each, _ in chats]
        inserting = self._database.insert(schema.subscriptions).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            await self._database.hold(connection, _IMPORT_LOCK)  # rows come in any order
            await connection.execute(self._database.insert(schema.chats).on_conflict_do_nothing(), met)
            added = await connection.execute(inserting.returning(_subscriptions.id), rows)
            return len(added.all())

    async def list_happened(self, subscription_id: int, *, since: datetime) -> frozenset[tuple[date, time]]:
        """Return the local dates and times that came, or were missed, since then."""
        deliveries = schema.deliveries.c
        query = select(deliveries.occurrence).where(
            deliveries.subscription_id == subscription_id,
            deliveries.occurrence >= since.date().isoformat(),
            deliveries.occurrence < "a",  # those of the operator's have names, not dates
        )
        async with self._database.reading() as connection:
            names = (await connection.scalars(query)).all()
        return frozenset((date.fromisoformat(name[:10]), time.fromisoformat(name[11:])) for name in names)

    async def get(self, chat_id: int, thread_id: int | None) -> Subscription:
        """Return the subscription of a chat or topic. Raises NotFound."""
        found = await self.find(chat_id, thread_id)
        if found is None:
            raise NotFound("subscription of chat", chat_id)
        return found

    async def find(self, chat_id: int, thread_id: int | None) -> Subscription | None:
        """Return the subscription of a chat or topic, or None."""
        query = select(schema.subscriptions).where(
            _subscriptions.chat_id == chat_id, _subscriptions.thread_id == (thread_id or 0)
        )
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        return _subscription(row) if row else None

    async def find_with_chat(self, chat_id: int, thread_id: int | None) -> tuple[Chat, Subscription | None] | None:
        """Return a chat we have met with the subscription of it or of its topic, or None."""
        async with self._database.reading() as connection:
            row = (await connection.execute(_WITH_CHAT, {"chat": chat_id, "thread": thread_id or 0})).one_or_none()
        if row is None:
            return None
        chat = Chat(id=chat_id, kind=row.chat_kind, language=row.chat_language, state=ChatState(row.chat_state))
        return chat, _subscription(row) if row.id is not None else None

    async def list_of_chat(self, chat_id: int) -> tuple[Subscription, ...]:
        """Return the subscriptions of a chat and of its topics."""
        query = select(schema.subscriptions).where(_subscriptions.chat_id == chat_id).order_by(_subscriptions.thread_id)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(_subscription(row) for row in rows)

    async def park(self, subscription_id: int, *, until: datetime) -> None:
        """Look at a subscription that cannot be planned again later."""
        statement = update(schema.subscriptions).where(_subscriptions.id == subscription_id)
        statement = statement.where(_subscriptions.next_due_at.is_not(None)).values(next_due_at=until)
        async with self._database.writing() as connection:
            await connection.execute(statement)

    async def save(self, subscription: Subscription, *, moves: bool = True, skips: str | None = None) -> None:
        """Store a changed subscription; its cutoff is left to the scheduler and to advance_cutoff.

        `moves` tells whether its next occurrence is another one now: none in a chat that cannot be written to.
        `skips` is why what waits for it is not sent.
        """
        values = {
            "language": subscription.language,
            "preferences": to_json(subscription.preferences),
            "is_stopped": subscription.is_stopped,
            "paused_until": subscription.paused_until,
            **_refusal_values(subscription.refusal),
            **(_occurrence_values(subscription.next_occurrence) if moves else {}),
        }
        if moves:
            is_active = select(_chats.id).where(_chats.id == subscription.chat_id, _chats.state == ChatState.ACTIVE)
            values["next_due_at"] = case((is_active.exists(), literal(values["next_due_at"], schema.Instant())))
        async with self._database.writing() as connection:
            statement = update(schema.subscriptions).where(_subscriptions.id == subscription.id).values(**values)
            await connection.execute(statement)
            if skips is not None:
                is_own = schema.deliveries.c.subscription_id == subscription.id
                await skip_waiting(connection, is_own, reason=skips)

    async def advance_cutoff(self, subscription_id: int, cutoff: datetime) -> None:
        """Remember the last publication that was considered for this chat; it never moves back."""
        async with self._database.writing() as connection:
            is_behind = _subscriptions.cutoff.is_(None) | (_subscriptions.cutoff < cutoff)
            await connection.execute(
                update(schema.subscriptions)
                .where(_subscriptions.id == subscription_id, is_behind)
                .values(cutoff=cutoff)
            )

    async def list_due(
        self, now: datetime, *, limit: int, after: tuple[datetime, int] | None = None
    ) -> tuple[Subscription, ...]:
        """Return subscriptions whose next occurrence has come, the longest due first; the cost follows what is due.

        `after` is when the last one of the page before was due, and its id.
        """
        query = select(schema.subscriptions).where(_subscriptions.next_due_at <= now)
        if after is not None:
            due_at, last_id = after
            is_later = (_subscriptions.next_due_at > due_at) | (_subscriptions.id > last_id)
            query = query.where(_subscriptions.next_due_at >= due_at, is_later)
        query = query.order_by(_subscriptions.next_due_at, _subscriptions.id).limit(limit)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(_subscription(row) for row in rows)

    async def list_far(self, now: datetime, moment: datetime, *, after_id: int, limit: int) -> tuple[Subscription, ...]:
        """Return subscriptions that are due later than a moment, though no pause says so."""
        query = (
            select(schema.subscriptions)
            .where(_subscriptions.next_due_at > moment)
            .where(_subscriptions.paused_until.is_(None) | (_subscriptions.paused_until <= now))
            .where(_subscriptions.id > after_id)
            .order_by(_subscriptions.id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(_subscription(row) for row in rows)

    async def iter_active(self, *, chat_id: int | None = None) -> AsyncIterator[tuple[Subscription, ...]]:
        """Yield, page by page, the subscriptions that could get something now, by id; of one chat, if it is named."""
        last = 0
        while page := await self._list_active(last, chat_id):
            yield page
            last = page[-1].id

    async def iter_all(self) -> AsyncIterator[tuple[tuple[Subscription, str], ...]]:
        """Yield, page by page, all subscriptions by id, each with its chat's kind."""
        columns: list[Any] = [column for column in _subscriptions if column.name != "preferences"]
        columns += [cast(_subscriptions.preferences, Text).label("stored"), schema.chats.c.kind]
        query: Select[Any] = select(*columns)
        query = query.join(schema.chats, schema.chats.c.id == _subscriptions.chat_id)
        query = query.order_by(_subscriptions.id).limit(EXPORT_PAGE)
        last = 0
        while True:
            async with self._database.reading() as connection:
                rows = (await connection.execute(query.where(_subscriptions.id > last))).all()
            if not rows:
                return
            read = cache(lambda stored: from_json(json.loads(stored)))  # many have the same
            yield tuple((_subscription(row, read(row.stored)), row.kind) for row in rows)
            last = rows[-1].id

    async def _list_active(self, after: int, chat_id: int | None) -> tuple[Subscription, ...]:
        query = select(schema.subscriptions).where(_subscriptions.id > after).order_by(_subscriptions.id).limit(PAGE)
        if chat_id is not None:
            query = query.where(_subscriptions.chat_id == chat_id)
        query = query.join(schema.chats, schema.chats.c.id == _subscriptions.chat_id)
        query = query.where(schema.chats.c.state == ChatState.ACTIVE, ~_subscriptions.is_stopped)
        async with self._database.reading() as connection:
            rows: Sequence[Row[Any]] = (await connection.execute(query)).all()
        return tuple(_subscription(row) for row in rows)

    async def has_groups(self) -> bool:
        """Whether any group or channel is subscribed."""
        query = select(_subscriptions.id).where(_subscriptions.chat_id < 0).limit(1)
        async with self._database.reading() as connection:
            return await connection.scalar(query) is not None

    async def count(self) -> dict[str, int]:
        """Count the active and the stopped subscriptions."""
        total = select(func.count()).select_from(schema.subscriptions)
        async with self._database.reading() as connection:
            stopped = int(await connection.scalar(total.where(_subscriptions.is_stopped)) or 0)
            return {"active": int(await connection.scalar(total) or 0) - stopped, "stopped": stopped}


def _new_values(subscription: Subscription, now: datetime) -> dict[str, Any]:
    return {
        "chat_id": subscription.chat_id,
        "thread_id": subscription.thread_id or 0,
        "language": subscription.language,
        "preferences": to_json(subscription.preferences),
        "is_stopped": subscription.is_stopped,
        "paused_until": subscription.paused_until,
        "cutoff": subscription.cutoff,
        "created_at": now,
        **_occurrence_values(subscription.next_occurrence),
    }


def _occurrence_values(occurrence: Occurrence | None) -> dict[str, Any]:
    return {
        "next_due_at": occurrence.due_at if occurrence else None,
        "next_day": occurrence.day if occurrence else None,
        "next_time": occurrence.at if occurrence else None,
    }


def _refusal_values(refusal: Refusal | None) -> dict[str, Any]:
    return {
        "refusal": refusal.kind if refusal else None,
        "refused_since": refusal.since if refusal else None,
        "refused_days": refusal.days if refusal else 0,
        "retry_at": refusal.retry_at if refusal else None,
    }


def _subscription(row: Row[Any], preferences: Preferences | None = None) -> Subscription:
    occurrence = None
    if row.next_due_at is not None:
        occurrence = Occurrence(day=row.next_day, at=row.next_time, due_at=row.next_due_at)
    refusal = None
    if row.refusal is not None:
        kind = RefusalKind(row.refusal)
        refusal = Refusal(kind=kind, since=row.refused_since, days=row.refused_days, retry_at=row.retry_at)
    return Subscription(
        id=row.id,
        chat_id=row.chat_id,
        thread_id=row.thread_id or None,
        language=row.language,
        preferences=preferences or from_json(row.preferences),
        next_occurrence=occurrence,
        is_stopped=row.is_stopped,
        paused_until=row.paused_until,
        cutoff=row.cutoff,
        refusal=refusal,
    )
