"""Claiming: `pending → sending`, for one worker, in one statement."""

from collections.abc import Iterable
from datetime import datetime
from operator import itemgetter
from typing import Any

from sqlalchemy import Row, bindparam
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Claim, DeliveryKind

# What may be sent now: due, not too late, nothing under way to the same chat, first of its kind in that chat's line.
# Edits that rest stand in no line: what they wait for may be true of one message or topic alone.
_CLAIMABLE = """
    SELECT d.id FROM deliveries d
    WHERE d.state = 'pending' AND d.kind = :kind AND d.due_at <= :now AND d.expires_at > :now
      AND NOT EXISTS (
        SELECT 1 FROM deliveries other WHERE other.chat_id = d.chat_id
          AND (
            other.state = 'sending'
            OR (other.state = 'pending' AND other.kind = d.kind AND other.id < d.id
              AND (d.kind <> 'edit' OR other.due_at <= :now))
          )
      )
    ORDER BY d.due_at, d.id LIMIT :limit
"""
_CLAIMING = """
    UPDATE deliveries SET state = 'sending', worker_id = :worker, epoch = epoch + 1
    WHERE id IN ({claimable})
    RETURNING id, epoch, chat_id, thread_id, composition_id, part,
      is_silent OR (quiet_from IS NOT NULL AND quiet_from <= :now AND :now < quiet_until) AS is_silent,
      EXISTS (
        SELECT 1 FROM subscriptions WHERE subscriptions.chat_id = deliveries.chat_id AND refusal IS NOT NULL
      ) AS is_trial, message_id
"""
_NOW = bindparam("now", type_=schema.Instant())
_SQLITE = sql(_CLAIMING.format(claimable=_CLAIMABLE)).bindparams(_NOW)
# The fence keeps the planner from claiming more than the limit.
_POSTGRESQL = sql(
    f"WITH claimable AS MATERIALIZED ({_CLAIMABLE} FOR UPDATE OF d SKIP LOCKED)"  # noqa: S608 - our own words only
    + _CLAIMING.format(claimable="SELECT id FROM claimable")
).bindparams(_NOW)


async def claim(
    connection: AsyncConnection,
    database: Database,
    worker_id: str,
    kinds: Iterable[DeliveryKind],
    *,
    limit: int,
    now: datetime,
) -> tuple[Claim, ...]:
    """Claim up to `limit` messages, those of the first kind first; two workers never hold the same one."""
    statement = _SQLITE if database.is_sqlite else _POSTGRESQL
    claimed: list[Claim] = []
    for kind in kinds:
        if (left := limit - len(claimed)) > 0:
            values = {"worker": worker_id, "kind": kind, "limit": left, "now": now}
            rows = (await connection.execute(statement, values)).all()
            claimed += (_claim(row, kind) for row in sorted(rows, key=itemgetter(0)))
    return tuple(claimed)


def _claim(row: Row[Any], kind: DeliveryKind) -> Claim:
    return Claim(
        delivery_id=row.id,
        epoch=row.epoch,
        chat_id=row.chat_id,
        thread_id=row.thread_id or None,
        composition_id=row.composition_id,
        part=row.part,
        is_silent=bool(row.is_silent),
        is_trial=bool(row.is_trial),
        kind=kind,
        edits=row.message_id if kind is DeliveryKind.EDIT else None,
    )
