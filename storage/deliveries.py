"""The ledger: which message went to which chat, and what is known about it (SPEC §5, docs/states.md).

A row's intent (`sending`) is committed before the request, its result after it. Settling is safe to repeat, and only
the holder of a row's epoch can settle it; a claim that may have been lost on the way is released.
"""

from collections import defaultdict
from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Interval, Row, and_, case, func, literal, or_, select, true, update

from storage import claims, results, schema
from storage.audience import is_paused
from storage.chat_moves import expire
from storage.database import Database
from storage.errors import ConstraintBroken
from storage.model import ChatState, Claim, Delivery, DeliveryKind, DeliveryState, Outcome, Result
from storage.workers import live_workers

_deliveries = schema.deliveries.c
_STATE = DeliveryState


def _is(state: DeliveryState) -> ColumnElement[bool]:
    return _deliveries.state == schema.written(state.value)


_sending = schema.deliveries.alias("sending").c
_shown, _articles = schema.composition_articles.c, schema.articles.c
# Then a briefing tells it again (SPEC §3).
_WAS_UPDATED = (
    select(_shown.composition_id)
    .join(schema.articles, _articles.number == _shown.article_number)
    .where(
        _shown.composition_id == _deliveries.composition_id,
        _articles.revision > _shown.revision,
        _articles.changed_at > func.coalesce(_deliveries.settled_at, _deliveries.due_at),
    )
    .exists()
)
_IS_UNSENT = _deliveries.state != schema.written(_STATE.SENT.value)


class Deliveries:
    """The dispatcher's and the operator's side of the ledger."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def turn(
        self,
        worker_id: str,
        settled: Sequence[Result],
        *,
        limit: int,
        now: datetime,
        resends: bool,
        kinds: Sequence[DeliveryKind] = (DeliveryKind.BRIEFING,),
    ) -> tuple[Claim, ...]:
        """Settle results and claim up to `limit` messages of these kinds, in one commit; the first kind goes first.

        `resends` is the policy for uncertain ones: back to pending, or left uncertain; an edit is always made again.
        """
        try:
            async with self._database.writing() as connection:
                await results.settle(connection, self._database, settled, resends=resends, now=now)
                if limit <= 0:
                    return ()
                return await claims.claim(connection, self._database, worker_id, kinds, limit=limit, now=now)
        except ConstraintBroken:
            # Another worker claimed a message to one of these chats in this moment: settle now, claim the next time.
            for result in settled:
                await self._settle_alone(result, resends=resends, now=now)
            return ()

    async def _settle_alone(self, result: Result, *, resends: bool, now: datetime) -> None:
        """Settle one result; an answer that cannot be taken for what it says is none, and holds up no other."""
        try:
            async with self._database.writing() as connection:
                await results.settle(connection, self._database, [result], resends=resends, now=now)
        except ConstraintBroken as error:
            unknown = Result(result.claim, Outcome.UNCERTAIN, result.at, reason=f"its answer cannot be taken: {error}")
            async with self._database.writing() as connection:
                await results.settle(connection, self._database, [unknown], resends=False, now=now)

    async def release(self, worker_id: str, *, held: Collection[int]) -> None:
        """Put back what a worker has claimed without learning of it: all but what it holds; nothing of it was sent."""
        is_lost = and_(_is(_STATE.SENDING), _deliveries.worker_id == worker_id)
        async with self._database.writing() as connection:
            claimed = (await connection.scalars(select(_deliveries.id).where(is_lost))).all()
            lost = [delivery_id for delivery_id in claimed if delivery_id not in held]
            await connection.execute(
                update(schema.deliveries)
                .where(_deliveries.id.in_(lost), is_lost)  # still: others take over what lies too long
                .values(state=_STATE.PENDING, worker_id=None, reason="its claim was not confirmed")
            )

    async def take_back_ahead(self, now: datetime) -> None:
        """Let briefings that a clock ahead of time took for missed be none that came: they are still to come."""
        is_ahead = and_(_deliveries.due_at > now, _deliveries.state.in_([_STATE.EXPIRED, _STATE.SKIPPED]))
        values = {"occurrence": literal("ahead ").concat(_deliveries.occurrence), "reason": "the clock was ahead"}
        is_dated = _deliveries.occurrence < "a"  # others have names
        async with self._database.writing() as connection:
            await connection.execute(update(schema.deliveries).where(is_ahead, is_dated).values(**values))

    async def recover(self, *, now: datetime, resends: bool) -> int:
        """Settle what dead workers left and what came too late; return how many became uncertain or go again."""
        is_orphan = and_(_is(_STATE.SENDING), _deliveries.worker_id.not_in(live_workers(self._database, now)))
        is_alert = and_(_deliveries.kind == DeliveryKind.ALERT, _deliveries.epoch < results.MOST_ALERTS)
        goes_again = true() if resends else or_(_deliveries.kind == DeliveryKind.EDIT, is_alert)
        to = case((goes_again, _STATE.PENDING), else_=_STATE.UNCERTAIN)
        reason = "its worker ended while it was being sent"
        async with self._database.writing() as connection:
            orphans = await connection.execute(
                update(schema.deliveries)
                .where(is_orphan)
                .values(state=to, reason=reason, worker_id=None, settled_at=now)
            )
            await expire(connection, now=now)
            return int(orphans.rowcount)

    async def reserve_slots(self, name: str, count: int, interval: timedelta, *, ahead: timedelta) -> float | None:
        """Take `count` slots of a budget shared by all workers; return how long until the first, in seconds.

        None if the budget is taken further ahead than asked for. PostgreSQL's clock is everybody's.
        """
        table = schema.budgets
        now = func.clock_timestamp()
        start = func.greatest(table.c.next_slot_at, now)
        taken_span = literal(interval * count, Interval())
        async with self._database.writing() as connection:
            seed = self._database.insert(table).values(name=name, next_slot_at=now)
            await connection.execute(seed.on_conflict_do_nothing())
            taken = await connection.scalar(
                update(table)
                .where(table.c.name == name, table.c.next_slot_at <= now + ahead)
                .values(next_slot_at=start + taken_span)
                .returning(func.extract("epoch", table.c.next_slot_at - taken_span - now))
            )
        return None if taken is None else max(0.0, float(taken))

    async def repoint(self, delivery_ids: Collection[int], composition_id: int) -> None:
        """Let deliveries of which nothing was sent yet show another composition, rendered anew."""
        async with self._database.writing() as connection:
            await connection.execute(
                update(schema.deliveries)
                .where(_deliveries.id.in_(list(delivery_ids)))
                .values(composition_id=composition_id)
            )

    async def count(self) -> dict[str, int]:
        """Count the deliveries in each state: what is sent is what is left of all."""
        total = select(func.count()).select_from(schema.deliveries)
        unsent = select(_deliveries.state, func.count()).where(_IS_UNSENT).group_by(_deliveries.state)
        async with self._database.reading() as connection:
            found = {state: int(number) for state, number in await connection.execute(unsent)}
            found[_STATE.SENT] = int(await connection.scalar(total) or 0) - sum(found.values())
        return {state.value: found.get(state.value, 0) for state in DeliveryState}

    async def list(self, state: DeliveryState | None, *, limit: int, below: int | None = None) -> tuple[Delivery, ...]:
        """Return deliveries in a state, or in any, the newest first, from below an id on."""
        query = select(schema.deliveries).order_by(_deliveries.id.desc()).limit(limit)
        if below is not None:
            query = query.where(_deliveries.id < below)
        if state is not None:
            query = query.where(_deliveries.state == state, *(() if state is _STATE.SENT else (_IS_UNSENT,)))
        async with self._database.reading() as connection:
            return tuple(_delivery(row) for row in await connection.execute(query))

    async def resend(
        self, ids: Sequence[int] | None, *, now: datetime, grace: timedelta, since: datetime | None = None
    ) -> int:
        """Send uncertain deliveries again: these, or all that were due since then; return how many.

        Who stopped or paused meanwhile, and a chat that cannot be written to, gets nothing by itself any more.
        What they show counts as considered, whatever becomes of them: it may have arrived long ago.
        """
        values = {
            "state": _STATE.PENDING,
            "due_at": now,
            "expires_at": now + grace,
            "cutoff_after": None,
            "reason": "sent again by hand",
        }
        subscriptions, chats = schema.subscriptions.c, schema.chats.c
        wanting = select(subscriptions.id).where(~subscriptions.is_stopped, ~is_paused(now))
        gone = select(chats.id).where(chats.state.in_((ChatState.BLOCKED, ChatState.LEFT)))
        is_wanted = and_(_deliveries.subscription_id.in_(wanting), _deliveries.chat_id.not_in(gone))
        return await self._settle_uncertain(ids, values, is_wanted, since=since)

    async def list_alerted(self, subscription_ids: Collection[int]) -> dict[int, frozenset[int]]:
        """Return which articles each of these subscriptions got, or is getting, as alerts, unless updated since."""
        is_alert = _deliveries.kind == schema.written(DeliveryKind.ALERT.value)
        is_gone = _deliveries.state.in_((_STATE.REFUSED, _STATE.EXPIRED, _STATE.SKIPPED))
        query = select(_deliveries.subscription_id, _deliveries.occurrence).where(
            _deliveries.subscription_id.in_(list(subscription_ids)), is_alert, ~is_gone, ~_WAS_UPDATED
        )
        found: dict[int, set[int]] = defaultdict(set)
        async with self._database.reading() as connection:
            for subscription_id, occurrence in await connection.execute(query):
                found[subscription_id].add(int(occurrence.removeprefix("alert ")))
        return {subscription_id: frozenset(numbers) for subscription_id, numbers in found.items()}

    async def count_uncertain(self, *, since: datetime | None = None) -> int:
        """Count the uncertain deliveries that were due since then."""
        query = (
            select(func.count()).select_from(schema.deliveries).where(_deliveries.state == _STATE.UNCERTAIN, _IS_UNSENT)
        )
        if since is not None:
            query = query.where(_deliveries.due_at >= since)
        async with self._database.reading() as connection:
            return int(await connection.scalar(query) or 0)

    async def count_overdue(self, before: datetime) -> int:
        """Count what was to go before then and waits still, where nothing is on its way: a long send is no trouble."""
        is_waiting = _deliveries.state == schema.written(_STATE.PENDING.value)
        kinds = schema.written(DeliveryKind.BRIEFING.value), schema.written(DeliveryKind.ALERT.value)
        query = select(func.count()).select_from(schema.deliveries)
        query = query.where(is_waiting, _deliveries.kind.in_(kinds), _deliveries.due_at < before)
        query = query.where(
            ~select(_sending.id).where(_sending.state == _STATE.SENDING, _sending.kind.in_(kinds)).exists()
        )
        async with self._database.reading() as connection:
            return int(await connection.scalar(query) or 0)

    async def leave(self, ids: Sequence[int] | None, *, now: datetime) -> int:
        """Leave uncertain deliveries as they are, these or all: nobody will be asked again. Return how many."""
        values = {"state": _STATE.SKIPPED, "reason": "left by hand", "settled_at": now}
        return await self._settle_uncertain(ids, values)

    async def _settle_uncertain(
        self,
        ids: Sequence[int] | None,
        values: dict[str, Any],
        *conditions: ColumnElement[bool],
        since: datetime | None = None,
    ) -> int:
        condition: ColumnElement[bool] = and_(_deliveries.state == _STATE.UNCERTAIN, *conditions)
        if ids is not None:
            condition = and_(condition, _deliveries.id.in_(ids))
        if since is not None:
            condition = and_(condition, _deliveries.due_at >= since)
        async with self._database.writing() as connection:
            return int((await connection.execute(update(schema.deliveries).where(condition).values(**values))).rowcount)


def _delivery(row: Row[Any]) -> Delivery:
    return Delivery(
        id=row.id,
        kind=DeliveryKind(row.kind),
        chat_id=row.chat_id,
        thread_id=row.thread_id or None,
        state=DeliveryState(row.state),
        due_at=row.due_at,
        expires_at=row.expires_at,
        reason=row.reason,
        message_id=row.message_id,
    )
