"""The messages we sent, and which article revisions each one shows."""

from sqlalchemy import and_, delete, insert, select, update

from storage import schema
from storage.database import Database
from storage.model import Message, Shown, Shows


class Messages:
    """What stands in readers' chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, message: Message) -> None:
        """Remember what a message shows now; an edited message replaces what it showed."""
        key = {"chat_id": message.chat_id, "message_id": message.message_id}
        sent, shown = schema.messages, schema.message_articles
        values = {"shows": message.shows, "sent_at": message.sent_at}
        inserting = self._database.insert(sent).values(**key, **values).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            if (await connection.execute(inserting.returning(sent.c.message_id))).one_or_none() is None:
                edited = update(sent).filter_by(**key).values(**values, composition_id=None, part=None)
                await connection.execute(edited)
                await connection.execute(delete(shown).filter_by(**key))
            rows = [
                {
                    **key,
                    "position": article.position,
                    "article_number": article.number,
                    "revision": article.revision,
                }
                for article in message.articles
            ]
            if rows:
                await connection.execute(insert(schema.message_articles), rows)

    async def find(self, chat_id: int, message_id: int) -> Message | None:
        """Return what a message shows, or None if it is not one of ours."""
        sent, shown = schema.messages.c, schema.message_articles.c
        async with self._database.reading() as connection:
            row = (
                await connection.execute(
                    select(schema.messages).where(sent.chat_id == chat_id, sent.message_id == message_id)
                )
            ).one_or_none()
            if row is None:
                return None
            if row.composition_id is not None:
                shown = schema.composition_articles.c
                condition = and_(shown.composition_id == row.composition_id, shown.part == row.part)
            else:
                condition = and_(shown.chat_id == chat_id, shown.message_id == message_id)
            articles = await connection.execute(
                select(shown.position, shown.article_number, shown.revision).where(condition).order_by(shown.position)
            )
            return Message(
                chat_id=chat_id,
                message_id=message_id,
                shows=Shows(row.shows),
                sent_at=row.sent_at,
                articles=tuple(Shown(*map(int, row)) for row in articles),
            )
