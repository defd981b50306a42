"""Corrections: begun with the change itself, then carried to each message that shows the article, in small pieces."""

from collections.abc import Collection, Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, insert, or_, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import outdated, schema
from storage.article_rows import with_headline
from storage.database import Database
from storage.errors import NotFound
from storage.model import Correction, DeliveryState, Label, Progress, Step

_corrections, _deliveries = schema.corrections.c, schema.deliveries.c
AT_ONCE = 500  # messages in one transaction
# Whoever sent the old text in the very moment has committed by then: a second search finds those messages too.
AGAIN_AFTER = timedelta(seconds=90)
PASSES = 2
_STATE = DeliveryState
GONE, AWAY = "gone: ", "the chat is "  # how the reason begins where there is nothing left to edit


class Corrections:
    """What was corrected or withdrawn, and how far that has come."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def get(self, correction_id: int) -> Correction:
        """Return a correction. Raises NotFound."""
        query = select(schema.corrections).where(_corrections.id == correction_id)
        async with self._database.reading() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            raise NotFound("correction", correction_id)
        return _correction(row)

    async def find_last(self, number: int) -> Correction | None:
        """Return an article's last correction, or None."""
        query = select(schema.corrections).where(_corrections.article_number == number)
        async with self._database.reading() as connection:
            row = (await connection.execute(query.order_by(_corrections.id.desc()).limit(1))).one_or_none()
        return _correction(row) if row else None

    async def list_latest(self, *, limit: int) -> tuple[tuple[Correction, str], ...]:
        """Return the last corrections, updates and withdrawals, each with the headline its article has today."""
        query = select(schema.corrections).where(_corrections.label != Label.REFILE)
        query = with_headline(query, _corrections.article_number).order_by(_corrections.id.desc()).limit(limit)
        async with self._database.reading() as connection:
            return tuple((_correction(row), row.headline) for row in await connection.execute(query))

    async def queue_some(self, *, now: datetime) -> int | None:
        """Queue edits of a piece of what some correction is still to be carried to; return how many.

        None where nothing is to be searched now. Two workers never search for the same one.
        """
        query = (
            select(schema.corrections)
            .where(_corrections.due_at <= now)
            .order_by(_corrections.due_at)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(query)).one_or_none()
            return None if row is None else await self._search_on(connection, row, now)

    async def _search_on(self, connection: AsyncConnection, row: Row[Any], now: datetime) -> int:
        """Take one page of the messages that a correction is to be carried to, and remember how far that reached."""
        correction = _correction(row)
        composition_id = int(row.reached_composition)
        if not composition_id and row.reached_chat is None:
            seen = await outdated.notify_seen(connection, self._database, correction, limit=AT_ONCE)
            if seen == AT_ONCE:
                return seen
        found = await outdated.list_messages(
            connection, correction, composition_id, after=(row.reached_chat, row.reached_message), limit=AT_ONCE
        )
        await outdated.queue_edits(connection, self._database, correction, found, now=now)
        unreached = 0
        if composition_id and row.reached_chat is None:
            unreached = await outdated.notify_uncertain(connection, self._database, correction, composition_id)
        values: dict[str, Any]
        if len(found) == AT_ONCE:
            values = {"reached_chat": found[-1].chat_id, "reached_message": found[-1].message_id}
        else:
            following = await outdated.find_composition(connection, correction, after=composition_id)
            values = {"reached_chat": None, "reached_message": None, "reached_composition": following or 0}
            if following is None:
                is_last = row.passes + 1 >= PASSES
                again_at = None if is_last else max(now, correction.at + AGAIN_AFTER)
                values |= {"passes": row.passes + 1, "due_at": again_at}
        values["out_of_reach"] = row.out_of_reach + (0 if row.passes else unreached)
        await connection.execute(update(schema.corrections).where(_corrections.id == correction.id).values(**values))
        return len(found)

    async def get_progress(self, correction_id: int) -> Progress:
        """Count the messages of a correction by what became of them."""
        is_gone = func.coalesce(or_(*(_deliveries.reason.startswith(each) for each in (GONE, AWAY))), False)
        query: Select[Any] = (
            select(_deliveries.state, is_gone, func.count())
            .where(_deliveries.correction_id == correction_id)
            .group_by(_deliveries.state, is_gone)
        )
        searched = select(_corrections.passes, _corrections.out_of_reach).where(_corrections.id == correction_id)
        async with self._database.reading() as connection:
            # The search first: had it ended between the two, its rows would be missed, and all would seem over.
            passes, out_of_reach = (await connection.execute(searched)).one()
            rows: Sequence[Any] = (await connection.execute(query)).all()
        return _progress(rows, out_of_reach=out_of_reach, is_searched=passes > 0)


def _progress(rows: Sequence[Any], *, out_of_reach: int, is_searched: bool) -> Progress:
    counted = {"corrected": 0, "waiting": 0, "gone": 0, "out_of_reach": out_of_reach}
    for state, is_gone, number in rows:
        if state in (_STATE.PENDING, _STATE.SENDING):
            counted["waiting"] += number
        elif state == _STATE.SENT:
            counted["corrected"] += number
        else:
            counted["gone" if is_gone else "out_of_reach"] += number
    return Progress(**counted, is_over=is_searched and not counted["waiting"])


async def begin_correction(connection: AsyncConnection, step: Step, revision: int, label: Label) -> None:
    """Begin to carry a change to the messages that show the article, in the transaction that makes it."""
    await connection.execute(
        insert(schema.corrections).values(
            article_number=step.number,
            revision=revision,
            label=label,
            note=step.reason,
            at=step.now,
            due_at=step.now,
        )
    )


async def list_recent(connection: AsyncConnection, since: datetime) -> list[Correction]:
    """Return the corrections that were made since then."""
    rows = await connection.execute(select(schema.corrections).where(_corrections.at >= since))
    return [_correction(row) for row in rows]


async def catch_up(
    connection: AsyncConnection,
    database: Database,
    messages: Collection[tuple[int, int]],
    recent: Sequence[Correction],
    *,
    now: datetime,
) -> None:
    """Queue edits of messages that came into chats while their text was being corrected."""
    for correction in recent:
        keys = tuple_(schema.messages.c.chat_id, schema.messages.c.message_id).in_(list(messages))
        for query in outdated.queries(correction):
            found = (await connection.execute(query.where(keys))).all()
            await outdated.queue_edits(connection, database, correction, found, now=now)


def _correction(row: Row[Any]) -> Correction:
    return Correction(
        id=row.id,
        number=row.article_number,
        revision=row.revision,
        label=Label(row.label),
        note=row.note,
        at=row.at,
    )
