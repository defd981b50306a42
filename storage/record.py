"""The record of what was done to articles, and decided beside them: written with the deed, never changed."""

from collections.abc import Sequence

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.checks import checks_of, rows_of
from storage.database import Database
from storage.model import Action, Decided, Decision, Label, Recorded, Step

_actions, _decisions = schema.actions.c, schema.decisions.c


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

    async def list_decisions(self, *, limit: int, below: int | None = None) -> tuple[Decided, ...]:
        """Return what was decided besides, the newest first; `below` is the id of the last one of a page before."""
        query = select(schema.decisions).order_by(_decisions.id.desc()).limit(limit)
        if below is not None:
            query = query.where(_decisions.id < below)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return tuple(
            Decided(
                id=row.id,
                at=row.at,
                actor=row.actor,
                decision=Decision(row.decision),
                subject=row.subject,
                detail=row.detail,
            )
            for row in rows
        )


async def write_decision(connection: AsyncConnection, decided: Decided) -> None:
    """Put a decision on record, in the transaction that carries it out."""
    values = {
        "at": decided.at,
        "actor": decided.actor,
        "decision": decided.decision,
        "subject": decided.subject,
        "detail": decided.detail,
    }
    await connection.execute(insert(schema.decisions).values(**values))


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
