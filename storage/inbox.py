"""The inbox: updates are committed here before Telegram is told, and answered from here, once each."""

import hashlib
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import LargeBinary, and_, bindparam, delete, func, select, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Answered, NewUpdate, StoredUpdate, UpdateState
from storage.workers import live_workers

_updates = schema.updates.c
_OPEN = (UpdateState.WAITING, UpdateState.ANSWERING)

# The first of each lane; nothing of a lane is claimed while something before it is not answered.
_CLAIMABLE = """
    SELECT u.id FROM updates u
    WHERE u.state = 'waiting' AND NOT EXISTS (
        SELECT 1 FROM updates other
        WHERE other.lane = u.lane AND other.state IN ('waiting', 'answering') AND other.id < u.id
    )
    ORDER BY u.id LIMIT :limit
"""
_CLAIMING = """
    UPDATE updates SET state = 'answering', worker_id = :worker, tries = tries + 1
    WHERE id IN ({claimable}) RETURNING id, content, tries, error
"""
_SQLITE = sql(_CLAIMING.format(claimable=_CLAIMABLE))
_POSTGRESQL = sql(
    f"WITH claimable AS MATERIALIZED ({_CLAIMABLE} FOR UPDATE OF u SKIP LOCKED)"  # noqa: S608 - our own words only
    + _CLAIMING.format(claimable="SELECT id FROM claimable")
)
_COUNT_OPEN = (
    select(_updates.sender, func.count())
    .where(_updates.state.in_(_OPEN), _updates.sender.in_(bindparam("senders", expanding=True)))
    .group_by(_updates.sender)
)
_SETTLE = (
    update(schema.updates)
    .where(_updates.id == bindparam("answered"), _updates.worker_id == bindparam("held_by"))
    .values(
        state=bindparam("to"),
        error=bindparam("why"),
        worker_id=None,
        content=func.coalesce(bindparam("fingerprint", type_=LargeBinary), _updates.content),
    )
)

Judge = Callable[[Counter[str]], Sequence[NewUpdate]]  # told how much each sender has open


def fingerprint(content: bytes) -> bytes:
    """Return what an update is known again by, once nobody needs its words."""
    return hashlib.sha256(content).digest()


class Inbox:
    """Updates, from their arrival to their answer."""

    def __init__(self, database: Database) -> None:
        self._database = database
        self._inserting = database.insert(schema.updates).on_conflict_do_nothing().returning(_updates.update_id)

    async def receive(self, updates: Sequence[NewUpdate], *, now: datetime) -> int:
        """Commit updates; those that are here already are left as they are. Return how many are new.

        After a quiet week Telegram's ids begin anew: one that is here with other words is another update.
        """
        return await self.receive_judged((), lambda _: updates, now=now)

    async def receive_judged(self, senders: Collection[str], judge: Judge, *, now: datetime) -> int:
        """Commit updates as they are judged by what each of these senders has open; as `receive` does."""
        async with self._database.writing() as connection:
            updates = judge(await _count_open(connection, senders) if senders else Counter())
            if not updates:
                return 0
            rows = [_row(each, now) for each in updates]
            stored = set((await connection.scalars(self._inserting, rows)).all())
            if len(known := [each for each in updates if each.update_id not in stored]) == 0:
                return len(rows)
            again = await _free_reused_ids(connection, known)
            if again:
                await connection.execute(self._inserting, [_row(each, now) for each in again])
            return len(rows) - len(known) + len(again)

    async def turn(self, worker_id: str, answered: Sequence[Answered], *, limit: int) -> tuple[StoredUpdate, ...]:
        """Settle what was answered and claim up to `limit` updates, the oldest of each lane, in one commit."""
        settled = [
            {
                "answered": each.id,
                "held_by": worker_id,
                "to": each.state,
                "why": each.error,
                "fingerprint": each.fingerprint,
            }
            for each in answered
        ]
        # Without the claim, after a power cut, an update waits as it did.
        async with self._database.writing(may_be_lost=not settled) as connection:
            if settled:
                await connection.execute(_SETTLE, settled)
            if limit <= 0:
                return ()
            statement = _SQLITE if self._database.is_sqlite else _POSTGRESQL
            rows = (await connection.execute(statement, {"worker": worker_id, "limit": limit})).all()
        found = (StoredUpdate(id=id_, content=content, tries=tries, error=error) for id_, content, tries, error in rows)
        return tuple(sorted(found, key=lambda each: each.id))

    async def release(self, worker_id: str, *, held: Collection[int]) -> None:
        """Put back what a worker has claimed without learning of it."""
        is_lost = and_(_updates.state == UpdateState.ANSWERING, _updates.worker_id == worker_id)
        async with self._database.writing() as connection:
            claimed = (await connection.scalars(select(_updates.id).where(is_lost))).all()
            lost = [update_id for update_id in claimed if update_id not in held]
            values = {"state": UpdateState.WAITING, "worker_id": None}
            await connection.execute(update(schema.updates).where(_updates.id.in_(lost), is_lost).values(**values))

    async def recover(self, *, now: datetime) -> int:
        """Let what ended workers had begun to answer be answered again; return how many."""
        is_orphan = and_(
            _updates.state == UpdateState.ANSWERING, _updates.worker_id.not_in(live_workers(self._database, now))
        )
        values: dict[str, Any] = {"state": UpdateState.WAITING, "worker_id": None}
        async with self._database.writing() as connection:
            return int((await connection.execute(update(schema.updates).where(is_orphan).values(**values))).rowcount)

    async def has_open(self) -> bool:
        """Whether anything waits, or is being answered; cheap, however much was answered."""
        query = select(_updates.id).where(_updates.state.in_(_OPEN)).limit(1)
        async with self._database.reading() as connection:
            return await connection.scalar(query) is not None

    async def count(self) -> dict[str, int]:
        """Count the updates in each state."""
        query = select(_updates.state, func.count()).group_by(_updates.state)
        async with self._database.reading() as connection:
            found = {state: int(number) for state, number in await connection.execute(query)}
        return {state.value: found.get(state.value, 0) for state in UpdateState}

    async def list_set_aside(self, *, limit: int) -> tuple[StoredUpdate, ...]:
        """Return updates that were set aside, with their bytes, the newest first."""
        query = select(schema.updates).where(_updates.state == UpdateState.SET_ASIDE).order_by(_updates.id.desc())
        async with self._database.reading() as connection:
            rows = (await connection.execute(query.limit(limit))).all()
        return tuple(StoredUpdate(id=row.id, content=row.content, tries=row.tries, error=row.error) for row in rows)

    async def prune(self, before: datetime, *, limit: int) -> int:
        """Forget updates that were answered, dropped or set aside long ago, at most so many; return how many."""
        old = (
            select(_updates.id)
            .where(_updates.received_at < before, _updates.state.not_in(_OPEN))
            .order_by(_updates.received_at)
            .limit(limit)
        )
        async with self._database.writing() as connection:
            return int((await connection.execute(delete(schema.updates).where(_updates.id.in_(old)))).rowcount)


async def _count_open(connection: AsyncConnection, senders: Collection[str]) -> Counter[str]:
    """Count what waits of each of these senders, or is being answered."""
    found = await connection.execute(_COUNT_OPEN, {"senders": list(senders)})
    return Counter({sender: int(number) for sender, number in found})


def _row(new: NewUpdate, now: datetime) -> dict[str, Any]:
    return {
        "update_id": new.update_id,
        "lane": new.lane,
        "sender": new.sender,
        "content": fingerprint(new.content) if new.state is UpdateState.DROPPED else new.content,
        "received_at": now,
        "state": new.state,
        "tries": 0,
        "error": new.error,
    }


async def _free_reused_ids(connection: AsyncConnection, known: Sequence[NewUpdate]) -> list[NewUpdate]:
    """Return those whose id belongs to an older, different update, which gives it up."""
    query = select(_updates.update_id, _updates.content).where(
        _updates.update_id.in_([each.update_id for each in known])
    )
    stored = {row.update_id: row.content for row in await connection.execute(query)}
    reused = [each for each in known if stored[each.update_id] not in (each.content, fingerprint(each.content))]
    if reused:
        ids = [each.update_id for each in reused]
        await connection.execute(update(schema.updates).where(_updates.update_id.in_(ids)).values(update_id=None))
    return reused
