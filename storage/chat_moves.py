"""What happens to a chat's subscriptions and deliveries when it moves, closes, or cannot be written to."""

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import ChatState, DeliveryState

_deliveries = schema.deliveries.c
_STATE = DeliveryState


async def set_chat_state(connection: AsyncConnection, chat_id: int, state: ChatState) -> None:
    """Remember that a chat cannot be written to: nothing more is planned for it, and what waits is skipped."""
    chats, subscriptions = schema.chats, schema.subscriptions
    await connection.execute(update(chats).where(chats.c.id == chat_id).values(state=state))
    await connection.execute(update(subscriptions).where(subscriptions.c.chat_id == chat_id).values(next_due_at=None))
    await skip_waiting(connection, _deliveries.chat_id == chat_id, reason=f"the chat is {state}")


async def skip_waiting(connection: AsyncConnection, *conditions: ColumnElement[bool], reason: str) -> None:
    """Send nothing of what waits under these conditions."""
    waiting = update(schema.deliveries).where(_deliveries.state == _STATE.PENDING, *conditions)
    await connection.execute(waiting.values(state=_STATE.SKIPPED, reason=reason))


async def close_topic(connection: AsyncConnection, chat_id: int, thread_id: int | None) -> None:
    """Plan nothing more for a topic that is closed or gone; the chat's other topics go on."""
    subscriptions, topic = schema.subscriptions, thread_id or 0
    await connection.execute(
        update(subscriptions)
        .where(subscriptions.c.chat_id == chat_id, subscriptions.c.thread_id == topic)
        .values(next_due_at=None)
    )
    is_topic = and_(_deliveries.chat_id == chat_id, _deliveries.thread_id == topic)
    await skip_waiting(connection, is_topic, reason="the topic is closed")


async def move_chat(connection: AsyncConnection, database: Database, old_id: int, new_id: int) -> None:
    """Move a group that became a supergroup: its subscriptions and what waits; where both exist, the new ones stay."""
    chats, subscriptions = schema.chats, schema.subscriptions
    old = (await connection.execute(select(chats).where(chats.c.id == old_id))).one_or_none()
    if old is None or old.state == ChatState.MIGRATED:
        return
    values = {"id": new_id, "kind": "supergroup", "language": old.language, "created_at": old.created_at}
    await connection.execute(database.insert(chats).values(**values).on_conflict_do_nothing())
    taken = select(subscriptions.c.thread_id).where(subscriptions.c.chat_id == new_id)
    both = select(subscriptions.c.id).where(subscriptions.c.chat_id == old_id, subscriptions.c.thread_id.in_(taken))
    reason = f"the group is {new_id} now, which has its own"
    await skip_waiting(connection, _deliveries.subscription_id.in_(both), reason=reason)
    await connection.execute(
        update(subscriptions).where(subscriptions.c.id.in_(both)).values(is_stopped=True, next_due_at=None)
    )
    moving = subscriptions.c.chat_id == old_id
    await connection.execute(
        update(subscriptions).where(moving, subscriptions.c.id.not_in(both)).values(chat_id=new_id)
    )
    # What is under way settles where it went.
    is_waiting = and_(_deliveries.chat_id == old_id, _deliveries.state == _STATE.PENDING)
    await connection.execute(update(schema.deliveries).where(is_waiting).values(chat_id=new_id))
    await connection.execute(update(chats).where(chats.c.id == old_id).values(state=ChatState.MIGRATED))
