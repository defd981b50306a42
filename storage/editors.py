"""Editors: named by the owner, removable at once."""

from datetime import datetime

from sqlalchemy import delete, select

from storage import schema
from storage.database import Database
from storage.model import Decided, Decision, Editor
from storage.record import write_decision

_editors = schema.editors.c


class Editors:
    """Who may judge articles, besides the owner."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def add(self, person_id: int, *, named_by: str, now: datetime) -> bool:
        """Name an editor; return whether they were none."""
        values = {"person_id": person_id, "named_by": named_by, "named_at": now}
        inserting = self._database.insert(schema.editors).values(**values).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            is_new = (await connection.execute(inserting.returning(_editors.person_id))).one_or_none() is not None
            if is_new:
                await write_decision(connection, _decided(Decision.NAME, person_id, named_by, now))
        return is_new

    async def remove(self, person_id: int, *, actor: str, now: datetime) -> bool:
        """Take an editor away, with what they had begun to type; return whether they were one."""
        async with self._database.writing() as connection:
            asked = schema.desk_asked
            await connection.execute(delete(asked).where(asked.c.person_id == person_id))
            watched = schema.desk_watched  # what becomes of corrections is no longer for them
            await connection.execute(delete(watched).where(watched.c.chat_id == person_id))
            waiting = schema.desk_waiting
            await connection.execute(delete(waiting).where(waiting.c.chat_id == person_id))
            gone = delete(schema.editors).where(_editors.person_id == person_id).returning(_editors.person_id)
            is_gone = (await connection.execute(gone)).one_or_none() is not None
            if is_gone:
                await write_decision(connection, _decided(Decision.UNNAME, person_id, actor, now))
        return is_gone

    async def has(self, person_id: int) -> bool:
        """Whether somebody is an editor now."""
        query = select(_editors.person_id).where(_editors.person_id == person_id)
        async with self._database.reading() as connection:
            return await connection.scalar(query) is not None

    async def list(self) -> tuple[Editor, ...]:
        """Return the editors, the first named first."""
        async with self._database.reading() as connection:
            rows = await connection.execute(select(schema.editors).order_by(_editors.named_at, _editors.person_id))
        return tuple(Editor(person_id=row.person_id, named_by=row.named_by, named_at=row.named_at) for row in rows)


def _decided(decision: Decision, person_id: int, actor: str, now: datetime) -> Decided:
    return Decided(at=now, actor=actor, decision=decision, subject=f"editor {person_id}")
