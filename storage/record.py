"""The record of what was done to articles: written with the deed, never changed."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Action, Check, Label, Recorded, Step

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
                label=Label(row.label) if row.label else None,
                checks=None if row.findings is None else from_json(row.findings),
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
            "label": step.label,
            "findings": None if step.checks is None else [_to_json(check) for check in step.checks],
        }
        for step in steps
    ]
    if rows:
        await connection.execute(insert(schema.actions), rows)


async def save_checks(connection: AsyncConnection, database: Database, step: Step) -> None:
    """Put on record what the gate found in a step's revision, and why what blocks was published all the same."""
    if step.checks is None:
        return
    is_blocked = any(check.blocks for check in step.checks)
    overridden = step.reason if is_blocked and step.action is Action.PUBLISH else None
    values = {
        "article_number": step.number,
        "revision": step.revision,
        "findings": [_to_json(check) for check in step.checks],
        "checked_at": step.now,
        "overridden": overridden,
    }
    inserting = database.insert(schema.checks).values(**values)
    keys = ["article_number", "revision"]
    await connection.execute(inserting.on_conflict_do_update(index_elements=keys, set_={"overridden": overridden}))


def from_json(findings: Sequence[dict[str, Any]]) -> tuple[Check, ...]:
    """Return findings as they were stored."""
    return tuple(Check(**{**each, "sources": tuple(each["sources"])}) for each in findings)


def _to_json(check: Check) -> dict[str, Any]:
    return {
        "kind": check.kind,
        "place": check.place,
        "token": check.token,
        "sources": list(check.sources),
        "detail": check.detail,
        "blocks": check.blocks,
    }
