"""The messages we sent, and which article revisions each one shows."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Row,
    Select,
    and_,
    delete,
    exists,
    false,
    func,
    insert,
    literal,
    or_,
    select,
    tuple_,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.compositions import ensure_compositions
from storage.corrections import catch_up, list_recent
from storage.database import Database
from storage.model import Composition, DeliveryState, Message, Shown, Shows

_messages, _answered, _composed = schema.messages.c, schema.message_articles.c, schema.composition_articles.c
_deliveries = schema.deliveries.c
LONGEST_ON_ITS_WAY = timedelta(days=1)  # from when a briefing is made until it arrives
MOST_ALERTS_BETWEEN = 30  # behind a briefing, until the next
Key = tuple[int, int]  # a chat and a message's id there
LONGEST_ANSWER = timedelta(minutes=10)  # between loading an article and remembering that a message shows it


class Messages:
    """What stands in readers' chats."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record(self, message: Message, *, part_of: tuple[Composition, int] | None = None) -> None:
        """Remember what a message shows now; an edited message replaces what it showed.

        `part_of` is the briefing it is a part of. What was corrected while it was on its way is edited again.
        """
        key = {"chat_id": message.chat_id, "message_id": message.message_id}
        values = {
            "shows": message.shows,
            "sent_at": message.sent_at,
            "thread_id": message.thread_id or 0,
            "page": message.page,
        }
        async with self._database.writing() as connection:
            values |= await self._part(connection, part_of, message)
            inserting = self._database.insert(schema.messages).values(**key, **values).on_conflict_do_nothing()
            if (await connection.execute(inserting.returning(_messages.message_id))).one_or_none() is None:
                await self._keep_seen(connection, message)
                edited = update(schema.messages).filter_by(**key).values(**values)
                await connection.execute(edited)
                await connection.execute(delete(schema.message_articles).filter_by(**key))
            rows = [{**key, **_shown_values(article)} for article in message.articles if part_of is None]
            if rows:
                await connection.execute(insert(schema.message_articles), rows)
            await self._catch_up(connection, message)

    async def _keep_seen(self, connection: AsyncConnection, message: Message) -> None:
        """Remember what a message shows that is about to show something else."""
        shown_before = (
            select(_messages.chat_id, _messages.thread_id, _answered.article_number, _answered.revision)
            .add_columns(literal(message.sent_at, schema.Instant()))
            .join(
                schema.messages,
                and_(_answered.chat_id == _messages.chat_id, _answered.message_id == _messages.message_id),
            )
            .where(_messages.chat_id == message.chat_id, _messages.message_id == message.message_id)
            .where(_answered.is_withdrawn == false())
            .where(_answered.article_number.not_in([each.number for each in message.articles]))
        )
        names = ["chat_id", "thread_id", "article_number", "revision", "seen_at"]
        inserting = self._database.insert(schema.seen_articles).from_select(names, shown_before)
        new = inserting.excluded
        await connection.execute(
            inserting.on_conflict_do_update(
                index_elements=names[:3], set_={"revision": new["revision"], "seen_at": new["seen_at"]}
            )
        )

    async def _part(
        self, connection: AsyncConnection, part_of: tuple[Composition, int] | None, message: Message
    ) -> dict[str, int | None]:
        if part_of is None:
            return {"composition_id": None, "part": None}
        composition, part = part_of
        ids = await ensure_compositions(connection, self._database, [composition], message.sent_at)
        return {"composition_id": ids[composition.key], "part": part}

    async def _catch_up(self, connection: AsyncConnection, message: Message) -> None:
        shown = {article.number: article for article in message.articles}
        articles = schema.articles.c
        query = select(articles.number, articles.revision, articles.status).where(articles.number.in_(shown))
        rows = (await connection.execute(query)).all() if shown else ()
        if any((row.revision, row.status == "withdrawn") != _version(shown[row.number]) for row in rows):
            key = (message.chat_id, message.message_id)
            recent = await list_recent(connection, message.sent_at - LONGEST_ANSWER)
            await catch_up(connection, self._database, [key], recent, now=message.sent_at)

    async def count_showing(self, number: int) -> int:
        """Count the messages that show an article."""
        answered = select(func.count()).select_from(schema.message_articles).where(_answered.article_number == number)
        composed = (
            select(func.count())
            .select_from(schema.messages)
            .join(
                schema.composition_articles,
                and_(_composed.composition_id == _messages.composition_id, _composed.part == _messages.part),
            )
            .where(_composed.article_number == number)
        )
        async with self._database.reading() as connection:
            return int(await connection.scalar(answered) or 0) + int(await connection.scalar(composed) or 0)

    async def find(self, chat_id: int, message_id: int) -> Message | None:
        """Return what a message shows, or None if it is not one of ours."""
        return (await self.list([(chat_id, message_id)])).get((chat_id, message_id))

    async def find_last_briefing(self, chat_id: int, thread_id: int | None) -> Message | None:
        """Return the last message of the last briefing with stories in a chat, or in a topic of it."""
        has_stories = exists().where(
            _composed.composition_id == _messages.composition_id, _composed.part == _messages.part
        )
        query = _briefings(_messages.message_id, chat_id, thread_id).where(has_stories)
        async with self._database.reading() as connection:
            message_id = _first_briefing(await connection.execute(query))
        return None if message_id is None else await self.find(chat_id, message_id)

    async def find_briefing(
        self, chat_id: int, thread_id: int | None, *, since: datetime, until: datetime
    ) -> int | None:
        """Return the composition of the last briefing made for a chat, or a topic of it, between two moments.

        One that came by itself goes before those that were asked for.
        """
        query = _briefings(_messages.composition_id, chat_id, thread_id)
        query = query.where(_messages.sent_at >= since, _messages.sent_at < until + LONGEST_ON_ITS_WAY)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
            made = [row for row in rows if row.profile and since <= datetime.fromisoformat(row.profile["at"]) < until]
            is_delivered = (_deliveries.chat_id == chat_id) & (_deliveries.state == DeliveryState.SENT)
            delivered = select(_deliveries.composition_id).where(is_delivered)
            by_itself = set(
                await connection.scalars(delivered.where(_deliveries.composition_id.in_([row[0] for row in made])))
            )
        return _first_briefing(sorted(made, key=lambda row: row[0] not in by_itself))

    async def list(self, keys: Collection[Key]) -> dict[Key, Message]:
        """Return those of these messages that are ours, with what each shows."""
        query = select(schema.messages).where(tuple_(_messages.chat_id, _messages.message_id).in_(list(keys)))
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
            answered = await _list_answered(connection, [each for each in rows if each.composition_id is None])
            composed = await _list_composed(connection, [each for each in rows if each.composition_id is not None])
        return {
            (row.chat_id, row.message_id): _message(
                row,
                answered[row.chat_id, row.message_id]
                if row.composition_id is None
                else composed[row.composition_id, row.part],
            )
            for row in rows
        }


def _briefings(wanted: ColumnElement[Any], chat_id: int, thread_id: int | None) -> Select[Any]:
    """Select one thing of a place's composed messages, the newest first, beside what each was composed for."""
    return (
        select(wanted, schema.compositions.c.profile)
        .join(schema.compositions, schema.compositions.c.id == _messages.composition_id)
        .where(_messages.chat_id == chat_id, _messages.thread_id == (thread_id or 0))
        .where(_messages.shows == Shows.BRIEFING)
        .order_by(_messages.message_id.desc())
        .limit(MOST_ALERTS_BETWEEN)
    )


def _first_briefing(rows: Iterable[Row[Any]]) -> int | None:
    """Return what was asked of the first that is no alert."""
    return next((int(row[0]) for row in rows if not (row.profile or {}).get("is_alert")), None)


async def _list_answered(connection: AsyncConnection, rows: Collection[Row[Any]]) -> dict[Key, list[Shown]]:
    found: dict[Key, list[Shown]] = defaultdict(list)
    if rows:
        keys = [(row.chat_id, row.message_id) for row in rows]
        query = select(schema.message_articles).where(tuple_(_answered.chat_id, _answered.message_id).in_(keys))
        for row in await connection.execute(query.order_by(_answered.position)):
            found[row.chat_id, row.message_id].append(_shown(row))
    return found


async def _list_composed(connection: AsyncConnection, rows: Collection[Row[Any]]) -> dict[Key, list[Shown]]:
    found: dict[Key, list[Shown]] = defaultdict(list)
    if rows:
        is_wanted = or_(*(and_(_composed.composition_id == key, _composed.part == part) for key, part in _parts(rows)))
        query = select(schema.composition_articles).where(is_wanted).order_by(_composed.position)
        for row in await connection.execute(query):
            found[row.composition_id, row.part].append(_shown(row))
    return found


def _parts(rows: Collection[Row[Any]]) -> set[tuple[int, int]]:
    return {(row.composition_id, row.part) for row in rows}


def _version(article: Shown) -> tuple[int, bool]:
    return article.revision, article.is_withdrawn


def _shown(row: Row[Any]) -> Shown:
    return Shown(int(row.position), int(row.article_number), int(row.revision), bool(row.is_withdrawn))


def _shown_values(article: Shown) -> dict[str, Any]:
    return {
        "position": article.position,
        "article_number": article.number,
        "revision": article.revision,
        "is_withdrawn": article.is_withdrawn,
    }


def _message(row: Row[Any], articles: list[Shown]) -> Message:
    return Message(
        chat_id=row.chat_id,
        message_id=row.message_id,
        shows=Shows(row.shows),
        sent_at=row.sent_at,
        articles=tuple(articles),
        thread_id=row.thread_id or None,
        page=row.page,
        composition_id=row.composition_id,
        part=row.part or 0,
    )
