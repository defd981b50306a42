"""The chats we have met, what they saved, and where their last briefing ended."""

from datetime import datetime

from sqlalchemy import delete, func, select, update

from storage import article_rows, schema
from storage.database import Database
from storage.model import Article, Chat, Status

_saved = schema.saved_articles.c


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
        return Chat(id=row.id, kind=row.kind, language=row.language, cutoff=row.cutoff)

    async def advance_cutoff(self, chat_id: int, cutoff: datetime) -> None:
        """Remember the last publication that this chat's briefings have considered; it never moves back."""
        chats = schema.chats
        async with self._database.writing() as connection:
            await connection.execute(
                update(chats)
                .where(chats.c.id == chat_id, chats.c.cutoff.is_(None) | (chats.c.cutoff < cutoff))
                .values(cutoff=cutoff)
            )

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

    async def has_saved(self, chat_id: int, number: int) -> bool:
        """Whether the chat has bookmarked the article."""
        query = select(_saved.saved_at).where(_saved.chat_id == chat_id, _saved.article_number == number)
        async with self._database.reading() as connection:
            return await connection.scalar(query) is not None

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
