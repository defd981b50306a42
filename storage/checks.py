"""Checks: what the fact gate found in a revision of an article, and why what blocks was published all the same."""

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncConnection

from storage import schema
from storage.database import Database
from storage.model import Check, Step

_checks, _articles = schema.checks.c, schema.articles.c


class Checks:
    """The gate's findings."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def find(self, number: int, revision: int) -> tuple[Check, ...] | None:
        """Return what the gate found in a revision of an article; None where it was not checked."""
        query = select(_checks.findings).where(_checks.article_number == number, _checks.revision == revision)
        async with self._database.reading() as connection:
            findings = await connection.scalar(query)
        return None if findings is None else checks_of(findings)

    async def list_blocked(self, numbers: Collection[int]) -> frozenset[int]:
        """Return those of these articles whose current revision the gate blocks, and nobody overrode."""
        is_current = (_articles.number == _checks.article_number) & (_articles.revision == _checks.revision)
        query = (
            select(_checks.article_number, _checks.findings)
            .join(schema.articles, is_current)
            .where(_checks.article_number.in_(numbers), _checks.overridden.is_(None))
        )
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        return frozenset(number for number, findings in rows if any(each["blocks"] for each in findings))


async def save_checks(connection: AsyncConnection, database: Database, step: Step) -> None:
    """Put on record what the gate found in a step's revision, and why what blocks was published all the same."""
    if step.checks is None:
        return
    is_blocked = any(check.blocks for check in step.checks)
    overridden = step.override if is_blocked else None
    values = {
        "article_number": step.number,
        "revision": step.revision,
        "findings": rows_of(step.checks),
        "checked_at": step.now,
        "overridden": overridden,
    }
    inserting = database.insert(schema.checks).values(**values)
    keys = ["article_number", "revision"]
    await connection.execute(inserting.on_conflict_do_update(index_elements=keys, set_={"overridden": overridden}))


def checks_of(findings: Sequence[dict[str, Any]]) -> tuple[Check, ...]:
    """Return findings as they were stored."""
    return tuple(Check(**{**each, "sources": tuple(each["sources"])}) for each in findings)


def rows_of(checks: Sequence[Check]) -> list[dict[str, Any]]:
    """Return findings as they are stored."""
    return [
        {
            "kind": check.kind,
            "place": check.place,
            "token": check.token,
            "sources": list(check.sources),
            "detail": check.detail,
            "blocks": check.blocks,
        }
        for check in checks
    ]
