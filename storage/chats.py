"""The chats we have met, what they saved, and where their last briefing ended."""

from datetime import datetime
from typing import Any

from sqlalchemy import Row, delete, func, select, update

from storage import article_rows, schema
from storage.chat_moves import forget_refusals, move_chat, note_refusal, set_chat_state
from storage.database import Database
from storage.model import Article, Chat, ChatState, RefusalKind, Status, StoryState, Vote
from storage.series import is_followed

_saved, _votes = schema.saved_articles.c, schema.votes.c


class Chats:
    """Telegram chats of any kind."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def ensure(self, chat_id: int, *, kind: str, language: str, now: datetime) -> Chat:
        """Return the chat, added if we meet it for the first time."""
        query = select(schema.chats).where(schema.chats.c.id == chat_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            values = {"id": chat_id, "kind": kind, "language": language, "created_at": now}
            async with self._database.writing() as connection:
                await connection.execute(self._database.insert(schema.chats).values(**values).on_conflict_do_nothing())
                row = (await connection.execute(query)).one()
        return _chat(row)

    async def find(self, chat_id: int) -> Chat | None:
        """Return a chat we have met, or None."""
        async with self._database.reading() as connection:
            row = (await connection.execute(select(schema.chats).where(schema.chats.c.id == chat_id))).one_or_none()
        return _chat(row) if row else None

    async def find_successor(self, chat_id: int) -> int | None:
        """Return the supergroup that a group became, or None."""
        async with self._database.reading() as connection:
            query = select(schema.chats.c.moved_to).where(schema.chats.c.id == chat_id)
            return await connection.scalar(query)

    async def set_language(self, chat_id: int, language: str) -> None:
        """Remember what a person's Telegram speaks."""
        own = schema.subscriptions.c.chat_id == chat_id
        async with self._database.writing() as connection:
            await connection.execute(update(schema.chats).where(schema.chats.c.id == chat_id).values(language=language))
            await connection.execute(update(schema.subscriptions).where(own).values(language=language))

    async def set_state(self, chat_id: int, state: ChatState) -> None:
        """Remember whether a chat can be written to; what waits for one that cannot is skipped.

        A group that became a supergroup stays what it is.
        """
        found = await self.find(chat_id)
        if found is not None and (found.state is ChatState.MIGRATED or found.state is state is ChatState.ACTIVE):
            return
        async with self._database.writing() as connection:
            if state is ChatState.ACTIVE:
                chats = schema.chats
                await connection.execute(update(chats).where(chats.c.id == chat_id).values(state=state))
            else:
                await set_chat_state(connection, chat_id, state)

    async def note_refusal(self, chat_id: int, thread_id: int | None, kind: RefusalKind, *, now: datetime) -> None:
        """Remember that Telegram takes nothing for a chat or topic just now; it is tried again."""
        async with self._database.writing() as connection:
            await note_refusal(connection, chat_id, thread_id, kind, now=now)

    async def forget_refusals(self, chat_id: int, thread_id: int | None) -> None:
        """Remember that a chat, and this topic of it, take what is sent."""
        async with self._database.writing() as connection:
            await forget_refusals(connection, chat_id, thread_id)

    async def move(self, old_id: int, new_id: int) -> None:
        """Move a group that became a supergroup, with its subscriptions and what waits for it."""
        async with self._database.writing() as connection:
            await move_chat(connection, self._database, old_id, new_id)

    async def count(self) -> dict[str, int]:
        """Count the chats in each state: what is active is what is left of all."""
        states = schema.chats.c.state
        is_inactive = states != schema.written(ChatState.ACTIVE.value)
        async with self._database.reading() as connection:
            total = await connection.scalar(select(func.count()).select_from(schema.chats))
            rows = await connection.execute(select(states, func.count()).where(is_inactive).group_by(states))
            inactive = {state: int(number) for state, number in rows}
        active = int(total or 0) - sum(inactive.values())
        return ({ChatState.ACTIVE.value: active} if active else {}) | inactive

    async def save(self, chat_id: int, number: int, *, now: datetime) -> None:
        """Bookmark an article; twice is once."""
        values = {"chat_id": chat_id, "article_number": number, "saved_at": now}
        async with self._database.writing() as connection:
            await connection.execute(
                self._database.insert(schema.saved_articles).values(**values).on_conflict_do_nothing()
            )

    async def unsave(self, chat_id: int, number: int) -> None:
        """Remove a bookmark."""
        async with self._database.writing() as connection:
            await connection.execute(
                delete(schema.saved_articles).where(_saved.chat_id == chat_id, _saved.article_number == number)
            )

    async def get_story_state(self, chat_id: int, number: int) -> StoryState:
        """Return how an article stands with a chat."""
        saved = select(_saved.saved_at).where(_saved.chat_id == chat_id, _saved.article_number == number)
        vote = select(_votes.vote).where(_votes.chat_id == chat_id, _votes.article_number == number)
        followed = is_followed(chat_id, number).scalar_subquery().label("series")
        query = select(saved.scalar_subquery().label("saved_at"), vote.scalar_subquery().label("vote"), followed)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one()
        return StoryState(
            is_saved=row.saved_at is not None,
            is_followed=row.series is not None,
            vote=Vote(row.vote) if row.vote else None,
        )

    async def list_saved(self, chat_id: int, *, limit: int, offset: int = 0) -> tuple[Article, ...]:
        """Return the chat's bookmarked articles that readers may see, last saved first."""
        query = (
            select(_saved.article_number)
            .join(schema.articles, schema.articles.c.number == _saved.article_number)
            .where(_saved.chat_id == chat_id, schema.articles.c.status == Status.PUBLISHED)
            .order_by(_saved.saved_at.desc(), _saved.article_number.desc())
            .limit(limit)
            .offset(offset)
        )
        async with self._database.reading() as connection:
            return await article_rows.load(connection, (await connection.scalars(query)).all())

    async def count_saved(self, chat_id: int) -> int:
        """Count the bookmarks that list_saved pages through."""
        query = (
            select(func.count())
            .select_from(schema.saved_articles)
            .join(schema.articles, schema.articles.c.number == _saved.article_number)
            .where(_saved.chat_id == chat_id, schema.articles.c.status == Status.PUBLISHED)
        )
        async with self._database.reading() as connection:
            return int(await connection.scalar(query) or 0)


def _chat(row: Row[Any]) -> Chat:
    return Chat(id=row.id, kind=row.kind, language=row.language, state=ChatState(row.state))
