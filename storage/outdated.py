"""Messages that show what was corrected or withdrawn since, and the edits and notices that follow from it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, and_, delete, false, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import ChatState, Correction, DeliveryKind, DeliveryState, Label

_messages, _answered, _composed = schema.messages.c, schema.message_articles.c, schema.composition_articles.c
_articles, _chats, _deliveries = schema.articles.c, schema.chats.c, schema.deliveries.c
_subscriptions, _seen = schema.subscriptions.c, schema.seen_articles.c
EDITS_EXPIRE_AFTER = timedelta(days=7)
NO_REVISION = 0
# What readers are told of at the head of their next briefing.
TOLD = (Label.CORRECTION, Label.WITHDRAWAL)
_KEY = (_messages.chat_id, _messages.message_id)


def is_outdated(shown: Any) -> ColumnElement[bool]:
    """Whether what is shown of an article is not what it says today."""
    is_withdrawn = _articles.status != "published"
    return or_(and_(~is_withdrawn, _articles.revision != shown.revision), is_withdrawn != shown.is_withdrawn)


def _is_wrong(correction: Correction, shown: Any) -> ColumnElement[bool]:
    """Whether what is shown of an article is older than its correction."""
    is_own = shown.article_number == correction.number
    if correction.label is Label.WITHDRAWAL:
        return and_(is_own, shown.is_withdrawn == false())
    return and_(is_own, shown.revision < correction.revision, shown.is_withdrawn == false())


def queries(correction: Correction) -> tuple[Select[Any], Select[Any]]:
    """Return what finds the messages with the old text: those that answered somebody, and those of briefings."""
    found = select(_messages.chat_id, _messages.message_id, _messages.thread_id)
    answered = found.join(
        schema.message_articles,
        and_(_answered.chat_id == _messages.chat_id, _answered.message_id == _messages.message_id),
    ).where(_messages.composition_id.is_(None), _is_wrong(correction, _answered))
    composed = found.join(
        schema.composition_articles,
        and_(_composed.composition_id == _messages.composition_id, _composed.part == _messages.part),
    ).where(_is_wrong(correction, _composed))
    return answered, composed


async def list_messages(
    connection: AsyncConnection,
    correction: Correction,
    composition_id: int,
    *,
    after: tuple[int | None, int | None],
    limit: int,
) -> Sequence[Row[Any]]:
    """Return a page of the messages with the old text, by chat and id; of a composition, or of none."""
    answered, composed = queries(correction)
    if composition_id:
        query, key = composed.where(_messages.composition_id == composition_id), _KEY
    else:
        query, key = answered, (_answered.chat_id, _answered.message_id)
    if after[0] is not None:
        query = query.where(tuple_(*key) > tuple_(*after))
    rows: Sequence[Row[Any]] = (await connection.execute(query.order_by(*key).limit(limit))).all()
    return rows


async def find_composition(connection: AsyncConnection, correction: Correction, *, after: int) -> int | None:
    """Return the next composition with the old text, or None."""
    query = select(_composed.composition_id).where(_is_wrong(correction, _composed), _composed.composition_id > after)
    found: int | None = await connection.scalar(query.order_by(_composed.composition_id).limit(1))
    return found


async def queue_edits(
    connection: AsyncConnection, database: Database, correction: Correction, found: Sequence[Row[Any]], *, now: datetime
) -> None:
    """Put edits of these messages into the ledger, each once, and note who is to hear of the correction."""
    if not found:
        return
    # Whoever forgets a chat deletes its row first: what was found of it meanwhile is forgotten too.
    known = select(_chats.id, _chats.state).where(_chats.id.in_({each.chat_id for each in found}))
    states = {row.id: row.state for row in await connection.execute(known.with_for_update(read=True, key_share=True))}
    found = [each for each in found if each.chat_id in states]
    if not found:
        return
    gone = {chat_id: state for chat_id, state in states.items() if state != ChatState.ACTIVE}
    rows = [_edit(correction, each, gone.get(each.chat_id), now) for each in found]
    await connection.execute(database.insert(schema.deliveries).on_conflict_do_nothing(), rows)
    await _notify(connection, database, correction, {(each.chat_id, each.thread_id) for each in found})


def _edit(correction: Correction, message: Row[Any], gone: str | None, now: datetime) -> dict[str, Any]:
    return {
        "kind": DeliveryKind.EDIT,
        "occurrence": f"correction {correction.id}",
        "correction_id": correction.id,
        "chat_id": message.chat_id,
        "thread_id": message.thread_id,
        "message_id": message.message_id,
        "is_silent": True,
        "state": DeliveryState.SKIPPED if gone else DeliveryState.PENDING,
        "due_at": now,
        "expires_at": now + EDITS_EXPIRE_AFTER,
        "part": 0,
        "epoch": 0,
        "reason": f"gone: the chat is {gone}" if gone else None,
        "settled_at": now if gone else None,
    }


async def notify_uncertain(
    connection: AsyncConnection, database: Database, correction: Correction, composition_id: int
) -> int:
    """Note that chats to which an old text may have gone are to hear of its correction: nobody can edit it there.

    Return how many those are.
    """
    query = select(_deliveries.chat_id, _deliveries.thread_id).where(
        _deliveries.composition_id == composition_id, _deliveries.state == DeliveryState.UNCERTAIN
    )
    found = (await connection.execute(query)).all()
    await _notify(connection, database, correction, {(row.chat_id, row.thread_id) for row in found})
    return len(found)


async def notify_seen(connection: AsyncConnection, database: Database, correction: Correction, *, limit: int) -> int:
    """Note that chats hear of a correction that saw the old text in a message that shows something else by now.

    Return how many were found; those are not found again.
    """
    if correction.label not in TOLD:
        return 0
    is_wrong = _seen.article_number == correction.number
    if correction.label is not Label.WITHDRAWAL:
        is_wrong = and_(is_wrong, _seen.revision < correction.revision)
    query = select(_seen.chat_id, _seen.thread_id).where(is_wrong).limit(limit)
    found = [(row.chat_id, row.thread_id) for row in (await connection.execute(query)).all()]
    if found:
        await _notify(connection, database, correction, set(found))
        is_found = and_(_seen.article_number == correction.number, tuple_(_seen.chat_id, _seen.thread_id).in_(found))
        heard = update(schema.seen_articles).values(revision=correction.revision)
        over = delete(schema.seen_articles) if correction.label is Label.WITHDRAWAL else heard
        await connection.execute(over.where(is_found))
    return len(found)


async def _notify(
    connection: AsyncConnection, database: Database, correction: Correction, chats: set[tuple[int, int]]
) -> None:
    if chats and correction.label in TOLD:
        rows = [
            {"correction_id": correction.id, "chat_id": chat_id, "thread_id": thread_id}
            for chat_id, thread_id in sorted(await _list_places(connection, chats))
        ]
        await connection.execute(database.insert(schema.correction_notices).on_conflict_do_nothing(), rows)


async def _list_places(connection: AsyncConnection, shown_in: set[tuple[int, int]]) -> set[tuple[int, int]]:
    """Return where those who saw something are told: where their briefings come, in the supergroup a group became.

    A topic without briefings is told in the first one of its forum that has some.
    """
    moving = select(_chats.id, _chats.moved_to).where(
        _chats.id.in_({chat_id for chat_id, _ in shown_in}), _chats.moved_to.is_not(None)
    )
    moved = {row.id: int(row.moved_to) for row in await connection.execute(moving)}
    wanted = {(moved.get(chat_id, chat_id), thread_id) for chat_id, thread_id in shown_in}
    subscribed = select(_subscriptions.chat_id, _subscriptions.thread_id).where(
        _subscriptions.chat_id.in_({chat_id for chat_id, _ in wanted}), _subscriptions.is_stopped == false()
    )
    topics: dict[int, list[int]] = defaultdict(list)
    for row in await connection.execute(subscribed.order_by(_subscriptions.thread_id)):
        topics[row.chat_id].append(row.thread_id)
    return {
        (chat_id, thread_id if thread_id in topics[chat_id] or not topics[chat_id] else topics[chat_id][0])
        for chat_id, thread_id in wanted
    }


async def note_edited(connection: AsyncConnection, key: tuple[int, int], shown: Sequence[Any]) -> bool:
    """Remember what an edited message shows now, by its chat and id; return False where it showed something else.

    What that says there by now is not known: it counts as outdated.
    """
    is_own = and_(_answered.chat_id == key[0], _answered.message_id == key[1])
    noted = 0
    for each in shown:
        values = {"revision": each.revision, "is_withdrawn": each.is_withdrawn}
        saying = update(schema.message_articles).where(is_own, _answered.article_number == each.number)
        noted += (await connection.execute(saying.values(**values))).rowcount
    if noted:
        return True
    unknown = update(schema.message_articles).where(is_own).values(revision=NO_REVISION)
    return (await connection.execute(unknown)).rowcount == 0
