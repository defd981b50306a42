"""What is stored about one chat: all of it as data, and all of it forgotten at once."""

import asyncio
from collections.abc import Mapping
from datetime import date, time
from typing import Any

from sqlalchemy import Column, Row, Table, delete, exists, or_, select, update

from storage import schema
from storage.database import Database
from storage.model import DeliveryState, UpdateState

_updates, _deliveries, _chats = schema.updates.c, schema.deliveries.c, schema.chats.c
# By the column that names the chat, in the order in which they can go.
OF_CHAT: Mapping[Table, Column[Any]] = {
    schema.message_articles: schema.message_articles.c.chat_id,
    schema.messages: schema.messages.c.chat_id,
    schema.seen_articles: schema.seen_articles.c.chat_id,
    schema.correction_notices: schema.correction_notices.c.chat_id,
    schema.deliveries: schema.deliveries.c.chat_id,
    schema.saved_articles: schema.saved_articles.c.chat_id,
    schema.votes: schema.votes.c.chat_id,
    schema.followed_series: schema.followed_series.c.chat_id,
    schema.mistakes: schema.mistakes.c.chat_id,
    schema.subscriptions: schema.subscriptions.c.chat_id,
    schema.desk_asked: schema.desk_asked.c.person_id,
    schema.desk_proofs: schema.desk_proofs.c.person_id,
    schema.desk_waiting: schema.desk_waiting.c.chat_id,
    schema.desk_watched: schema.desk_watched.c.chat_id,
    schema.chats: schema.chats.c.id,
}
# Who may judge articles, and what they did, is the publication's own record: it stays while they are editors.
OF_EDITORS = (schema.editors, schema.actions, schema.decisions)
_OPEN = (UpdateState.WAITING, UpdateState.ANSWERING)
SENDING_ENDS_SECONDS = 30.0  # longer than a request may take
_PAUSE_SECONDS = 0.1
FORGOTTEN = "forgotten"


class Personal:
    """One chat's data."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def export(self, chat_id: int) -> dict[str, list[dict[str, Any]]]:
        """Return every row that is stored about a chat, by table, as JSON takes it."""
        found = {}
        async with self._database.reading() as connection:
            for table, column in OF_CHAT.items():
                rows = (await connection.execute(select(table).where(column == chat_id))).all()
                found[table.name] = [_as_json(row) for row in rows]
            rows = (await connection.execute(select(schema.updates).where(_is_of(chat_id)))).all()
        found[schema.updates.name] = [_as_json(row) for row in rows]
        return {name: rows for name, rows in found.items() if rows}

    async def forget(self, chat_id: int) -> None:
        """Delete all that is stored about a chat, once what is being sent to it has arrived.

        The update that asks for it keeps its id alone: Telegram may bring it again.
        """
        await self._end_sending(chat_id)
        async with self._database.writing() as connection:
            # First its row: who is just putting something down for the chat ends before, or finds no chat.
            await connection.execute(select(_chats.id).where(_chats.id == chat_id).with_for_update())
            for table, column in OF_CHAT.items():
                await connection.execute(delete(table).where(column == chat_id))
            await connection.execute(update(schema.chats).where(_chats.moved_to == chat_id).values(moved_to=None))
            reached = schema.corrections.c.reached_chat
            await connection.execute(
                update(schema.corrections).where(reached == chat_id).values(reached_chat=reached - 1)
            )
            await connection.execute(delete(schema.updates).where(_is_of(chat_id), _updates.state.not_in(_OPEN)))
            scrubbed = {"lane": FORGOTTEN, "sender": FORGOTTEN, "content": b'{"update_id":0}'}
            is_answering = _updates.state == UpdateState.ANSWERING
            await connection.execute(update(schema.updates).where(_is_of(chat_id), is_answering).values(**scrubbed))
        await self._database.clean([*OF_CHAT, schema.updates])

    async def _end_sending(self, chat_id: int) -> None:
        """Let nothing more be sent, and wait for what is on its way."""
        is_own = _deliveries.chat_id == chat_id
        is_sending = select(exists().where(is_own, _deliveries.state == DeliveryState.SENDING))
        async with self._database.writing() as connection:
            subscriptions = schema.subscriptions
            stopped = update(subscriptions).where(subscriptions.c.chat_id == chat_id)
            await connection.execute(stopped.values(is_stopped=True, next_due_at=None))
            await connection.execute(
                delete(schema.deliveries).where(is_own, _deliveries.state == DeliveryState.PENDING)
            )
        async with asyncio.timeout(SENDING_ENDS_SECONDS):
            while True:
                async with self._database.reading() as connection:
                    if not await connection.scalar(is_sending):
                        return
                await asyncio.sleep(_PAUSE_SECONDS)


def _is_of(chat_id: int) -> Any:
    is_own_lane = or_(_updates.lane == f"chat {chat_id}", _updates.lane == f"inline {chat_id}")
    return or_(is_own_lane, _updates.sender == f"person {chat_id}")  # also what somebody wrote in groups


def _as_json(row: Row[Any]) -> dict[str, Any]:
    return {name: _value(value) for name, value in row._asdict().items()}


def _value(value: Any) -> Any:
    if isinstance(value, date | time):
        return value.isoformat()
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else value
