"""Claiming: `pending → sending`, for one worker, in one statement."""

from datetime import datetime

from sqlalchemy import bindparam
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Claim

# What may be sent now: due, not too late, nothing under way to the same chat, and first in that chat's line.
_CLAIMABLE = """
    SELECT d.id FROM deliveries d
    WHERE d.state = 'pending' AND d.due_at <= :now AND d.expires_at > :now
      AND NOT EXISTS (
        SELECT 1 FROM deliveries other WHERE other.chat_id = d.chat_id
          AND (other.state = 'sending' OR (other.state = 'pending' AND other.id < d.id))
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
      ) AS is_trial
"""
_NOW = bindparam("now", type_=schema.Instant())
_SQLITE = sql(_CLAIMING.format(claimable=_CLAIMABLE)).bindparams(_NOW)
# The fence keeps the planner from claiming more than the limit.
_POSTGRESQL = sql(
    f"WITH claimable AS MATERIALIZED ({_CLAIMABLE} FOR UPDATE OF d SKIP LOCKED)"  # noqa: S608 - our own words only
    + _CLAIMING.format(claimable="SELECT id FROM claimable")
).bindparams(_NOW)


async def claim(
    connection: AsyncConnection, database: Database, worker_id: str, *, limit: int, now: datetime
) -> tuple[Claim, ...]:
    """Claim up to `limit` messages; two workers never hold the same one."""
    statement = _SQLITE if database.is_sqlite else _POSTGRESQL
    values = {"worker": worker_id, "limit": limit, "now": now}
    rows = (await connection.execute(statement, values)).all()
    return tuple(
        Claim(delivery_id, epoch, chat_id, thread_id or None, composition_id, part, bool(is_silent), bool(is_trial))
        for delivery_id, epoch, chat_id, thread_id, composition_id, part, is_silent, is_trial in sorted(rows)
    )
