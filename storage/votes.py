"""Votes: what readers think of a story, one of each chat; editors see how many."""

from datetime import datetime

from sqlalchemy import delete, func, select

from storage import schema
from storage.database import Database
from storage.model import Vote

_votes = schema.votes.c


class Votes:
    """👍 and 👎."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def cast(self, chat_id: int, number: int, vote: Vote | None, *, now: datetime) -> None:
        """Let a chat's vote on an article be this one, or none."""
        is_own = (_votes.chat_id == chat_id) & (_votes.article_number == number)
        async with self._database.writing() as connection:
            if vote is None:
                await connection.execute(delete(schema.votes).where(is_own))
                return
            values = {"vote": vote, "cast_at": now}
            inserting = self._database.insert(schema.votes).values(chat_id=chat_id, article_number=number, **values)
            keys = ["article_number", "chat_id"]
            await connection.execute(inserting.on_conflict_do_update(index_elements=keys, set_=values))

    async def count(self, number: int) -> dict[Vote, int]:
        """Return how many chats cast each vote on an article."""
        query = select(_votes.vote, func.count()).where(_votes.article_number == number).group_by(_votes.vote)
        async with self._database.reading() as connection:
            return {Vote(vote): int(count) for vote, count in await connection.execute(query)}
