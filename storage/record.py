"""The record of what was done to articles: written with the deed, never changed."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.checks import checks_of, rows_of
from storage.database import Database
from storage.model import Action, Label, Recorded, Step

_actions = schema.actions.c


class Record:
    """Who did what, when, and why."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def list(self, number: int) -> tuple[Recorded, ...]:
        """Return what was done to an article, the first deed first."""
        query = select(schema.actions).where(_actions.article_number == number).order_by(_actions.id)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Recorded(
                at=row.at,
                actor=row.actor,
                action=Action(row.action),
                number=row.article_number,
                revision=row.revision,
                reason=row.reason,
                override=row.override,
                label=Label(row.label) if row.label else None,
                checks=None if row.findings is None else checks_of(row.findings),
            )
            for row in rows
        )


async def write_record(connection: AsyncConnection, steps: Sequence[Step]) -> None:
    """Put steps on record, in the transaction that takes them."""
    rows = [
        {
            "at": step.now,
            "actor": step.actor,
            "action": step.action,
            "article_number": step.number,
            "revision": step.revision,
            "reason": step.reason,
            "override": step.override,
            "label": step.label,
            "findings": None if step.checks is None else rows_of(step.checks),
        }
        for step in steps
    ]
    if rows:
        await connection.execute(insert(schema.actions), rows)
