"""Mistakes that readers report: kept until an editor has settled them."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, and_, func, insert, select, update

from storage import schema
from storage.article_rows import with_headline
from storage.database import Database
from storage.model import CorrectedMistake, Decided, Decision, Label, Mistake
from storage.record import write_decision

_mistakes, _corrections = schema.mistakes.c, schema.corrections.c
_WITH_HEADLINE = with_headline(select(schema.mistakes), _mistakes.article_number)
HEARD_WITHIN = timedelta(days=1)  # of a correction: later nobody remembers what they reported
MOST_OPEN = 10  # of one chat: nobody fills the desk alone


class Mistakes:
    """What readers say is wrong."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, number: int, chat_id: int, words: str, *, now: datetime) -> bool:
        """Keep a reader's words about an article; return False where too many of theirs are open already."""
        is_own = and_(_mistakes.chat_id == chat_id, _mistakes.settled_at.is_(None))
        async with self._database.writing() as connection:
            own = await connection.scalar(select(func.count()).select_from(schema.mistakes).where(is_own))
            if (own or 0) >= MOST_OPEN:
                return False
            values = {"article_number": number, "chat_id": chat_id, "words": words, "reported_at": now}
            await connection.execute(insert(schema.mistakes).values(**values))
        return True

    async def list_open(self, *, limit: int, offset: int = 0) -> tuple[Mistake, ...]:
        """Return what nobody has settled yet, the newest first."""
        is_open = _mistakes.settled_at.is_(None)
        page = select(_mistakes.id).where(is_open).order_by(_mistakes.id.desc()).limit(limit).offset(offset)
        return await self._list(_WITH_HEADLINE.where(_mistakes.id.in_(page)).order_by(_mistakes.id.desc()))

    async def find_open(self, mistake_id: int) -> Mistake | None:
        """Return one of these, or None where it is settled."""
        found = await self._list(_WITH_HEADLINE.where(_mistakes.id == mistake_id, _mistakes.settled_at.is_(None)))
        return found[0] if found else None

    async def _list(self, query: Select[Any]) -> tuple[Mistake, ...]:
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Mistake(
                id=row.id,
                number=row.article_number,
                headline=row.headline,
                chat_id=row.chat_id,
                words=row.words,
                reported_at=row.reported_at,
            )
            for row in rows
        )

    async def claim_corrected(self, *, now: datetime, limit: int = 20) -> tuple[CorrectedMistake, ...]:
        """Return mistakes in articles that were corrected since; each counts as told, and is returned once."""
        is_answered = and_(
            _corrections.article_number == _mistakes.article_number,
            _corrections.label == Label.CORRECTION,
            _corrections.at > _mistakes.reported_at,
        )
        query = (
            select(_mistakes.id, _mistakes.chat_id, schema.revisions.c.headline, _corrections.note)
            .join(schema.corrections, is_answered)
            .join(
                schema.revisions,
                and_(
                    schema.revisions.c.article_number == _corrections.article_number,
                    schema.revisions.c.revision == _corrections.revision,
                ),
            )
            .where(_corrections.at > now - HEARD_WITHIN, _mistakes.told_at.is_(None))
            .order_by(_mistakes.id, _corrections.id)
            .limit(limit)
        )
        async with self._database.reading() as connection:
            if await connection.scalar(select(query.exists())) is not True:
                return ()
        async with self._database.writing() as connection:
            rows = {row.id: row for row in await connection.execute(query)}
            told = update(schema.mistakes).where(_mistakes.id.in_(rows), _mistakes.told_at.is_(None))
            claimed = (await connection.scalars(told.values(told_at=now).returning(_mistakes.id))).all()
        return tuple(
            CorrectedMistake(chat_id=row.chat_id, headline=row.headline, note=row.note or "")
            for row in (rows[each] for each in sorted(claimed))
        )

    async def settle(self, mistake_id: int, *, actor: str, now: datetime) -> bool:
        """Let a mistake be settled; return False where it was already."""
        is_open = and_(_mistakes.id == mistake_id, _mistakes.settled_at.is_(None))
        async with self._database.writing() as connection:
            settling = update(schema.mistakes).where(is_open).values(settled_at=now)
            number = await connection.scalar(settling.returning(_mistakes.article_number))
            if number is not None:
                subject = f"mistake {mistake_id} of #{number}"
                decided = Decided(at=now, actor=actor, decision=Decision.SETTLE, subject=subject)
                await write_decision(connection, decided)
        return number is not None
