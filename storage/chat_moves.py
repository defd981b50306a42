"""What happens to a chat's subscriptions and deliveries when it moves, is gone, or refuses for now."""

from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, and_, literal, or_, select, update
from sqlalchemy import text as sql
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.corrections import GONE
from storage.database import Database
from storage.model import ChatState, Claim, DeliveryKind, DeliveryState, RefusalKind
from storage.notices import take_back_notices

_deliveries = schema.deliveries.c
_subscriptions = schema.subscriptions.c
_STATE = DeliveryState
# The next day's briefing at the same time of day must fall behind it.
RETRY_FIRST = timedelta(hours=20)
RETRY_LATER = timedelta(days=7) - timedelta(hours=4)
LEFT_BEHIND = f"{GONE}the group became a supergroup, which has messages of its own"
GONE_AFTER_DAYS = 3  # on which a chat was not found

# Nothing of it arrived: the subscription has not considered what it would have shown, nor what came after it.
_TAKE_BACK = sql(
    """
    UPDATE subscriptions SET cutoff = deliveries.cutoff_before FROM deliveries
    WHERE deliveries.id = :delivery AND deliveries.part = 0 AND deliveries.state IN ('refused', 'skipped', 'expired')
      AND subscriptions.id = deliveries.subscription_id AND deliveries.cutoff_after IS NOT NULL
      AND (deliveries.cutoff_before IS NULL OR deliveries.cutoff_before < subscriptions.cutoff)
    """
)


async def take_back(connection: AsyncConnection, delivery_ids: list[int]) -> None:
    """Let what these deliveries would have shown count as not considered, where they ended and no part was sent."""
    if delivery_ids:
        await connection.execute(_TAKE_BACK, [{"delivery": delivery_id} for delivery_id in delivery_ids])
        await take_back_notices(connection, delivery_ids)


async def set_chat_state(connection: AsyncConnection, chat_id: int, state: ChatState) -> None:
    """Remember that a chat cannot be written to: nothing more is planned for it, and what waits is skipped."""
    chats = schema.chats
    await connection.execute(update(chats).where(chats.c.id == chat_id).values(state=state))
    await connection.execute(
        update(schema.subscriptions).where(_subscriptions.chat_id == chat_id).values(next_due_at=None)
    )
    await skip_waiting(connection, _deliveries.chat_id == chat_id, reason=f"the chat is {state}")


async def skip_waiting(connection: AsyncConnection, *conditions: ColumnElement[bool], reason: str) -> None:
    """Send nothing of what waits under these conditions."""
    waiting = update(schema.deliveries).where(_deliveries.state == _STATE.PENDING, *conditions)
    values = {"state": _STATE.SKIPPED, "reason": reason}
    skipped = await connection.execute(waiting.values(**values).returning(_deliveries.id))
    await take_back(connection, list(skipped.scalars()))


async def expire(connection: AsyncConnection, *conditions: ColumnElement[bool], now: datetime) -> None:
    """Send nothing of what waits under these conditions and is too late by now."""
    is_waiting = _deliveries.state == schema.written(_STATE.PENDING.value)
    late = update(schema.deliveries).where(is_waiting, _deliveries.expires_at <= now, *conditions)
    values = {"state": _STATE.EXPIRED, "reason": "too late to be sent", "settled_at": now}
    expired = await connection.execute(late.values(**values).returning(_deliveries.id))
    await take_back(connection, list(expired.scalars()))


async def note_refusal(
    connection: AsyncConnection, chat_id: int, thread_id: int | None, kind: RefusalKind, *, now: datetime
) -> None:
    """Remember a refusal that may pass: of a topic, or of a whole chat; it is tried again, ever more rarely.

    A chat that was not found on three different days is gone.
    """
    topic = [_subscriptions.thread_id == (thread_id or 0)] if kind is RefusalKind.CLOSED else []
    query = select(schema.subscriptions).where(_subscriptions.chat_id == chat_id, *topic)
    days = 0
    for row in (await connection.execute(query.with_for_update())).all():
        is_early = row.retry_at is not None and now < row.retry_at  # somebody's own try counts no day
        days = max(days, row.refused_days + (0 if is_early else 1))
        wait = RETRY_FIRST if days <= 1 or kind is RefusalKind.NOT_FOUND else RETRY_LATER
        values = {
            "refusal": kind,
            "refused_since": row.refused_since or now,
            "refused_days": days,
            "retry_at": row.retry_at if is_early else now + wait,
        }
        await connection.execute(update(schema.subscriptions).where(_subscriptions.id == row.id).values(**values))
    if kind is RefusalKind.NOT_FOUND and days >= GONE_AFTER_DAYS:
        await set_chat_state(connection, chat_id, ChatState.LEFT)
        return
    is_own = [_deliveries.thread_id == (thread_id or 0)] if kind is RefusalKind.CLOSED else []
    is_new = _deliveries.kind != schema.written(DeliveryKind.EDIT.value)  # what stands there may be edited all the same
    await skip_waiting(connection, _deliveries.chat_id == chat_id, is_new, *is_own, reason="the chat refuses for now")


_NO_REFUSAL = {"refusal": None, "refused_since": None, "refused_days": 0, "retry_at": None}


async def forget_refusals(connection: AsyncConnection, chat_id: int, thread_id: int | None) -> None:
    """Something arrived: the chat takes what is sent, and so does this topic; others may still be closed."""
    is_over = or_(_subscriptions.thread_id == (thread_id or 0), _subscriptions.refusal != RefusalKind.CLOSED)
    await connection.execute(
        update(schema.subscriptions)
        .where(_subscriptions.chat_id == chat_id, _subscriptions.refusal.is_not(None), is_over)
        .values(**_NO_REFUSAL)
    )


async def forget_refusals_of(connection: AsyncConnection, claims: list[Claim]) -> None:
    """Forget the refusals of chats whose trial arrived."""
    for claim in claims:
        await forget_refusals(connection, claim.chat_id, claim.thread_id)


async def move_chat(connection: AsyncConnection, database: Database, old_id: int, new_id: int) -> None:
    """Move a group that became a supergroup: its subscriptions, bookmarks, what it is to be told and what waits.

    What people set in the group is kept, also where the supergroup was met before it was known to be the same. Its
    messages stay: the supergroup numbers its own anew, and theirs cannot be edited any more
    (https://core.telegram.org/api/channel#migration).
    """
    chats = schema.chats
    old = (await connection.execute(select(chats).where(chats.c.id == old_id))).one_or_none()
    if old is None or old.state == ChatState.MIGRATED or old_id == new_id:
        return
    values = {"id": new_id, "kind": "supergroup", "language": old.language, "created_at": old.created_at}
    await connection.execute(database.insert(chats).values(**values).on_conflict_do_nothing())
    await _give_way(connection, old_id, new_id)
    await connection.execute(
        update(schema.subscriptions).where(_subscriptions.chat_id == old_id).values(chat_id=new_id)
    )
    # What is under way settles where it went.
    is_edit = _deliveries.kind == schema.written(DeliveryKind.EDIT.value)
    await skip_waiting(connection, _deliveries.chat_id == old_id, is_edit, reason=LEFT_BEHIND)
    is_waiting = and_(_deliveries.chat_id == old_id, _deliveries.state == _STATE.PENDING)
    await connection.execute(update(schema.deliveries).where(is_waiting).values(chat_id=new_id))
    for statement in _MOVE_BELONGINGS:
        await connection.execute(statement, {"old": old_id, "new": new_id})
    is_old = chats.c.id == old_id
    await connection.execute(update(chats).where(is_old).values(state=ChatState.MIGRATED, moved_to=new_id))


async def _give_way(connection: AsyncConnection, old_id: int, new_id: int) -> None:
    """Put aside the supergroup's subscriptions that begun before anybody knew, unless people have changed those."""
    rows = (await connection.execute(select(schema.subscriptions).where(_subscriptions.chat_id == new_id))).all()
    of_old = select(schema.subscriptions).where(_subscriptions.chat_id == old_id)
    by_thread = {row.thread_id: row for row in (await connection.execute(of_old)).all()}
    for row in rows:
        older = by_thread.get(row.thread_id)
        if older is None:
            continue
        loser, winner = (older, row) if older.is_stopped and not row.is_stopped else (row, older)
        moved_deliveries = update(schema.deliveries).where(_deliveries.subscription_id == loser.id)
        reason = f"the group is {new_id} now, which has its own"
        await skip_waiting(connection, _deliveries.subscription_id == loser.id, reason=reason)
        came = select(_deliveries.occurrence).where(
            _deliveries.subscription_id == loser.id, _deliveries.state != _STATE.SKIPPED
        )
        is_second = and_(_deliveries.subscription_id == winner.id, _deliveries.occurrence.in_(came))
        await skip_waiting(connection, is_second, reason="it came to the supergroup already")
        await connection.execute(moved_deliveries.values(occurrence=_former(loser.id), subscription_id=winner.id))
        await connection.execute(schema.subscriptions.delete().where(_subscriptions.id == loser.id))


def _former(subscription_id: int) -> ColumnElement[str]:
    """Name an occurrence of a subscription that is gone, so that it is not taken for one of its heir's."""
    return literal(f"former {subscription_id} ").concat(_deliveries.occurrence)


_MOVE_BELONGINGS = (
    sql(
        "INSERT INTO saved_articles (chat_id, article_number, saved_at) "
        "SELECT :new, article_number, saved_at FROM saved_articles WHERE chat_id = :old ON CONFLICT DO NOTHING"
    ),
    sql("DELETE FROM saved_articles WHERE chat_id = :old"),
    sql(
        "INSERT INTO correction_notices (correction_id, chat_id, thread_id, told_at, delivery_id) "
        "SELECT correction_id, :new, thread_id, told_at, delivery_id FROM correction_notices WHERE chat_id = :old "
        "ON CONFLICT DO NOTHING"
    ),
    sql("DELETE FROM correction_notices WHERE chat_id = :old"),
)
