"""Who gets what is published now: subscriptions neither stopped nor paused, of chats that can be written to."""

import json
from datetime import datetime

from sqlalchemy import ColumnElement, Text, cast, false, func, select

from storage import schema
from storage.database import Database
from storage.model import ChatState, Preferences
from storage.preferences import from_json

_subscriptions, _chats = schema.subscriptions.c, schema.chats.c


def is_paused(now: datetime) -> ColumnElement[bool]:
    """Return what is true of subscriptions that are paused still."""
    return func.coalesce(_subscriptions.paused_until > now, false())


class Audience:
    """All that get something now."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def count_by_preferences(self, *, now: datetime) -> list[tuple[Preferences, int]]:
        """Count the subscriptions that get something now, those with equal preferences together."""
        stored = cast(_subscriptions.preferences, Text)
        query = (
            select(stored, func.count())
            .join(schema.chats, _chats.id == _subscriptions.chat_id)
            .where(~_subscriptions.is_stopped, ~is_paused(now), _chats.state == ChatState.ACTIVE)
            .group_by(stored)
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return [(from_json(json.loads(text)), int(number)) for text, number in rows]
